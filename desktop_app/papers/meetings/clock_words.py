"""Hours of an agenda and the day of a meeting as papers write them."""

from __future__ import annotations

import dataclasses
import datetime as dt

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.schedule import Slot
from desktop_app.domain.vietnamese import clock, long_date
from desktop_app.papers.blocks import Block, Title
from desktop_app.papers.wording import closed


def span_of(slot: Slot) -> str:
    """«08h00 – 08h10», short enough for a column; only the beginning where the end is not known."""
    return " – ".join(_short(moment) for moment in (slot.starts, slot.ends) if moment)


def _short(moment: dt.datetime) -> str:
    return f"{moment:%H}h{moment:%M}"


def when_and_where(title: Block, meeting: Meeting) -> Title:
    """The title with hour, day and place in the line under it."""
    assert isinstance(title, Title)
    when = f"{clock(meeting.starts)}, {long_date(meeting.day)}" if meeting.starts else ""
    words = "; ".join(closed(part, "") for part in (when, meeting.place) if part)
    return dataclasses.replace(title, remark=f"({words})" if words else "")
