"""Cross inspections in a ring: each member inspects the next one, the last inspects the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.inspection import Inspection, InspectionKind
from desktop_app.domain.years.period import Period


def ring(
    period: Period,
    criteria: CriteriaSet | None,
    existing: Iterable[Inspection],
    day: dt.date | None = None,
) -> tuple[Inspection, ...]:
    """One planned inspection a member that has no cross inspection in the period yet.

    Raises UserFacingError where there are fewer than two members: none inspects itself.
    """
    units = [member.unit for member in period.members_on(day)]
    if len(units) < 2:
        raise UserFacingError(
            "Kiểm tra chéo cần ít nhất hai đơn vị thành viên.",
            kept="Chưa lập cuộc kiểm tra nào.",
            remedy="Hãy ghi thành viên ở «Kỳ thi đua & thành viên».",
        )
    done = {i.unit.id for i in existing if i.kind is InspectionKind.CROSS and i.unit}
    pairs = zip(units, (*units[1:], units[0]), strict=True)
    return tuple(
        Inspection(
            period=period,
            criteria=criteria,
            kind=InspectionKind.CROSS,
            team_name=f"Tổ kiểm tra của {inspector.short_name_on(day or period.until)}",
            leader_unit=inspector,
            unit=inspected,
        )
        for inspector, inspected in pairs
        if inspected.id not in done
    )
