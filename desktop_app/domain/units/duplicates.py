"""People who may have been typed twice, and one record made of two."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import clean_line, fold

_FILLED = ("rank", "post", "unit", "service_number", "birth_date", "phone", "note")


@dataclass(frozen=True)
class Pair:
    """Two people who may be one, and why."""

    first: Person
    second: Person
    why: str


def possible_duplicates(people: Iterable[Person]) -> tuple[Pair, ...]:
    """Pairs of the same name, read without accents, and the same unit or birth date."""
    by_name: dict[str, list[Person]] = {}
    for person in people:
        by_name.setdefault(fold(clean_line(person.full_name)), []).append(person)
    pairs = (pair for same in by_name.values() for pair in itertools.combinations(same, 2))
    return tuple(Pair(*pair, why) for pair in pairs if (why := _what_agrees(*pair)))


def merged(kept: Person, gone: Person) -> Person:
    """The kept person with what only the other record knows."""
    missing = {name: getattr(gone, name) for name in _FILLED if getattr(kept, name) in (None, "")}
    return kept.replace(postings=(*kept.postings, *_only_in(gone, kept)), **missing)


def _what_agrees(first: Person, second: Person) -> str:
    same = ["cùng tên"]
    if first.unit and second.unit and first.unit.id == second.unit.id:
        same.append("cùng đơn vị")
    if first.birth_date and first.birth_date == second.birth_date:
        same.append("cùng ngày sinh")
    return ", ".join(same).capitalize() if len(same) > 1 else ""


def _only_in(gone: Person, kept: Person) -> tuple[object, ...]:
    known = {posting.replace(id="") for posting in kept.postings}
    return tuple(posting for posting in gone.postings if posting.replace(id="") not in known)
