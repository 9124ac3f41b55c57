"""The register of a period (sổ đăng ký văn bản): every paper with a number, wherever it is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.record import Record
from desktop_app.domain.years.document import Direction, DocumentKind, OfficialDocument
from desktop_app.domain.years.numbering import LETTER, Given, given_numbers
from desktop_app.domain.years.period import Period

_NAMES = {kind.value: kind.label for kind in DocumentKind} | {LETTER: DocumentKind.LETTER.label}


@dataclass(frozen=True)
class Entry:
    """One line of the book."""

    symbol: str
    day: dt.date | None
    kind: str
    summary: str
    body: str
    """Who issued an incoming document; to whom an outgoing one went."""
    record: Record
    order: tuple[str, int]
    arrival: int | None = None
    received_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Register(Record):
    """Assembled by the data file from the documents and all other numbered papers."""

    period: Period
    records: tuple[Any, ...] = ()

    @property
    def title(self) -> str:
        return f"Sổ đăng ký văn bản {self.period.in_a_sentence}"

    @property
    def outgoing(self) -> tuple[Entry, ...]:
        """Outgoing and internal papers, kind by kind in the order of their numbers."""
        entries = [self._entry(given) for given in given_numbers(self.records) if _is_own(given)]
        return tuple(sorted(entries, key=lambda entry: entry.order))

    @property
    def incoming(self) -> tuple[Entry, ...]:
        """Incoming documents in the order in which they arrived."""
        documents = [
            record
            for record in self.records
            if isinstance(record, OfficialDocument) and record.direction is Direction.INCOMING
        ]
        entries = [_incoming(document) for document in documents]
        return tuple(sorted(entries, key=lambda e: (e.arrival or 10**6, str(e.received_on))))

    def _entry(self, given: Given) -> Entry:
        kind = given.place[0]
        body = self.period.issuing_body(given.day)
        record = given.record
        document = record if isinstance(record, OfficialDocument) else None
        return Entry(
            symbol=body.symbol(kind, given.number).removeprefix("Số: "),
            day=given.day,
            kind=_NAMES.get(kind, kind),
            summary=document.summary if document else record.title,
            body=document.body if document else "",
            record=record,
            order=(kind, given.number),
        )


def _is_own(given: Given) -> bool:
    document = given.record
    return not isinstance(document, OfficialDocument) or document.is_own


def _incoming(document: OfficialDocument) -> Entry:
    return Entry(
        symbol=document.symbol,
        day=document.day,
        kind=document.kind.label,
        summary=document.summary,
        body=document.body,
        record=document,
        order=("", document.arrival or 0),
        arrival=document.arrival,
        received_on=document.received_on,
    )
