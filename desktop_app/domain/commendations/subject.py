"""Who is registered, nominated or honoured, and when two records mean the same one."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import SuccessionKind, Unit


@dataclass(frozen=True)
class Subject:
    """A unit, a part of it, or a person of it, under whatever name it was written down."""

    kind: SubjectKind
    unit: Unit | None
    person: Person | None = None
    name: str = ""

    def is_same(self, other: Subject) -> bool:
        """Units go by all names they ever had; two officers may well share a name.

        An officer of the register is the same one in whatever unit he served.
        """
        if self.kind is not other.kind:
            return False
        if self.person and other.person and self.kind is SubjectKind.INDIVIDUAL:
            return self.person.id == other.person.id
        return _id(self.unit) == _id(other.unit) and bool(self.names & other.names)

    @property
    def forms(self) -> tuple[Subject, ...]:
        """The subject, and the same under the unit it was renamed from, however often."""
        found, unit = [self], self.unit
        while unit and (older := _renamed_from(unit)) and len(found) < 20:
            found.append(Subject(self.kind, older, self.person, self._name_in(unit)))
            unit = older
        return tuple(found)

    @property
    def names(self) -> set[str]:
        """What it may be called; a part of a unit is told by its name, the unit by an empty one."""
        if self.kind is SubjectKind.COLLECTIVE:
            return {"" if self._is_unit else self.name.casefold()}
        known = (self.person.full_name, self.person.signed_name()) if self.person else ()
        return {name.casefold() for name in (self.name, *known) if name}

    def _name_in(self, unit: Unit) -> str:
        """A part of the unit keeps its name; the unit itself goes by whatever it was called."""
        own = {name for named in unit.names for name in (named.full, named.short)}
        return "" if self.kind is SubjectKind.COLLECTIVE and self.name in own else self.name

    @property
    def _is_unit(self) -> bool:
        units = self.unit.names if self.unit else ()
        own = [name for named in units for name in (named.full, named.short)]
        return not self.name or self.name.casefold() in (name.casefold() for name in own)


def _id(unit: Unit | None) -> str:
    return unit.id if unit else ""


def _renamed_from(unit: Unit) -> Unit | None:
    renamed = (s.unit for s in unit.predecessors if s.kind is SuccessionKind.RENAMED)
    return next(renamed, None)
