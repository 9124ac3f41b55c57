"""The mouse and the keys of a journey, and how its steps are counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


class Hand:
    """The mouse and the keys, counting as the journeys are counted: a click, a field or a
    confirmed dialog is one step; what is typed in a field is none more."""

    def __init__(self):
        self.steps = []

    def click(self, step, widget):
        assert widget.isVisible()
        assert widget.isEnabled()
        self.steps.append(step)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def open_row(self, step, rows, words):
        """A double click on the line that begins with these words."""
        place = next(n for n in range(rows.count()) if rows.item(n).text().startswith(words))
        middle = rows.visualItemRect(rows.item(place)).center()
        self.steps.append(step)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def fill(self, step, table, row, column, words):
        """A click into a cell of a grid, the words, Enter."""
        middle = table.visualRect(table.model().index(row, column)).center()
        self.steps.append(step)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QTest.keyClicks(table, words[0])
        editor = table.open_editor()
        QTest.keyClicks(editor, words[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.qWait(1)  # Qt takes over what Enter confirmed with the next round of events
