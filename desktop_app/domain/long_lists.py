"""Lists that may grow to thousands of rows: their columns in words, and how they are ordered.

What is said here is kept beside the records when they are saved, so that a list is sorted and
narrowed without reading the records (tech/performance, design advice 2 and 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.dossier import missing_count, told_missing
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.compacts.exemplar import Exemplar
from desktop_app.domain.record import Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import (
    given_name_first,
    number,
    percent,
    short_date,
    sort_key,
)
from desktop_app.domain.years.document import OfficialDocument, Secrecy

Files = Sequence[Attachment]
"""What is attached to a record."""


@dataclass(frozen=True)
class ListedColumn:
    """The words of a record in a column, and what it is ordered by where it is not the words."""

    text: Callable[[Any], str]
    order: Callable[[Any], tuple[str, ...]] | None = None

    def key(self, record: Any) -> bytes:
        """Compares as the Vietnamese order does."""
        return byte_key(*(self.order(record) if self.order else (self.text(record),)))


@dataclass(frozen=True)
class Listed:
    """How one sort of record stands in its list."""

    columns: tuple[ListedColumn, ...]
    order: Callable[[Any], tuple[str, ...]] = lambda _: ()
    """What the list itself is ordered by; the order of entry decides where that is the same."""
    newest_first: bool = False
    own: int | None = None
    """The column that has the order of the list, if one has."""
    figure: Callable[[Any], int] | None = None
    """A number of each record, of which the foot of the list tells the sum."""
    seen: Callable[[Any, Files], Any] | None = None
    """What the columns are asked of, where they tell of attached files too."""

    def place(self, record: Any) -> bytes:
        """Compares as the list itself is ordered."""
        key = byte_key(*self.order(record))
        return bytes(255 - sign for sign in key) if self.newest_first else key


@dataclass(frozen=True)
class NominationSeen:
    """A nomination with what its dossier lacks."""

    record: Nomination
    missing: int


def _score(nomination: Nomination) -> str:
    return "" if nomination.score is None else number(nomination.score)


def _votes(nomination: Nomination) -> str:
    if nomination.votes_for is None or not nomination.votes_total:
        return ""
    return percent(nomination.votes_for, nomination.votes_total)


_PEOPLE = Listed(
    (
        ListedColumn(lambda p: p.full_name, lambda p: given_name_first(p.full_name)),
        ListedColumn(lambda p: p.rank),
        ListedColumn(lambda p: p.unit.short_name if p.unit else ""),
        ListedColumn(lambda p: p.post),
        ListedColumn(lambda p: p.service_state.label),
    ),
    order=lambda p: given_name_first(p.full_name),
    own=0,
)
_NOMINATIONS = Listed(
    (
        ListedColumn(lambda n: n.record.subject),
        ListedColumn(lambda n: n.record.award.name if n.record.award else ""),
        ListedColumn(lambda n: told_missing(n.missing), lambda n: (f"{n.missing:03d}",)),
        ListedColumn(lambda n: _score(n.record), lambda n: (_padded(n.record.score),)),
        ListedColumn(lambda n: str(n.record.place or ""), lambda n: (_padded(n.record.place),)),
        ListedColumn(lambda n: _votes(n.record)),
        ListedColumn(lambda n: n.record.state.label),
    ),
    figure=lambda nomination: nomination.state is NominationState.PROPOSED,
    seen=lambda nomination, files: NominationSeen(nomination, missing_count(nomination, files)),
)
_DOCUMENTS = Listed(
    (
        ListedColumn(lambda d: d.written_number or "chưa có số"),
        ListedColumn(lambda d: short_date(d.day), lambda d: (str(d.day),)),
        ListedColumn(lambda d: d.summary),
        ListedColumn(lambda d: d.direction.label),
        ListedColumn(lambda d: d.kind.label),
        ListedColumn(lambda d: d.body),
        ListedColumn(lambda d: "" if d.secrecy is Secrecy.ORDINARY else d.secrecy.label),
        ListedColumn(lambda d: d.state.label),
    ),
    order=lambda d: (str(d.received_on or d.day),),
    newest_first=True,
)
_EXEMPLARS = Listed(
    (
        ListedColumn(lambda e: e.name),
        ListedColumn(lambda e: e.kind.label),
        ListedColumn(lambda e: e.unit.short_name if e.unit else ""),
        ListedColumn(lambda e: e.told_stage, lambda e: (str(e.stage.place if e.stage else 0),)),
    ),
    figure=lambda exemplar: len(exemplar.replications),
)
LISTED: Mapping[str, Listed] = {
    Person.__name__: _PEOPLE,
    Nomination.__name__: _NOMINATIONS,
    OfficialDocument.__name__: _DOCUMENTS,
    Exemplar.__name__: _EXEMPLARS,
}
"""By the class of the record."""
MOST_COLUMNS = 8
_LAST = 0xFFFF
"""Signs beyond the letters of any language spoken here stand last, whatever they are."""


def figure(records: Iterable[Record]) -> int:
    """The sum that the foot tells: asked of the file for a list in pages."""
    told: int | None = getattr(records, "figure", None)
    if told is not None:
        return told
    return sum(_figure(record) for record in records)


def _figure(record: Record) -> int:
    of = LISTED[type(record).__name__].figure
    return of(record) if of else 0


def _padded(value: object) -> str:
    """A number whose digits compare as it does; one that is not there comes first."""
    return "" if value is None else f"{value:012.3f}"


def byte_key(*texts: str) -> bytes:
    """Texts one after the other in bytes that sort as they do: the end comes before all else."""
    return b"".join(map(_bytes_of, texts))


@lru_cache(maxsize=20_000)
def _bytes_of(text: str) -> bytes:
    letters, tones = sort_key(text)
    places = b"".join(min(rank + 1, _LAST).to_bytes(2, "big") for rank in letters)
    return places + bytes(2) + bytes(tone + 1 for tone in tones) + bytes(1)
