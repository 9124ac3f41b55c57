"""Columns that take the room the others leave, and stay wide enough to be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop_app.ui.theme import theme

_LEAST_WIDE = 96
"""Pixels at a text of 100 %: narrower, a name would stand letter under letter."""


def fit(table: QTableView, columns: Sequence[int]) -> None:
    """Where little room is left a column keeps a width to be read at; the table scrolls."""
    header, mode = table.horizontalHeader(), QHeaderView.ResizeMode
    least = _LEAST_WIDE * theme.text_size // 100
    for column in columns:
        room = table.viewport().width() - (header.length() - header.sectionSize(column))
        tight = room < least
        wanted = mode.Interactive if tight else mode.Stretch
        if header.sectionResizeMode(column) is not wanted:
            header.setSectionResizeMode(column, wanted)
        if tight:
            header.resizeSection(column, least)


class Fitting(QObject):
    """Fits the columns of a table whenever it becomes wider or narrower."""

    def __init__(self, table: QTableView, columns: Sequence[int]) -> None:
        super().__init__(table)
        self._table, self._columns = table, tuple(columns)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            fit(self._table, self._columns)
        return False
