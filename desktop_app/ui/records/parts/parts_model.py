"""The rows of an editable grid: parts of a record, with what is typed wrongly kept beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from desktop_app.domain.record import Record
from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index
from desktop_app.ui.records.parts.part_column import PartColumn, cell_text, read_cell
from desktop_app.ui.theme import theme


class PartsModel(BoundedModel):
    """Parts as rows; every edit is `part.replace(field=value)`."""

    def __init__(self, columns: Sequence[PartColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.read_only = False
        self._parts: list[Record] = []
        self._raw: dict[tuple[str, str], tuple[str, str]] = {}
        self._fresh: dict[str, Record] = {}
        self._problems: dict[tuple[int, str], str] = {}

    @property
    def parts(self) -> tuple[Record, ...]:
        return tuple(self._parts)

    def meant_rows(self) -> list[int]:
        """The rows that count: not those that were added and never filled."""
        return [row for row in range(len(self._parts)) if not self.is_untouched(row)]

    def is_untouched(self, row: int) -> bool:
        """Whether a row was added, is as it was then, and could not be saved like that."""
        part = self._parts[row]
        if self._fresh.get(part.id) != part or not part.problems():
            return False
        return all(part_id != part.id for part_id, _ in self._raw)

    def set_parts(self, parts: Sequence[Record]) -> None:
        """Show these parts."""
        self.beginResetModel()
        self._parts = list(parts)
        self._raw.clear()
        self._fresh.clear()
        self._problems.clear()
        self.endResetModel()

    def set_columns(self, columns: Sequence[PartColumn]) -> None:
        """Look at the same parts in other columns; what is typed wrongly is kept."""
        self.beginResetModel()
        self.columns = tuple(columns)
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

    def insert_fresh(self, row: int, part: Record) -> None:
        """Put a new part in, which only counts once something is typed in it."""
        self._fresh[part.id] = part
        self.insert(row, [part])

    def put(self, row: int, part: Record) -> None:
        """Another part in the place of one, as if the person had typed it in its row."""
        self._parts[row] = part
        self._say_changed()

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
        """What is wrong in a cell; nothing in one that is no more."""
        if not self.holds(index):
            return ""
        field = self.columns[index.column()].field
        raw = self._raw.get((self._parts[index.row()].id, field))
        return raw[1] if raw else self._problems.get((index.row(), field), "")

    def raw_at(self, index: Index) -> str | None:
        """What was typed in a cell, when it could not be read."""
        if not self.holds(index):
            return None
        raw = self._raw.get((self._parts[index.row()].id, self.columns[index.column()].field))
        return raw[0] if raw else None

    def value_at(self, index: Index) -> Any:
        """The value behind a cell."""
        return self.columns[index.column()].value_of(self._parts[index.row()])

    def typed_columns(self) -> list[int]:
        """The columns one goes through while typing."""
        return [
            place
            for place, column in enumerate(self.columns)
            if column.kind != "check" and not column.show
        ]

    def made_from(
        self, lines: Sequence[Sequence[str]], new: Callable[[], Any], first: int
    ) -> list[Record]:
        """New parts from pasted cells, from this column on; what cannot be read stays as text."""
        columns = self._columns_from(first)
        made: list[Record] = []
        for line in lines:
            part = new()
            if part is None:
                return made
            for column, text in zip(columns, line, strict=False):
                part = self._read(part, column, text) if text.strip() else part
            made.append(part)
        return made

    def room_from(self, first: int) -> int:
        """How many cells of a pasted line find a column."""
        return len(self._columns_from(first))

    def _columns_from(self, first: int) -> list[PartColumn]:
        return [self.columns[place] for place in self.typed_columns() if place >= first]

    def _read(self, part: Record, column: PartColumn, text: str) -> Record:
        """The part with what a text means, or with the text kept beside it."""
        try:
            return self._with(part, column, read_cell(column, text))
        except ValueError as error:
            self._raw[(part.id, column.field)] = (text, str(error))
            return part

    def _with(self, part: Record, column: PartColumn, value: Any) -> Record:
        changed = part.replace(**{column.field: column.kept(value)})
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
        plain = self.columns[index.column()].kind in ("text", "typed", "number", "date", "time")
        return self._text(index) if plain else self.value_at(index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._parts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def cell_data(self, index: Index, role: int) -> Any:
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

    def set_cell(self, index: Index, value: Any, role: int) -> bool:
        part, column = self._parts[index.row()], self.columns[index.column()]
        self._raw.pop((part.id, column.field), None)
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        picked = column.kind in ("choice", "record")
        if picked and isinstance(value, str) and not value.strip():
            value = None
        if isinstance(value, str):
            changed = self._read(part, column, value)
        elif value is None and picked and not column.nullable:
            changed = part
        else:
            changed = self._with(part, column, value)
        self._parts[index.row()] = changed
        last = self.index(index.row(), len(self.columns) - 1)
        self.dataChanged.emit(self.index(index.row(), 0), last)
        return True

    def cell_flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self.read_only:
            return flags
        column = self.columns[index.column()]
        if column.kind == "check":
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags if column.show else flags | Qt.ItemFlag.ItemIsEditable

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
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
