"""Three closed years before the sample's year: who was in the cluster and what was granted.

All of it is placeholder, made so that the statistics have years to compare.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.commendations.award import Award, SubjectKind, awards_on
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, PeriodState, Role, RoleSource

_NOTE = "Năm mẫu để xem thống kê, không phải số liệu thật"
_LEADS = {2015: "cy", 2016: "a05", 2017: "h01"}
"""Which unit led in a year."""
_GRANTED: dict[int, tuple[tuple[str, str, int, int], ...]] = {
    2015: (("CO-BCA", "k01", 1, 0), ("CO-BCA", "c08", 1, 0), ("BK-BCA", "a05", 2, 3)),
    2016: (
        ("CO-CP", "c08", 1, 0),
        ("CO-BCA", "h01", 1, 0),
        ("BK-BCA", "c07", 1, 2),
        ("BK-BCA", "k01", 2, 4),
    ),
    2017: (
        ("CO-BCA", "a05", 1, 0),
        ("CO-BCA", "cy", 1, 0),
        ("BK-TTG", "k01", 1, 1),
        ("BK-BCA", "h01", 3, 2),
        ("BK-BCA", "c08", 1, 5),
    ),
}
"""Award, unit, occurrences of collectives and of individuals, by the year of the decision."""


def earlier_periods(cluster: Cluster, units: Iterable[Unit]) -> tuple[Period, ...]:
    """The same members, another one leading each year."""
    known = tuple(units)
    return tuple(_period(cluster, known, year) for year in _GRANTED)


def earlier_decisions(periods: Iterable[Period], awards: Iterable[Award]) -> tuple[Decision, ...]:
    """One decision a year, for the achievements of the year before it."""
    catalogue = tuple(awards)
    return tuple(_decision(period, catalogue) for period in periods)


def _period(cluster: Cluster, units: tuple[Unit, ...], year: int) -> Period:
    return Period(
        id=f"ky-{year}",
        cluster=cluster,
        name=str(year),
        since=dt.date(year, 1, 1),
        until=dt.date(year, 12, 31),
        movement="Vì an ninh Tổ quốc",
        state=PeriodState.CLOSED,
        members=tuple(
            Membership(
                id=f"tv-{year}-{unit.id}",
                unit=unit,
                role=Role.LEAD if unit.id == _LEADS[year] else Role.MEMBER,
                source=RoleSource.ASSIGNED,
                since=dt.date(year, 1, 1),
            )
            for unit in units
        ),
        note=_NOTE,
    )


def _decision(period: Period, awards: tuple[Award, ...]) -> Decision:
    year = int(period.name)
    day = dt.date(year, 5, 20)
    by_code = {award.code: award for award in awards_on(awards, day)}
    units = {member.unit.id: member.unit for member in period.members}
    grants: list[Grant] = []
    for code, unit, collectives, individuals in _GRANTED[year]:
        for kind, times in zip(SubjectKind, (collectives, individuals), strict=True):
            for _ in range(times):
                place = len(grants) + 1
                grants.append(_grant(year, place, by_code[code], kind, units[unit]))
    return Decision(
        id=f"qd-{year}-01",
        period=period,
        number=f"{year % 100:02d}/QĐ-BCA (mẫu)",
        date=day,
        body="Bộ Công an",
        subject=f"Về việc khen thưởng thành tích năm {year - 1}",
        grants=tuple(grants),
    )


def _grant(year: int, place: int, award: Award, kind: SubjectKind, unit: Unit) -> Grant:
    is_unit = kind is SubjectKind.COLLECTIVE
    flag = award.code.startswith("CO-")
    part = unit.name if flag else f"Phòng mẫu {place:02d}"
    return Grant(
        id=f"lk-{year}-{place:02d}",
        award=award,
        kind=kind,
        unit=unit,
        name=part if is_unit else f"Cán bộ mẫu {year % 100}.{place:02d}",
        description="Bộ Công an" if is_unit and flag else unit.name,
        achievement_year=str(year - 1),
        achievement=f"Thành tích trong phong trào thi đua năm {year - 1} (mẫu)",
        presented_on=dt.date(year, 6, 10),
        state=GrantState.PRESENTED,
    )
