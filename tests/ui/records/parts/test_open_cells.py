"""A cell that is open, or about to be: keys, clicks and buttons lose nothing of what is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.domain.meetings.meeting import Attendance
from tests.ui.records.parts.test_parts_table import AGENDA, PEOPLE, make_table, open_cell

MOUSE = Qt.MouseButton.LeftButton


@pytest.fixture
def table(qtbot):
    return make_table(qtbot)


@pytest.fixture
def clicked(table, qtbot):
    """The chosen cell was clicked: Qt waits for a second click before it opens it."""
    table._go(0, 0)
    table.table.setFocus()
    place = table.table.visualRect(table.model.index(0, 0)).center()
    qtbot.mouseClick(table.table.viewport(), MOUSE, pos=place)
    assert open_cell(table) is None
    return table


def opened(table, row, column):
    table._go(row, column)
    table.edit_current()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    return editor


def test_enter_right_after_a_click_opens_the_cell(clicked, qtbot):
    qtbot.keyClick(clicked.table, Qt.Key.Key_Return)
    assert open_cell(clicked) == (0, 0)


def test_the_first_letter_right_after_a_click_is_not_lost(clicked, qtbot):
    qtbot.keyClicks(clicked.table, "B")
    assert open_cell(clicked) == (0, 0)
    assert QApplication.focusWidget().text() == "B"


def test_so_is_the_first_letter_of_an_input_method(clicked):
    event = QInputMethodEvent()
    event.setCommitString("Đ")
    QApplication.sendEvent(clicked.table, event)
    assert open_cell(clicked) == (0, 0)


@pytest.mark.parametrize("columns", [AGENDA, PEOPLE])
def test_a_new_row_begins_in_its_first_cell_also_from_an_open_one(qtbot, columns):
    parts, new = ((Attendance(name="A"),), Attendance) if columns is PEOPLE else (None, None)
    table = make_table(qtbot, columns, parts, new) if parts else make_table(qtbot)
    opened(table, 0, 0).setText("Đón tiếp")
    qtbot.mouseClick(table.add_button, MOUSE)
    assert open_cell(table) == (1, 0)
    assert table.model.index(0, 0).data() == "Đón tiếp"


def test_a_row_that_is_moved_takes_what_is_being_typed_along(table, qtbot):
    opened(table, 0, 0).setText("Đón tiếp")
    qtbot.mouseClick(table.down_button, MOUSE)
    assert [item.text for item in table.value()] == ["Báo cáo", "Đón tiếp", "Bế mạc"]
    assert table.current_row() == 1
