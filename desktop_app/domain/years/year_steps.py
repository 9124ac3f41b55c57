"""The line of the year: the steps of its plan, or its conferences where there is no plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.compacts.registration import Registration, RegistrationState
from desktop_app.domain.compacts.registration_board import asked, board
from desktop_app.domain.meetings.meeting import Meeting, MeetingKind, MeetingState
from desktop_app.domain.record import Record
from desktop_app.domain.years.handover import Handover
from desktop_app.domain.years.plan import PlanStep, StepKind, StepState

if TYPE_CHECKING:
    from desktop_app.domain.years.year import Year

_NOT_SENT = (RegistrationState.DRAFT, RegistrationState.RETURNED)
_DROPPED = (MeetingState.POSTPONED, MeetingState.CANCELLED)


@dataclass(frozen=True)
class Step:
    """One step of the year's line, with the record that it opens."""

    label: str
    title: str
    day: dt.date | None
    state: StepState
    record: Record


def year_steps(year: Year, today: dt.date) -> tuple[Step, ...]:
    """The steps in the order of their days."""
    if year.plan and year.plan.steps:
        return tuple(
            Step(s.short_title, s.title, s.deadline, s.state_on(today), record_of(year, s))
            for s in year.plan.in_order
        )
    return _conferences(year.meetings)


def place_in_line(steps: Sequence[Step]) -> str:
    """«Bước 4/8: Đăng ký thi đua», the first step that is not done; empty without steps."""
    if not steps:
        return ""
    for place, step in enumerate(steps, start=1):
        if step.state is not StepState.DONE:
            return f"Bước {place}/{len(steps)}: {step.title}"
    return f"Đã xong {len(steps)}/{len(steps)} bước"


def record_of(year: Year, step: PlanStep) -> Record:
    """What a step of the plan opens: the record it is about, else the step in its plan."""
    find = _RECORDS.get(step.kind)
    return (find(year) if find else None) or step


def meeting_of(year: Year, *kinds: MeetingKind) -> Meeting | None:
    """The first conference of these kinds that takes place, the first kind preferred."""
    held = (m for kind in kinds for m in year.meetings if m.kind is kind)
    return next((meeting for meeting in held if meeting.state not in _DROPPED), None)


def _signing(year: Year) -> Record | None:
    return meeting_of(year, MeetingKind.SIGNING) or year.compact


def _comments(year: Year) -> Record | None:
    return _last(year.consultations) or year.compact


def missing_registrations(year: Year) -> tuple[Registration, ...]:
    """Those of members that have sent nothing or were sent back, blanks for what is not begun."""
    members = {unit.id for unit in asked(year.period)}
    return tuple(
        each
        for each in board(year.period, year.registrations)
        if each.state in _NOT_SENT and each.unit and each.unit.id in members
    )


def _registration(year: Year) -> Record | None:
    """The first that is missing, else the first there is."""
    missing = missing_registrations(year) or board(year.period, year.registrations)
    return missing[0] if missing else None


def _handover(year: Year) -> Record:
    return year.handover or Handover(period=year.period)


def _last(records: Sequence[Record]) -> Record | None:
    return records[-1] if records else None


_RECORDS: dict[StepKind, Callable[[Year], Record | None]] = {
    StepKind.DRAFTING: lambda year: year.compact,
    StepKind.COMMENTS: _comments,
    StepKind.SIGNING: _signing,
    StepKind.REGISTRATION: _registration,
    StepKind.CAMPAIGN: lambda year: _last(year.campaigns),
    StepKind.ACTIVITY: lambda year: _last(year.activities),
    StepKind.MID_REVIEW: lambda year: meeting_of(year, MeetingKind.MID_YEAR),
    StepKind.INSPECTION: lambda year: meeting_of(year, MeetingKind.INSPECTION),
    StepKind.SUMMING_UP: lambda year: meeting_of(year, MeetingKind.YEAR_END, MeetingKind.HONOURING),
    StepKind.DOSSIER: lambda year: next(iter(year.nominations), None),
    StepKind.AWARDING: lambda year: _last(year.decisions),
    StepKind.HANDOVER: _handover,
}


def _conferences(meetings: Iterable[Meeting]) -> tuple[Step, ...]:
    """Those that take place, by day; the first that is not over is the one in hand."""
    dated = [(m.day, m) for m in meetings if m.day and m.state not in _DROPPED]
    steps: list[Step] = []
    for day, meeting in sorted(dated, key=lambda item: item[0]):
        state = _conference_state(meeting, steps)
        steps.append(Step(meeting.kind.label, meeting.name, day, state, meeting))
    return tuple(steps)


def _conference_state(meeting: Meeting, earlier: list[Step]) -> StepState:
    if meeting.state in (MeetingState.ENDED, MeetingState.ADOPTED):
        return StepState.DONE
    if any(step.state is StepState.NOW for step in earlier):
        return StepState.AHEAD
    return StepState.NOW
