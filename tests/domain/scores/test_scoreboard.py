"""A whole round: columns side by side, sums, what is not assigned, and one changed cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.scores import scoreboard
from desktop_app.domain.scores.criteria import FinalRule
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.scoreboard import Score, Scoreboard, Source
from desktop_app.domain.scores.sheet import Passed, SheetState
from tests.domain.scores.conftest import (
    UNITS,
    board,
    criteria_set,
    criterion,
    points,
    sheet,
    target,
)

SECTION = criterion("I", Kind.GROUP, "30")
OTHER = criterion("II", Kind.GROUP, "10")
CASES = criterion("I.1", most="20", parent="I")
REPORT = criterion("I.2", Kind.PASS_FAIL, "10", parent="I")
MODELS = criterion("II.1", Kind.COUNT, "10", parent="II", unit_points=Decimal(3))
TARGETS = (target("I.1", "A", "100"), target("I.1", "B", "50"), target("I.2", "B", assigned=False))
SET = criteria_set(SECTION, CASES, REPORT, OTHER, MODELS, targets=TARGETS)
# A: 0,5 × 20 × 90 : 100 = 9, đạt 10, 2 × 3 = 6: 25 of 40
# B: (60 − 50) : 50 leads: 20, I.2 not assigned, 4 × 3 = 12 → 10: 30 of 30
LINES = {
    "A": {"I.1": {"actual": Decimal(90)}, "I.2": {"passed": Passed.YES}, "II.1": {"count": 2}},
    "B": {"I.1": {"actual": Decimal(60)}, "II.1": {"count": 4}},
}


def test_sums_and_completion():
    found = board(SET, LINES)
    a, b = found.total(UNITS["A"]), found.total(UNITS["B"])
    assert (a.final, a.worth, a.completion) == (25, 40, Decimal("62.50"))
    assert (b.final, b.worth, b.completion) == (30, 30, 100)
    assert found.score(SECTION, UNITS["A"]).final == 19
    assert found.score(SECTION, UNITS["B"]).worth == 20
    assert found.score(REPORT, UNITS["B"]).source is Source.NOT_ASSIGNED
    assert found.why(REPORT, UNITS["B"]) == ("Không giao cho đơn vị.",)
    assert (a.missing, b.missing) == (0, 0)


def test_criterion_assigned_to_nobody_counts_nowhere():
    nobody = (target("I.1", "A", assigned=False), target("I.1", "B", assigned=False))
    found = board(SET.replace(targets=nobody), LINES)
    assert found.score(CASES, UNITS["A"]) == Score(source=Source.NOT_ASSIGNED)
    assert (found.total(UNITS["A"]).final, found.total(UNITS["A"]).worth) == (16, 20)
    all_gone = tuple(target(code, "A", assigned=False) for code in ("I", "II"))
    empty = board(SET.replace(targets=all_gone), LINES).total(UNITS["A"])
    assert (empty.final, empty.worth, empty.completion) == (0, 0, None)


def test_result_of_a_unit_without_the_task_measures_nobody():
    lines = {"A": {"I.1": {"actual": Decimal(110)}}, "B": {"I.1": {"actual": Decimal(500)}}}
    # Taken away with the section, B's target would let it lead; without one it would be the best.
    away = target("I", "B", assigned=False)
    for targets in ((*TARGETS[:2], away), (away,)):
        score = board(SET.replace(targets=targets), lines).score(CASES, UNITS["A"])
        assert (score.final, len(score.explanation.leaders)) == (20, len(targets) // 2)


def test_target_on_the_sheet_goes_before_the_sets():
    lines = LINES | {"A": {"I.1": {"actual": Decimal(90), "target": Decimal(90)}}}
    assert board(SET, lines).score(CASES, UNITS["A"]).final == 10


# --- columns side by side -------------------------------------------------------------------

OWN = criterion("1", Kind.COUNT, "10")
"""Scored by hand: there are no points for one."""
TYPED = {
    "nothing": ({}, "0 0 0 0", Source.MISSING),
    "own": ({"self_score": "8"}, "8 8 8 8", Source.SELF),
    "first": ({"self_score": "8", "review1": "7"}, "8 7 7 7", Source.REVIEW_1),
    "second": ({"self_score": "8", "review1": "6", "review2": "7"}, "8 6 7 7", Source.REVIEW_2),
    "second alone": ({"self_score": "8", "review2": "7"}, "8 8 7 7", Source.REVIEW_2),
    "set aside": (
        {"self_score": "8", "review1": "6", "review2": "7", "final_score": "5"},
        "8 6 7 5",
        Source.SET,
    ),
    "a zero is a score": ({"self_score": "8", "review1": "0"}, "8 0 0 0", Source.REVIEW_1),
    "rounded": ({"self_score": "7,125"}, "7,13 7,13 7,13 7,13", Source.SELF),
    "held within": ({"self_score": "12", "review1": "-1"}, "10 0 0 0", Source.REVIEW_1),
}


@pytest.mark.parametrize(("typed", "columns", "source"), TYPED.values(), ids=TYPED)
def test_four_columns(typed, columns, source):
    figures = {name: points(value) for name, value in typed.items()}
    score = board(criteria_set(OWN), {"A": {"1": figures}}).score(OWN, UNITS["A"])
    assert (score.own, score.first, score.second, score.final) == tuple(
        points(value) for value in columns.split()
    )
    assert score.source is source
    assert score.missing == (source is Source.MISSING)


def test_highest_score_is_a_rule_too():
    highest = criteria_set(OWN, final_rule=FinalRule.HIGHEST)
    figures = {"self_score": Decimal(8), "review1": Decimal(6), "review2": Decimal(7)}
    score = board(highest, {"A": {"1": figures}}).score(OWN, UNITS["A"])
    assert (score.final, score.source) == (8, Source.SELF)
    figures["final_score"] = Decimal(5)
    assert board(highest, {"A": {"1": figures}}).score(OWN, UNITS["A"]).final == 5


def test_formula_goes_before_the_units_own_figure():
    lines = {"A": {"I.1": {"actual": Decimal(90), "self_score": Decimal(20)}}}
    score = board(SET, lines).score(CASES, UNITS["A"])
    assert (score.own, score.first, score.final, score.source) == (20, 9, 9, Source.COMPUTED)


def test_accepted_score_that_the_formula_no_longer_gives_is_noticed():
    lines = {"A": {"I.1": {"actual": Decimal(90), "review1": Decimal(9)}}}
    found = board(SET, lines)
    assert not found.differs(CASES, UNITS["A"])
    changed = sheet(SET, "A", {"I.1": {"actual": Decimal(95), "review1": Decimal(9)}})
    found.update(changed)
    assert found.differs(CASES, UNITS["A"])


def test_why():
    figures = {"actual": Decimal(90), "review1": Decimal("8.5"), "reason1": "Thiếu hồ sơ"}
    found = board(SET, {"A": {"I.1": figures}})
    assert found.why(CASES, UNITS["A"]) == (
        "Chưa đạt chỉ tiêu.",
        "s × M × (A : T) = 0,5 × 20 × (90 : 100) = 9.",
        "Thẩm định lần 1: 8,5 (Thiếu hồ sơ).",
        "Điểm cuối: 8,5 – Thẩm định lần 1.",
    )
    assert found.why(MODELS, UNITS["A"]) == ("Chưa có số liệu.",)


def test_no_bonus_and_no_penalty_is_no_gap():
    one = criterion("1", Kind.PLUS_MINUS, "5")
    assert board(criteria_set(one), {"A": {}}).total(UNITS["A"]).missing == 0


# --- knock-out ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "most", "figures", "failed"),
    [
        (Kind.PASS_FAIL, "5", {"passed": Passed.NO}, True),
        (Kind.PASS_FAIL, "5", {"passed": Passed.YES}, False),
        (Kind.PASS_FAIL, "5", {}, False),
        (Kind.PASS_FAIL, "5", {"passed": Passed.NO, "review2": Decimal(5)}, False),
        (Kind.PASS_FAIL, "0", {"passed": Passed.NO}, True),
        (Kind.PASS_FAIL, "0", {"passed": Passed.YES}, False),
        (Kind.COUNT, "5", {"self_score": Decimal(0)}, True),
        (Kind.PLUS_MINUS, "0", {"penalty_count": 1}, True),
        (Kind.PLUS_MINUS, "0", {"penalty_count": 0}, False),
        (Kind.PLUS_MINUS, "0", {"penalty_count": 1, "review1": Decimal(0)}, False),
        (Kind.PLUS_MINUS, "0", {"review1": Decimal(-1)}, True),
    ],
)
def test_knock_out(kind, most, figures, failed):
    one = criterion("1", kind, most, knock_out=True, min_points=Decimal(-5))
    found = board(criteria_set(one), {"A": {"1": figures}})
    assert found.is_knocked_out(one, UNITS["A"]) is failed
    plain = one.replace(knock_out=False)
    assert not board(criteria_set(plain), {"A": {"1": figures}}).is_knocked_out(plain, UNITS["A"])


# --- one changed cell -----------------------------------------------------------------------


def test_changed_cell_changes_all_units_of_that_criterion_and_the_groups_above(monkeypatch):
    found = board(SET, LINES)
    counted = []
    original = scoreboard.computed
    monkeypatch.setattr(
        scoreboard, "computed", lambda one, *rest: counted.append(one.code) or original(one, *rest)
    )
    form = found.sheets[0]
    line = form.by_criterion["I.1"].replace(actual=Decimal(150))
    touched = found.update(form.with_line(line))
    assert [one.code for one in touched] == ["I", "I.1"]
    assert counted == ["I.1"]
    # A now leads with 50 %; B: 10 + (20 : 50) × 10 = 14
    assert found.score(CASES, UNITS["A"]).final == 20
    assert found.score(CASES, UNITS["B"]).final == 14
    assert [found.total(UNITS[unit]).final for unit in "AB"] == [36, 24]


def test_update_equals_a_new_board():
    found = board(SET, LINES)
    lines = {"A": {"II.1": {"count": 1}}, "B": LINES["B"]}
    found.update(sheet(SET, "A", lines["A"]))
    fresh = board(SET, lines)
    for one in SET.criteria:
        assert [found.score(one, UNITS[u]) for u in "AB"] == [
            fresh.score(one, UNITS[u]) for u in "AB"
        ]
    assert found.update(found.sheets[0]) == ()


def test_scores_are_provisional_while_a_sheet_is_out():
    out = sheet(SET, "A", LINES["A"])
    done = sheet(SET, "B", LINES["B"], state=SheetState.SUBMITTED)
    assert [unit.id for unit in Scoreboard(SET, [out, done]).waiting_for] == ["A"]


def test_empty_boards():
    assert Scoreboard(SET, []).units == ()
    assert Scoreboard(criteria_set(), []).criteria.max_total == 0
    alone = Scoreboard(criteria_set(), [sheet(criteria_set(), "A")])
    assert alone.total(UNITS["A"]) == Score()
    assert alone.score(CASES, UNITS["A"]) == Score()
