"""The way of a nomination: legal steps, reasons, steps back, submissions and decisions."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import Award, AwardLevel
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.nomination import (
    NEXT_STATES,
    Nomination,
    NominationState,
    NominationStep,
    Submission,
    SubmissionLine,
)
from desktop_app.domain.commendations.stepping import could_take, decided, taken, undecided
from desktop_app.domain.units.unit import Unit
from tests.domain.years.test_period import PERIOD

State = NominationState
DAY = dt.date(2018, 3, 5)
FLAG = Award(code="CO-BCA", name="Cờ thi đua của Bộ", for_collective=True)
HIGH = Award(
    code="CO-CP", name="Cờ thi đua của Chính phủ", level=AwardLevel.GOVERNMENT, for_collective=True
)


def step(state, day=DAY, reason="vì thế", **others):
    return NominationStep(state=state, day=day, reason=reason, **others)


def nomination(state=State.PROPOSED, **others):
    return Nomination(
        period=PERIOD, award=FLAG, unit=Unit(), achievement_year="2017", state=state, **others
    )


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", State)
def test_only_the_legal_steps_are_taken(before, after):
    refused = nomination(before).refusal(step(after))
    assert bool(refused) is (after not in NEXT_STATES[before])
    if refused:
        assert before.label in refused
        assert after.label in refused


def test_what_was_asked_for_more_goes_up_again():
    way = (State.HONOURED, State.SUBMITTED, State.SUPPLEMENT, State.SUBMITTED, State.REJECTED)
    found = nomination()
    for state in way:
        assert found.refusal(step(state)) == ""
        found = found.stepped(step(state))
    assert [one.state for one in found.steps] == list(way)
    assert found.state is State.REJECTED
    assert could_take(State.WITHDRAWN, [found]) == ()


@pytest.mark.parametrize("state", [State.SUPPLEMENT, State.REJECTED, State.HIGHER, State.WITHDRAWN])
def test_a_bad_turn_needs_a_reason(state):
    assert nomination(State.SUBMITTED).refusal(step(state, reason="")) == "Cần ghi lý do."


def test_a_day_is_needed_and_does_not_go_backwards():
    found = nomination().stepped(step(State.HONOURED, dt.date(2018, 3, 5)))
    assert found.refusal(step(State.SUBMITTED, None)) == "Cần có ngày."
    early = step(State.SUBMITTED, dt.date(2018, 3, 4))
    assert found.refusal(early) == "Ngày của bước này đứng trước bước trước (05/03/2018)."


def test_a_wrong_step_is_taken_back_and_stays_to_be_seen():
    found = nomination(State.HONOURED).stepped(step(State.SUBMITTED)).stepped(step(State.REJECTED))
    back = found.back_step()
    assert back.state is State.SUBMITTED
    assert found.refusal(back.replace(day=DAY)) == "Cần ghi lý do."
    found = found.stepped(back.replace(day=DAY, reason="ghi nhầm"))
    assert found.state is State.SUBMITTED
    assert len(found.steps) == 3
    found = found.stepped(found.back_step().replace(day=DAY, reason="ghi nhầm"))
    assert found.state is State.HONOURED
    assert found.back_step() is None


def test_one_step_for_many_leaves_out_those_that_cannot_take_it():
    ready, early = nomination(State.HONOURED), nomination()
    found = taken(step(State.SUBMITTED), (ready, early))
    assert [one.id for one in found.moved] == [ready.id]
    assert len(found.refused) == 1


def decision(*nominations, award=FLAG):
    grants = tuple(Grant(nomination=one, award=award, name="Cục A") for one in nominations)
    return Decision(period=PERIOD, number="15/QĐ-BCA", date=DAY, body="Bộ Công an", grants=grants)


def test_a_decision_decides_what_was_submitted():
    waiting, early = nomination(State.SUBMITTED), nomination(State.HONOURED)
    made = decision(waiting, early)
    (found,) = decided(made, (waiting, early))
    assert found.state is State.DECIDED
    assert found.steps[-1].document == "Quyết định số 15/QĐ-BCA"
    assert found.steps[-1].source == made.id


def test_a_higher_award_than_asked_is_said():
    waiting = nomination(State.SUBMITTED)
    (found,) = decided(decision(waiting, award=HIGH), (waiting,))
    assert found.state is State.HIGHER
    assert found.steps[-1].reason == "Được tặng Cờ thi đua của Chính phủ"


def test_what_a_decision_names_no_more_waits_again():
    waiting = nomination(State.SUBMITTED)
    made = decision(waiting)
    (found,) = decided(made, (waiting,))
    assert undecided(made, (found,)) == ()
    (freed,) = undecided(made.replace(grants=()), (found,))
    assert freed.state is State.SUBMITTED
    other = decision().replace(number="16/QĐ-BCA")
    assert undecided(other, (found,)) == ()


def test_decisions_from_before_trails_free_their_nominations_too():
    old = nomination(State.DECIDED)
    (freed,) = undecided(decision(), (old,))
    assert freed.state is State.SUBMITTED


def on_a_list(*nominations):
    lines = tuple(SubmissionLine(nomination=each) for each in nominations)
    return Submission(period=PERIOD, subject="S", addressees=("Bộ",), lines=lines)


def test_who_withdrew_before_going_up_is_refused_on_a_list():
    honoured = nomination(State.PROPOSED).stepped(step(State.HONOURED))
    gone = honoured.stepped(step(State.WITHDRAWN))
    (key,) = on_a_list(nomination(State.HONOURED), gone).problems()
    assert key == "lines.1.nomination"
    assert on_a_list(honoured).problems() == {}
    back = gone.stepped(step(State.HONOURED, is_back=True))
    assert on_a_list(back).problems() == {}


def test_a_list_that_went_up_keeps_who_withdrew_later():
    submitted = nomination(State.HONOURED).stepped(step(State.SUBMITTED))
    assert on_a_list(submitted.stepped(step(State.WITHDRAWN))).problems() == {}
    assert on_a_list(nomination(State.WITHDRAWN)).problems() == {}, "older files have no trail"
