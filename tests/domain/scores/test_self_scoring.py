"""What a unit fills in by the kind of a criterion, and how it is told to count."""

from __future__ import annotations

import pytest

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.scores.criterion import Direction, Kind
from desktop_app.domain.scores.self_scoring import (
    closed_to_the_unit,
    fields_of,
    form_title,
    rule_of,
    set_in_force,
    sheet_of,
    target_of,
)
from desktop_app.domain.scores.sheet import Round, SheetState
from tests.domain.scores.conftest import UNITS, criteria_set, criterion, points, sheet, target

OWN = ("self_score", "evidence")


@pytest.mark.parametrize(
    ("kind", "more", "fields", "rule"),
    [
        (Kind.QUANTITATIVE, {}, ("actual",), "Định lượng theo chỉ tiêu"),
        (
            Kind.QUANTITATIVE,
            {"direction": Direction.LESS},
            ("actual",),
            "Định lượng theo chỉ tiêu (càng thấp càng tốt)",
        ),
        (Kind.PASS_FAIL, {}, ("passed",), "Đạt / không đạt"),
        (Kind.COUNT, {"unit_points": points("1,5")}, ("count",), "Số lượng × 1,5 điểm"),
        (Kind.COUNT, {}, (), "Chấm thẳng điểm"),
        (
            Kind.PLUS_MINUS,
            {"bonus_points": points("1"), "penalty_points": points("0,5")},
            ("bonus_count", "penalty_count"),
            "Mỗi lần cộng 1, mỗi lần trừ 0,5; thấp nhất 0",
        ),
        (
            Kind.BANDS,
            {"bands": (">= 95 % = 10", "75–<95 % = 7", "< 75 % = 0")},
            ("actual",),
            "Theo mức: ≥ 95 % = 10; 75–dưới 95 % = 7; dưới 75 % = 0",
        ),
    ],
)
def test_each_kind_asks_for_its_own_figures(kind, more, fields, rule):
    one = criterion("1", kind, **more)
    assert fields_of(criteria_set(one), one, UNITS["A"]) == (*fields, *OWN)
    assert rule_of(one) == rule


def test_nothing_is_asked_below_a_group_that_is_not_assigned():
    group = criterion("I", Kind.GROUP)
    leaf = criterion("I.1", parent="I")
    criteria = criteria_set(group, leaf, targets=(target("I", "A", assigned=False),))
    assert fields_of(criteria, leaf, UNITS["A"]) == ()
    assert fields_of(criteria, group, UNITS["B"]) == ()
    assert fields_of(criteria, leaf, UNITS["B"])[0] == "actual"


def test_the_sheets_own_target_goes_before_that_of_the_set():
    leaf = criterion("1")
    criteria = criteria_set(leaf, targets=(target("1", "A", "100"),))
    assert target_of(sheet(criteria, "A"), leaf) == 100
    own = sheet(criteria, "A", {"1": {"target": points("90")}})
    assert target_of(own, leaf) == 90


def test_the_newest_adopted_version_is_in_force():
    first = criteria_set(criterion("1"))
    second, third = first.replace(id="2", version=2), first.replace(id="3", version=3)
    draft = third.replace(state=CriteriaState.DRAFT)
    assert set_in_force((second, draft, first)) is second
    assert set_in_force((draft,)) is None


def test_a_round_has_a_sheet_of_its_own():
    criteria = criteria_set(criterion("1"))
    year = sheet(criteria, "A")
    assert sheet_of(criteria, UNITS["A"], Round.YEAR, (year,)) is year
    half = sheet_of(criteria, UNITS["A"], Round.HALF_YEAR, (year,))
    assert half.id != year.id
    assert form_title(half) == "Phiếu tự chấm 6 tháng năm 2026"


@pytest.mark.parametrize("state", SheetState)
def test_the_unit_fills_in_drafts_and_what_was_returned(state):
    words = closed_to_the_unit(sheet(criteria_set(criterion("1")), "A", state=state))
    assert bool(words) is (state not in (SheetState.DRAFT, SheetState.RETURNED))
