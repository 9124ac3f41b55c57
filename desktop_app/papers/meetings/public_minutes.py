"""Biên bản (bản phổ biến): the minutes without what is marked as not to be spread."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.public_version import public
from desktop_app.papers.blocks import Document, FootMark, Section, Title
from desktop_app.papers.meetings.minutes import Minutes
from desktop_app.papers.paper import Paper


class PublicMinutes(Paper):
    """Made from today's records; its foot names the closed minutes it belongs to."""

    key = "public-minutes"
    name = "Biên bản (bản phổ biến)"
    record = Conference

    def compose(self, record: Conference | Meeting, only: str | None = None) -> Document:
        conference = Conference.of(record)
        spread = conference.replace(meeting=public(conference.meeting))
        written = Minutes().written(spread)
        sections = tuple(map(_remarked, written.sections))
        return replace(written, sections=sections, foot=FootMark(_foot(conference)))


def _remarked(section: Section) -> Section:
    blocks = tuple(
        replace(block, remark="(Bản phổ biến)") if isinstance(block, Title) else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _foot(conference: Conference) -> str:
    version = conference.version_in_force
    if version:
        return f"Bản phổ biến của biên bản mã {version.code}."
    return "Bản phổ biến. Bản nháp: biên bản chưa chốt."
