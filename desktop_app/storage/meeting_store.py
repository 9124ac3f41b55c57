"""Meetings with agenda, attendance, votes and conclusions in the data file."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.schema.meetings import (
    AgendaItemRow,
    AttendanceRow,
    ConclusionRow,
    MeetingRow,
    VoteRow,
)


class MeetingStore(NumberedStore[Meeting]):
    record = Meeting
    table = MeetingRow
    parts = {
        "agenda": AgendaItemRow,
        "attendance": AttendanceRow,
        "votes": VoteRow,
        "conclusions": ConclusionRow,
    }
