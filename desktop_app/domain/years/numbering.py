"""Number series of papers: one a kind, an issuing body and a calendar year, no number twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.commendations.nomination import Submission
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record


@dataclass(frozen=True)
class Series:
    """Papers that are numbered together: numbering begins at 01 on 1 January (Decree 30, 1.4)."""

    kind: str
    """The abbreviation of the kind of paper, e.g. «BB»."""
    record_type: type[Record]
    number: str
    """The field that holds the number."""
    day: str
    """The field or property that holds the paper's day."""

    def place(self, record: Any) -> tuple[str, str, int]:
        """Which series a record's paper belongs to: its body and its year decide."""
        day: dt.date | None = getattr(record, self.day) or record.period.until
        body = record.period.issuing_body(day)
        return self.kind, f"{body.parent}/{body.name}", day.year if day else 0

    def next_number(self, record: Any, records: Iterable[Any]) -> int:
        """One more than the highest number given in the record's series."""
        place = self.place(record)
        given = (
            getattr(other, self.number) or 0
            for other in records
            if other.id != record.id and self.place(other) == place
        )
        return max(given, default=0) + 1

    def holder(self, record: Any, records: Iterable[Any]) -> Record | None:
        """The other record that already has this record's number."""
        wanted = getattr(record, self.number)
        if wanted is None:
            return None
        place = self.place(record)
        return next(
            (
                other
                for other in records
                if other.id != record.id
                and getattr(other, self.number) == wanted
                and self.place(other) == place
            ),
            None,
        )


MINUTES = Series("BB", Meeting, "minutes_number", "day")
INVITATIONS = Series("GM", Meeting, "invitation_number", "invitation_date")
SUBMISSIONS = Series("TTr", Submission, "number", "date")
SERIES = (MINUTES, INVITATIONS, SUBMISSIONS)
