"""What becomes of conclusions: the register across meetings, and who is to be reminded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.domain.meetings.conclusion import Conclusion, TaskState
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


@dataclass(frozen=True, kw_only=True)
class FollowUp(Record):
    """One conclusion with the meeting it was taken in; it has the id of the conclusion.

    Assembled and never stored: `followed` is the meeting that is saved.
    """

    meeting: Meeting
    text: str = ""
    unit: Unit | None = None
    due: dt.date | None = None
    is_confidential: bool = False
    state: TaskState = TaskState.NEW
    done_on: dt.date | None = None
    result: str = ""

    @classmethod
    def of(cls, meeting: Meeting, conclusion: Conclusion) -> FollowUp:
        return cls(
            id=conclusion.id,
            meeting=meeting,
            text=conclusion.text,
            unit=conclusion.unit,
            due=conclusion.due,
            is_confidential=conclusion.is_confidential,
            state=conclusion.state,
            done_on=conclusion.done_on,
            result=conclusion.result,
        )

    @property
    def title(self) -> str:
        return self.text

    @property
    def is_task(self) -> bool:
        return self.unit is not None or self.due is not None

    @property
    def is_open(self) -> bool:
        return self.is_task and self.state is not TaskState.DONE

    def days_late(self, today: dt.date) -> int:
        """Days since an open task was due; nought while it is not late."""
        if not self.is_open or self.due is None:
            return 0
        return max(0, (today - self.due).days)

    def told(self, today: dt.date) -> str:
        """How it stands, in words."""
        late = self.days_late(today)
        if late:
            return f"Quá hạn {late} ngày"
        if self.state is TaskState.DONE and self.done_on:
            return f"Xong {short_date(self.done_on)}"
        return self.state.label if self.is_task or self.state is not TaskState.NEW else "Kết luận"

    def followed(self, meeting: Meeting) -> Meeting:
        """The meeting with what became of this conclusion; all else of it stays."""
        changes = {"state": self.state, "done_on": self.done_on, "result": self.result}
        conclusions = tuple(
            each.replace(**changes) if each.id == self.id else each for each in meeting.conclusions
        )
        return meeting.replace(conclusions=conclusions)

    def problems(self) -> dict[str, str]:
        found = {}
        if self.state is TaskState.DONE and self.is_task and self.done_on is None:
            found["done_on"] = "Việc đã xong cần có ngày hoàn thành."
        if self.done_on and self.state is not TaskState.DONE:
            found["done_on"] = "Đã có ngày hoàn thành: tình trạng phải là «Xong»."
        if self.done_on and self.meeting.day and self.done_on < self.meeting.day:
            day = short_date(self.meeting.day)
            found["done_on"] = f"Ngày hoàn thành đứng trước ngày họp {day}."
        return found


@dataclass(frozen=True, kw_only=True)
class TaskBook(Record):
    """The conclusions of a period and the open tasks of earlier ones: assembled, never stored."""

    period: Period
    entries: tuple[FollowUp, ...] = ()
    seen_on: dt.date = field(default_factory=dt.date.today)
    """The day on which late is late."""

    @property
    def title(self) -> str:
        return f"Kết luận, nhiệm vụ {self.period.in_a_sentence}"

    @classmethod
    def of(cls, period: Period, meetings: Iterable[Meeting], seen_on: dt.date) -> TaskBook:
        """From all meetings of the file, in the order of their days."""
        entries = (
            entry
            for meeting in sorted(meetings, key=lambda m: str(m.starts))
            for entry in (FollowUp.of(meeting, each) for each in meeting.conclusions)
            if meeting.period.id == period.id or (entry.is_open and _is_before(meeting, period))
        )
        return cls(id=period.id, period=period, entries=tuple(entries), seen_on=seen_on)

    def including(self, entry: FollowUp) -> TaskBook:
        """With one entry as it stands in a form."""
        own = tuple(entry if each.id == entry.id else each for each in self.entries)
        return self.replace(entries=own)

    @property
    def late(self) -> tuple[FollowUp, ...]:
        """What is overdue, the longest first."""
        found = [each for each in self.entries if each.days_late(self.seen_on)]
        return tuple(sorted(found, key=lambda each: each.due or dt.date.max))

    @property
    def late_units(self) -> tuple[Unit, ...]:
        """Whom to remind: in the cluster's order, units that left it last."""
        return self._in_order(self.late)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Who has something to do, in the same order."""
        return self._in_order(self.entries)

    def _in_order(self, entries: Iterable[FollowUp]) -> tuple[Unit, ...]:
        found = {each.unit.id: each.unit for each in entries if each.unit}
        members = [member.unit.id for member in self.period.members_on(None)]
        order = {unit: place for place, unit in enumerate(members)}
        return tuple(sorted(found.values(), key=lambda unit: order.get(unit.id, len(order))))

    def late_of(self, unit: Unit) -> tuple[FollowUp, ...]:
        return tuple(each for each in self.late if each.unit and each.unit.id == unit.id)


def _is_before(meeting: Meeting, period: Period) -> bool:
    """Whether a meeting belongs to an earlier period of the same cluster."""
    if meeting.period.cluster.id != period.cluster.id or meeting.day is None:
        return False
    return period.since is not None and meeting.day < period.since
