"""Forms for the units in the real window: out into a folder, back beside the sheet."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import (
    Passed,
    ScoreLine,
    ScoreSheet,
    SheetState,
    SheetStep,
)
from desktop_app.domain.vietnamese import number
from desktop_app.exchange.score_form import FORM_SHEET, HEAD_ROW, PLACES
from desktop_app.ui import messages
from desktop_app.ui.scores.sheets import workbook_actions
from desktop_app.ui.scores.sheets.form_export import FormExportDialog
from desktop_app.ui.scores.sheets.form_return import FormReturnDialog
from tests.benchmarks.scoring import LEAVES, make_set
from tests.exchange.test_score_cycle import fill as fill_whole

COMPACTS = 2
KEY = Qt.Key


@pytest.fixture
def view(window, unscored, qtbot):
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    labels = [label for label, _ in page.views]
    view = page.turn_to(labels.index("Tiêu chí"))
    qtbot.waitUntil(lambda: view.list.model.total == 1)
    return view


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Answers the question where to."""
    folder = tmp_path / "USB"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    return folder


@pytest.fixture
def export(view, qtbot):
    """Opens the dialog, does something in it, and waits for the end."""

    def export(act=lambda dialog: dialog.button.click()):
        file, period = view.file, view.period
        criteria = file.criteria.of_period(period)[0]
        dialog = FormExportDialog(period, criteria, file.sheets.of_period(period), parent=view)
        qtbot.addWidget(dialog)
        dialog.show()
        act(dialog)
        qtbot.waitUntil(lambda: not dialog.isVisible() or dialog._job is None, timeout=20_000)
        return dialog

    return export


# --- out --------------------------------------------------------------------------------------


def test_every_member_gets_a_form(view, export, folder):
    export()
    members = view.period.members_on(None)
    assert len(list(folder.glob("*.xlsx"))) == len(members) == 6
    for place, member in enumerate(members, 1):
        (path,) = folder.glob(f"{place:02d} *.xlsx")
        assert member.unit.code in path.name
        assert member.unit.name in openpyxl.load_workbook(path)[FORM_SHEET]["A2"].value


@pytest.mark.parametrize(("sort", "ending"), [(1, ".pdf"), (2, ".docx")])
def test_units_without_a_pc_get_a_paper(export, folder, sort, ending):
    def act(dialog):
        dialog.sort.setCurrentIndex(sort)
        dialog.button.click()

    export(act)
    assert [path.suffix for path in folder.iterdir()] == [ending] * 6


def test_only_ticked_units_get_one(export, folder, qtbot):
    def act(dialog):
        dialog.units.setFocus()
        dialog.units.setCurrentRow(0)
        qtbot.keyClick(dialog.units, KEY.Key_Space)
        assert dialog.button.text() == "Xuất 5 phiếu…"
        dialog.button.click()

    export(act)
    names = sorted(path.name[:3] for path in folder.glob("*.xlsx"))
    assert names == ["02 ", "03 ", "04 ", "05 ", "06 "], "each keeps its own name"


def test_a_stopped_export_leaves_whole_files_only(export, folder, qtbot):
    def act(dialog):
        job = dialog.export_to(folder)
        qtbot.waitUntil(lambda: any(folder.glob("*.xlsx")), timeout=10_000)
        dialog.strip.stop()
        qtbot.waitSignal(job.finished)

    export(act)
    for path in folder.iterdir():
        assert path.suffix == ".xlsx"
        openpyxl.load_workbook(path)


def test_forms_that_are_there_are_overwritten_only_when_asked(export, folder, monkeypatch):
    export()
    asked = []
    monkeypatch.setattr(messages, "ask", lambda *words, **_: asked.append(words))
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    export()
    assert len(asked) == 1
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_no_forms_by_criteria_that_are_drafts(view, monkeypatch):
    criteria = view.file.criteria.of_period(view.period)[0]
    view.file.criteria.save(criteria.replace(state=CriteriaState.DRAFT))
    notes = []
    monkeypatch.setattr(messages, "show_note", lambda *words: notes.append(words))
    workbook_actions.export_forms(view)
    assert "chưa có bộ tiêu chí được thông qua" in notes[0][1]


# --- back ---------------------------------------------------------------------------------------


@pytest.fixture
def forms(export, folder):
    """The forms of all members, in their order."""
    export()
    return sorted(folder.glob("*.xlsx"))


def fill(path, figures):
    """Figures into a form as a unit types them: criterion's code → field → value."""
    book = openpyxl.load_workbook(path)
    page = book[FORM_SHEET]
    for row in range(HEAD_ROW + 1, page.max_row + 1):
        for field, value in figures.get(page.cell(row, 1).value, {}).items():
            page.cell(row, PLACES[field]).value = value
    book.save(path)


