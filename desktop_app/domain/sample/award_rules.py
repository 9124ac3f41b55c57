"""The sample's quotas, one restriction that has ended, and the fund: all placeholders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind, awards_on
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.fund import FundEntry, FundWay
from desktop_app.domain.commendations.quota import AwardQuota
from desktop_app.domain.commendations.restriction import Restriction, RestrictionKind
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Period

_NOTE = "Dữ liệu mẫu"
_SEATS = (("CO-CP", 1), ("CO-BCA", 3))
"""As many flags as were reported of the year."""


def sample_quotas(period: Period, awards: Iterable[Award]) -> tuple[AwardQuota, ...]:
    """One flag of the Government and three of the Ministry."""
    held = {award.code: award for award in awards_on(awards, period.until)}
    return tuple(
        AwardQuota(
            id=f"chi-tieu-2018-{code.lower()}",
            period=period,
            award=held[code],
            seats=seats,
            basis="Văn bản giao chỉ tiêu (mẫu)",
            note=_NOTE,
        )
        for code, seats in _SEATS
    )


def sample_restriction(people: Iterable[Person]) -> Restriction:
    """A reprimand that ended before the year began."""
    person = next(person for person in people if person.id == "can-bo-06")
    return Restriction(
        id="han-che-01",
        kind=RestrictionKind.REPRIMAND,
        subject=SubjectKind.INDIVIDUAL,
        unit=person.unit,
        person=person,
        since=dt.date(2016, 11, 1),
        until=dt.date(2017, 10, 31),
        document="Quyết định số 11/QĐ (mẫu) ngày 01/11/2016",
        note=_NOTE,
    )


def sample_fund(period: Period, decision: Decision) -> tuple[FundEntry, ...]:
    """What the members gave, and what the handing over cost."""
    return (
        FundEntry(
            id="quy-2018-01",
            period=period,
            day=dt.date(2018, 3, 1),
            way=FundWay.IN,
            amount=Decimal(12_000_000),
            purpose="Các đơn vị thành viên đóng góp năm 2018",
            receiver="06 đơn vị thành viên",
            paper="Phiếu thu số 01 (mẫu)",
            note=_NOTE,
        ),
        FundEntry(
            id="quy-2018-02",
            period=period,
            day=dt.date(2018, 3, 13),
            amount=Decimal(1_350_000),
            purpose="Khung giấy chứng nhận, hoa tặng tập thể, cá nhân tiêu biểu",
            paper="Phiếu chi số 01 (mẫu)",
            decision=decision,
            note=_NOTE,
        ),
    )
