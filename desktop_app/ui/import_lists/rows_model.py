"""The rows of a list as a table: what was read, how each row is, and whether it is taken."""

from __future__ import annotations

import enum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from desktop_app.exchange.lists.kind import ListReading, ListRow
from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index
from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.tokens import Tone

_NOWHERE = QModelIndex()


class RowState(enum.Enum):
    """How a row is, in a word and a tone."""

    NEW = ("Mới", Tone.GREEN)
    LOOK = ("Nên xem", Tone.AMBER)
    FILLS = ("Bổ sung", Tone.BLUE)
    THERE = ("Đã có", Tone.GREY)
    WRONG = ("Sai", Tone.RED)


def state_of(row: ListRow) -> RowState:
    """Wrong rows first, then those that are there already, then those with something to say."""
    if row.complaints:
        return RowState.WRONG
    if row.twin is not None:
        return RowState.FILLS if row.filled is not None else RowState.THERE
    return RowState.LOOK if row.notices else RowState.NEW


class RowsModel(BoundedModel):
    """New rows are ticked; what would change a record of the file waits for a tick."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = ListReading(())
        self._ticked: set[int] = set()
        self.shown: list[ListRow] = []
        """The rows that the filter leaves."""

    def show_reading(self, reading: ListReading) -> None:
        """Another reading, every new row ticked."""
        self.beginResetModel()
        self._reading = reading
        self.shown = list(reading.rows)
        self._ticked = {row.number for row in reading.rows if row.is_new}
        self.endResetModel()

    def show_only(self, states: frozenset[RowState]) -> None:
        """Only rows in these states; all where none is named."""
        self.beginResetModel()
        rows = self._reading.rows
        self.shown = [row for row in rows if not states or state_of(row) in states]
        self.endResetModel()

    def tick_all(self, on: bool) -> None:
        """Tick or untick every shown row that can be taken."""
        numbers = {row.number for row in self.shown if row.can_be_taken}
        self._ticked = self._ticked | numbers if on else self._ticked - numbers
        last = self.index(max(len(self.shown) - 1, 0), 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    def taken(self) -> list[ListRow]:
        """The ticked rows, in the order of the list."""
        return [row for row in self._reading.rows if row.number in self._ticked]

    def row_of(self, number: int) -> int:
        """Where a row of the file is shown; -1 where the filter hides it."""
        return next((place for place, row in enumerate(self.shown) if row.number == number), -1)

    # --- Qt -------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2 + len(self._reading.fields)

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < 2:
            return ("Dòng", "Tình trạng")[section]
        return self._reading.fields[section - 2].label

    def cell_data(self, index: Index, role: int) -> Any:
        row, column = self.shown[index.row()], index.column()
        state = state_of(row)
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            if not row.can_be_taken:
                return None
            on = row.number in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == TONE_ROLE and column == 1:
            return state.value[1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return why(row) if column < 2 else row.shown[column - 2]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                (str(row.number), state.value[0])[column] if column < 2 else row.shown[column - 2]
            )
        return None

    def set_cell(self, index: Index, value: Any, role: int) -> bool:
        row = self.shown[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not row.can_be_taken:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._ticked = self._ticked | {row.number} if on else self._ticked - {row.number}
        self.dataChanged.emit(index, index, [role])
        return True

    def cell_flags(self, index: Index) -> Qt.ItemFlag:
        found = super().cell_flags(index)
        can = index.column() == 0 and self.shown[index.row()].can_be_taken
        return found | Qt.ItemFlag.ItemIsUserCheckable if can else found


def why(row: ListRow) -> str:
    """All there is to say about a row, a line each."""
    said = [complaint.why for complaint in (*row.complaints, *row.notices)]
    return "\n".join(filter(None, (row.twin_words, *said)))
