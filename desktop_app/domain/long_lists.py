"""Lists that may grow to a hundred thousand rows: their columns in words, and how they are ordered.

What is said here is kept beside the records when they are saved, so that a list is sorted and
narrowed without reading the records (tech/performance, design advice 2 and 3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import given_name_first, sort_key


@dataclass(frozen=True)
class ListedColumn:
    """The words of a record in a column, and what it is ordered by where it is not the words."""

    text: Callable[[Any], str]
    order: Callable[[Any], tuple[str, ...]] | None = None

    def key(self, record: Any) -> bytes:
        """Compares as the Vietnamese order does."""
        return byte_key(*(self.order(record) if self.order else (self.text(record),)))


LISTED: Mapping[str, tuple[ListedColumn, ...]] = {
    Person.__name__: (
        ListedColumn(
            lambda person: person.full_name, lambda person: given_name_first(person.full_name)
        ),
        ListedColumn(lambda person: person.rank),
        ListedColumn(lambda person: person.unit.short_name if person.unit else ""),
        ListedColumn(lambda person: person.post),
        ListedColumn(lambda person: person.service_state.label),
    )
}
"""By the class of the record; the first column is the order of the list itself."""
MOST_COLUMNS = 5
_LAST = 0xFFFF
"""Signs beyond the letters of any language spoken here stand last, whatever they are."""


def byte_key(*texts: str) -> bytes:
    """Texts one after the other in bytes that sort as they do: the end comes before all else."""
    return b"".join(map(_bytes_of, texts))


@lru_cache(maxsize=20_000)
def _bytes_of(text: str) -> bytes:
    letters, tones = sort_key(text)
    places = b"".join(min(rank + 1, _LAST).to_bytes(2, "big") for rank in letters)
    return places + bytes(2) + bytes(tone + 1 for tone in tones) + bytes(1)
