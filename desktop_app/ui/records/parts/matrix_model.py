"""The cells of a matrix: one value for each pair of a row and a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index
from desktop_app.ui.theme import theme

Place = tuple[str, str]
"""The keys of row and column."""


@dataclass(frozen=True)
class Line:
    """A row or a column of the matrix."""

    key: str
    title: str
    tip: str = ""
    is_bold: bool = False


@dataclass(frozen=True)
class CellRule:
    """How cells are written and read, and which of them are closed.

    `read` raises ValueError with a sentence; `closed` gives the words of a cell that takes no
    value of its own, or nothing; `pale` what holds for an empty cell: it is shown, never copied.
    """

    show: Callable[[Any], str]
    read: Callable[[Place, str], Any]
    closed: Callable[[Place], str] = lambda place: ""
    pale: Callable[[Place], str] = lambda place: ""


class MatrixModel(BoundedModel):
    """Values by place; None is an empty cell. What cannot be read stays as it was typed."""

    def __init__(self, rule: CellRule, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self.read_only = False
        self.rows: tuple[Line, ...] = ()
        self.columns: tuple[Line, ...] = ()
        self._values: dict[Place, Any] = {}
        self._raw: dict[Place, tuple[str, str]] = {}
        self._problems: dict[Place, str] = {}

    def values(self) -> dict[Place, Any]:
        """The filled cells."""
        return dict(self._values)

    def set_values(self, values: Mapping[Place, Any]) -> None:
        """Other values for the same rows and columns."""
        self.beginResetModel()
        self._values = {place: value for place, value in values.items() if value is not None}
        self._raw.clear()
        self._problems.clear()
        self.endResetModel()

    def set_lines(self, rows: Sequence[Line], columns: Sequence[Line]) -> None:
        """Other rows and columns; the values of those that stay are kept."""
        if (tuple(rows), tuple(columns)) != (self.rows, self.columns):
            self.beginResetModel()
            self.rows, self.columns = tuple(rows), tuple(columns)
            self.endResetModel()

    def set_problems(self, problems: Mapping[Place, str]) -> None:
        if problems != self._problems:
            self._problems = dict(problems)
            self.say_changed()

    def unreadable(self) -> list[str]:
        """Sentences about cells whose text is no value, row by row."""
        titles = {row.key: row.title for row in self.rows}
        heads = {column.key: column.title for column in self.columns}
        return [
            f"{titles[row]}, {heads[column]}: {why}"
            for (row, column), (_, why) in self._raw.items()
            if row in titles and column in heads
        ]

    def place(self, index: Index) -> Place:
        return self.rows[index.row()].key, self.columns[index.column()].key

    def text(self, index: Index) -> str:
        """What stands in a cell: the words of a closed one, or the value, or what was typed."""
        place = self.place(index)
        if place in self._raw:
            return self._raw[place][0]
        value = self._values.get(place)
        if value is None:
            return self.rule.closed(place)
        return self.rule.show(value)

    def is_closed(self, index: Index) -> bool:
        """Whether a cell takes no value; a wrong one in it can be taken out."""
        place = self.place(index)
        filled = place in self._values or place in self._raw
        return bool(self.rule.closed(place)) and not filled

    def _is_pale(self, index: Index) -> bool:
        return self.is_closed(index) or not self.text(index)

    def put(self, index: Index, text: str) -> None:
        """What was typed or pasted in a cell."""
        place = self.place(index)
        self._raw.pop(place, None)
        self._values.pop(place, None)
        if text.strip():
            try:
                self._values[place] = self.rule.read(place, text.strip())
            except ValueError as error:
                self._raw[place] = (text.strip(), str(error))

    def problem_at(self, index: Index) -> str:
        place = self.place(index)
        return self._raw[place][1] if place in self._raw else self._problems.get(place, "")

    def say_changed(self) -> None:
        """After `put`: everything is painted anew, since closed cells follow from others."""
        if self.rows and self.columns:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # --- what Qt asks -----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def cell_data(self, index: Index, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if role == Qt.ItemDataRole.EditRole:
                return "" if self.is_closed(index) else self.text(index)
            return self.text(index) or self.rule.pale(self.place(index))
        if role == Qt.ItemDataRole.ToolTipRole:
            row, column = self.rows[index.row()], self.columns[index.column()]
            return self.problem_at(index) or f"{row.title}\n{column.tip or column.title}"
        if role == Qt.ItemDataRole.BackgroundRole and self.problem_at(index):
            return theme.color("red_soft")
        if role == Qt.ItemDataRole.ForegroundRole and self._is_pale(index):
            return theme.color("muted")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def set_cell(self, index: Index, value: Any, role: int) -> bool:
        self.put(index, str(value or ""))
        self.say_changed()
        return True

    def cell_flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self.read_only or self.is_closed(index):
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        line = (self.columns if across else self.rows)[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or line.title
        if role == Qt.ItemDataRole.FontRole and line.is_bold:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = Qt.AlignmentFlag.AlignVCenter
            if across:
                return int(Qt.AlignmentFlag.AlignHCenter | middle) | int(Qt.TextFlag.TextWordWrap)
            return int(Qt.AlignmentFlag.AlignLeft | middle)
        return None
