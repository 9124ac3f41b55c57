"""Closing minutes and opening them again, each as one change of the file."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.meetings.closing import closing_refusals
from desktop_app.domain.meetings.meeting import Meeting, MeetingState
from desktop_app.domain.meetings.minutes_version import MinutesVersion
from desktop_app.storage import DataFile


def close(file: DataFile, meeting: Meeting) -> MinutesVersion:
    """The minutes are final: kept whole with their code. Raises UserFacingError with reasons."""
    from desktop_app.papers.meetings.closed_minutes import version_of

    refusals = closing_refusals(meeting)
    if refusals:
        raise UserFacingError(
            "Chưa chốt được biên bản:\n" + "\n".join(f"• {words}" for words in refusals),
            kept="Biên bản vẫn ở dạng nháp, không có gì thay đổi.",
            remedy="Hãy bổ sung rồi chốt lại.",
        )
    head = file.history.printed_head()
    version = version_of(file.conference_of(meeting), dt.datetime.now(), file.who, head)
    file.save_all([version, meeting.replace(state=MeetingState.ADOPTED)])
    return version


def reopen(file: DataFile, meeting: Meeting, reason: str) -> None:
    """The minutes can be changed again; the closed version stays, with the reason."""
    version = file.conference_of(meeting).version_in_force
    opened = meeting.replace(state=MeetingState.ENDED)
    file.save_all([opened, *([version.replace(reason=reason)] if version else [])])