@pytest.fixture
def receive(view, qtbot, monkeypatch):
    """Presses «Nhận phiếu…», picks the files and does something once they are compared."""

    def receive(paths, act):
        chosen = [str(path) for path in paths]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (chosen, ""))
        seen = []

        def run(dialog):
            seen.append(dialog)
            dialog.show()
            qtbot.waitUntil(lambda: bool(dialog.forms), timeout=20_000)
            act(dialog)
            return dialog.result()

        monkeypatch.setattr(FormReturnDialog, "exec", run)
        view._receive_forms.click()
        return seen[0]

    return receive


def press(qtbot, widget, *wanted):
    for key in wanted:
        qtbot.keyClick(widget, key)


def take(dialog):
    dialog.take_button.click()


def sheets_of(view):
    return view.file.sheets.of_period(view.period)


def lines_of(view, place):
    """Code → line of the sheet of a member."""
    unit = view.period.members_on(None)[place].unit
    (sheet,) = (one for one in sheets_of(view) if one.unit.id == unit.id)
    return {sheet.criteria.tree.find(line.criterion).code: line for line in sheet.lines}


def test_filled_forms_are_taken_and_undone_in_one_step(window, view, forms, receive):
    fill(forms[0], {"I.1.a": {"actual": 30}, "II.1": {"passed": "Đạt"}})
    fill(forms[1], {"I.3": {"count": 2, "evidence": "Báo cáo số 5"}})

    def act(dialog):
        assert dialog.take_button.text() == "Nhận 4 thay đổi"
        take(dialog)

    receive(forms, act)
    assert lines_of(view, 0)["I.1.a"].actual == 30
    assert lines_of(view, 0)["II.1"].passed is Passed.YES
    assert lines_of(view, 1)["I.3"].evidence == "Báo cáo số 5"
    assert len(sheets_of(view)) == 2, "a form without figures makes no sheet"
    assert f"«{forms[0].name}»" in sheets_of(view)[0].note
    window.actions_.undo.trigger()
    assert not sheets_of(view)


