"""Rows as high as their texts, measured as they come into sight: a long list opens at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

AT_ONCE = 100
"""So few rows are all measured together."""


class TallRows:
    """The heights of a table's rows; the table says what is about to be looked at."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._known: set[int] = set()
        table.setWordWrap(True)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._again = QTimer(table, singleShot=True, interval=0)
        self._again.timeout.connect(self.measure)
        table.horizontalHeader().sectionResized.connect(self.forget)

    def forget(self, *_: object) -> None:
        """Texts, widths or the size of letters have changed."""
        self._known.clear()
        self._again.start()

    def measure(self) -> None:
        """What is in sight, and the end of the list, by which Qt knows how far it scrolls."""
        count = self._table.model().rowCount()
        if count <= AT_ONCE:
            self._measure(range(count))
        elif self._room() > 0:
            self._fill(range(max(self._table.verticalScrollBar().value(), 0), count))
            self._fill(range(count - 1, -1, -1))

    def measure_around(self, row: int) -> None:
        """A row that is scrolled to, with those above and below it."""
        count = self._table.model().rowCount()
        if count > AT_ONCE and 0 <= row < count:
            self._fill(range(row, -1, -1))
            self._fill(range(row, count))

    def _fill(self, rows: Iterable[int]) -> None:
        self._measure(self._until_full(rows))

    def _until_full(self, rows: Iterable[int]) -> Iterator[int]:
        left = self._room()
        for row in rows:
            if left <= 0:
                return
            yield row
            left -= self._table.rowHeight(row)

    def _measure(self, rows: Iterable[int]) -> None:
        for row in rows:
            if row not in self._known:
                self._known.add(row)
                self._table.resizeRowToContents(row)

    def _room(self) -> int:
        return self._table.viewport().height()
