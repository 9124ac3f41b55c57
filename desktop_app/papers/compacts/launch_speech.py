"""Bài phát động thi đua: the text that is read aloud when a movement or campaign is launched."""

from __future__ import annotations

from desktop_app.domain.compacts.campaign import Campaign
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Block, Closing, Document, Paragraph, Section, Style
from desktop_app.papers.framing import day_of, plain_head, plain_signature
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, closed, person_named, span


class LaunchSpeech(Paper):
    """Not a numbered paper: it is read out, so it names who reads it and closes with the call."""

    key = "launch-speech"
    name = "Bài phát động"
    record = Campaign

    def compose(self, record: Campaign, only: str | None = None) -> Document:
        period, day = record.period, record.launched_on
        blocks: tuple[Block, ...] = (
            *plain_head(period, day, "BÀI PHÁT ĐỘNG", f"{record.kind.label} “{record.name}”"),
            *_reader(record),
            *_content(record),
            Closing(plain_signature("Người phát động", record.speaker, period.cluster.print_rank)),
        )
        return Document(f"Bài phát động {record.name}", (Section(blocks),))


def _reader(campaign: Campaign) -> tuple[Block, ...]:
    day = day_of(campaign.period, campaign.launched_on)
    reader = person_named(campaign.speaker, day) if campaign.speaker else ""
    lines = (
        f"(Người đọc: {reader})" if reader else "",
        f"Đơn vị phát động: {closed(campaign.launched_by)}" if campaign.launched_by else "",
    )
    styles = (Style.CENTRED_ITALIC, Style.BODY)
    return tuple(Paragraph(line, style) for line, style in zip(lines, styles, strict=True) if line)


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
