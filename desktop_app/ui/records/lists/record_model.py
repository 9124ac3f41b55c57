"""The table model of a list: it is given records and columns and asks nobody for more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt

from desktop_app.domain.record import Record
from desktop_app.domain.search_words import Pieces, comparable, has_pieces, typed_pieces
from desktop_app.domain.vietnamese import sort_key
from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index
from desktop_app.ui.tokens import Tone

R = TypeVar("R")
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_SIDES = {
    side: int(flag | Qt.AlignmentFlag.AlignVCenter)
    for side, flag in (
        ("left", Qt.AlignmentFlag.AlignLeft),
        ("center", Qt.AlignmentFlag.AlignHCenter),
        ("right", Qt.AlignmentFlag.AlignRight),
    )
}
_ANSWERED = frozenset((_DISPLAY, _TOOLTIP, _ALIGNMENT, int(RECORD_ROLE), int(TONE_ROLE)))
"""Qt asks of every cell for half a dozen more: they are not looked into."""
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column of a list: its head, the text of a record in it, and how it is ordered.

    `sort` gives a key of numbers, dates or text (texts are put in the Vietnamese order);
    without it the shown text is the key. A column with `chip` shows its text on colour; where
    the words alone decide which, `tones` says so, and no record is read for it.
    """

    head: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    chip: Callable[[R], Tone | None] | None = None
    tones: Mapping[str, Tone] | None = None
    width: int = 110
    align: str = "left"
    stretch: bool = False
    hidden: bool = False
    """Whether it is shown only when the person chooses it."""

    @property
    def is_coloured(self) -> bool:
        return self.chip is not None or self.tones is not None


class RecordModel(BoundedModel):
    """Records as rows, sorted in the Vietnamese order and narrowed by what is typed."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._records: tuple[Record, ...] = ()
        self._texts: dict[int, tuple[str, ...]] = {}
        self._searched: list[tuple[str, str]] = []
        self._keys: dict[int, list[Any]] = {}
        self._shown: list[int] = []
        self._order: list[int] = []
        self._words: Pieces = ()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._records)

    @property
    def is_filtered(self) -> bool:
        return bool(self._words)

    def set_records(self, records: Sequence[Record]) -> None:
        """Show these records; order and filter stay."""
        self.beginResetModel()
        self._records = tuple(records)
        self._texts.clear()
        self._searched.clear()
        self._keys.clear()
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only records in which every word occurs; accents count only where typed."""
        words = typed_pieces(text)
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._narrow()
        self.endResetModel()

    def record_at(self, row: int) -> Record | None:
        """The record of a shown row."""
        return self._shown_record(row) if 0 <= row < self._count() else None

    def row_of(self, record_id: str | None) -> int:
        """The shown row of a record, or -1."""
        for row, place in enumerate(self._shown):
            if self._records[place].id == record_id:
                return row
        return -1

    def shown_records(self) -> Sequence[Record]:
        """The records as they stand in the list now."""
        return tuple(self._records[place] for place in self._shown)

    def _arrange(self) -> None:
        self._order = list(range(len(self._records)))
        if self._sorted_by:
            column, order = self._sorted_by
            keys = self._column_keys(column)
            self._order.sort(key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder)
        self._narrow()

    def _narrow(self) -> None:
        if not self._words:
            self._shown = list(self._order)
            return
        if not self._searched:
            self._searched = [self._search_texts(place) for place in range(len(self._records))]
        self._shown = [place for place in self._order if self._is_wanted(place)]

    def _search_texts(self, place: int) -> tuple[str, str]:
        text = "\n".join(self._row_texts(place))
        return comparable(text)

    def _is_wanted(self, place: int) -> bool:
        return has_pieces(self._words, self._searched[place])

    def _column_keys(self, number: int) -> list[Any]:
        if number not in self._keys:
            column = self.columns[number]
            if column.sort is None:
                rows = range(len(self._records))
                keys = [sort_key(self._row_texts(place)[number]) for place in rows]
            else:
                keys = [_comparable(column.sort(record)) for record in self._records]
            self._keys[number] = keys
        return self._keys[number]

    def _row_texts(self, place: int) -> tuple[str, ...]:
        texts = self._texts.get(place)
        if texts is None:
            record = self._records[place]
            texts = tuple(column.text(record) for column in self.columns)
            self._texts[place] = texts
        return texts

    def _count(self) -> int:
        return len(self._shown)

    def _shown_record(self, row: int) -> Record:
        return self._records[self._shown[row]]

    def _shown_texts(self, row: int) -> tuple[str, ...]:
        return self._row_texts(self._shown[row])

    def _tone(self, index: Index) -> Tone | None:
        column = self.columns[index.column()]
        if column.tones is not None:
            return column.tones.get(self._shown_texts(index.row())[index.column()])
        record = self.record_at(index.row()) if column.chip else None
        return column.chip(record) if column.chip and record else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def holds(self, index: Index) -> bool:
        # as in the base, without asking Qt's way: this is asked for every role of every cell
        return 0 <= index.row() < self._count() and 0 <= index.column() < len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        return super().data(index, role) if role in _ANSWERED else None

    def cell_flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS

    def cell_data(self, index: Index, role: int) -> Any:
        if role in (_DISPLAY, _TOOLTIP):
            return self._shown_texts(index.row())[index.column()]
        if role == TONE_ROLE:
            return self._tone(index)
        if role == RECORD_ROLE:
            return self.record_at(index.row())
        if role == _ALIGNMENT:
            return _SIDES[self.columns[index.column()].align]
        return None

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (_DISPLAY, _TOOLTIP):
            return self.columns[section].head
        if role == _ALIGNMENT:
            return _SIDES[self.columns[section].align]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
        self._arrange()
        self.endResetModel()


def _comparable(key: Any) -> tuple[Any, ...]:
    """A key beside which nothing (None) may stand: what is missing comes last."""
    if key is None:
        return (1,)
    if isinstance(key, str):
        return (0, sort_key(key))
    return (0, key)
