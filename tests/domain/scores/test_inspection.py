"""Inspections: nobody inspects the own unit, and each state brings what it must."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.inspection import (
    Finding,
    Inspection,
    InspectionKind,
    InspectionState,
    TeamMember,
    TeamRole,
)
from desktop_app.domain.units.person import Person
from tests.domain.scores.conftest import PERIOD, UNITS, criteria_set, criterion

SET = criteria_set(criterion("1", Kind.PASS_FAIL))
PLAN = Inspection(
    period=PERIOD,
    criteria=SET,
    kind=InspectionKind.CROSS,
    team_name="Tổ kiểm tra số 1",
    leader_unit=UNITS["B"],
    unit=UNITS["C"],
    day=dt.date(2026, 10, 20),
    members=(TeamMember(name="Lê A", unit=UNITS["B"], role=TeamRole.HEAD), TeamMember(name="Vũ D")),
    findings=(
        Finding(criterion="1", text="Thiếu sổ", points_effect=Decimal("-1.5")),
        Finding(text="Cách làm hay", mended_on=dt.date(2026, 10, 20)),
    ),
)


def test_plan_is_sound():
    assert PLAN.problems() == {}
    assert PLAN.title == "Kiểm tra chéo C ngày 20/10/2026"
    assert PLAN.points_effect == Decimal("-1.5")
    assert [one.text for one in PLAN.open_findings] == ["Thiếu sổ"]


def test_unit_never_inspects_itself():
    assert PLAN.replace(leader_unit=UNITS["C"]).problems() == {
        "leader_unit": "C không kiểm tra chính mình."
    }
    own = TeamMember(name="Trần C", unit=UNITS["C"])
    through_person = TeamMember(person=Person(full_name="Trần C", unit=UNITS["C"]))
    assert PLAN.replace(members=(own, through_person)).problems() == {
        "members.0.unit": "Dòng 1: C không kiểm tra chính mình.",
        "members.1.unit": "Dòng 2: C không kiểm tra chính mình.",
    }


def test_what_is_wrong_is_said():
    assert set(PLAN.replace(unit=None).problems()) == {"unit"}
    assert set(PLAN.replace(members=(TeamMember(),)).problems()) == {"members.0.name"}
    heads = tuple(TeamMember(name=name, role=TeamRole.HEAD) for name in "xy")
    assert set(PLAN.replace(members=heads).problems()) == {"members"}
    findings = (Finding(text=""), Finding(text="x", criterion="9"))
    assert set(PLAN.replace(findings=findings).problems()) == {
        "findings.0.text",
        "findings.1.criterion",
    }
    loose = (Finding(text="x", points_effect=Decimal(-1)),)
    assert set(PLAN.replace(findings=loose).problems()) == {"findings.0.criterion"}


def test_states_come_in_order_and_bring_what_they_must():
    assert set(PLAN.replace(day=None).problems()) == set()
    with pytest.raises(UserFacingError, match="Cần có ngày kiểm tra"):
        PLAN.replace(day=None).moved(InspectionState.RUNNING)
    with pytest.raises(UserFacingError, match="Sau «Kế hoạch» là «Đang kiểm tra», không phải"):
        PLAN.moved(InspectionState.MENDED)
    running = PLAN.moved(InspectionState.RUNNING)
    with pytest.raises(UserFacingError, match="Cần có kết luận"):
        running.moved(InspectionState.CONCLUDED)
    concluded = running.replace(conclusion="Tốt").moved(InspectionState.CONCLUDED)
    with pytest.raises(UserFacingError, match="kết quả khắc phục"):
        concluded.moved(InspectionState.MENDED)
    mended = concluded.replace(follow_up="Đã bổ sung").moved(InspectionState.MENDED)
    with pytest.raises(UserFacingError):
        mended.moved(InspectionState.MENDED)
