"""The rows of an editable grid: parts of a record, with what is typed wrongly kept beside."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import clean_line, fold, number, short_date
from desktop_app.ui.records.date_fields import read_date, read_time, short_time
from desktop_app.ui.records.number_field import read_number
from desktop_app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["text", "number", "date", "time", "choice", "record", "check"]


@dataclass(frozen=True)
class PartColumn:
    """A column of an editable grid.

    `choices` is a Choice class for «choice» and a tuple of records, or a function that
    gives them, for «record». `show` makes the text of a column that is only looked at.
    """

    field: str
    head: str
    kind: Kind = "text"
    choices: Iterable[Any] | Callable[[], Sequence[Any]] = ()
    width: int = 120
    placeholder: str = ""
    decimals: int = 0
    empty: Any = None
    """What an empty number means, e.g. 0 where the record wants one."""
    stretch: bool = False
    nullable: bool = False
    text: Callable[[Any], str] = lambda record: record.title
    show: Callable[[Any], str] | None = None
    changed: Callable[[Any], Any] | None = None
    """Called with the changed part; gives it back with what follows from the change."""

    def options(self) -> list[Any]:
        """What can be chosen."""
        choices = self.choices
        if callable(choices) and not isinstance(choices, type):
            choices = choices()
        return list(choices)  # type: ignore[arg-type]


class PartsModel(QAbstractTableModel):
    """Parts as rows; every edit is `part.replace(field=value)`."""

    def __init__(self, columns: Sequence[PartColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.read_only = False
        self._parts: list[Record] = []
        self._raw: dict[tuple[str, str], tuple[str, str]] = {}
        self._problems: dict[tuple[int, str], str] = {}

    @property
    def parts(self) -> tuple[Record, ...]:
        return tuple(self._parts)

    def set_parts(self, parts: Sequence[Record]) -> None:
        """Show these parts."""
        self.beginResetModel()
        self._parts = list(parts)
        self._raw.clear()
        self._problems.clear()
        self.endResetModel()

    def set_problems(self, problems: dict[tuple[int, str], str]) -> None:
        """Sentences by row and field."""
        if problems != self._problems:
            self._problems = dict(problems)
            self._say_changed()

    def unreadable(self) -> list[str]:
        """Sentences about cells whose text is no value, top to bottom."""
        rows = {part.id: row for row, part in enumerate(self._parts)}
        found = sorted((rows[key[0]], raw[1]) for key, raw in self._raw.items() if key[0] in rows)
        return [f"Dòng {row + 1}: {sentence}" for row, sentence in found]

    def insert(self, row: int, parts: Sequence[Record]) -> None:
        """Put parts in before a row."""
        if parts:
            self.beginInsertRows(QModelIndex(), row, row + len(parts) - 1)
            self._parts[row:row] = parts
            self.endInsertRows()

    def remove(self, row: int) -> None:
        """Take a row out."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._parts[row]
        self.endRemoveRows()

    def move(self, row: int, to: int) -> None:
        """Let a row change places with its neighbour."""
        self._parts[row], self._parts[to] = self._parts[to], self._parts[row]
        self._say_changed()

    def problem_at(self, index: Index) -> str:
        """What is wrong in a cell."""
        field = self.columns[index.column()].field
        raw = self._raw.get((self._parts[index.row()].id, field))
        return raw[1] if raw else self._problems.get((index.row(), field), "")

    def value_at(self, index: Index) -> Any:
        """The value behind a cell."""
        return getattr(self._parts[index.row()], self.columns[index.column()].field)

    def typed_columns(self) -> list[int]:
        """The columns one goes through while typing."""
        return [
            place
            for place, column in enumerate(self.columns)
            if column.kind != "check" and not column.show
        ]

    def made_from(self, text: str, new: Callable[[], Any]) -> list[Record]:
        """New parts from pasted lines, cells parted by tabs; what cannot be read stays empty."""
        made = []
        columns = [self.columns[place] for place in self.typed_columns()]
        for line in text.splitlines():
            part = new() if line.strip() else None
            if part is None:
                continue
            for column, cell in zip(columns, line.split("\t"), strict=False):
                with contextlib.suppress(ValueError):
                    part = self._with(part, column, read_cell(column, cell)) if cell else part
            made.append(part)
        return made

    def _with(self, part: Record, column: PartColumn, value: Any) -> Record:
        changed = part.replace(**{column.field: value})
        return column.changed(changed) if column.changed else changed

    def _say_changed(self) -> None:
        if self._parts:
            last = self.index(len(self._parts) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _text(self, index: Index) -> str:
        part, column = self._parts[index.row()], self.columns[index.column()]
        raw = self._raw.get((part.id, column.field))
        return raw[0] if raw else cell_text(column, part)

    def _edit_data(self, index: Index) -> Any:
        plain = self.columns[index.column()].kind in ("text", "number", "date", "time")
        return self._text(index) if plain else self.value_at(index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._parts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.EditRole:
            return self._edit_data(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.problem_at(index) or self._text(index)
        if role == Qt.ItemDataRole.CheckStateRole and column.kind == "check":
            on = bool(self.value_at(index))
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.BackgroundRole and self.problem_at(index):
            return theme.color("red_soft")
        if role == Qt.ItemDataRole.TextAlignmentRole and column.kind == "number":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        part, column = self._parts[index.row()], self.columns[index.column()]
        self._raw.pop((part.id, column.field), None)
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif isinstance(value, str) and column.kind not in ("choice", "record"):
            try:
                value = read_cell(column, value)
            except ValueError as error:
                self._raw[(part.id, column.field)] = (str(value), str(error))
                self.dataChanged.emit(index, index)
                return True
        if value is None and column.kind == "record" and not column.nullable:
            return False
        self._parts[index.row()] = self._with(part, column, value)
        last = self.index(index.row(), len(self.columns) - 1)
        self.dataChanged.emit(self.index(index.row(), 0), last)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self.read_only:
            return flags
        column = self.columns[index.column()]
        if column.kind == "check":
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags if column.show else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            across = orientation is Qt.Orientation.Horizontal
            return self.columns[section].head if across else str(section + 1)
        if role == Qt.ItemDataRole.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            right = self.columns[section].kind == "number"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def cell_text(column: PartColumn, part: Record) -> str:
    """How a part's value is written in the grid."""
    if column.show:
        return column.show(part)
    value = getattr(part, column.field)
    if value is None or column.kind == "check":
        return ""
    if column.kind == "date":
        return short_date(value)
    if column.kind == "time":
        return short_time(value)
    if isinstance(value, (int, Decimal)):
        return number(value)
    return column.text(value) if column.kind == "record" else str(value)


def read_cell(column: PartColumn, text: str) -> Any:
    """The value a person typed or pasted. Raises ValueError with a sentence."""
    if column.kind == "number":
        found = read_number(text, column.decimals)
        return column.empty if found is None else found
    if column.kind == "date":
        return read_date(text)
    if column.kind == "time":
        return read_time(text)
    if column.kind in ("choice", "record"):
        return _named(column, text)
    if column.kind == "check":
        return fold(text.strip()) in ("x", "co", "1", "true")
    return clean_line(unicodedata.normalize("NFC", text))


def _named(column: PartColumn, text: str) -> Any:
    wanted = fold(clean_line(text))
    for option in column.options():
        shown = column.text(option) if column.kind == "record" else option.label
        if fold(clean_line(shown)) == wanted:
            return option
    raise ValueError(f"Không có «{text.strip()}» trong danh sách.")
