"""The running clock of an agenda: when each item begins and ends, and where time is short."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import AgendaItem, Meeting


@dataclass(frozen=True)
class Slot:
    """One item of the agenda with its time; None where nothing tells it."""

    item: AgendaItem
    starts: dt.datetime | None
    ends: dt.datetime | None
    overlap: int = 0
    """Minutes by which the item begins before the one above it has ended."""


def schedule(meeting: Meeting) -> tuple[Slot, ...]:
    """The items one after the other from the start on; a given hour sets the clock anew.

    Where a duration is not known the clock stands still until the next given hour.
    """
    slots: list[Slot] = []
    clock = meeting.starts
    for item in meeting.agenda:
        begins = _given(meeting, item, slots) or clock
        late = clock - begins if clock and begins else dt.timedelta()
        long = None if item.minutes is None else dt.timedelta(minutes=max(item.minutes, 0))
        clock = begins + long if begins and long is not None else None
        slots.append(Slot(item, begins, clock, max(0, int(late.total_seconds() // 60))))
    return tuple(slots)


def _given(meeting: Meeting, item: AgendaItem, before: list[Slot]) -> dt.datetime | None:
    """The hour that was typed, on the day the agenda has reached.

    An hour that is over stands for the next day where the meeting goes on to it.
    """
    if item.starts is None or meeting.starts is None:
        return None
    told = [moment for slot in before for moment in (slot.starts, slot.ends) if moment]
    reached = max(told, default=meeting.starts)
    given = dt.datetime.combine(reached.date(), item.starts)
    last_day = meeting.ends.date() if meeting.ends else meeting.starts.date()
    if given < reached and reached.date() < last_day:
        return given + dt.timedelta(days=1)
    return given


def planned_minutes(meeting: Meeting) -> int:
    """The durations of all items together."""
    return sum(item.minutes or 0 for item in meeting.agenda)


def schedule_notes(meeting: Meeting) -> tuple[str, ...]:
    """What a person should know about the times: overlaps and over-run, a sentence each."""
    slots = schedule(meeting)
    return (*_clashes(meeting, slots), *_over_run(meeting, slots))


def _clashes(meeting: Meeting, slots: tuple[Slot, ...]) -> list[str]:
    found = []
    for place, slot in enumerate(slots, start=1):
        if meeting.starts and slot.starts and slot.starts < meeting.starts:
            found.append(f"Mục {place} bắt đầu {_hour(slot.starts)}, trước giờ bắt đầu hội nghị.")
        elif slot.overlap:
            found.append(
                f"Mục {place} bắt đầu {_hour(slot.starts)}, chồng lên mục {place - 1} "
                f"{in_words(slot.overlap)}."
            )
    return found


def _over_run(meeting: Meeting, slots: tuple[Slot, ...]) -> list[str]:
    ends = max((slot.ends for slot in slots if slot.ends), default=None)
    if ends is None or meeting.ends is None or ends <= meeting.ends:
        return []
    over = int((ends - meeting.ends).total_seconds() // 60)
    return [
        f"Chương trình kéo dài đến {_hour(ends)}, quá giờ kết thúc {_hour(meeting.ends)} "
        f"là {in_words(over)}."
    ]


def in_words(minutes: int) -> str:
    """«45 phút», «1 giờ 15 phút», «2 giờ»."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} giờ"] if hours else []
    parts += [f"{rest} phút"] if rest or not hours else []
    return " ".join(parts)


def _hour(moment: dt.datetime | None) -> str:
    return moment.strftime("%H:%M") if moment else "…"
