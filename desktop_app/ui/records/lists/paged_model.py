"""The table model of a list that may be long: what is not looked at is not read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop_app.ui.records.lists.record_model import RecordModel

if TYPE_CHECKING:
    from desktop_app.storage.list_index import LongList, Pages


class PagedModel(RecordModel):
    """Records given whole are handled as ever; of a LongList the file sorts and narrows."""

    _long: LongList | None = None
    _pages: Pages | None = None

    @property
    def total(self) -> int:
        return len(self._long) if self._long is not None else super().total

    def set_records(self, records: Sequence[Any] | LongList) -> None:
        """Show these records; order and filter stay."""
        self._long = None if isinstance(records, Sequence) else records
        super().set_records(records if isinstance(records, Sequence) else ())

    def row_of(self, record_id: str | None) -> int:
        if self._pages is not None:
            return self._pages.place_of(record_id)
        return super().row_of(record_id)

    def shown_records(self) -> Sequence[Any]:
        return self._pages if self._pages is not None else super().shown_records()

    def _arrange(self) -> None:
        if self._long is None:
            self._pages = None
            super()._arrange()
        else:
            self._narrow()

    def _narrow(self) -> None:
        if self._long is None:
            super()._narrow()
            return
        column, order = self._sorted_by or (None, Qt.SortOrder.AscendingOrder)
        descending = order is Qt.SortOrder.DescendingOrder
        self._pages = self._long.arranged(column, descending, self._words)

    def _count(self) -> int:
        return len(self._pages) if self._pages is not None else super()._count()

    def _shown_record(self, row: int) -> Any:
        return self._pages[row] if self._pages is not None else super()._shown_record(row)

    def _shown_texts(self, row: int) -> tuple[str, ...]:
        if self._pages is None:
            return super()._shown_texts(row)
        return self._pages.texts(row) or ("",) * len(self.columns)
