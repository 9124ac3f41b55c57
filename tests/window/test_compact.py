"""The compact in the window: begun, filled, versions, signed, frozen, printed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog

from desktop_app.domain.compacts.compact import CompactState, Direction, UnitTarget
from desktop_app.domain.rich_text import Block, RichText, Run
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.new_year import following
from desktop_app.ui import messages
from desktop_app.ui.compacts.compare_dialog import CompareDialog
from desktop_app.ui.preview import print_dialog
from desktop_app.ui.records.forms.source_dialog import SourceDialog
from tests.window.hand import Hand
from tests.window.journeys import took

COMPACTS = 2


@pytest.fixture
def show(window, qtbot):
    def go():
        window.tabs.setCurrentIndex(COMPACTS)
        view = window.page().turn_to(0)
        qtbot.waitUntil(view.isVisible)
        return view

    return go


@pytest.fixture
def next_year(window):
    """2019, empty."""
    period = window.file.periods.save(following(window.period))
    window.show_period(window.fill_periods(period.id))
    return period


@pytest.fixture
def begin_with(monkeypatch):
    """Chooses in the real dialog by the first words of a line and goes on."""

    def answer(words):
        def choose(dialog):
            rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
            dialog.list.setCurrentRow(
                next(n for n, row in enumerate(rows) if row.startswith(words))
            )
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(SourceDialog, "exec", choose)

    return answer


@pytest.fixture
def drafted(window, show, next_year, begin_with):
    """The draft of 2019 out of last year's text, saved."""
    begin_with("Chép")
    view = show()
    view.add()
    assert view.save()
    return view


def test_journey_from_a_template_to_the_printer_in_six_steps(
    window, show, next_year, monkeypatch, qtbot
):
    """Journey J2, by mouse and keys alone."""
    hand, printed = Hand(), []

    def choose(dialog):
        dialog.show()
        hand.open_row("Mẫu 12 nội dung", dialog.list, "Mẫu")
        return dialog.result()

    def on_paper(_pane, pdf, title, *_):
        hand.steps.append("hộp thoại In: đồng ý")
        printed.append((pdf, title))

    monkeypatch.setattr(SourceDialog, "exec", choose)
    monkeypatch.setattr(print_dialog, "print_pdf", on_paper)
    view = show()
    form = view.form
    hand.click("Tạo giao ước", view.list.add_button)
    assert form.targets.isVisible()
    hand.fill("chỉ tiêu riêng của một đơn vị", form.targets.table, 0, 1, "98")
    hand.click("Lưu", view.foot.save_button)
    print_button = next(
        button
        for button in view.preview.findChildren(QAbstractButton)
        if button.toolTip().startswith("In văn bản này")
    )
    # the page is shown beside the form without a step; what is not yet shown is not printed
    qtbot.waitUntil(print_button.isEnabled, timeout=15000)
    hand.click("In", print_button)
    qtbot.waitUntil(lambda: bool(printed), timeout=15000)
    took("J2", hand.steps)
    pdf, title = printed[0]
    assert pdf.startswith(b"%PDF")
    assert "2019" in title
    (saved,) = window.file.compacts.of_period(next_year)
    assert len(saved.items) == 12
    second = next_year.members_on(None)[1].unit
    assert [(t.unit.id, t.value) for t in saved.targets] == [(second.id, Decimal(98))]
    assert len(saved.signatures) == 6


def test_last_years_text_is_offered_first(window, next_year):
    from desktop_app.ui.compacts.compact_view import compact_sources

    titles = [source.title for source in compact_sources(window.file, next_year)]
    assert titles[0].startswith("Chép: Giao ước thi đua")
    assert titles[-1] == "Bản trống"


def test_dress_of_a_commitment_is_typed_below_the_grid_and_kept(window, drafted):
    items = drafted.form.items
    text = RichText((Block((Run("Giữ "), Run("nghiêm", bold=True), Run(" kỷ luật"))),))
    items._go(1, 0)
    items.text.set_value(text)
    items._take_text()
    items._go(2, 0)
    assert drafted.save()
    (saved,) = window.file.compacts.of_period(drafted.period)
    assert saved.items[1].text == text
    assert saved.items[2].text != text


