"""A store whose papers are numbered: no number of a series is given twice."""

from __future__ import annotations

from desktop_app.domain.years.numbering import SERIES
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
            holder = series.holder(record, self._file.numbered())
            if holder is not None:
                number = getattr(record, series.number)
                found[series.number] = f"Số {number:02d} đã dùng cho «{holder.title}»."
        return found
