"""Báo cáo sơ kết, tổng kết của cụm: form 1.4, what was typed between tables from the records."""

from __future__ import annotations

from desktop_app.domain.rich_text import RichText
from desktop_app.domain.years.full_report import FullReport
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_report import YearReport
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Addressees, Block, Document, Paragraph, Section, Style
from desktop_app.papers.framing import official_closing, official_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, capital, closed, finished
from desktop_app.papers.years import report_tables
from desktop_app.papers.years.year_status import compact_lines, duty_lines, meetings_table


class YearReportPaper(Paper):
    """The same order for both rounds; what has no place yet leaves a line for the pen."""

    key = "year-report"
    name = "Báo cáo sơ kết, tổng kết"
    record = FullReport

    def compose(self, record: FullReport, only: str | None = None) -> Document:
        report = record.report
        blocks: tuple[Block, ...] = (
            *official_head(
                report.period, report.date, "BC", report.number, "BÁO CÁO", capital(report.about)
            ),
            *_addressees(report),
            *numbered_sections(
                ("Đặc điểm tình hình", _typed(report.situation)),
                ("Công tác tổ chức phong trào thi đua", _organised(record)),
                ("Kết quả thực hiện giao ước thi đua", report_tables.mirror_table(record)),
                ("Kết quả chấm điểm, xếp hạng", report_tables.places_table(record)),
                ("Đăng ký thi đua và kết quả", report_tables.registered_table(record)),
                ("Điển hình tiên tiến", report_tables.exemplar_lines(record)),
                ("Công tác khen thưởng", report_tables.commended_table(record)),
                ("Tồn tại, hạn chế", _typed(report.weaknesses)),
                ("Phương hướng, nhiệm vụ", _typed(report.tasks)),
                ("Đề xuất, kiến nghị", typed_text.blocks(report.proposals)),
            ),
            Paragraph(finished(f"Trên đây là báo cáo {report.about} của {_cluster(report)}")),
            official_closing(report.period, None, report.date, report.receivers, _first(report)),
        )
        return Document(report.title, (Section(blocks),))


def _cluster(report: YearReport) -> str:
    return report.period.cluster.name


def _addressees(report: YearReport) -> tuple[Block, ...]:
    names = tuple(closed(name, "") for name in report.addressees if name)
    return (Addressees(names),) if names else ()


def _first(report: YearReport) -> tuple[str, ...]:
    return ("Như trên",) if any(report.addressees) else ()


def _typed(text: RichText) -> tuple[Block, ...]:
    return typed_text.blocks(text) if text else (Paragraph(OPEN),)


def _organised(full: FullReport) -> tuple[Block, ...]:
    """Compact, campaigns, meetings and the «3 trực tiếp», each under its heading."""
    year = _in_time(full)
    parts = (
        ("Giao ước thi đua", compact_lines(year.compact)),
        ("Phong trào, đợt thi đua", report_tables.campaign_lines(full)),
        ("Hội nghị, cuộc họp", meetings_table(year)),
        ("Thủ trưởng đơn vị thực hiện “3 trực tiếp”", duty_lines(year)),
    )
    filled = [(heading, blocks) for heading, blocks in parts if blocks]
    return tuple(
        block
        for place, (heading, blocks) in enumerate(filled, start=1)
        for block in (Paragraph(f"{place}. {heading}", Style.SUBSECTION), *blocks)
    )


def _in_time(full: FullReport) -> Year:
    """The year without the meetings that come after the time of the report."""
    meetings = tuple(m for m in full.year.meetings if full.is_in_time(m.day))
    return full.year.replace(meetings=meetings)
