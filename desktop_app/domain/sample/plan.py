"""The sample plan of 2018: a typical year, the signing on its real day, four steps done."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.years.period import Period
from desktop_app.domain.years.plan import PlanStep, StepKind, YearPlan
from desktop_app.domain.years.plan_template import with_typical_steps

_SIGNED = dt.date(2018, 3, 13)
_DONE = {
    StepKind.MINISTRY_LAUNCH: dt.date(2018, 1, 3),
    StepKind.DRAFTING: dt.date(2018, 2, 13),
    StepKind.COMMENTS: dt.date(2018, 3, 6),
    StepKind.SIGNING: _SIGNED,
}
_NOTE = "Ngày, đơn vị chủ trì là dữ liệu mẫu"


def sample_plan(period: Period) -> YearPlan:
    """Sixteen steps; only the day of the signing conference was reported."""
    plan = with_typical_steps(YearPlan(id="ke-hoach-2018", period=period))
    steps = enumerate(plan.steps, start=1)
    return plan.replace(steps=tuple(_as_in_the_sample(place, step) for place, step in steps))


def _as_in_the_sample(place: int, step: PlanStep) -> PlanStep:
    named = step.replace(id=f"kh-2018-{place:02d}", done_on=_DONE.get(step.kind), note=_NOTE)
    return named.replace(due=_SIGNED) if step.kind is StepKind.SIGNING else named
