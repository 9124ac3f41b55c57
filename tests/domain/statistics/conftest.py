"""A cluster of three units over two years, one of them closed, and a few awards."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel, SubjectKind
from desktop_app.domain.commendations.award_count import AwardCount
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, PeriodState, Role

CLUSTER = Cluster(id="cum", name="Cụm thi đua số 2", organising_body="Bộ Công an")
A, B, C = (
    Unit(id=name, names=(UnitName(full=f"Cục {name}", short=name),)) for name in ("A", "B", "C")
)
FLAG = Award(id="co-1", code="CO", name="Cờ thi đua", level=AwardLevel.MINISTRY, place_in_list=1)
LATER_FLAG = FLAG.replace(id="co-2", level=AwardLevel.GOVERNMENT)
MERIT = Award(id="bk", code="BK", name="Bằng khen", group=AwardGroup.FORM, place_in_list=2)


def year(number: int, *units: Unit, state: PeriodState = PeriodState.CLOSED) -> Period:
    """A year of the cluster with these members, the first one leading."""
    return Period(
        id=f"ky-{number}",
        cluster=CLUSTER,
        name=str(number),
        since=dt.date(number, 1, 1),
        until=dt.date(number, 12, 31),
        state=state,
        members=tuple(
            Membership(unit=unit, role=Role.MEMBER if place else Role.LEAD)
            for place, unit in enumerate(units)
        ),
    )


PAST = year(2017, A, C)
NOW = year(2018, B, A, state=PeriodState.RUNNING)


@pytest.fixture
def counts():
    """Seven occurrences: five flags of two laws, a merit of a person, a merit of no unit."""
    collective, individual = SubjectKind
    return (
        AwardCount(PAST, FLAG, collective, A, 2),
        AwardCount(PAST, FLAG, collective, C, 1),
        AwardCount(NOW, LATER_FLAG, collective, A, 2),
        AwardCount(NOW, MERIT, individual, A, 1),
        AwardCount(NOW, MERIT, collective, None, 1),
    )
