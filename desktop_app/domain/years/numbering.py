"""Number series of papers: one a kind, an issuing body and a calendar year, no number twice.

Minutes, letters, reports and the documents of the register share one book: a number that any
of them has is taken for all of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.commendations.nomination import Submission
from desktop_app.domain.compacts.campaign import Campaign
from desktop_app.domain.compacts.consultation import Consultation
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.years.document import Direction, DocumentKind, OfficialDocument
from desktop_app.domain.years.year_report import YearReport

Place = tuple[str, str, int]
"""Kind, body and year: what numbers are counted in."""

LETTER = ""
"""Công văn carry no abbreviation of their kind (Decree 30, 1.5)."""
ARRIVALS = "đến"


@dataclass(frozen=True)
class Series:
    """Where one sort of record keeps a number; numbering begins at 01 on 1 January."""

    kind: str | Callable[[Any], str | None]
    """The abbreviation of the kind of paper, e.g. «BB»; None where a record takes no number."""
    record_type: type[Record]
    number: str
    """The field that holds the number."""
    day: str
    """The field or property that holds the paper's day."""

    def kind_of(self, record: Any) -> str | None:
        return self.kind if isinstance(self.kind, str) else self.kind(record)

    def place(self, record: Any) -> Place | None:
        """Where a record's paper is counted: its body and its year decide."""
        kind = self.kind_of(record)
        if kind is None:
            return None
        day: dt.date | None = getattr(record, self.day) or record.period.until
        body = record.period.issuing_body(day)
        return kind, f"{body.parent}/{body.name}", day.year if day else 0

    def next_number(self, record: Any, records: Iterable[Any]) -> int:
        """One more than the highest number given there, by whatever sort of record."""
        place = self.place(record)
        given = (found.number for found in self._others(record, records) if found.place == place)
        return max(given, default=0) + 1

    def holder(self, record: Any, records: Iterable[Any]) -> Record | None:
        """The other record that already has this record's number."""
        wanted, place = getattr(record, self.number), self.place(record)
        if wanted is None or place is None:
            return None
        others = self._others(record, records)
        return next((o.record for o in others if (o.place, o.number) == (place, wanted)), None)

    def _others(self, record: Record, records: Iterable[Any]) -> Iterator[Given]:
        return (
            given
            for given in given_numbers(records)
            if given.record.id != record.id or given.series is not self
        )


@dataclass(frozen=True)
class Given:
    """A number that is taken."""

    series: Series
    place: Place
    number: int
    record: Any

    @property
    def day(self) -> dt.date | None:
        found: dt.date | None = getattr(self.record, self.series.day)
        return found


def _document_kind(document: OfficialDocument) -> str | None:
    if not document.is_own:
        return None
    return LETTER if document.kind is DocumentKind.LETTER else document.kind.value


def _arrival_kind(document: OfficialDocument) -> str | None:
    return ARRIVALS if document.direction is Direction.INCOMING else None


MINUTES = Series("BB", Meeting, "minutes_number", "day")
INVITATIONS = Series("GM", Meeting, "invitation_number", "invitation_date")
SUBMISSIONS = Series("TTr", Submission, "number", "date")
LETTERS = Series(LETTER, Consultation, "number", "date")
REPORTS = Series("BC", Campaign, "report_number", "report_date")
YEAR_REPORTS = Series("BC", YearReport, "number", "date")
DOCUMENTS = Series(_document_kind, OfficialDocument, "number", "day")
ARRIVED = Series(_arrival_kind, OfficialDocument, "arrival", "received_on")
SERIES = (MINUTES, INVITATIONS, SUBMISSIONS, LETTERS, REPORTS, YEAR_REPORTS, DOCUMENTS, ARRIVED)
NUMBERED = tuple(dict.fromkeys(series.record_type for series in SERIES))
"""Every sort of record whose paper has a number."""


def given_numbers(records: Iterable[Any]) -> Iterator[Given]:
    """Every number that the records have been given."""
    for record in records:
        for series in SERIES:
            if type(record) is not series.record_type:
                continue
            number, place = getattr(record, series.number), series.place(record)
            if number is not None and place is not None:
                yield Given(series, place, number, record)
