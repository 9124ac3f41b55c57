"""A period of three units and small sets of criteria to count with."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Grant
from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState
from desktop_app.domain.scores.criterion import Criterion, Kind, Target
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import ScoreLine, ScoreSheet
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, Role

UNITS = {
    name: Unit(id=name, names=(UnitName(full=f"Cục {name}", short=name),)) for name in "ABCDEFG"
}
ROLES = {"A": Role.LEAD, "B": Role.DEPUTY}
PERIOD = Period(
    id="ky-2026",
    cluster=Cluster(name="Cụm thi đua số 2", organising_body="Bộ Công an"),
    name="2026",
    since=dt.date(2026, 1, 1),
    until=dt.date(2026, 12, 31),
    members=tuple(
        Membership(unit=unit, role=ROLES.get(name, Role.MEMBER)) for name, unit in UNITS.items()
    ),
)


def points(text):
    """«6,67» as a figure, so that an expected score reads as it is printed."""
    return Decimal(text.replace(",", "."))


def criterion(code, kind=Kind.QUANTITATIVE, most="10", **fields):
    """A criterion whose id is its code."""
    return Criterion(
        id=code, code=code, text=f"Tiêu chí {code}", kind=kind, max_points=points(most), **fields
    )


def criteria_set(*criteria, targets=(), **fields):
    return CriteriaSet(
        period=PERIOD,
        name="Bộ tiêu chí",
        state=CriteriaState.ADOPTED,
        adopted_on=dt.date(2026, 2, 1),
        criteria=criteria,
        targets=targets,
        **fields,
    )


def target(criterion_id, unit, value=None, assigned=True):
    value = None if value is None else points(value)
    return Target(criterion=criterion_id, unit=UNITS[unit], value=value, assigned=assigned)


def sheet(criteria, unit, lines=(), **fields):
    return ScoreSheet(
        id=f"phieu-{unit}",
        period=PERIOD,
        criteria=criteria,
        unit=UNITS[unit],
        lines=tuple(ScoreLine(criterion=code, **figures) for code, figures in dict(lines).items()),
        **fields,
    )


def board(criteria, lines):
    """A board from unit → criterion → figures."""
    return Scoreboard(criteria, [sheet(criteria, unit, own) for unit, own in lines.items()])


@pytest.fixture
def period():
    return PERIOD


@pytest.fixture
def sample_grants():
    """One grant to unit A, of an award with that code and for that year."""

    def make(code, year):
        award = Award(code=code, name=code, for_collective=True)
        return (Grant(unit=UNITS["A"], award=award, name="Cục A", achievement_year=year),)

    return make
