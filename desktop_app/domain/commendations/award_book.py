"""All grants of a cluster, counted in occurrences (lượt): by unit, by award, over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel, SubjectKind
from desktop_app.domain.commendations.honour import Honour
from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period

MOST_YEARS = 5
"""Years side by side: what a sheet holds and a commendation plan looks back on."""


@dataclass(frozen=True, kw_only=True)
class AwardBook(Record):
    """Assembled by the data file and never stored; it has the id of its period.

    A grant counts for the period of its decision, as in the reports of the year. What was
    annulled or recalled is no honour and does not count.
    """

    period: Period
    honours: tuple[Honour, ...] = ()
    """Those of all periods of the cluster."""

    @property
    def title(self) -> str:
        return f"Thống kê khen thưởng {self.period.in_a_sentence}"

    @property
    def own(self) -> tuple[Honour, ...]:
        """What was decided in the period."""
        return in_period(self.honours, self.period)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The members in the cluster's order."""
        return tuple(member.unit for member in self.period.members_on(None))

    def of_unit(self, unit: Unit | None) -> tuple[Honour, ...]:
        """Those of a unit and its people in the period; without one, of no member."""
        if unit is not None:
            return tuple(h for h in self.own if h.grant.unit and h.grant.unit.id == unit.id)
        members = {member.id for member in self.units}
        return tuple(h for h in self.own if not h.grant.unit or h.grant.unit.id not in members)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The last periods up to this one that have grants, and this one, the oldest first."""
        known = {h.decision.period.id: h.decision.period for h in self.honours}
        known[self.period.id] = self.period
        until = _end(self.period)
        earlier = [period for period in known.values() if _end(period) <= until]
        return tuple(sorted(earlier, key=_end)[-MOST_YEARS:])


def in_period(honours: Iterable[Honour], period: Period) -> tuple[Honour, ...]:
    """Those that a period's decisions granted."""
    return tuple(honour for honour in honours if honour.decision.period.id == period.id)


def awards_of(honours: Iterable[Honour], group: AwardGroup) -> tuple[Award, ...]:
    """Each award of a list once, whichever law it was given under, as the catalogue orders them."""
    found: dict[tuple[str, str], Award] = {}
    for honour in honours:
        award = honour.grant.award
        if award and award.group is group:
            found[(award.code, award.name)] = award
    return tuple(sorted(found.values(), key=lambda award: award.place_in_list))


def of_award(honours: Iterable[Honour], award: Award) -> tuple[Honour, ...]:
    """Those of one award, as later laws keep it too."""
    return tuple(h for h in honours if h.grant.award and h.grant.award.is_same(award))


def of_kind(honours: Iterable[Honour], kind: SubjectKind) -> tuple[Honour, ...]:
    """Those of collectives, or of individuals."""
    return tuple(honour for honour in honours if honour.grant.kind is kind)


def of_level(honours: Iterable[Honour], level: AwardLevel) -> tuple[Honour, ...]:
    """Those of one level."""
    return tuple(h for h in honours if h.grant.award and h.grant.award.level is level)


def _end(period: Period) -> dt.date:
    return period.until or period.since or dt.date.min
