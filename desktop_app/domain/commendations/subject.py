"""Who is registered, nominated or honoured, and when two records mean the same one."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit


@dataclass(frozen=True)
class Subject:
    """A unit, a part of it, or a person of it, under whatever name it was written down."""

    kind: SubjectKind
    unit: Unit | None
    person: Person | None = None
    name: str = ""

    def is_same(self, other: Subject) -> bool:
        """Units go by all names they ever had; two officers may well share a name."""
        if self.kind is not other.kind or _id(self.unit) != _id(other.unit):
            return False
        if self.person and other.person and self.kind is SubjectKind.INDIVIDUAL:
            return self.person.id == other.person.id
        return bool(self.names & other.names)

    @property
    def names(self) -> set[str]:
        """What it may be called; a part of a unit is told by its name, the unit by an empty one."""
        if self.kind is SubjectKind.COLLECTIVE:
            return {"" if self._is_unit else self.name.casefold()}
        known = (self.person.full_name, self.person.signed_name()) if self.person else ()
        return {name.casefold() for name in (self.name, *known) if name}

    @property
    def _is_unit(self) -> bool:
        units = self.unit.names if self.unit else ()
        own = [name for named in units for name in (named.full, named.short)]
        return not self.name or self.name.casefold() in (name.casefold() for name in own)


def _id(unit: Unit | None) -> str:
    return unit.id if unit else ""
