"""The numbers of commitments: one group a section, counted anew in each."""

from __future__ import annotations

from desktop_app.domain.compacts.compact import Compact, CompactItem
from desktop_app.domain.vietnamese import roman
from desktop_app.papers.sections import without_number


def groups(compact: Compact) -> tuple[tuple[str, tuple[CompactItem, ...]], ...]:
    """Heading and commitments; a group stands once, where its first commitment stands."""
    found: dict[str, list[CompactItem]] = {}
    for item in compact.items:
        found.setdefault(without_number(item.group), []).append(item)
    return tuple((heading, tuple(items)) for heading, items in found.items())


def marks(compact: Compact) -> dict[str, str]:
    """The id of a commitment → its number in the paper: «II.1», or «1» without headings."""
    grouped = groups(compact)
    plain = len(grouped) == 1 and not grouped[0][0]
    return {
        item.id: str(place) if plain else f"{roman(section)}.{place}"
        for section, (_, items) in enumerate(grouped, start=1)
        for place, item in enumerate(items, start=1)
    }
