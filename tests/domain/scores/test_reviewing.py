"""Rows taken over, sheets handed on one by one and all at once, and who reviews whom."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.criteria import CriteriaState, LeadReviewer
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.reviewing import (
    REVIEWS,
    Order,
    accepted,
    all_accepted,
    handed_on,
    in_unit_order,
    missing_sheets,
    progress,
    reviewed,
    reviewer_of,
    to_do,
    wants_reason,
    without_reviews,
)
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import Round, ScoreLine, SheetState
from desktop_app.domain.units.person import Person
from tests.domain.scores.conftest import UNITS, criteria_set, criterion, sheet, target

DAY = dt.date(2026, 11, 20)
SET = criteria_set(
    criterion("I", Kind.GROUP, "30"),
    criterion("I.1", most="10", parent="I"),
    criterion("I.2", Kind.COUNT, "10", parent="I"),
    criterion("I.3", Kind.PLUS_MINUS, "10", parent="I", min_points=Decimal(-5)),
    targets=(target("I.1", "A", "100"), target("I.1", "C", "100")),
)
LEAF = {leaf.code: leaf for leaf in SET.tree.leaves}


def handed_in(unit="C", **lines):
    """A sheet that its unit has submitted, from code → figures."""
    figures = {code.replace("_", "."): own for code, own in lines.items()}
    return sheet(SET, unit, figures, state=SheetState.SUBMITTED)


def order(state, **fields):
    return Order(state=state, day=DAY, **({"name": "Lê Văn A"} | fields))


# --- a row ------------------------------------------------------------------------------------


def test_accepting_takes_the_computed_score_with_the_day():
    form = handed_in(I_1={"actual": Decimal(80)})
    line = accepted(Scoreboard(SET, [form]), form, LEAF["I.1"], DAY)
    # half of 10 points for the target, and 80 of 100 of that
    assert (line.review1, line.reviewed1_on) == (Decimal(4), DAY)
    assert not wants_reason(line)


def test_accepting_takes_the_score_a_unit_typed():
    form = handed_in(I_2={"self_score": Decimal("7.5")})
    line = accepted(Scoreboard(SET, [form]), form, LEAF["I.2"], DAY)
    assert line.review1 == Decimal("7.5")


def test_a_row_without_figures_is_not_taken_for_nought():
    form = handed_in()
    assert accepted(Scoreboard(SET, [form]), form, LEAF["I.2"], DAY) is None


def test_nothing_to_add_and_nothing_to_take_away_is_nought():
    form = handed_in()
    assert accepted(Scoreboard(SET, [form]), form, LEAF["I.3"], DAY).review1 == 0


def test_a_row_that_was_reviewed_is_never_overwritten():
    form = handed_in(
        I_2={"self_score": Decimal(8), "review1": Decimal(5), "reason1": "Thiếu minh chứng"}
    )
    assert accepted(Scoreboard(SET, [form]), form, LEAF["I.2"], DAY) is None


def test_the_formula_goes_before_the_units_own_score_and_wants_a_reason():
    form = handed_in(I_1={"actual": Decimal(80), "self_score": Decimal(9)})
    line = accepted(Scoreboard(SET, [form]), form, LEAF["I.1"], DAY)
    assert line.review1 == 4
    assert wants_reason(line) == "reason1"


def test_the_second_review_takes_over_the_first():
    form = handed_in(
        I_2={"self_score": Decimal(8), "review1": Decimal(5), "reason1": "Thiếu minh chứng"}
    ).replace(state=SheetState.EXPLAINED)
    line = accepted(Scoreboard(SET, [form]), form, LEAF["I.2"], DAY)
    assert (line.review2, line.reviewed2_on) == (Decimal(5), DAY)
    assert not wants_reason(line)


@pytest.mark.parametrize("state", [state for state in SheetState if state not in REVIEWS])
def test_nothing_is_accepted_while_no_review_is_open(state):
    form = handed_in(I_2={"self_score": Decimal(8)}).replace(state=state)
    assert accepted(Scoreboard(SET, [form]), form, LEAF["I.2"], DAY) is None


def test_the_rest_is_accepted_but_not_what_needs_a_word():
    form = handed_in(I_1={"actual": Decimal(80), "self_score": Decimal(9)}, I_3={"bonus_count": 0})
    found = all_accepted(Scoreboard(SET, [form]), form, DAY)
    assert found.count == 1
    assert [leaf.code for leaf in found.without_figures] == ["I.2"]
    assert [leaf.code for leaf in found.against_formula] == ["I.1"]
    assert found.sheet.by_criterion["I.1"].review1 is None


def test_a_review_taken_out_leaves_nothing_behind():
    line = ScoreLine(
        criterion="I.2",
        self_score=Decimal(8),
        review1=Decimal(5),
        reason1="Thiếu",
        reviewer1="Lê A",
        reviewed1_on=DAY,
        review2=Decimal(6),
        reason2="Đã bổ sung",
    )
    assert without_reviews(line) == ScoreLine(id=line.id, criterion="I.2", self_score=Decimal(8))
    assert reviewed(line, "review2", None, DAY).review1 == 5


def test_progress_counts_what_is_assigned():
    rules = criteria_set(*SET.criteria, targets=(target("I.1", "C", assigned=False),))
    form = sheet(rules, "C", {"I.2": {"self_score": Decimal(8)}})
    # I.3 has nothing to add: that is an answer
    assert progress(Scoreboard(rules, [form]), form) == (2, 2)
    form = form.replace(state=SheetState.SUBMITTED)
    assert progress(Scoreboard(rules, [form]), form) == (0, 2)


def test_the_second_review_looks_at_what_was_changed_explained_or_left_out():
    lines = {
        "I.1": {"actual": Decimal(80), "review1": Decimal(4)},
        "I.2": {"self_score": Decimal(8), "review1": Decimal(5), "reason1": "Thiếu"},
        "I.3": {"bonus_count": 1},
    }
    form = sheet(SET, "C", lines, state=SheetState.REVIEWED)
    board = Scoreboard(SET, [form])
    assert [leaf.code for leaf in to_do(board, form)] == ["I.2"], "the unit explains this one"
    form = form.replace(state=SheetState.EXPLAINED)
    assert [leaf.code for leaf in to_do(board, form)] == ["I.2", "I.3"]
    assert progress(board, form) == (1, 3)
    rest = all_accepted(board, form, DAY)
    assert rest.count == 2
    assert rest.sheet.by_criterion[LEAF["I.1"].id].review2 is None
    assert to_do(Scoreboard(SET, [rest.sheet]), rest.sheet) == ()


# --- sheets of a round ------------------------------------------------------------------------


def test_every_member_gets_one_sheet_of_a_round():
    there = [sheet(SET, "B"), sheet(SET, "C", round=Round.HALF_YEAR)]
    made = missing_sheets(SET, Round.YEAR, there)
    assert [one.unit.id for one in made] == list("ACDEFG")
    assert all(one.problems() == {} for one in made)


def test_sheets_stand_in_the_clusters_order():
    found = in_unit_order([sheet(SET, "C"), sheet(SET, "B"), sheet(SET, "A")])
    assert [one.unit.id for one in found] == ["A", "B", "C"]


# --- handing on -------------------------------------------------------------------------------


def test_the_lead_unit_reviews_all_but_itself():
    assert reviewer_of(sheet(SET, "C"), DAY) == UNITS["A"]
    assert reviewer_of(sheet(SET, "A"), DAY) == UNITS["B"]
    body = criteria_set(*SET.criteria, lead_reviewer=LeadReviewer.STANDING_BODY)
    assert reviewer_of(sheet(body, "A"), DAY) is None


def test_all_sheets_take_a_step_in_the_right_name():
    forms = [handed_in(unit) for unit in "ABC"]
    found = handed_on(order(SheetState.REVIEWED), forms)
    assert not found.refused
    assert [form.steps[-1].unit.id for form in found.moved] == ["B", "A", "A"]


def test_those_that_cannot_are_named_with_the_reason():
    draft = sheet(SET, "B")
    found = handed_on(order(SheetState.REVIEWED), [handed_in("C"), draft])
    assert [form.unit.id for form in found.moved] == ["C"]
    ((form, why),) = found.refused
    assert form is draft
    assert "Sau «Nháp» là «Đã nộp»" in why


def test_one_unit_for_all_is_refused_for_its_own_sheet():
    wanted = order(SheetState.REVIEWED, by_rule=False, unit=UNITS["A"])
    found = handed_on(wanted, [handed_in("A"), handed_in("C")])
    assert [form.unit.id for form in found.moved] == ["C"]
    assert "không thẩm định phiếu của chính mình" in found.refused[0][1]


def test_a_person_of_the_unit_does_not_review_it():
    person = Person(full_name="Trần C", unit=UNITS["C"])
    found = handed_on(order(SheetState.REVIEWED, name="", person=person), [handed_in("C")])
    assert "chính mình" in found.refused[0][1]


def test_units_submit_in_their_own_name():
    found = handed_on(order(SheetState.SUBMITTED), [sheet(SET, "B"), sheet(SET, "C")])
    assert [form.steps[-1].unit.id for form in found.moved] == ["B", "C"]


def test_a_step_gives_its_name_to_reviews_that_have_none():
    form = handed_in(
        I_2={"self_score": Decimal(8), "review1": Decimal(8)},
        I_3={"review1": Decimal(0), "reviewer1": "Phạm B"},
    )
    lines = order(SheetState.REVIEWED).moved(form).by_criterion
    assert lines["I.2"].reviewer1 == "Lê Văn A"
    assert lines["I.3"].reviewer1 == "Phạm B"


def test_a_refused_step_changes_nothing():
    draft = criteria_set(*SET.criteria).replace(state=CriteriaState.DRAFT)
    form = sheet(draft, "C")
    with pytest.raises(UserFacingError, match="chưa được thông qua"):
        order(SheetState.SUBMITTED).moved(form)
    assert not form.steps