def test_a_cell_is_unticked_by_the_space_bar(view, forms, receive, qtbot):
    fill(forms[0], {"I.1.a": {"actual": 30}, "I.1.b": {"actual": 1}, "I.3": {"count": 2}})

    def act(dialog):
        assert dialog.tree.hasFocus()
        press(qtbot, dialog.tree, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
        qtbot.waitUntil(lambda: dialog.take_button.text() == "Nhận 2 thay đổi")
        press(qtbot, dialog.tree, KEY.Key_Return)
        assert not dialog.isVisible()

    receive(forms[:1], act)
    assert set(lines_of(view, 0)) == {"I.1.a", "I.3"}


def test_a_whole_file_is_unticked_by_the_space_bar(view, forms, receive, qtbot):
    fill(forms[0], {"I.1.a": {"actual": 30}, "I.3": {"count": 2}})
    fill(forms[1], {"I.1.a": {"actual": 12}})

    def act(dialog):
        press(qtbot, dialog.tree, KEY.Key_Space)
        qtbot.waitUntil(lambda: dialog.take_button.text() == "Nhận 1 thay đổi")
        take(dialog)

    receive(forms[:2], act)
    (sheet,) = sheets_of(view)
    assert sheet.unit.id == view.period.members_on(None)[1].unit.id


def test_received_twice_nothing_changes(view, forms, receive):
    fill(forms[0], {"I.1.a": {"actual": 30}})
    receive(forms[:1], take)
    before = sheets_of(view)

    def act(dialog):
        assert "không có gì thay đổi" in dialog.heading.text()
        assert not dialog.take_button.isEnabled()

    receive(forms[:1], act)
    assert sheets_of(view) == before


def test_a_wrong_file_is_told_and_the_others_are_taken(view, forms, receive):
    fill(forms[0], {"I.1.a": {"actual": "nhiều"}, "I.3": {"count": -1}})
    fill(forms[1], {"I.1.a": {"actual": 12}})
    forms[2].write_bytes(b"PK\x03\x04")

    def act(dialog):
        text = dialog.tree.as_text()
        assert "ô G8: «nhiều» không phải là số" in text
        assert "không được âm" in text
        assert "đã hỏng" in text
        assert "2 tệp không nhận được" in dialog.heading.text()
        take(dialog)

    receive(forms[:3], act)
    assert len(sheets_of(view)) == 1


def test_two_files_of_one_unit_are_both_refused(view, forms, receive, tmp_path):
    twin = tmp_path / "bản sao.xlsx"
    fill(forms[0], {"I.1.a": {"actual": 30}})
    twin.write_bytes(forms[0].read_bytes())

    def act(dialog):
        assert dialog.tree.as_text().count("Chỉ nhận một tệp mỗi đơn vị") == 2
        assert not dialog.take_button.isEnabled()

    receive([forms[0], twin], act)
    assert not sheets_of(view)


def test_another_round_is_refused_until_it_is_chosen(view, forms, receive):
    fill(forms[0], {"I.1.a": {"actual": 30}})

    def act(dialog):
        dialog.round.setCurrentIndex(0)
        assert "đang nhận đợt «6 tháng»" in dialog.tree.as_text()
        assert not dialog.take_button.isEnabled()
        dialog.round.setCurrentIndex(1)
        assert dialog.take_button.isEnabled()

    receive(forms[:1], act)
    assert not sheets_of(view)


def test_a_sheet_that_was_handed_in_is_only_compared(view, forms, receive):
    fill(forms[0], {"I.1.a": {"actual": 30}})
    receive(forms[:1], take)
    (sheet,) = sheets_of(view)
    step = SheetStep(
        state=SheetState.SUBMITTED, day=dt.date(2018, 11, 1), name="Người nộp", unit=sheet.unit
    )
    view.file.sheets.save(sheet.moved(step))
    fill(forms[0], {"I.1.a": {"actual": 31}})

    def act(dialog):
        assert "chỉ nhận khi phiếu ở «Nháp» hoặc «Bị trả lại»" in dialog.tree.as_text()
        assert "31" in dialog.tree.as_text()
        assert not dialog.take_button.isEnabled()

    receive(forms[:1], act)
    assert lines_of(view, 0)["I.1.a"].actual == 30


def test_what_the_sheet_refuses_leaves_the_dialog_as_it_is(view, forms, receive, monkeypatch):
    """A reviewed line whose own score changes needs a reason, which a form cannot give."""
    unit = view.period.members_on(None)[0].unit
    criteria = view.file.criteria.of_period(view.period)[0]
    leaf = criteria.tree.find("I.4")
    line = ScoreLine(criterion=leaf.id, self_score=Decimal(8), review1=Decimal(8))
    sheet = ScoreSheet(period=view.period, criteria=criteria, unit=unit, lines=(line,))
    view.file.sheets.save(sheet)
    fill(forms[0], {"I.4": {"self_score": 9}})
    told = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error))

    def act(dialog):
        take(dialog)
        assert dialog.isVisible()

    receive(forms[:1], act)
    assert "cần có lý do" in told[0].what
    assert lines_of(view, 0)["I.4"].self_score == 8


# --- a whole round ------------------------------------------------------------------------------


def test_six_units_of_176_criteria_go_out_and_come_back_in_six_steps(
    view, folder, qtbot, monkeypatch
):
    """Two buttons and a folder out; two buttons and one choice of files back."""
    units = [member.unit for member in view.period.members_on(None)]
    made = make_set(view.period, units).replace(
        name="Bộ lớn", version=2, state=CriteriaState.ADOPTED, adopted_on=dt.date(2018, 3, 13)
    )
    view.file.criteria.save(made)
    steps, filled = [], []

    def step(what, act):
        steps.append(what)
        return act()

    def pick_folder(*_, **__):
        return step("thư mục", lambda: str(folder))

    def pick_files(*_, **__):
        return step("các tệp", lambda: ([str(path) for path in sorted(folder.iterdir())], ""))

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", pick_folder)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", pick_files)

    def export(dialog):
        dialog.show()
        step(dialog.button.text(), dialog.button.click)
        qtbot.waitUntil(lambda: dialog.folder is not None, timeout=60_000)
        return dialog.result()

    def receive(dialog):
        dialog.show()
        qtbot.waitUntil(lambda: bool(dialog.forms), timeout=60_000)
        step(dialog.take_button.text(), dialog.take_button.click)
        return dialog.result()

    monkeypatch.setattr(FormExportDialog, "exec", export)
    monkeypatch.setattr(FormReturnDialog, "exec", receive)
    step("Xuất phiếu", view._export_forms.click)
    for place, path in enumerate(sorted(folder.iterdir())):
        filled.append(fill_whole(path, made, place))
    step("Nhận phiếu", view._receive_forms.click)

    sheets = sheets_of(view)
    assert [sheet.unit.id for sheet in sheets] == [unit.id for unit in units]
    assert all(len(sheet.lines) == LEAVES for sheet in sheets)
    board = Scoreboard(made, sheets)
    assert [board.total(unit).missing for unit in units] == [0] * len(units)
    assert steps[-1] == f"Nhận {number(sum(filled))} thay đổi"
    assert len(steps) == 6, steps
