"""Scoring in the real window: sheets made, filled, handed in, reviewed by keys, closed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.scores.sheet import SheetState
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import PeriodState
from desktop_app.printing import raster
from desktop_app.ui import messages
from desktop_app.ui.scores.sheets.evidence_dialog import EvidenceDialog
from desktop_app.ui.scores.sheets.sheet_columns import PLACES
from desktop_app.ui.scores.sheets.sheet_papers import PAPERS, SheetPapers
from desktop_app.ui.scores.sheets.step_dialog import StepDialog

COMPACTS = 2
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WHO = "Nguyễn Thị Thẩm Định"


@pytest.fixture
def view(window, qtbot):
    """The year's sheets of the sample, each unit's in another state."""
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    labels = [label for label, _ in page.views]
    view = page.turn_to(labels.index("Chấm điểm"))
    qtbot.waitUntil(lambda: view.head.units.count() == 6)
    return view


@pytest.fixture
def blank(window, unscored, qtbot):
    """The view before there are sheets."""
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    view = page.turn_to([label for label, _ in page.views].index("Chấm điểm"))
    qtbot.waitUntil(lambda: view.empty.isVisible())
    return view


@pytest.fixture
def answer(window, monkeypatch, qtbot):
    """Fills in the question about the next step and presses its button."""

    def answer(act=lambda _: None, press=True):
        def run(dialog):
            qtbot.addWidget(dialog)
            dialog.show()
            dialog.who.line.setText(WHO)
            dialog.who.line.textEdited.emit(WHO)
            act(dialog)
            if press:
                dialog.button.click()
            window.activateWindow()
            qtbot.wait(20)  # until the focus has come back for good
            return dialog.result()

        monkeypatch.setattr(StepDialog, "exec", run)

    return answer


@pytest.fixture
def figures(qtbot):
    """Types into a cell of numbers, where keys come as they are, past any input method."""

    def type_(text):
        for sign in text:
            qtbot.keyClicks(QApplication.focusWidget(), sign)

    return type_


@pytest.fixture
def change(view, keys, figures, qtbot):
    """Another score and its reason, by keys alone."""

    def change(code, column, points, reason):
        stand(view, code, column)
        qtbot.waitUntil(view.grid.hasFocus)
        figures(points)
        keys(KEY.Key_Return)
        qtbot.waitUntil(view.grid.is_typing)
        keys(reason)
        keys(KEY.Key_Return)

    return change


def show(view, state):
    """The sheet that is in this state, chosen as by hand."""
    place = next(n for n, sheet in enumerate(view._sheets.sheets) if sheet.state is state)
    view.head.units.setCurrentIndex(place)
    view.head.units.activated.emit(place)
    view.grid.setFocus()


def stand(view, code, column):
    row = next(row for row, one in enumerate(view.model.rows) if one.code == code)
    view.grid.go(row, column)
    view.grid.setFocus()


def at(view):
    """Code and column of the cell in hand."""
    index = view.grid.currentIndex()
    place = next(key for key, place in PLACES.items() if place == index.column())
    return view.model.rows[index.row()].code, place


def stored(view):
    return view.file.sheets.get(view.model.saved.id)


def line(view, code):
    sheet = stored(view)
    found = next(c for c in sheet.criteria.tree.leaves if c.code == code)
    return sheet.by_criterion[found.id]


def states(view):
    when = view.head.round
    return {s.state for s in view.file.sheets.of_period(view.period) if s.round is when}


# --- making and filling in --------------------------------------------------------------------


def test_sheets_for_all_members_are_one_change(window, blank):
    assert "Lập phiếu" in blank.empty.text()
    window.actions_.add.trigger()
    assert blank.head.units.count() == 6
    assert not blank.can_add
    assert states(blank) == {SheetState.DRAFT}
    window.actions_.undo.trigger()
    assert states(blank) == set()
    assert blank.head.make_button.isVisible()


def test_without_adopted_criteria_the_view_says_where_to_go(window, blank):
    (criteria,) = window.file.criteria.all()
    window.file.criteria.save(criteria.replace(state=CriteriaState.DRAFT))
    window.reload()
    assert "«Tiêu chí»" in blank.empty.text()
    assert not blank.head.make_button.isVisible()


def test_a_figure_is_scored_at_once_and_saved(window, view, keys, figures):
    show(view, SheetState.DRAFT)
    stand(view, "II.4", "self_score")
    figures("4,5")
    keys(KEY.Key_Return)
    assert "4,5" in view.head.sums.text() or view.has_edits
    window.actions_.save.trigger()
    assert line(view, "II.4").self_score == Decimal("4.5")
    assert not view.has_edits
    window.actions_.undo.trigger()
    found = next(c for c in stored(view).criteria.tree.leaves if c.code == "II.4")
    assert found.id not in stored(view).by_criterion


def test_a_score_beyond_the_most_is_refused_beside_the_cell(view, keys, figures):
    show(view, SheetState.DRAFT)
    stand(view, "II.4", "self_score")
    figures("50")
    keys(KEY.Key_Return)
    assert at(view) == ("II.4", "self_score")
    assert "Điểm từ 0 đến 5" in view.strip.why()
    assert not view.save()
    keys(KEY.Key_Escape)
    assert view.save()


def test_half_typed_words_are_not_judged_and_stay(view, keys, figures):
    show(view, SheetState.SUBMITTED)
    stand(view, "II.4", "review1")
    figures("3")
    view.settle()
    view.refresh()
    assert view.grid.open_editor().text() == "3"
    assert stored(view).by_criterion == view.model.saved.by_criterion
    assert view.has_edits


def test_edits_are_saved_when_another_unit_is_chosen(view):
    show(view, SheetState.DRAFT)
    draft = view.model.saved.id
    stand(view, "II.4", "self_score")
    view.model.put(view.grid.currentIndex(), "3")
    show(view, SheetState.FINAL)
    sheet = view.file.sheets.get(draft)
    assert Decimal(3) in [line.self_score for line in sheet.lines]


def test_edits_are_saved_by_themselves_after_a_pause(view, qtbot):
    show(view, SheetState.DRAFT)
    stand(view, "II.4", "self_score")
    view._pause.setInterval(1)
    view.model.put(view.grid.currentIndex(), "3")
    qtbot.waitUntil(lambda: not view.has_edits)
    assert line(view, "II.4").self_score == 3


def test_cells_from_a_sheet_are_taken_or_refused_one_by_one(view, keys, monkeypatch):
    notes = []
    monkeypatch.setattr(messages, "show_note", lambda *words: notes.append(words))
    show(view, SheetState.DRAFT)
    stand(view, "II.1", "figure")
    QGuiApplication.clipboard().setText("đ\nk\n=A1\n\t4")
    keys(KEY.Key_V, CTRL)
    codes = [one.code for one in view.model.rows]
    row = codes.index("II.1")
    texts = [view.model.data(view.model.index(row + n, PLACES["figure"])) for n in range(3)]
    assert texts == ["Đạt", "Không đạt", "=A1"]
    assert view.model.data(view.model.index(row + 3, PLACES["self_score"])) == "4"
    assert not view.save()
    assert at(view) == (codes[row + 2], "figure")


def test_pasted_old_letters_are_put_right_on_a_click(view, keys, monkeypatch):
    show(view, SheetState.DRAFT)
    stand(view, "II.1", "evidence")
    QGuiApplication.clipboard().setText(
        "B\u00b8o c\u00b8o s\u00e8 12\nQuy\u00d5t \u00aeÞnh tr\u00ad\u00ebng phßng"
    )
    keys(KEY.Key_V, CTRL)
    codes = [one.code for one in view.model.rows]
    row = codes.index("II.1")

    def texts():
        return [view.model.data(view.model.index(row + n, PLACES["evidence"])) for n in range(2)]

    pasted = texts()
    assert not view.grid.letters.isHidden()
    assert view.grid.letters.isVisible()
    view.grid.letters.mend_button.click()
    assert texts() == ["Báo cáo số 12", "Quyết định trưởng phòng"]
    keys(KEY.Key_Z, CTRL)
    assert texts() == pasted
    assert view.grid.letters.isHidden()


# --- reviewing by keys ------------------------------------------------------------------------


def test_a_row_is_accepted_by_one_key(view, keys):
    show(view, SheetState.SUBMITTED)
    assert at(view) == ("I.1.a", "review1")
    keys(KEY.Key_Return)
    assert at(view) == ("I.1.b", "review1")
    keys(KEY.Key_Space)
    assert at(view) == ("I.2", "review1")
    assert view.head.count.text().startswith("2/12")
    assert view.save()
    assert line(view, "I.1.a").review1 == Decimal("10.83")
    assert line(view, "I.1.a").reason1 == ""


def test_a_key_that_is_held_down_accepts_one_row(view):
    show(view, SheetState.SUBMITTED)
    for is_repeated in (False, True, True):
        modifiers = Qt.KeyboardModifier.NoModifier
        pressed = QKeyEvent(
            QKeyEvent.Type.KeyPress, KEY.Key_Return, modifiers, "\r", autorep=is_repeated
        )
        QApplication.sendEvent(view.grid, pressed)
    assert view.head.count.text().startswith("1/12")


def test_the_second_review_asks_for_what_the_first_changed(view, keys, answer, qtbot):
    """The sample's sheet was changed in one row and explained; then the step is offered."""
    show(view, SheetState.EXPLAINED)
    assert at(view) == ("II.4", "review2")
    assert view.head.count.text().startswith("11/12")
    answer(lambda dialog: dialog.also_final.setChecked(True))
    keys(KEY.Key_Return)
    qtbot.waitUntil(lambda: stored(view).state is SheetState.FINAL)
    assert [step.state for step in stored(view).steps[-2:]] == [
        SheetState.REVIEWED_AGAIN,
        SheetState.FINAL,
    ]


