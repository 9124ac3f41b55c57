"""Sample figures of the first half of the year, and a sample inspection; all of it made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from desktop_app.domain.sample.scores import ADOPTION_DAY
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.inspection import (
    Finding,
    Inspection,
    InspectionState,
    TeamMember,
    TeamRole,
)
from desktop_app.domain.scores.sheet import Passed, Round, ScoreLine, ScoreSheet
from desktop_app.domain.units.person import Person

_FIGURES: dict[str, tuple[str, tuple[Any, ...]]] = {
    "I.1.a": ("actual", (26, 12, 11, 20, 36, 10)),
    "I.1.b": ("actual", (2, 1, 1, 2, 3, 0)),
    "I.2": ("actual", (98, 96, 88, 100, 93, 97)),
    "I.3": ("count", (2, 1, 2, 2, 1, None)),
    "I.4": ("self_score", ("9", "9", "8.5", "9.5", "9", "9")),
    "II.1": ("passed", ("dat", "dat", "dat", "dat", "khong_dat", "dat")),
    "II.2": ("passed", ("dat",) * 6),
    "II.3": ("actual", (0, 0, 2, 0, 5, 0)),
    "II.4": ("self_score", ("5", "4.5", "5", "5", "4.5", "5")),
    "III.1": ("count", (3, 2, 2, 3, 2, 3)),
    "III.2": ("bonus_count", (2, 1, 1, 3, 1, 2)),
    "III.3": ("actual", (22, 14, 12, 18, 24, 8)),
}
"""Made-up results in the order of the members; None: nothing is filled in."""


def sample_sheets(criteria: CriteriaSet) -> tuple[ScoreSheet, ...]:
    """A draft sheet a member for the first six months."""
    members = criteria.period.members_on(ADOPTION_DAY)
    return tuple(
        ScoreSheet(
            id=f"phieu-6t-{member.unit.id}",
            period=criteria.period,
            criteria=criteria,
            unit=member.unit,
            round=Round.HALF_YEAR,
            lines=_lines(criteria, place, member.unit.id),
            note="Dữ liệu mẫu",
        )
        for place, member in enumerate(members)
    )


def _lines(criteria: CriteriaSet, place: int, unit: str) -> tuple[ScoreLine, ...]:
    found = []
    for code, (field, values) in _FIGURES.items():
        leaf = criteria.tree.find(code)
        if leaf is None or values[place] is None:
            continue
        figures = {field: _typed(field, values[place])}
        line_id = f"dong-{unit}-{leaf.id}"
        found.append(ScoreLine(id=line_id, criterion=leaf.id, **figures))
    return tuple(found)


def _typed(field: str, value: Any) -> Any:
    if field == "passed":
        return Passed(value)
    return value if field.endswith("count") else Decimal(value)


def sample_inspection(criteria: CriteriaSet, people: Sequence[Person]) -> Inspection:
    """The lead unit's team at the fifth member; two findings, one of them mended."""
    members = criteria.period.members_on(ADOPTION_DAY)
    lead, inspected = members[0].unit, members[4].unit
    team = [p for p in people if p.unit and p.unit.id != inspected.id][:3]
    roles = (TeamRole.HEAD, TeamRole.DEPUTY, TeamRole.CLERK)
    late, news = criteria.tree.find("II.3"), criteria.tree.find("III.3")
    return Inspection(
        id="kiem-tra-1",
        period=criteria.period,
        criteria=criteria,
        team_name="Tổ kiểm tra số 1 (mẫu)",
        leader_unit=lead,
        unit=inspected,
        day=dt.date(2018, 6, 14),
        members=tuple(
            TeamMember(id=f"to-kt-{place}", person=person, role=role)
            for place, (person, role) in enumerate(zip(team, roles, strict=False), start=1)
        ),
        findings=(
            Finding(
                id="phat-hien-1",
                criterion=late.id if late else "",
                text="Báo cáo sơ kết gửi chậm 5 ngày so với kế hoạch",
                points_effect=Decimal(-2),
            ),
            Finding(
                id="phat-hien-2",
                criterion=news.id if news else "",
                text="Hai bài tuyên truyền chưa có bản lưu minh chứng",
                points_effect=Decimal("-0.5"),
                mended_on=dt.date(2018, 6, 20),
            ),
        ),
        conclusion="Đơn vị thực hiện nghiêm túc nội dung giao ước; còn chậm báo cáo (mẫu).",
        recommendations="Gửi báo cáo đúng hạn; lưu đủ minh chứng của tin, bài (mẫu).",
        state=InspectionState.CONCLUDED,
        note="Dữ liệu mẫu",
    )
