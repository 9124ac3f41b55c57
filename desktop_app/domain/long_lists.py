"""Lists that may grow to a hundred thousand rows: their columns in words, and how they are ordered.

What is said here is kept beside the records when they are saved, so that a list is sorted and
narrowed without reading the records (tech/performance, design advice 2 and 3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import name_sort_key, sort_key

Letters = tuple[list[int], list[int]]


@dataclass(frozen=True)
class ListedColumn:
    """The words of a record in a column, and the parts of its key where they are not the words."""

    text: Callable[[Any], str]
    keys: Callable[[Any], tuple[Letters, ...]] | None = None

    def key(self, record: Any) -> bytes:
        """Compares as the Vietnamese order does."""
        return byte_key(*(self.keys(record) if self.keys else (sort_key(self.text(record)),)))


LISTED: Mapping[str, tuple[ListedColumn, ...]] = {
    Person.__name__: (
        ListedColumn(lambda person: person.full_name, lambda person: name_keys(person.full_name)),
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


def name_keys(full_name: str) -> tuple[Letters, Letters]:
    """Given name first, as people are ordered."""
    given, rest = name_sort_key(full_name)
    return given, rest  # type: ignore[return-value]


def byte_key(*parts: Letters) -> bytes:
    """Keys one after the other in bytes that sort as the keys do: the end comes before all else."""
    return b"".join(
        b"".join(min(rank + 1, _LAST).to_bytes(2, "big") for rank in letters)
        + bytes(2)
        + bytes(tone + 1 for tone in tones)
        + bytes(1)
        for letters, tones in parts
    )
