"""The base of every table model: what Qt asks of a place that is not there is answered here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)


def is_there(index: Index) -> bool:
    """Whether a cell that a delegate is asked about is one of its model, now."""
    model = index.model()
    return isinstance(model, BoundedModel) and model.holds(index)


class BoundedModel(QAbstractTableModel):
    """Subclasses answer `cell_data` and its like, and are asked of cells and heads they have.

    Qt asks of no place at all too, and of rows that have just gone. An IndexError out of such a
    question breaks off whatever Qt was doing, and has ended the program.
    """

    def holds(self, index: Index) -> bool:
        """Whether there is such a cell now."""
        row, column = index.row(), index.column()
        return 0 <= row < self.rowCount() and 0 <= column < self.columnCount()

    def cell_data(self, index: Index, role: int) -> Any:
        """What `data` answers of a cell that is there."""
        raise NotImplementedError

    def set_cell(self, index: Index, value: Any, role: int) -> bool:
        """What `setData` does with a cell that is there."""
        return False

    def cell_flags(self, index: Index) -> Qt.ItemFlag:
        """The flags of a cell that is there."""
        return super().flags(index)

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        """What `headerData` answers of a row or column that is there."""
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        return self.cell_data(index, role) if self.holds(index) else None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        return self.holds(index) and self.set_cell(index, value, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self.cell_flags(index) if self.holds(index) else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        count = self.columnCount() if across else self.rowCount()
        return self.head_data(section, orientation, role) if 0 <= section < count else None
