"""The cluster's year at a glance: what the home tab shows and the year's status paper says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.meetings.meeting import Meeting, MeetingKind, MeetingState
from desktop_app.domain.record import Choice, Record
from desktop_app.domain.years.period import Period, Secretariat


class StepState(Choice):
    """Where a step of the year stands today."""

    DONE = "xong", "Đã xong"
    NOW = "dang_lam", "Đang làm"
    AHEAD = "chua_den", "Chưa đến hạn"


@dataclass(frozen=True)
class Step:
    """One step of the year's line."""

    label: str
    day: dt.date | None
    state: StepState


@dataclass(frozen=True)
class Task:
    """Something to be done, with the record it belongs to."""

    text: str
    due: dt.date | None
    record: Record

    def days_left(self, today: dt.date) -> int | None:
        return (self.due - today).days if self.due else None


_OPEN_MEETINGS = (MeetingState.PLANNED, MeetingState.INVITED, MeetingState.RUNNING)
_DROPPED_MEETINGS = (MeetingState.POSTPONED, MeetingState.CANCELLED)
_OPEN_NOMINATIONS = (
    NominationState.PROPOSED,
    NominationState.HONOURED,
    NominationState.SUPPLEMENT,
)

OVERDUE = dt.timedelta(days=60)
"""How long a conclusion stays a task after its day: nobody can mark it as done."""


@dataclass(frozen=True, kw_only=True)
class Year(Record):
    """Everything of one period, complete, so that a paper or a picture needs no file."""

    period: Period
    secretariat: Secretariat | None = None
    compact: Compact | None = None
    meetings: tuple[Meeting, ...] = ()
    nominations: tuple[Nomination, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def title(self) -> str:
        return self.period.title

    def steps(self, today: dt.date) -> tuple[Step, ...]:
        """The conferences of the year in order of their days (procedure, section 2)."""
        taking_place = (m for m in self.meetings if m.state not in _DROPPED_MEETINGS)
        dated = [(meeting.kind.label, meeting.day, meeting) for meeting in taking_place]
        held = sorted((d for d in dated if d[1]), key=lambda item: item[1] or dt.date.max)
        steps: list[Step] = []
        for label, day, meeting in held:
            steps.append(Step(label, day, _step_state(meeting, today, steps)))
        return tuple(steps)

    def tasks(self, today: dt.date) -> tuple[Task, ...]:
        """What is open, overdue first, undated last."""
        found = [*self._meeting_tasks(today), *self._compact_tasks(), *self._nomination_tasks()]
        return tuple(sorted(found, key=lambda task: task.due or dt.date.max))

    def _meeting_tasks(self, today: dt.date) -> list[Task]:
        found: list[Task] = []
        for meeting in self.meetings:
            if meeting.state in _OPEN_MEETINGS:
                verb = "Gửi giấy mời" if meeting.state is MeetingState.PLANNED else "Tổ chức"
                found.append(Task(f"{verb}: {meeting.name}", meeting.day, meeting))
            elif meeting.state is MeetingState.ENDED:
                found.append(Task(f"Thông qua biên bản: {meeting.name}", meeting.day, meeting))
            found += [
                Task(f"{c.unit.short_name}: {c.text}", c.due, meeting)
                for c in meeting.conclusions
                if c.unit and c.due and c.due + OVERDUE >= today
            ]
        return found

    def _compact_tasks(self) -> list[Task]:
        compact = self.compact
        if compact is None or compact.is_frozen:
            return []
        signing = [m.day for m in self.meetings if m.kind is MeetingKind.SIGNING]
        return [Task("Ký kết giao ước thi đua", signing[0] if signing else None, compact)]

    def _nomination_tasks(self) -> list[Task]:
        waiting = [n for n in self.nominations if n.state in _OPEN_NOMINATIONS]
        if not waiting:
            return []
        return [Task(f"Trình {len(waiting)} đề nghị khen thưởng", self.period.until, waiting[0])]


def _step_state(meeting: Meeting, today: dt.date, earlier: list[Step]) -> StepState:
    if meeting.state in (MeetingState.ENDED, MeetingState.ADOPTED):
        return StepState.DONE
    if any(step.state is StepState.NOW for step in earlier):
        return StepState.AHEAD
    return StepState.NOW
