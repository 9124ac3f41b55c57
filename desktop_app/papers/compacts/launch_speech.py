"""Bài phát động thi đua: the text that is read aloud when a movement or campaign is launched."""

from __future__ import annotations

from desktop_app.domain.compacts.campaign import Campaign
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Block, Closing, Document, Paragraph, Section, Style
from desktop_app.papers.framing import day_of, plain_head, plain_signature
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, capital, closed, person_named, span


class LaunchSpeech(Paper):
    """Not a numbered paper: it is read out, so it names who reads it and closes with the call."""

    key = "launch-speech"
    name = "Bài phát động"
    record = Campaign

    def compose(self, record: Campaign, only: str | None = None) -> Document:
        period, day = record.period, record.launched_on
        blocks: tuple[Block, ...] = (
            *plain_head(period, day, "BÀI PHÁT ĐỘNG", capital(record.in_a_sentence)),
            *_reading(record),
            *_content(record),
            Closing(plain_signature("Người phát động", record.speaker, period.cluster.print_rank)),
        )
        section = Section(blocks, is_read_aloud=True)
        return Document(f"Bài phát động {record.name}", (section,))


def _reading(campaign: Campaign) -> tuple[Block, ...]:
    """Who reads it in whose name, and where and when: small, for it is not read out."""
    day = campaign.launched_on
    where = ", ".join(part for part in (campaign.launch_place, day and long_date(day)) if part)
    lines = (
        f"Người đọc: {person_named(campaign.speaker, day_of(campaign.period, day))}",
        f"Đơn vị phát động: {campaign.launched_by}" if campaign.launched_by else "",
        f"Nơi đọc: {where}" if where else "",
    )
    return tuple(Paragraph(closed(line), Style.NOTE) for line in lines if line)


def _content(campaign: Campaign) -> tuple[Block, ...]:
    if campaign.launch_text:
        return typed_text.blocks(campaign.launch_text)
    days = span(campaign.since, campaign.until)
    lines = (
        f"Mục tiêu: {closed(campaign.goal)}" if campaign.goal else "",
        f"Thời gian: {closed(days)}" if days else "",
        OPEN,
    )
    return tuple(Paragraph(line) for line in lines if line)
