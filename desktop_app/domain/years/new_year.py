"""A new period out of the last one: who stays, and who is proposed to lead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.record import new_id
from desktop_app.domain.units.unit import Unit, successors
from desktop_app.domain.years.period import (
    Membership,
    Period,
    Role,
    RoleSource,
)


@dataclass(frozen=True)
class Roles:
    """Who is to lead and to deputise, and how that came about."""

    lead: Unit | None
    deputy: Unit | None = None
    source: RoleSource = RoleSource.ELECTED

    def of(self, unit: Unit) -> Role:
        if self.lead and unit.id == self.lead.id:
            return Role.LEAD
        return Role.DEPUTY if self.deputy and unit.id == self.deputy.id else Role.MEMBER


def following(period: Period) -> Period:
    """The period after this one, with the same cluster, members and settings."""
    members = tuple(_for_a_new_year(member) for member in period.members_on(None))
    return Period(
        cluster=period.cluster,
        name=next_name(period.name),
        since=year_later(period.since),
        until=year_later(period.until),
        movement=period.movement,
        issued_by=period.issued_by,
        registration_rule=period.registration_rule,
        registration_due=year_later(period.registration_due),
        members=members,
    )


def next_name(name: str) -> str:
    """«2019» after «2018», «2026–2027» after «2025–2026»; empty where there is no year in it."""
    if not re.search(r"\d{4}", name):
        return ""
    return re.sub(r"\d{4}", lambda year: str(int(year.group()) + 1), name)


def year_later(day: dt.date | None) -> dt.date | None:
    """The same day of the next year; 29 February becomes the 28th."""
    if day is None:
        return None
    return dt.date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


def units_that_stay(period: Period, units: Sequence[Unit], day: dt.date) -> tuple[Unit, ...]:
    """The members as they will be on a day: one that has ended gives its place to its heirs."""
    found: dict[str, Unit] = {}
    for member in period.members_on(None):
        for unit in _heirs(member.unit, units, day):
            found.setdefault(unit.id, unit)
    return tuple(found.values())


def with_members(period: Period, last: Period, units: Iterable[Unit], roles: Roles) -> Period:
    """The period with these units; one that was a member keeps who speaks for it."""
    known = {member.unit.id: member for member in last.members_on(None)}
    members = tuple(
        Membership(
            unit=unit,
            role=roles.of(unit),
            source=roles.source,
            representative=known[unit.id].representative if unit.id in known else None,
            contact=known[unit.id].contact if unit.id in known else None,
        )
        for unit in units
    )
    return period.replace(members=members)


def _for_a_new_year(member: Membership) -> Membership:
    return member.replace(id=new_id(), since=None, until=None)


def _heirs(unit: Unit, units: Sequence[Unit], day: dt.date) -> tuple[Unit, ...]:
    """The unit itself, or those that came out of it once it has ended."""
    if unit.is_active_on(day):
        return (unit,)
    newer = (heir for heir, succession in successors(unit, units) if succession.day is not None)
    return tuple(last for heir in newer for last in _heirs(heir, units, day))