def test_new_commitment_takes_the_group_above_and_its_target_a_row(drafted):
    form = drafted.form
    before = len(form.targets.model.rows)
    form.items._go(0, 0)
    form.items.add_row()
    assert form.items.current_part().group == form.items.value()[0].group
    form.items.text.set_value(RichText.plain("Chỉ tiêu mới"))
    form.items._take_text()
    row = form.items.current_row()
    part = form.items.model.parts[row]
    form.items.model.put(
        row, part.replace(value=Decimal(5), direction=Direction.REDUCE, measure="%")
    )
    form.items.settle()
    assert len(form.targets.model.rows) == before + 1
    assert drafted.save()


def test_number_without_a_way_to_compare_is_refused(drafted):
    items = drafted.form.items
    part = items.model.parts[0]
    items.model.put(0, part.replace(value=Decimal(5)))
    items.settle()
    assert drafted.save() is False
    assert "cách so sánh" in items.problem()


def test_target_of_a_unit_that_left_within_the_year_is_kept(window, drafted):
    (compact,) = window.file.compacts.of_period(drafted.period)
    item = next(item for item in compact.items if item.value is not None)
    *stayed, left = drafted.period.members
    gone = left.replace(until=drafted.period.since + dt.timedelta(days=180))
    window.file.periods.save(drafted.period.replace(members=(*stayed, gone)))
    own = UnitTarget(item=item.id, unit=left.unit, value=Decimal(80))
    window.file.compacts.save(compact.replace(targets=(own,)))
    window.show_period(window.fill_periods(drafted.period.id))
    drafted.select(compact.id)
    assert [column.key for column in drafted.form.targets.model.columns][-1] == left.unit.id
    drafted.form.fields["slogan"].set_value("Khẩu hiệu khác")
    assert drafted.save()
    (saved,) = window.file.compacts.of_period(drafted.period)
    assert [(target.unit.id, target.value) for target in saved.targets] == [(left.unit.id, 80)]


def test_long_names_of_units_are_told_apart_in_the_heads_of_targets(window, drafted):
    long = "Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh {}"
    since = dt.date(2010, 1, 1)
    units = [
        Unit(code=place, names=(UnitName(full=long.format(place), since=since),))
        for place in ("Lạng Sơn", "Cao Bằng")
    ]
    targets = drafted.form.targets
    targets.follow(drafted.form.items.value(), units)
    heads = [column.title for column in targets.model.columns]
    assert heads == ["… hội Công an tỉnh Lạng Sơn", "… hội Công an tỉnh Cao Bằng"]
    assert targets.model.columns[0].tip == long.format("Lạng Sơn")


def test_units_get_numbers_where_there_is_no_common_one(window, drafted):
    form = drafted.form
    part = form.items.model.parts[0]
    form.items.model.put(0, part.replace(direction=Direction.AT_LEAST, measure="mô hình"))
    form.items.settle()
    unit = form.targets.model.columns[0].key
    form.targets.model.set_values({(part.id, unit): Decimal(3)})
    form.targets.settle()
    assert drafted.save()
    (saved,) = window.file.compacts.of_period(drafted.period)
    assert [(t.item, t.unit.id, t.value) for t in saved.targets] == [(part.id, unit, 3)]
    assert saved.items[0] in saved.numbered_items


def test_states_go_by_buttons_and_signing_names_the_gap(window, drafted, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(str(error)))
    shown = [state for state, button in drafted._steps.items() if button.isVisible()]
    assert shown == [CompactState.IN_COMMENT, CompactState.AGREED, CompactState.CANCELLED]
    drafted._steps[CompactState.AGREED].click()
    day = drafted.period.since + dt.timedelta(days=70)
    drafted.form.fields["signed_on"].set_value(day)
    signatures = drafted.form.signatures.value()
    drafted.form.signatures.set_parts(
        tuple(s.replace(signed_on=day) for s in signatures[:-1]) + signatures[-1:]
    )
    drafted._steps[CompactState.SIGNED].click()
    assert f"còn thiếu: {signatures[-1].unit.short_name}" in told[0]
    drafted.form._sign_all()
    drafted._steps[CompactState.SIGNED].click()
    (saved,) = window.file.compacts.of_period(drafted.period)
    assert saved.state is CompactState.SIGNED
    assert drafted.form.is_read_only


