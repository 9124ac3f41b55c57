"""One value a pair of row and column: typed, copied and pasted as in a sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.ui import messages
from desktop_app.ui.records.forms.number_field import read_number
from desktop_app.ui.records.parts.matrix_field import MatrixField
from desktop_app.ui.records.parts.matrix_model import CellRule, Line

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot):
    rule = CellRule(
        show=str,
        read=lambda _, text: read_number(text),
        closed=lambda place: "–" if place == ("r2", "c2") else "",
    )
    made = MatrixField("Bảng", rule)
    made.model.set_lines([Line(f"r{n}", f"Dòng {n}") for n in (1, 2, 3)], _columns())
    made.set_value({("r1", "c1"): 1, ("r3", "c3"): 9})
    qtbot.addWidget(made)
    made.show()
    return made


def _columns():
    return [Line(f"c{n}", f"Cột {n}") for n in (1, 2, 3)]


@pytest.fixture
def notes(monkeypatch):
    found = []
    monkeypatch.setattr(messages, "show_note", lambda *words: found.append(words[2]))
    return found


def at(field, row, column):
    field.table.setCurrentIndex(field.model.index(row, column))


def paste(field, text):
    QGuiApplication.clipboard().setText(text)
    field.paste()


def test_model_keeps_to_the_rules_of_qt(field, qtmodeltester):
    qtmodeltester.check(field.model)


def test_paste_fills_a_block_and_empty_cells_empty(field, notes):
    at(field, 0, 0)
    paste(field, "\t2\n3\t–\n4\t5\t6\n")
    assert notes == []
    assert field.value() == {
        ("r1", "c2"): 2,
        ("r2", "c1"): 3,
        ("r3", "c1"): 4,
        ("r3", "c2"): 5,
        ("r3", "c3"): 6,
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\t2\t3\t4", "1 dòng × 4 cột"),
        ("1\n2\n3\n4", "4 dòng × 1 cột"),
        ("1\t2\n3\t7", "ô không nhận giá trị, dòng «Dòng 2»"),
    ],
)
def test_a_block_that_does_not_fit_is_refused_as_a_whole(field, notes, text, words):
    at(field, 0, 0)
    before = field.value()
    paste(field, text)
    assert words in notes[0]
    assert field.value() == before


def test_what_is_no_value_stays_and_is_said(field):
    at(field, 1, 0)
    paste(field, "=1+1")
    assert field.value() == {("r1", "c1"): 1, ("r3", "c3"): 9}
    assert field.own_problem() == "Dòng 2, Cột 1: «=1+1» không phải là số."
    assert field.model.index(1, 0).data() == "=1+1"
    field.empty_cells()
    assert field.own_problem() == ""


def test_enter_goes_down_tab_to_the_right_past_closed_cells(field, qtbot):
    at(field, 0, 1)
    qtbot.keyClick(field.table, Qt.Key.Key_Return)
    assert field.table.currentIndex().row() == 2
    at(field, 1, 0)
    field.next_cell(down=False)
    assert field.table.currentIndex().column() == 2


def test_copy_takes_the_chosen_block(field, qtbot):
    model = field.table.selectionModel()
    flag = QItemSelectionModel.SelectionFlag.Select
    for row in (0, 1):
        for column in (0, 1):
            model.select(field.model.index(row, column), flag)
    qtbot.keyClick(field.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1\t\n\t–"


def test_read_only_matrix_takes_nothing(field):
    field.set_read_only(True)
    at(field, 0, 0)
    paste(field, "5")
    field.empty_cells()
    assert field.value() == {("r1", "c1"): 1, ("r3", "c3"): 9}
    assert not field.model.flags(field.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_what_holds_for_an_empty_cell_is_shown_but_is_no_value(field):
    field.model.rule = CellRule(
        show=str, read=lambda _, text: read_number(text), pale=lambda place: "95"
    )
    empty = field.model.index(0, 1)
    assert empty.data() == "95"
    assert empty.data(Qt.ItemDataRole.EditRole) == ""
    assert empty.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert field.model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert field.value() == {("r1", "c1"): 1, ("r3", "c3"): 9}
    field.table.selectAll()
    field.copy()
    assert "95" not in QGuiApplication.clipboard().text()
