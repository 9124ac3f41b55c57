"""The grants of a cluster, counted in occurrences (lượt): by unit, by award, over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award, AwardLevel, awards_on
from desktop_app.domain.commendations.award_count import AwardCount, awards_of, of_level
from desktop_app.domain.compacts.campaign import Campaign
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
    counts: tuple[AwardCount, ...] = ()
    """Those of this period and of earlier ones of the cluster."""
    awards: tuple[Award, ...] = ()
    """The whole catalogue, of every law."""
    campaigns: tuple[Campaign, ...] = ()
    """Movements and campaigns of the period."""

    @property
    def title(self) -> str:
        return f"Thống kê khen thưởng {self.period.in_a_sentence}"

    @property
    def own(self) -> tuple[AwardCount, ...]:
        """What was decided in the period."""
        return in_period(self.counts, self.period)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The members in the cluster's order."""
        return tuple(member.unit for member in self.period.members_on(None))

    def of_unit(self, unit: Unit | None) -> tuple[AwardCount, ...]:
        """Those of a unit and its people in the period; without one, of no member."""
        if unit is not None:
            return tuple(each for each in self.own if each.unit and each.unit.id == unit.id)
        members = {member.id for member in self.units}
        return tuple(c for c in self.own if not c.unit or c.unit.id not in members)

    def at_levels(self, levels: Iterable[AwardLevel]) -> tuple[Award, ...]:
        """The catalogue at the period's end, and what was granted besides, by level and list."""
        held = awards_on(self.awards, self.period.until)
        found: list[Award] = []
        for level in levels:
            own = [award for award in held if award.level is level]
            granted = awards_of(of_level(self.own, level))
            found += own
            found += (a for a in granted if not any(a.is_same(each) for each in own))
        return tuple(found)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The last periods up to this one that have grants, and this one, the oldest first."""
        known = {each.period.id: each.period for each in self.counts}
        known[self.period.id] = self.period
        earlier = [each for each in known.values() if _end(each) <= _end(self.period)]
        return tuple(sorted(earlier, key=_end)[-MOST_YEARS:])


def in_period(counts: Iterable[AwardCount], period: Period) -> tuple[AwardCount, ...]:
    """Those that a period's decisions granted."""
    return tuple(each for each in counts if each.period.id == period.id)


def _end(period: Period) -> dt.date:
    return period.until or period.since or dt.date.min
