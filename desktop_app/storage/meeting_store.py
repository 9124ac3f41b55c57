"""Meetings with agenda, attendance, votes and conclusions in the data file."""

from __future__ import annotations

from desktop_app.domain.meetings.closing import frozen_problems
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.minutes_version import MinutesVersion, changed_version_problems
from desktop_app.domain.meetings.template import MeetingTemplate
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.meetings import (
    AgendaItemRow,
    AttendanceRow,
    ConclusionRow,
    MeetingRow,
    MeetingTemplateRow,
    MinutesVersionRow,
    OverrideRow,
    TemplateItemRow,
    TextBlockRow,
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
        "overrides": OverrideRow,
    }

    def file_problems(self, record: Meeting) -> dict[str, str]:
        """Closed minutes stay as they are until they are opened again with a reason."""
        before = self.find(record.id)
        found = super().file_problems(record) | frozen_problems(before, record)
        if before and record.is_adopted and not before.is_adopted and not self._is_closed(record):
            found["state"] = "Biên bản chưa chốt: hãy dùng nút «Chốt biên bản»."
        return found

    def _is_closed(self, meeting: Meeting) -> bool:
        """Whether a closed version of its minutes is in force."""
        versions = self._file.minutes_versions.of_meeting(meeting)
        return bool(versions) and not versions[-1].reason


class MinutesVersionStore(RecordStore[MinutesVersion]):
    record = MinutesVersion
    table = MinutesVersionRow

    def file_problems(self, record: MinutesVersion) -> dict[str, str]:
        """What was closed stays as it was; only the reason of opening it again is added."""
        kept = self.find(record.id)
        return super().file_problems(record) | changed_version_problems(kept, record)

    def of_meeting(self, meeting: Meeting) -> tuple[MinutesVersion, ...]:
        """The versions of a meeting's minutes, the first closed first."""
        found = self._where(MinutesVersionRow.meeting == meeting.id)
        return tuple(sorted(found, key=lambda version: version.number))


class MeetingTemplateStore(RecordStore[MeetingTemplate]):
    record = MeetingTemplate
    table = MeetingTemplateRow
    parts = {"items": TemplateItemRow, "text_blocks": TextBlockRow}
