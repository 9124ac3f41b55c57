"""Whether the words of a list can be read where they stand."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.theme import theme

EDGE, CHIP = 6, 30
"""Pixels beside a text, and those a chip takes besides its words."""


def cut_off(table):
    """The words of all cells in sight that are not to be read whole."""
    model = table.model()
    cells = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if not table.isColumnHidden(column)
    ]
    return [cell.data() for cell in cells if _is_cut_off(table, cell)]


def _is_cut_off(table, index):
    """Whether a cell is smaller than its words, broken into lines where its row is high."""
    text, cell = index.data() or "", table.visualRect(index)
    if index.data(TONE_ROLE) is not None:
        small = QFontMetrics(theme.font(9, QFont.Weight.DemiBold))
        return small.horizontalAdvance(text) + CHIP > cell.width()
    room = QRect(0, 0, cell.width() - 2 * EDGE, 2000)
    needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
    return needed.width() > room.width() or needed.height() > cell.height()