def test_after_the_last_row_comes_the_next_sheet_with_rows_to_do(view, keys, answer, qtbot):
    view.head.rounds.setCurrentIndex(0)
    view.head.rounds.activated.emit(0)
    answer(nobody)
    view.head.all_button.click()
    first = view.model.sheet.unit
    waiting = [s.unit for s in view._sheets.sheets if s.state is SheetState.SUBMITTED]
    show(view, SheetState.SUBMITTED)
    for _ in range(12):
        keys(KEY.Key_Return)
    qtbot.waitUntil(lambda: view.model.sheet.unit != first)
    assert [first, view.model.sheet.unit] == waiting[:2]
    assert at(view) == ("I.1.a", "review1")


def test_a_changed_row_is_asked_for_its_reason(window, view, keys, figures, qtbot):
    show(view, SheetState.SUBMITTED)
    stand(view, "II.4", "review1")
    figures("3")
    keys(KEY.Key_Return)
    assert at(view) == ("II.4", "reason")
    qtbot.waitUntil(view.grid.is_typing)
    keys(KEY.Key_Escape)
    window.actions_.save.trigger()
    assert at(view) == ("II.4", "reason")
    assert "cần có lý do" in view.strip.why()
    assert view.has_edits
    keys(KEY.Key_Return)
    keys("Chậm báo cáo")
    keys(KEY.Key_Return)
    assert at(view) == ("III.1", "review1")
    assert view.save()
    assert (line(view, "II.4").review1, line(view, "II.4").reason1) == (3, "Chậm báo cáo")


