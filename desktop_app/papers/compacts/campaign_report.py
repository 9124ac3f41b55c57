"""Báo cáo kết quả phong trào, đợt thi đua: phases, units with the pilots first, judgement."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.compacts.campaign import Campaign, CampaignPhase, CampaignUnit
from desktop_app.domain.vietnamese import long_date, short_date
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import day_of, official_closing, official_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import capital, closed, count, finished, person_named, span

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
        subject = f"Kết quả {record.in_a_sentence}"
        blocks: tuple[Block, ...] = (
            *official_head(period, day, "BC", record.report_number, "BÁO CÁO", subject),
            *numbered_sections(
                ("Tình hình chung", _general(record)),
                ("Kết quả theo giai đoạn", _phases(record)),
                ("Kết quả của các đơn vị", _results(record)),
                ("Đánh giá, kiến nghị", typed_text.blocks(record.report_text)),
            ),
            Paragraph(finished(f"Trên đây là báo cáo kết quả {record.in_a_sentence}")),
            official_closing(period, None, day),
        )
        return Document(f"Báo cáo {record.name}", (Section(blocks),))


def _general(campaign: Campaign) -> tuple[Block, ...]:
    day = day_of(campaign.period, campaign.report_date)
    days = span(campaign.since, campaign.until)
    lines = (
        f"Đơn vị phát động: {campaign.launched_by}" if campaign.launched_by else "",
        _launch(campaign, day),
        f"Thời gian thực hiện: {days}" if days else "",
        f"Mục tiêu: {campaign.goal}" if campaign.goal else "",
        _taking_part(campaign, day),
    )
    return tuple(Paragraph(closed(line)) for line in lines if line)


def _launch(campaign: Campaign, day: dt.date | None) -> str:
    """When and where it was launched, and who read the speech."""
    when = long_date(campaign.launched_on) if campaign.launched_on else ""
    where = f"tại {campaign.launch_place}" if campaign.launch_place else ""
    known = ", ".join(part for part in (when, where) if part) if when else ""
    reader = f"người phát động: {person_named(campaign.speaker, day)}" if campaign.speaker else ""
    words = "; ".join(part for part in (known, reader) if part)
    return f"Lễ phát động: {words}" if known else capital(words)


def _taking_part(campaign: Campaign, day: dt.date | None) -> str:
    """Figures: how many units, how many pilots and which, how many have reported."""
    if not campaign.units:
        return ""
    figures = [f"Số đơn vị tham gia: {count(len(campaign.units))}"]
    if campaign.pilots:
        names = "; ".join(unit.name_on(day) for unit in campaign.pilots)
        figures.append(f"số đơn vị làm điểm: {count(len(campaign.pilots))} ({names})")
    figures.append(f"số đơn vị đã báo cáo kết quả: {count(campaign.reported)}")
    return "; ".join(figures)


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


def _results(campaign: Campaign) -> tuple[Block, ...]:
    """Pilot units first, each group in the order in which it was put down."""
    rows: list[Row] = []
    groups = (("Đơn vị làm điểm", True), ("Các đơn vị khác", False))
    place = 0
    for heading, is_pilot in groups:
        parts = [part for part in campaign.units if part.is_pilot is is_pilot]
        if parts and campaign.pilots:
            rows.append(Row((f"{heading} ({count(len(parts))})",), is_group=True))
        for part in parts:
            place += 1
            rows.append(_result(campaign, place, part))
    return (Table(_UNITS, tuple(rows)),) if rows else ()


def _result(campaign: Campaign, place: int, part: CampaignUnit) -> Row:
    name = part.unit.name_on(day_of(campaign.period, campaign.report_date))
    return Row((str(place), name, part.result or "Chưa báo cáo"))
