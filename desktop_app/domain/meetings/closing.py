"""Closing minutes: what they must have, and what may still change on closed ones."""

from __future__ import annotations

import dataclasses

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.meeting import Meeting, MeetingState, Presence

FOLLOW_UP = ("state", "result", "done_on")
"""What becomes of a task is no part of the minutes, so it goes on after they are closed."""


def closing_refusals(meeting: Meeting) -> tuple[str, ...]:
    """Everything that stands in the way of closing, a sentence each; nothing when all is there."""
    found = []
    if meeting.state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
        found.append(f"Hội nghị đang ở trạng thái «{meeting.state}».")
    if meeting.chair is None:
        found.append("Chưa có người chủ trì.")
    elif _is_absent(meeting, meeting.chair.id):
        found.append(f"Người chủ trì {meeting.chair.full_name} được ghi là vắng.")
    if meeting.secretary is None:
        found.append("Chưa có thư ký.")
    if not meeting.present:
        found.append("Chưa điểm danh: không có đại biểu nào có mặt.")
    if not meeting.agenda:
        found.append("Chương trình còn trống.")
    if not meeting.course:
        found.append("Diễn biến hội nghị còn trống.")
    if meeting.ends is None:
        found.append("Chưa có giờ kết thúc.")
    if meeting.minutes_number is None:
        found.append("Chưa có số biên bản.")
    return (*found, *meeting.problems().values())


def _is_absent(meeting: Meeting, person: str) -> bool:
    return any(
        part.person and part.person.id == person and part.presence is Presence.ABSENT
        for part in meeting.attendance
    )


def frozen_problems(before: Meeting | None, after: Meeting) -> dict[str, str]:
    """The sentence beside what may not change on closed minutes; follow-up of tasks may."""
    if before is None or not (before.is_adopted and after.is_adopted):
        return {}
    words = "Biên bản đã chốt: muốn sửa phải mở chốt."
    names = (field.name for field in dataclasses.fields(before) if field.name != "conclusions")
    found = {name: words for name in names if getattr(before, name) != getattr(after, name)}
    if _said(before.conclusions) != _said(after.conclusions):
        found["conclusions"] = words
    return found


def _said(conclusions: tuple[Conclusion, ...]) -> list[Conclusion]:
    """The conclusions as the minutes tell them."""
    blank = Conclusion()
    follow_up = {name: getattr(blank, name) for name in FOLLOW_UP}
    return [conclusion.replace(**follow_up) for conclusion in conclusions]
