"""Báo cáo kết quả phong trào, đợt thi đua: phases, units with the pilots first, judgement."""

from __future__ import annotations

from desktop_app.domain.compacts.campaign import Campaign, CampaignPhase, CampaignUnit
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import day_of, official_closing, official_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import closed, count, finished, person_named, span

_PHASES = (
    Column("TT", 0.06, "center"),
    Column("Giai đoạn", 0.20),
    Column("Thời gian", 0.18),
    Column("Nội dung", 0.26),
    Column("Kết quả", 0.30),
)
_UNITS = (
    Column("TT", 0.06, "center"),
    Column("Đơn vị", 0.36),
    Column("Kết quả", 0.58),
)


class CampaignReport(Paper):
    """The report of a campaign."""

    key = "campaign-report"
    name = "Báo cáo kết quả đợt thi đua"
    record = Campaign

    def compose(self, record: Campaign, only: str | None = None) -> Document:
        period, day = record.period, record.report_date
        subject = f"Kết quả {record.kind.label.lower()} “{record.name}”"
        blocks: tuple[Block, ...] = (
            *official_head(period, day, "BC", record.report_number, "BÁO CÁO", subject),
            *numbered_sections(
                ("Tình hình chung", _general(record)),
                ("Kết quả theo giai đoạn", _phases(record)),
                ("Kết quả của các đơn vị", _units(record)),
                ("Đánh giá, kiến nghị", typed_text.blocks(record.report_text)),
            ),
            Paragraph(finished(f"Trên đây là báo cáo {subject[:1].lower()}{subject[1:]}")),
            official_closing(period, None, day),
        )
        return Document(f"Báo cáo {record.name}", (Section(blocks),))


def _general(campaign: Campaign) -> tuple[Block, ...]:
    day = day_of(campaign.period, campaign.report_date)
    launched = f"Đơn vị phát động: {campaign.launched_by}" if campaign.launched_by else ""
    if launched and campaign.launched_on:
        launched += f", ngày {short_date(campaign.launched_on)}"
    if launched and campaign.speaker:
        launched += f"; người phát động: {person_named(campaign.speaker, day)}"
    days = span(campaign.since, campaign.until)
    lines = (
        launched,
        f"Thời gian thực hiện: {days}" if days else "",
        f"Mục tiêu: {campaign.goal}" if campaign.goal else "",
        _taking_part(campaign),
    )
    return tuple(Paragraph(closed(line)) for line in lines if line)


def _taking_part(campaign: Campaign) -> str:
    if not campaign.units:
        return ""
    day = day_of(campaign.period, campaign.report_date)
    pilots = "; ".join(unit.name_on(day) for unit in campaign.pilots)
    chosen = f"; đơn vị làm điểm: {pilots}" if pilots else ""
    return f"Số đơn vị tham gia: {count(len(campaign.units))}{chosen}"


def _phases(campaign: Campaign) -> tuple[Block, ...]:
    if not campaign.phases:
        return ()
    rows = tuple(
        Row((str(place), phase.name, _days(phase), phase.content, phase.result))
        for place, phase in enumerate(campaign.phases, start=1)
    )
    return (Table(_PHASES, rows),)


def _days(phase: CampaignPhase) -> str:
    days = (short_date(day) for day in (phase.since, phase.until) if day)
    return " – ".join(dict.fromkeys(days))


def _units(campaign: Campaign) -> tuple[Block, ...]:
    """Pilot units first, each group in the order in which it was put down."""
    if not campaign.units:
        return ()
    ordered = sorted(campaign.units, key=lambda part: not part.is_pilot)
    rows = tuple(_unit(campaign, place, part) for place, part in enumerate(ordered, start=1))
    return (Table(_UNITS, rows),)


def _unit(campaign: Campaign, place: int, part: CampaignUnit) -> Row:
    name = part.unit.name_on(day_of(campaign.period, campaign.report_date))
    pilot = " (đơn vị làm điểm)" if part.is_pilot else ""
    return Row((str(place), name + pilot, part.result or "Chưa báo cáo"))