def test_a_accepts_what_is_left_after_a_question(window, view, keys, monkeypatch):
    asked = []
    monkeypatch.setattr(messages, "ask", lambda *words, **_: asked.append(words) or True)
    show(view, SheetState.SUBMITTED)
    keys(KEY.Key_Return)
    keys(KEY.Key_A)
    assert "11 dòng còn lại" in asked[0][1]
    assert view.save()
    assert all(one.review1 is not None for one in stored(view).lines)
    window.actions_.undo.trigger()
    assert all(one.review1 is None for one in stored(view).lines)


def test_from_handed_in_to_final_with_one_changed_row(
    view, keys, change, answer, monkeypatch, qtbot
):
    """A sheet's whole way, by the buttons of the legal next steps only."""
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    show(view, SheetState.SUBMITTED)
    sheet = view.model.saved.id
    change("II.4", "review1", "3", "Chậm báo cáo")
    keys(KEY.Key_A)
    answer()
    for state in (SheetState.REVIEWED, SheetState.EXPLAINED, SheetState.REVIEWED_AGAIN):
        buttons = view.head.step_buttons
        shown = {state for state, button in buttons.items() if button.isVisible()}
        assert shown - {SheetState.RETURNED} == {state}
        buttons[state].click()
        assert stored(view).state is state
        if state is SheetState.REVIEWED:
            stand(view, "II.4", "reason")
            keys(KEY.Key_Return)
            keys("Có công văn xác nhận")
            keys(KEY.Key_Return)
        elif state is SheetState.EXPLAINED:
            change("II.4", "review2", "4", "Giải trình đúng")
            qtbot.waitUntil(lambda: view.model.saved.id != sheet, timeout=10_000)
            view.select(sheet)  # the next one to be reviewed came by itself
    view.head.step_buttons[SheetState.FINAL].click()
    changed = line(view, "II.4")
    assert stored(view).state is SheetState.FINAL
    assert (changed.reason1, changed.explanation, changed.reason2) == (
        "Chậm báo cáo",
        "Có công văn xác nhận",
        "Giải trình đúng",
    )
    assert (changed.reviewer1, changed.reviewer2) == (WHO, WHO)
    assert not any(button.isVisible() for button in view.head.step_buttons.values())
    assert not view.model.is_open(view.grid.currentIndex())


