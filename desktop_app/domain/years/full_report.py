"""A report of the cluster with everything its tables are drawn from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.decision import Grant
from desktop_app.domain.compacts.exemplar import ExemplarBook
from desktop_app.domain.compacts.mirror import Mirror
from desktop_app.domain.compacts.registration_board import RegistrationBoard
from desktop_app.domain.record import Record
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.sheet import Round
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_report import ReportRound, YearReport

_ROUNDS = {ReportRound.HALF_YEAR: Round.HALF_YEAR, ReportRound.YEAR: Round.YEAR}


@dataclass(frozen=True, kw_only=True)
class FullReport(Record):
    """Assembled by the data file and never stored; it has the id of its report."""

    report: YearReport
    year: Year
    registrations: RegistrationBoard
    exemplars: ExemplarBook
    mirror: Mirror | None = None
    rounds: tuple[ScoreRound, ...] = ()

    @property
    def title(self) -> str:
        return self.report.title

    @property
    def scores(self) -> ScoreRound | None:
        """The round of scoring that the report tells."""
        wanted = _ROUNDS[self.report.round]
        return next((found for found in self.rounds if found.round is wanted), None)

    @property
    def grants(self) -> tuple[Grant, ...]:
        """What was decided in the time of the report and stands; a grant is one occurrence."""
        return tuple(
            grant
            for decision in self.year.decisions
            if self.is_in_time(decision.date)
            for grant in decision.grants
            if grant.stands and grant.award
        )

    @property
    def is_half_year(self) -> bool:
        return self.report.round is ReportRound.HALF_YEAR

    def is_in_time(self, day: dt.date | None) -> bool:
        """Whether something of a day belongs to the report; without a day only to the year's."""
        until = self.report.until
        if not self.is_half_year or until is None:
            return True
        return day is not None and day <= until

    def grants_of(self, unit: Unit | None) -> tuple[Grant, ...]:
        """The grants of a unit and its people, or those that belong to none of the members."""
        members = {member.unit.id for member in self.year.period.members_on(None)}
        return tuple(grant for grant in self.grants if _belongs(grant, unit, members))


def _belongs(grant: Grant, unit: Unit | None, members: Iterable[str]) -> bool:
    if unit is None:
        return grant.unit is None or grant.unit.id not in members
    return grant.unit is not None and grant.unit.id == unit.id
