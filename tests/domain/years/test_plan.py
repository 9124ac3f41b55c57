"""The plan of a year: states by day, shifting, remarks, and the typical year."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.plan import PlanStep, StepKind, StepState, YearPlan
from desktop_app.domain.years.plan_template import TYPICAL_STEPS, with_typical_steps

CLUSTER = Cluster(name="Cụm thi đua số 2", organising_body="Bộ Công an")
PERIOD = Period(
    cluster=CLUSTER, name="2018", since=dt.date(2018, 1, 1), until=dt.date(2018, 12, 31)
)
SCHOOL = Period(
    cluster=CLUSTER, name="2025–2026", since=dt.date(2025, 9, 1), until=dt.date(2026, 8, 31)
)
MARCH = PlanStep(text="Ký kết", starts=dt.date(2018, 3, 1), due=dt.date(2018, 3, 13))


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("changes", "today", "state"),
    [
        ({}, "2018-02-28", StepState.AHEAD),
        ({}, "2018-03-01", StepState.NOW),
        ({}, "2018-03-13", StepState.NOW),
        ({}, "2018-03-14", StepState.LATE),
        ({"done_on": dt.date(2018, 3, 20)}, "2018-03-14", StepState.DONE),
        ({"starts": None}, "2018-03-12", StepState.AHEAD),
        ({"starts": None}, "2018-03-13", StepState.NOW),
        ({"due": None}, "2019-01-01", StepState.NOW),
        ({"starts": None, "due": None}, "2019-01-01", StepState.AHEAD),
    ],
)
def test_state_follows_the_days(changes, today, state):
    assert MARCH.replace(**changes).state_on(day(today)) is state


def test_end_before_the_beginning_is_refused_beside_the_end():
    wrong = MARCH.replace(due=dt.date(2018, 2, 28))
    assert wrong.problems() == {"due": "Hạn hoàn thành đứng trước ngày bắt đầu."}
    assert list(YearPlan(period=PERIOD, steps=(MARCH, wrong)).problems()) == ["steps.1.due"]


def test_open_steps_are_shifted_and_done_ones_stay():
    done = MARCH.replace(id="xong", done_on=dt.date(2018, 3, 12))
    undated = PlanStep(id="chua", text="Khác")
    shifted = YearPlan(period=PERIOD, steps=(done, MARCH, undated)).shifted(-10).steps
    assert shifted == (
        done,
        MARCH.replace(starts=dt.date(2018, 2, 19), due=dt.date(2018, 3, 3)),
        undated,
    )


def test_days_outside_the_period_are_remarked_on_and_no_problem():
    plan = with_typical_steps(YearPlan(period=PERIOD))
    assert plan.problems() == {}
    remarks = {step.kind: plan.outside(step) for step in plan.steps if plan.outside(step)}
    assert set(remarks) == {StepKind.MINISTRY_LAUNCH, StepKind.AWARDING, StepKind.HANDOVER}
    assert remarks[StepKind.MINISTRY_LAUNCH].startswith(
        "Ngày 26/12/2017 nằm ngoài kỳ (01/01/2018 – 31/12/2018)"
    )


def test_steps_are_put_in_place_and_taken_out():
    other = PlanStep(id="khac", text="Khác", due=dt.date(2018, 1, 5))
    plan = YearPlan(period=PERIOD, steps=(MARCH,)).with_step(other)
    assert plan.in_order == (other, MARCH)
    moved = plan.with_step(MARCH.replace(text="Ký"))
    assert [step.text for step in moved.steps] == ["Ký", "Khác"]
    assert moved.without_step(other).steps == (MARCH.replace(text="Ký"),)


@pytest.mark.parametrize("period", [PERIOD, SCHOOL])
def test_typical_year_keeps_the_order_of_the_procedure_in_any_period(period):
    plan = with_typical_steps(YearPlan(period=period))
    kinds = [kind for kind in StepKind if kind is not StepKind.OTHER]
    assert [step.kind for step in plan.steps] == kinds == [step.kind for step in TYPICAL_STEPS]
    assert plan.in_order == plan.steps
    signing = plan.steps[3]
    assert (signing.due - period.since).days == 73
    assert all(step.starts <= step.due and step.who and step.papers for step in plan.steps)


def test_template_adds_only_what_is_missing_and_knows_the_day_of_registration():
    period = PERIOD.replace(registration_due=dt.date(2018, 2, 20))
    plan = with_typical_steps(
        YearPlan(period=period, steps=(MARCH.replace(kind=StepKind.SIGNING),))
    )
    assert len(plan.steps) == 16
    (registration,) = [step for step in plan.steps if step.kind is StepKind.REGISTRATION]
    assert (registration.starts, registration.due) == (dt.date(2018, 2, 20),) * 2
    assert with_typical_steps(plan) == plan


def test_period_without_days_gets_steps_without_days():
    plan = with_typical_steps(YearPlan(period=Period(cluster=CLUSTER, name="2018")))
    assert {step.deadline for step in plan.steps} == {None}