def test_long_names_stand_whole_beside_their_signatures(window, drafted, qtbot):
    name = "Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh Lạng Sơn"
    long, short = (
        Unit(code=code, names=(UnitName(full=full, since=dt.date(2010, 1, 1)),))
        for code, full in (("LS", name), ("CY", "Cục Cơ yếu"))
    )
    grid = drafted.form.signatures
    drafted.form.focus_field("signatures")
    first, second, *_ = grid.value()
    grid.set_parts((first.replace(unit=long), second.replace(unit=short)))
    qtbot.waitUntil(lambda: grid.table.rowHeight(0) > grid.table.rowHeight(1))


def test_member_of_the_day_of_signing_that_left_later_gets_its_place(window, drafted):
    form, period = drafted.form, drafted.period
    *stayed, left = period.members
    gone = left.replace(until=period.since + dt.timedelta(days=180))
    window.file.periods.save(period.replace(members=(*stayed, gone)))
    window.show_period(window.fill_periods(period.id))
    drafted.select(window.file.compacts.of_period(period)[0].id)
    form.signatures.set_parts(form.signatures.value()[:-1])
    form._add_missing()
    assert form.fields["signed_on"].problem() == "Hãy ghi ngày ký trước."
    form.fields["signed_on"].set_value(period.since + dt.timedelta(days=200))
    form._add_missing()
    assert left.unit.id not in {s.unit.id for s in form.signatures.value()}
    form.fields["signed_on"].set_value(period.since + dt.timedelta(days=70))
    form._add_missing()
    place = form.signatures.value()[-1]
    assert place.unit.id == left.unit.id
    assert place.signer_name == left.representative.full_name
    assert not place.is_signed


def test_signing_all_needs_the_day_first(drafted):
    drafted.form._sign_all()
    assert drafted.form.fields["signed_on"].problem() == "Hãy ghi ngày ký trước."
    assert not any(s.is_signed for s in drafted.form.signatures.value())


def test_unit_that_is_no_member_cannot_sign(window, drafted):
    stranger = window.file.units.save(
        Unit(code="LA", names=(UnitName(full="Cục Lạ", since=dt.date(2010, 1, 1)),))
    )
    grid = drafted.form.signatures
    first = grid.value()[0]
    grid.set_parts(
        (*grid.value(), first.replace(id="x", unit=stranger, signed_on=drafted.period.since))
    )
    assert drafted.save() is False
    assert "không phải thành viên" in grid.problem()


def test_signed_compact_opens_again_only_with_a_reason(window, show, monkeypatch):
    view = show()
    assert view.form.is_read_only
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "")
    view.reopen()
    assert view.form.is_read_only
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "Sai cấp bậc người ký")
    view.reopen()
    assert not view.form.is_read_only
    assert "Sai cấp bậc người ký" in window.file.compacts.all()[0].note


def test_new_version_leaves_the_old_one_to_be_looked_at(window, drafted, qtbot):
    old = drafted.form.shown
    drafted._next.click()
    drafted.form.fields["slogan"].set_value("Khẩu hiệu mới của bản hai")
    assert drafted.save()
    assert drafted.form.shown.version == 2
    drafted.select(old.id)
    assert drafted.form.is_read_only
    assert not any(button.isVisible() for button in drafted._steps.values())
    versions = window.file.compacts.of_period(drafted.period)
    dialog = CompareDialog(versions, versions[-1])
    qtbot.addWidget(dialog)
    assert "Khẩu hiệu" in dialog.text.toPlainText()
    assert "text-decoration: underline" in dialog.text.toHtml()
    dialog.old.setCurrentIndex(1)
    assert dialog.text.toPlainText() == "Hai phiên bản giống nhau."
