"""Comments on the draft, annexes, the mirror and the register, worked in the window."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.compacts.annex import AnnexState, CompactAnnex
from desktop_app.domain.compacts.compact import CompactState, Signature
from desktop_app.domain.compacts.consultation import Answer, Opinion
from desktop_app.domain.compacts.drafting import next_version
from desktop_app.domain.compacts.new_compact import all_signed, new_compact
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.years.document import Direction, DocumentKind, Secrecy
from desktop_app.ui import messages
from desktop_app.ui.compacts.annex_view import AnnexView
from desktop_app.ui.compacts.consultation_view import ConsultationView
from desktop_app.ui.compacts.mirror_view import MirrorView
from desktop_app.ui.home.register_view import BookDialog, RegisterView

HOME, COMPACTS = 0, 2


@pytest.fixture
def show(window, qtbot):
    def go(tab, kind):
        window.tabs.setCurrentIndex(tab)
        page = window.page()
        view = page.turn_to([made for _, made in page.views].index(kind))
        qtbot.waitUntil(view.isVisible)
        return view

    return go


@pytest.fixture
def draft(window):
    """A version after the signed one that is still a draft."""
    signed = window.file.compacts.all()[0]
    made = window.file.compacts.save(next_version(signed, 3))
    window.reload()
    return made


def test_once_the_text_is_signed_nobody_is_asked_about_its_old_draft(window, show, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_note", lambda _, title, *__: told.append(title))
    view = show(COMPACTS, ConsultationView)
    view.add()
    assert told == ["Chưa có bản dự thảo giao ước."]
    (asked,) = window.file.consultations.all()
    assert view.form.shown == asked
    assert not view.has_edits


def test_round_from_the_letter_to_the_answers(window, show, draft):
    view = show(COMPACTS, ConsultationView)
    view.add()
    grid = view.form.comments
    assert [part.opinion for part in grid.value()] == [Opinion.WAITING] * 6
    view.form.fields["number"]._button.click()
    # 01 is the letter of the sample's register
    assert view.form.fields["number"].value() == 2
    view.form.fields["date"].set_value(dt.date(2018, 2, 1))
    view.form.fields["due"].set_value(dt.date(2018, 1, 1))
    assert view.save() is False
    view.form.fields["due"].set_value(dt.date(2018, 2, 20))
    assert view.save()
    view._send.click()
    assert window.file.compacts.get(draft.id).state is CompactState.IN_COMMENT
    first, *rest = grid.value()
    said = first.replace(
        opinion=Opinion.COMMENTED, text="Ghi rõ chỉ tiêu", answer=Answer.NOT_ABSORBED
    )
    grid.set_parts((said, *rest))
    assert view.save() is False
    assert "giải trình" in grid.problem()
    grid.set_parts((said.replace(explanation="Đã có ở mục III"), *rest))
    assert view.save()
    assert view.form.tabs.tabText(0) == "Ý kiến (1/6)"
    assert "quá hạn: " in view.count_text(view.list.records())


def test_unit_with_two_comments_has_two_rows_together(show, draft):
    view = show(COMPACTS, ConsultationView)
    view.add()
    grid = view.form.comments
    grid._go(1, 0)
    view.form._add_of_unit()
    # the row that waited takes the first comment
    assert [part.opinion for part in grid.value()].count(Opinion.COMMENTED) == 1
    assert len(grid.value()) == 6
    grid._go(1, 0)
    view.form._add_of_unit()
    units = [part.unit.id for part in grid.value()]
    assert units[1] == units[2]
    assert len(units) == 7


def test_unit_that_left_within_the_year_can_still_be_heard(window, show, draft):
    *others, last = window.period.members
    gone = last.replace(until=dt.date(2018, 6, 30))
    window.file.periods.save(window.period.replace(members=(*others, gone)))
    window.reload()
    view = show(COMPACTS, ConsultationView)
    view.add()
    grid = view.form.comments
    assert len(grid.value()) == 5
    grid.add_row()
    assert gone.unit.id in {part.unit.id for part in grid.value()}


def test_comments_on_a_signed_version_are_closed(window, show, draft):
    view = show(COMPACTS, ConsultationView)
    view.add()
    assert view.save()
    day = dt.date(2018, 12, 1)
    first = window.file.compacts.all()[0]
    note = "Mở lại ngày 01/12/2018: thử"
    window.file.compacts.save(first.replace(state=CompactState.AGREED, note=note))
    window.file.compacts.save(
        window.file.compacts.get(first.id).replace(state=CompactState.CANCELLED)
    )
    agreed = window.file.compacts.save(draft.replace(state=CompactState.AGREED))
    signed = all_signed(agreed.replace(state=CompactState.SIGNED, signed_on=day))
    window.file.compacts.save(signed)
    window.reload()
    assert view.form.is_read_only


def test_annex_only_for_a_signed_compact_and_signed_by_all(window, show, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(str(error)))
    view = show(COMPACTS, AnnexView)
    view.add()
    view.form.fields["name"].set_value("Bổ sung chỉ tiêu")
    view.form.fields["body"].set_value(RichText.plain("Bổ sung mục 13."))
    view.form.fields["signed_on"].set_value(dt.date(2018, 1, 1))
    assert view.save() is False
    assert "trước giao ước" in view.form.fields["signed_on"].problem()
    view.form.fields["signed_on"].set_value(dt.date(2018, 6, 1))
    view._sign.click()
    assert "còn thiếu" in told[0]
    view.form._sign_all()
    view._sign.click()
    (saved,) = window.file.annexes.all()
    assert saved.is_signed
    assert saved.ordinal == 1
    assert view.form.is_read_only
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "Sai ngày")
    view.reopen()
    (saved,) = window.file.annexes.all()
    assert not saved.is_signed
    assert "Sai ngày" in saved.note


def test_copy_of_a_signed_annex_is_a_draft_that_nobody_signed(window, show):
    view = show(COMPACTS, AnnexView)
    view.add()
    view.form.fields["name"].set_value("Bổ sung chỉ tiêu")
    view.form.fields["body"].set_value(RichText.plain("Bổ sung mục 13."))
    view.form.fields["signed_on"].set_value(dt.date(2018, 6, 1))
    view.form._sign_all()
    view._sign.click()
    view.duplicate()
    assert view.save()
    signed, copied = window.file.annexes.all()
    assert (signed.is_signed, copied.is_signed) == (True, False)
    assert (copied.ordinal, copied.signed_count, copied.signed_on) == (2, 0, None)


def test_signature_by_a_unit_outside_the_cluster_is_refused_beside_it(window, show):
    stranger = window.file.units.all()[0]
    other = stranger.replace(id="la", code="LA", names=(stranger.names[0].replace(id="la-ten"),))
    window.file.units.save(other)
    window.reload()
    view = show(COMPACTS, AnnexView)
    view.add()
    view.form.fields["name"].set_value("Bổ sung chỉ tiêu")
    view.form.fields["signed_on"].set_value(dt.date(2018, 6, 1))
    grid = view.form.signatures
    grid.set_parts((*grid.value(), Signature(unit=other, signed_on=dt.date(2018, 6, 1))))
    assert view.save() is False
    assert "không phải thành viên ngày 01/06/2018" in grid.problem()


def test_members_without_a_place_get_one_on_the_day_of_the_annex(show):
    view = show(COMPACTS, AnnexView)
    view.add()
    grid = view.form.signatures
    grid.set_parts(grid.value()[:4])
    view.form._add_missing()
    assert view.form.fields["signed_on"].problem() == "Hãy ghi ngày ký trước."
    view.form.fields["signed_on"].set_value(dt.date(2018, 6, 1))
    view.form._add_missing()
    assert len(grid.value()) == 6
    assert view.form.tabs.tabText(1) == "Chữ ký (0/6)"


def test_mirror_counts_what_was_kept_and_saves_results(window, show):
    view = show(COMPACTS, MirrorView)
    grid = view.form.entries
    row = next(n for n, e in enumerate(grid.value()) if e.unit and e.item == "gu-2018-07")
    entries = grid.value()
    typed = entries[row].replace(end_value=Decimal(3), evidence="Báo cáo số 5")
    grid.set_parts((*entries[:row], typed, *entries[row + 1 :]))
    column = next(n for n, c in enumerate(grid.model.columns) if c.field == "judged")
    assert grid.model.index(row, column).data() == "Vượt"
    assert view.save()
    saved = window.file.mirrors.all()[0].entries[row]
    assert (saved.end_value, saved.evidence) == (Decimal(3), "Báo cáo số 5")


def test_annex_signed_since_is_told_in_the_mirror_by_a_button(window, show):
    compact = window.file.compacts.all()[0]
    places = new_compact(compact.period).signatures
    day = dt.date(2018, 6, 1)
    window.file.annexes.save(
        CompactAnnex(
            period=compact.period,
            compact=compact,
            name="Bổ sung mục 13",
            body=RichText.plain("Bổ sung mục 13."),
            state=AnnexState.SIGNED,
            signed_on=day,
            signatures=tuple(place.replace(signed_on=day) for place in places),
        )
    )
    window.reload()
    view = show(COMPACTS, MirrorView)
    assert view._tell.isVisible()
    view._tell.click()
    assert not view._tell.isVisible()
    assert view.save()
    assert "Phụ lục số 01: Bổ sung mục 13, ký ngày 01/06/2018" in window.file.mirrors.all()[0].note


def test_outgoing_document_gets_the_next_number_of_its_kind(window, show):
    view = show(HOME, RegisterView)
    view.add()
    form = view.form
    form.fields["kind"].set_value(DocumentKind.PLAN)
    form.fields["day"].set_value(dt.date(2018, 5, 2))
    form.fields["summary"].set_value("Kế hoạch kiểm tra chéo")
    form.fields["number"]._button.click()
    assert form.fields["number"].value() == 2
    assert view.save()
    saved = window.file.documents.get(form.shown.id)
    assert saved.written_number.startswith("02/KH-CTĐ2")


def test_number_of_minutes_cannot_be_given_to_a_document(window, show):
    planned = next(m for m in window.file.meetings.all() if not m.is_adopted)
    window.file.meetings.save(planned.replace(minutes_number=8))
    view = show(HOME, RegisterView)
    view.add()
    form = view.form
    form.fields["kind"].set_value(DocumentKind.MINUTES)
    form.fields["day"].set_value(planned.day)
    form.fields["summary"].set_value("Biên bản khác")
    form.fields["number"].set_value(8)
    assert view.save() is False
    assert planned.name in form.fields["number"].problem()


def test_incoming_document_needs_its_body_and_takes_a_number_of_arrival(window, show):
    view = show(HOME, RegisterView)
    view.add()
    form = view.form
    form.fields["direction"].set_value(Direction.INCOMING)
    form.refresh_head()
    assert form.fields["number"].editor.isReadOnly()
    form.fields["day"].set_value(dt.date(2018, 5, 2))
    form.fields["received_on"].set_value(dt.date(2018, 5, 4))
    form.fields["summary"].set_value("Hướng dẫn tổng kết")
    assert view.save() is False
    assert form.fields["body"].problem() == "Cần có cơ quan ban hành."
    form.fields["body"].set_value("Cục Công tác chính trị")
    form.fields["arrival"]._button.click()
    assert form.fields["arrival"].value() == 2
    assert view.save()


def test_secret_document_is_warned_of(show):
    view = show(HOME, RegisterView)
    assert not view.form._secret.isVisible()
    view.form.fields["secrecy"].set_value(Secrecy.CONFIDENTIAL)
    view.form.refresh_head()
    assert view.form._secret.isVisible()


def test_book_lists_all_numbered_papers(window, qtbot):
    planned = next(m for m in window.file.meetings.all() if not m.is_adopted)
    window.file.meetings.save(planned.replace(minutes_number=8))
    dialog = BookDialog(window.file.register_of(window.period))
    qtbot.addWidget(dialog)
    symbols = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert any(symbol.startswith("08/BB-") for symbol in symbols)
    dialog.table.setCurrentCell(0, 0)
    assert dialog.chosen is not None