def test_a_return_needs_its_reason(view, answer):
    show(view, SheetState.SUBMITTED)
    asked = []

    def act(dialog):
        asked.append((dialog.said.text(), dialog.button.isEnabled()))
        dialog.reason.setPlainText("Thiếu minh chứng mục II")

    answer(act)
    view.head.step_buttons[SheetState.RETURNED].click()
    assert asked == [("Cần có lý do trả lại phiếu.", False)]
    assert stored(view).state is SheetState.RETURNED
    assert "Thiếu minh chứng mục II" in view.strip.warnings()


def test_the_lead_units_sheet_is_not_reviewed_by_itself(view, answer):
    lead = view.period.lead_on(None).unit
    place = next(n for n, one in enumerate(view._sheets.sheets) if one.unit.id == lead.id)
    sheet = view._sheets.sheets[place]
    view.file.sheets.save(sheet.replace(state=SheetState.SUBMITTED, steps=sheet.steps[:1]))
    view.refresh()
    view.head.units.setCurrentIndex(place)
    view.head.units.activated.emit(place)
    found = []

    def act(dialog):
        names = [dialog.in_name.itemText(n) for n in range(dialog.in_name.count())]
        dialog.in_name.setCurrentIndex(names.index(lead.name))
        dialog.in_name.activated.emit(0)
        found.append((dialog.said.text(), dialog.button.isEnabled()))
        dialog.in_name.setCurrentIndex(0)
        dialog.in_name.activated.emit(0)

    answer(act)
    view.head.step_buttons[SheetState.REVIEWED].click()
    (words, enabled), *_ = found
    assert "không thẩm định phiếu của chính mình" in words
    assert not enabled
    reviewed = stored(view).steps[-1]
    assert reviewed.state is SheetState.REVIEWED
    assert reviewed.unit != lead


# --- many at once -----------------------------------------------------------------------------


def test_all_sheets_are_handed_in_as_one_change_and_the_others_named(window, view, answer):
    view.head.rounds.setCurrentIndex(0)
    view.head.rounds.activated.emit(0)
    assert states(view) == {SheetState.DRAFT}
    listed = []

    def act(dialog):
        for row in range(dialog.list.count()):
            item = dialog.list.item(row)
            listed.append((item.text(), item.checkState() is Qt.CheckState.Checked))

    answer(act)
    assert view.head.all_button.text() == "Nộp tất cả đã nhập…"
    view.head.all_button.click()
    ready = [text for text, ticked in listed if ticked]
    left = [text for text, ticked in listed if not ticked]
    assert len(ready) + len(left) == 6
    after = [s.state for s in view._sheets.sheets]
    assert after.count(SheetState.SUBMITTED) == len(ready) > 1, listed
    window.actions_.undo.trigger()
    assert states(view) == {SheetState.DRAFT}


def nobody(dialog):
    dialog.who.line.setText("")
    dialog.who.line.textEdited.emit("")


def test_each_unit_hands_in_by_its_own_representative(view, answer):
    view.head.rounds.setCurrentIndex(0)
    view.head.rounds.activated.emit(0)
    answer(nobody)
    view.head.all_button.click()
    moved = [s for s in view._sheets.sheets if s.state is SheetState.SUBMITTED]
    for sheet in moved:
        member = view.period.membership_of(sheet.unit)
        assert sheet.steps[0].person == member.representative
    assert len(moved) > 1


def test_nobody_reviews_without_a_name(view, answer):
    show(view, SheetState.SUBMITTED)
    found = []

    def act(dialog):
        nobody(dialog)
        found.append((dialog.said.text(), dialog.button.isEnabled()))

    answer(act)
    view.head.step_buttons[SheetState.REVIEWED].click()
    assert found == [("Cần ghi người thực hiện.", False)]
    assert stored(view).state is SheetState.SUBMITTED


# --- the whole cluster, evidence, closed years ------------------------------------------------


