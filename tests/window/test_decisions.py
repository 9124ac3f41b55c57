"""A decision arrives: recorded from what went up, certificates printed, handed over, recalled."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from desktop_app.domain.commendations.award import awards_on
from desktop_app.domain.commendations.blank_book import BlankAction
from desktop_app.domain.commendations.deciding import Outcome
from desktop_app.domain.commendations.decision import GrantState
from desktop_app.domain.commendations.nomination import NominationState, NominationStep
from desktop_app.ui.commendations.certificates.print_certificates import (
    CertificatesDialog,
    SpoiledDialog,
)
from desktop_app.ui.commendations.decision_view import DecisionView
from desktop_app.ui.commendations.grants_dialogs import Ending, EndingDialog, PresentationDialog
from desktop_app.ui.commendations.outcome_dialog import OutcomeDialog
from desktop_app.ui.preview import print_dialog
from tests.window.hand import Hand
from tests.window.journeys import took

COMMENDATIONS = 4
WENT_UP = dt.date(2018, 3, 5)


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(COMMENDATIONS)
    page = window.page()
    view = page.turn_to([kind for _, kind in page.views].index(DecisionView))
    qtbot.waitUntil(lambda: view.form.shown is not None)
    return view


@pytest.fixture
def gone_up(window, view):
    """Everyone who is nominated has been submitted."""
    step = NominationStep(state=NominationState.SUBMITTED, day=WENT_UP)
    found = [one.stepped(step) for one in window.file.nominations.all()]
    window.file.save_all(found)
    view.refresh()
    return found


@pytest.fixture
def answered(qtbot, monkeypatch):
    """answered(OutcomeDialog, do): the dialog is on the screen while `do(dialog)` is done."""

    def prepare(kind, do):
        def run(dialog):
            dialog.show()
            qtbot.waitUntil(dialog.isVisible)
            do(dialog)
            return dialog.result()

        monkeypatch.setattr(kind, "exec", run)

    return prepare


def type_in(field, words):
    """A click into the field, and the words as an input method brings them."""
    QTest.mouseClick(field.editor, Qt.MouseButton.LeftButton)
    come = QInputMethodEvent()
    come.setCommitString(words)
    QApplication.sendEvent(field.editor, come)
    field.settle()


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def granted_last_year(window, gone_up):
    """The ministry granted the same awards a year ago: its signer is proposed again."""
    first = window.file.decisions.all()[0]
    grants = tuple(
        grant.replace(award=one.award, id=f"nam-truoc-{place}", nomination=None)
        for place, (grant, one) in enumerate(zip(first.grants, gone_up, strict=False))
    )
    window.file.decisions.save(
        first.replace(
            id="nam-truoc",
            number="90/QĐ-BCA",
            date=dt.date(2017, 3, 8),
            body="Bộ Công an",
            grants=tuple(g.replace(presented_on=None, state=GrantState.DECIDED) for g in grants),
        )
    )


def test_journey_from_the_decision_to_the_printed_certificates_in_seven_steps(
    window, view, gone_up, granted_last_year, answered, monkeypatch, qtbot
):
    """Journey J8, counted as the journeys are: a click, a field, a confirmed dialog."""
    hand, printed = Hand(), []

    def on_paper(_parent, pdf, *_ways, **_how):
        hand.steps.append("hộp thoại In: đồng ý")
        printed.append(pdf)
        return True

    def record(dialog):
        assert (dialog.body.value(), dialog.signer.value()) == ("Bộ Công an", "Thủ trưởng mẫu 01")
        hand.steps.append("số")
        type_in(dialog.number, "15/QĐ-BCA")
        hand.steps.append("ngày")
        type_in(dialog.date, "20/03/2018")
        hand.click("Ghi và in giấy", dialog.print_button)

    def look_over(dialog):
        qtbot.waitUntil(lambda: dialog._warnings is not None, timeout=20000)
        assert dialog._warnings == ()
        hand.click("In", dialog.print_button)
        qtbot.waitUntil(lambda: dialog.entry is not None, timeout=20000)

    def spoiled(dialog):
        hand.steps.append("Ghi vào sổ")
        dialog.accept()

    monkeypatch.setattr(print_dialog, "print_pdf", on_paper)
    answered(OutcomeDialog, record)
    answered(CertificatesDialog, look_over)
    answered(SpoiledDialog, spoiled)
    hand.click("Ghi quyết định", view.list.add_button)
    took("J8", hand.steps)
    assert len(printed) == 1
    (made,) = [d for d in window.file.decisions.all() if d.number == "15/QĐ-BCA"]
    assert made.count == len(gone_up)
    assert all(grant.register_number for grant in made.grants)
    assert {n.state for n in window.file.nominations.all()} == {NominationState.DECIDED}
    (entry,) = [e for e in window.file.blanks.all() if e.decision and e.decision.id == made.id]
    assert (entry.action, entry.count) == (BlankAction.PRINTED, len(gone_up))
    window.actions_.undo.trigger()  # the book of sheets
    window.actions_.undo.trigger()
    assert {n.state for n in window.file.nominations.all()} == {NominationState.SUBMITTED}


def test_who_is_turned_down_or_sent_back_is_said_line_by_line(window, view, gone_up, answered):
    said = []

    def record(dialog):
        type_in(dialog.number, "16/QĐ-BCA")
        lines = list(dialog.lines.value())
        lines[0] = lines[0].replace(outcome=Outcome.REJECTED)
        lines[1] = lines[1].replace(outcome=Outcome.RETURNED, reason="Thiếu xác nhận")
        dialog.lines.set_parts(lines)
        press(dialog.keep_button)
        said.extend((dialog.date.problem(), dialog.said.text()))
        type_in(dialog.date, "20/03/2018")
        press(dialog.keep_button)
        said.append(dialog.said.text())
        lines[0] = lines[0].replace(reason="Có đơn chưa kết luận")
        dialog.lines.set_parts(lines)
        press(dialog.keep_button)

    answered(OutcomeDialog, record)
    view.add()
    assert said[:2] == ["Cần có ngày quyết định."] * 2
    assert "cần ghi lý do không được duyệt" in said[2]
    made = view.form.shown
    assert (made.number, made.count) == ("16/QĐ-BCA", len(gone_up) - 2)
    states = [window.file.nominations.get(one.id).state for one in gone_up]
    assert states[:2] == [NominationState.REJECTED, NominationState.SUPPLEMENT]


def test_a_decision_on_one_award_takes_only_its_nominations(window, view, gone_up, answered):
    def record(dialog):
        names = [dialog.source.itemText(place) for place in range(dialog.source.count())]
        place = next(n for n, name in enumerate(names) if name.startswith("Cờ thi đua của Chính"))
        dialog.source.setCurrentIndex(place)
        dialog.source.activated.emit(place)
        assert len(dialog.lines.value()) == 1
        type_in(dialog.number, "17/QĐ-TTg")
        type_in(dialog.date, "20/03/2018")
        press(dialog.keep_button)

    answered(OutcomeDialog, record)
    view.add()
    assert view.form.shown.count == 1
    states = {n.state for n in window.file.nominations.all()}
    assert states == {NominationState.DECIDED, NominationState.SUBMITTED}


def test_an_empty_decision_is_still_begun_by_hand(view, gone_up, answered):
    answered(OutcomeDialog, lambda dialog: press(dialog.hand_button))
    view.add()
    assert view.form.shown.grants == ()
    assert view.form.shown.number == ""


def test_certificates_never_reach_a_printer_without_being_looked_over(
    window, view, monkeypatch, qtbot
):
    opened = []
    monkeypatch.setattr(print_dialog, "print_pdf", lambda *_, **__: pytest.fail("chưa soát"))
    monkeypatch.setattr(CertificatesDialog, "exec", lambda made: opened.append(made))
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=20000)
    assert view.papers_shown.key() == "certificate"
    press(
        next(
            one
            for one in view.preview.findChildren(QAbstractButton)
            if one.toolTip().startswith("In văn bản này")
        )
    )
    window.actions_.print.trigger()
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=20000)


def test_certificates_with_warnings_are_not_saved_past_the_look_over(
    window, view, monkeypatch, qtbot
):
    decision = view.form.shown
    first, *others = decision.grants
    window.file.decisions.save(
        decision.replace(grants=(first.replace(name="Bộ Tư lệnh Cảnh vé"), *others))
    )
    view.refresh()
    qtbot.waitUntil(lambda: view.preview.is_ready and bool(view.preview.warnings), timeout=20000)
    opened = []
    monkeypatch.setattr(CertificatesDialog, "exec", lambda made: opened.append(made))
    view.preview.save_pdf()
    view.preview.open_outside()
    assert len(opened) == 2


def test_many_grants_are_handed_over_at_once(window, view, answered):
    def hand_over(dialog):
        dialog.day.set_value(dt.date(2018, 3, 29))
        type_in(dialog.place, "Hà Nội")
        type_in(dialog.by, "Thượng tướng Nguyễn Văn A")
        rows = list(dialog.lines.value())
        rows[0] = rows[0].replace(is_chosen=True, presented_to="Đại tá Trần B")
        dialog.lines.set_parts([row.replace(is_chosen=True) for row in rows])
        press(dialog.button)

    answered(PresentationDialog, hand_over)
    view.form.present()
    assert view.save()
    saved = window.file.decisions.get(view.form.shown.id)
    assert {g.state for g in saved.grants} == {GrantState.PRESENTED}
    assert {g.presented_at for g in saved.grants} == {"Hà Nội"}
    assert saved.grants[0].presented_to == "Đại tá Trần B"


def test_a_grant_is_recalled_with_decision_and_reason_and_counts_no_more(window, view, answered):
    before, said = view.form.shown.count, []

    def recall(dialog):
        rows = list(dialog.lines.value())
        dialog.lines.set_parts([row.replace(is_chosen=n == 1) for n, row in enumerate(rows)])
        press(dialog.button)
        said.append(dialog.said.text())
        type_in(dialog.by, "20/QĐ-BCA của Bộ Công an")
        dialog.day.set_value(dt.date(2018, 6, 1))
        press(dialog.button)
        said.append(dialog.said.text())
        type_in(dialog.because, "Khai sai thành tích")
        press(dialog.button)

    answered(EndingDialog, recall)
    view.form.end()
    assert said == ["Cần ghi quyết định thu hồi.", "Cần ghi lý do thu hồi."]
    assert view.save()
    grant = window.file.decisions.get(view.form.shown.id).grants[1]
    assert (grant.state, grant.ended_by) == (GrantState.RECALLED, "20/QĐ-BCA của Bộ Công an")
    assert view.form.shown.count == before - 1

    def restore(dialog):
        dialog.kind.set_value(Ending.RESTORED)
        rows = [row.replace(is_chosen=n == 1) for n, row in enumerate(dialog.lines.value())]
        dialog.lines.set_parts(rows)
        press(dialog.button)

    answered(EndingDialog, restore)
    view.form.end()
    assert view.save()
    assert view.form.shown.count == before


def test_another_award_of_a_higher_level_is_noticed_in_the_grid(window, view, gone_up, answered):
    awards = awards_on(window.file.awards.all(), window.period.until)
    high = next(a for a in awards if a.name.startswith("Cờ thi đua của Chính phủ"))
    seen = []

    def look(dialog):
        table = dialog.lines
        line = next(
            n
            for n, x in enumerate(table.value())
            if x.nomination.award.name.startswith("Cờ thi đua của Bộ")
        )
        model = table.model
        model.setData(model.index(line, 2), high, Qt.ItemDataRole.EditRole)
        seen.append(table.value()[line].outcome)
        dialog.reject()

    answered(OutcomeDialog, look)
    view.add()
    assert seen == [Outcome.HIGHER]
    assert QDialog.DialogCode.Rejected == 0
