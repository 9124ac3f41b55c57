"""What is to be done in a year: one task a thing that is open, with the record it belongs to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.commendations.nomination import NominationState
from desktop_app.domain.compacts.campaign import CampaignState
from desktop_app.domain.meetings.conclusion import TaskState
from desktop_app.domain.meetings.meeting import Meeting, MeetingKind, MeetingState
from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.duties import Duty
from desktop_app.domain.years.duty_board import open_duties
from desktop_app.domain.years.handover import Handover
from desktop_app.domain.years.period import PeriodState
from desktop_app.domain.years.plan import StepState
from desktop_app.domain.years.year_steps import missing_registrations, record_of

if TYPE_CHECKING:
    from desktop_app.domain.years.year import Year


@dataclass(frozen=True)
class Task:
    """Something to be done, with the record it opens."""

    text: str
    due: dt.date | None
    record: Record

    def days_left(self, today: dt.date) -> int | None:
        return (self.due - today).days if self.due else None


_OPEN_MEETINGS = (MeetingState.PLANNED, MeetingState.INVITED, MeetingState.RUNNING)
_OPEN_NOMINATIONS = (
    NominationState.PROPOSED,
    NominationState.HONOURED,
    NominationState.SUPPLEMENT,
)
_OPEN_CAMPAIGNS = (CampaignState.PLANNED, CampaignState.RUNNING)

OVERDUE = dt.timedelta(days=60)
"""How long a conclusion that nobody marked as done stays a task after its day."""
SOON = dt.timedelta(days=30)
"""How long before its day a step of the plan becomes a task."""


def year_tasks(year: Year, today: dt.date) -> tuple[Task, ...]:
    """What is open, overdue first, then by day, undated last."""
    found = (
        *_plan_tasks(year, today),
        *_meeting_tasks(year.meetings, today),
        *_compact_tasks(year),
        *_consultation_tasks(year, today),
        *_registration_tasks(year, today),
        *_campaign_tasks(year, today),
        *_duty_tasks(year),
        *_nomination_tasks(year),
        *_handover_tasks(year),
    )
    return tuple(sorted(found, key=lambda task: task.due or dt.date.max))


def _plan_tasks(year: Year, today: dt.date) -> Iterator[Task]:
    """Late steps, those in hand, those that come soon, and those nobody has given a day."""
    for step in year.plan.steps if year.plan else ():
        state, day = step.state_on(today), step.deadline
        is_near = day is None or day <= today + SOON
        if state in (StepState.LATE, StepState.NOW) or (state is StepState.AHEAD and is_near):
            yield Task(f"Kế hoạch: {step.title}", step.due, record_of(year, step))


def _meeting_tasks(meetings: Iterable[Meeting], today: dt.date) -> Iterator[Task]:
    for meeting in meetings:
        if meeting.state in _OPEN_MEETINGS:
            verb = "Gửi giấy mời" if meeting.state is MeetingState.PLANNED else "Tổ chức"
            yield Task(f"{verb}: {meeting.name}", meeting.day, meeting)
        elif meeting.state is MeetingState.ENDED:
            yield Task(f"Thông qua biên bản: {meeting.name}", meeting.day, meeting)
        for c in meeting.conclusions:
            is_open = c.unit and c.due and c.state is not TaskState.DONE
            if is_open and c.unit and c.due and c.due + OVERDUE >= today:
                yield Task(f"{c.unit.short_name}: {c.text}", c.due, meeting)


def _compact_tasks(year: Year) -> Iterator[Task]:
    """The compact that waits for its signatures, and annexes that do."""
    if year.compact and not year.compact.is_frozen:
        signing = (m.day for m in year.meetings if m.kind is MeetingKind.SIGNING)
        yield Task("Ký kết giao ước thi đua", next(signing, None), year.compact)
    for annex in year.annexes:
        if not annex.is_signed:
            yield Task(f"Ký phụ lục: {annex.title}", annex.signed_on, annex)


def _consultation_tasks(year: Year, today: dt.date) -> Iterator[Task]:
    """Rounds whose day has passed and that still wait; a signed compact asks no more."""
    for asked in year.consultations:
        is_over = asked.due is not None and asked.due < today
        if is_over and asked.waiting and not asked.compact.is_frozen:
            text = f"Chưa góp ý dự thảo giao ước: {_names(asked.waiting)}"
            yield Task(text, asked.due, asked)


def _registration_tasks(year: Year, today: dt.date) -> Iterator[Task]:
    """Members that have handed nothing in by the day the period gives."""
    due = year.period.registration_due
    missing = missing_registrations(year) if due and due < today else ()
    if missing:
        names = _names(each.unit for each in missing if each.unit)
        yield Task(f"Chưa đăng ký thi đua: {names}", due, missing[0])


def _campaign_tasks(year: Year, today: dt.date) -> Iterator[Task]:
    for campaign in year.campaigns:
        if campaign.state in _OPEN_CAMPAIGNS and campaign.until and campaign.until < today:
            yield Task(f"Kết thúc, tổng kết: {campaign.name}", campaign.until, campaign)


def duty_gaps(year: Year) -> dict[Duty, tuple[Unit, ...]]:
    """Duty → the members whose head has not done it; nothing where no unit keeps the table."""
    if not year.duties:
        return {}
    done = {(d.unit.id, duty) for d in year.duties for duty in Duty if duty not in d.gaps}
    units = [member.unit for member in year.period.members_on(None)]
    gaps = {duty: tuple(u for u in units if (u.id, duty) not in done) for duty in Duty}
    return {duty: waiting for duty, waiting in gaps.items() if waiting}


def _duty_tasks(year: Year) -> Iterator[Task]:
    for duty, units in duty_gaps(year).items():
        own = (d for d in year.duties if d.unit.id == units[0].id)
        record = next(own, None) or open_duties(year.period, units[0])
        text = f"«3 trực tiếp» còn {len(units)} đơn vị: {duty.label}"
        yield Task(text, year.period.until, record)


def _nomination_tasks(year: Year) -> Iterator[Task]:
    waiting = [n for n in year.nominations if n.state in _OPEN_NOMINATIONS]
    if waiting:
        yield Task(f"Trình {len(waiting)} đề nghị khen thưởng", year.period.until, waiting[0])


def _handover_tasks(year: Year) -> Iterator[Task]:
    """Once the year is being summed up its files are to go to the next lead unit."""
    if year.period.state is not PeriodState.SUMMING_UP:
        return
    handover = year.handover
    if handover is None or not handover.is_signed:
        record = handover or Handover(period=year.period)
        yield Task("Ký biên bản bàn giao Cụm trưởng", record.day, record)


def _names(units: Iterable[Unit]) -> str:
    return "; ".join(unit.short_name for unit in units)
