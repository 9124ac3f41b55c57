"""The meeting as it may be spread: what is marked as confidential is left out."""

from __future__ import annotations

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.meeting import Meeting

NOT_SPREAD = "(nội dung không phổ biến)"


def public(meeting: Meeting) -> Meeting:
    """Marked paragraphs and conclusions replaced by a few words, so that numbers stay."""
    return meeting.replace(
        course=meeting.course.public(NOT_SPREAD),
        conclusions=tuple(map(_public, meeting.conclusions)),
    )


def has_confidential(meeting: Meeting) -> bool:
    """Whether the minutes or a conclusion hold what is not for everybody."""
    return meeting.course.has_confidential or any(c.is_confidential for c in meeting.conclusions)


def _public(conclusion: Conclusion) -> Conclusion:
    if not conclusion.is_confidential:
        return conclusion
    return Conclusion(id=conclusion.id, text=NOT_SPREAD)
