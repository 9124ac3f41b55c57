"""A store whose papers are numbered: no number of a series is given twice."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from desktop_app.domain.years.numbering import NUMBERED, SERIES
from desktop_app.storage.plain import R
from desktop_app.storage.record_store import RecordStore


class NumberedStore(RecordStore[R]):
    """Looks at all numbers given in the series before it saves."""

    def file_problems(self, record: R) -> dict[str, str]:
        return super().file_problems(record) | self.number_problems(record)

    def number_problems(self, record: R) -> dict[str, str]:
        """The sentence beside each number that another paper of the series already has."""
        found: dict[str, str] = {}
        for series in SERIES:
            if series.record_type is not self.record:
                continue
            number = getattr(record, series.number)
            holder = None if number is None else series.holder(record, self._having(number))
            if holder is not None:
                found[series.number] = f"Số {number:02d} đã dùng cho «{holder.title}»."
        return found

    def _having(self, number: int) -> tuple[Any, ...]:
        """The papers of every sort that have a number, whatever their series."""
        stores = (self._file.store_of(kind) for kind in NUMBERED)
        return tuple(each for store in stores for each in _numbered_so(store, number))


def _numbered_so(store: RecordStore[Any], number: int) -> tuple[Any, ...]:
    fields = store.table._meta.fields
    own = [fields[s.number] == number for s in SERIES if s.record_type is store.record]
    return store._where(reduce(or_, own))