def test_all_units_side_by_side_with_totals_at_the_foot(view):
    view.head.modes.setCurrentIndex(1)
    view.head.modes.activated.emit(1)
    board, model = view._sheets.main_board, view.cluster.model
    assert view.cluster.isVisible()
    assert model.columnCount() == 3 + 6
    total = view.cluster.foot.model()
    for place, unit in enumerate(model.units, 3):
        found = board.total(unit).final
        assert total.data(total.index(0, place)) == f"{found.normalize():f}".replace(".", ",")
    view.cluster.grid.setCurrentIndex(model.index(2, 4))
    view.cluster.grid.entered_cell.emit()
    assert view.grid.isVisible()
    assert view.model.sheet.unit == model.units[1]
    assert view.model.rows[view.grid.currentIndex().row()] == model.rows[2]


def test_a_file_proves_one_row(view, keys, monkeypatch, tmp_path, qtbot):
    path = tmp_path / "công văn.pdf"
    path.write_bytes(b"%PDF-1.4 thu")

    def attach(dialog):
        with qtbot.waitSignal(dialog.panel.changed):
            dialog.panel.add_files([path])

    monkeypatch.setattr(EvidenceDialog, "exec", attach)
    show(view, SheetState.SUBMITTED)
    stand(view, "I.2", "review1")
    keys(KEY.Key_F4)
    row = view.grid.currentIndex().row()
    assert view.model.data(view.model.index(row, PLACES["files"])) == "1"
    (kept,) = view.file.attachments.of_record(stored(view))
    assert kept.part == view.model.rows[row].id


def test_a_closed_year_is_only_looked_at(window, view):
    period = view.period
    for state in (PeriodState.SUMMING_UP, PeriodState.CLOSED):
        period = window.file.periods.save(period.replace(state=state))
    window.reload()
    show(view, SheetState.SUBMITTED)
    assert not view.model.is_open(view.grid.currentIndex())
    assert not any(button.isVisible() for button in view.head.step_buttons.values())
    assert "chỉ xem" in view.strip.warnings()


def test_a_deleted_sheet_takes_its_files_and_comes_back(window, view, monkeypatch):
    monkeypatch.setattr(messages, "ask_delete", lambda *_: True)
    show(view, SheetState.DRAFT)
    gone = view.model.saved.id
    window.actions_.delete.trigger()
    assert view.file.sheets.find(gone) is None
    assert view.can_add
    window.actions_.undo.trigger()
    assert view.file.sheets.find(gone) is not None


def test_the_papers_of_the_shown_sheet_are_printed(window, view, qtbot, monkeypatch):
    texts = []

    def look(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        for key in PAPERS:
            dialog.preview.choose_paper(key)
            qtbot.waitUntil(lambda: dialog.preview.is_ready, timeout=20_000)
            texts.append(" ".join(raster.text_of(dialog.preview.pdf)))

    monkeypatch.setattr(SheetPapers, "exec", look)
    show(view, SheetState.FINAL)
    window.actions_.print.trigger()
    total = view._sheets.main_board.total(view.model.sheet.unit).final
    assert len(texts) == 2
    assert all(number(total) in text for text in texts)


def test_the_dialog_waits_for_a_file_that_is_being_read(view, tmp_path, qtbot):
    show(view, SheetState.DRAFT)
    criterion = view.model.rows[2]
    dialog = EvidenceDialog(view.file, view.model.saved, criterion, read_only=False, parent=view)
    qtbot.addWidget(dialog)
    dialog.show()
    path = tmp_path / "anh.pdf"
    path.write_bytes(b"%PDF-1.4 thu")
    with qtbot.waitSignal(dialog.panel.changed):
        dialog.panel.add_files([path])
        dialog.reject()
        assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_what_an_inspection_found_is_told_where_the_row_is_scored(window, view):
    """The sample's inspection found a late report (II.3) at the fifth member."""
    unit = window.file.inspections.get("kiem-tra-1").unit
    place = next(n for n, sheet in enumerate(view._sheets.sheets) if sheet.unit.id == unit.id)
    view.head.units.setCurrentIndex(place)
    view.head.units.activated.emit(place)
    stand(view, "II.3", "review1")
    assert (
        "Kiểm tra 14/06/2018: Báo cáo sơ kết gửi chậm 5 ngày so với kế hoạch, đề nghị -2 điểm; "
        "chưa khắc phục."
    ) in view.strip.why()
    stand(view, "I.1.a", "review1")
    assert "Kiểm tra" not in view.strip.why()
