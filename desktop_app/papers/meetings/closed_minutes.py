"""Closed minutes: the paper as it was closed, with its code in the foot of every page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.meeting import MeetingState
from desktop_app.domain.meetings.minutes_version import MinutesVersion
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers import block_data
from desktop_app.papers.blocks import Document, FootMark, Paragraph, Section
from desktop_app.papers.paper import Paper

_ALTERED = "BẢN LƯU ĐÃ BỊ SỬA: không còn là biên bản đã chốt."


class ClosedMinutes(Paper):
    """One closed version, printed from what was kept and never from today's records."""

    key = "closed-minutes"
    name = "Biên bản đã chốt"
    record = MinutesVersion

    def compose(self, record: MinutesVersion, only: str | None = None) -> Document:
        return kept(record)


def kept(version: MinutesVersion) -> Document:
    """The paper of a version with its foot; one that was altered says so and has no code."""
    if not version.is_intact:
        return replace(_readable(version), foot=FootMark(_ALTERED))
    words = f"Mã bản in: {version.code} · bản {version.number}"
    if version.closed_at:
        words += f", chốt lúc {version.closed_at:%H:%M} ngày {short_date(version.closed_at.date())}"
    if version.log_head:
        words += f" · nhật ký {version.log_head}"
    if version.reason:
        words += " · ĐÃ MỞ CHỐT, không còn hiệu lực"
    return replace(_readable(version), foot=FootMark(words, version.code))


def _readable(version: MinutesVersion) -> Document:
    """What was kept; a damaged text is told instead of stopping everything."""
    try:
        return block_data.from_text(version.document)
    except ValueError:
        told = Paragraph("Nội dung bản biên bản này đã hỏng, không đọc được.")
        return Document(version.title, (Section((told,)),))


def as_it_stands(conference: Conference) -> Document:
    """The minutes as the records tell them today, worded as closed ones."""
    from desktop_app.papers.meetings.minutes import Minutes

    adopted = conference.replace(meeting=conference.meeting.replace(state=MeetingState.ADOPTED))
    return Minutes().written(adopted)


def version_of(
    conference: Conference, at: dt.datetime, who: str, log_head: str = ""
) -> MinutesVersion:
    """The next version of a meeting's minutes, as they are closed now."""
    return MinutesVersion(
        period=conference.meeting.period,
        meeting=conference.meeting,
        number=len(conference.versions) + 1,
        closed_at=at.replace(microsecond=0),
        who=who,
        log_head=log_head,
        document=block_data.to_text(as_it_stands(conference)),
    ).sealed()
