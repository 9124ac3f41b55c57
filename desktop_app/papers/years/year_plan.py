"""Kế hoạch hoạt động năm: what is done when, who leads it, and which papers it takes."""

from __future__ import annotations

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.plan import PlanStep, YearPlan
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.framing import (
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    receivers,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import closed, finished

_COLUMNS = (
    Column("STT", 0.07, "center"),
    Column("Thời gian", 0.17),
    Column("Nội dung", 0.30),
    Column("Đơn vị chủ trì", 0.19),
    Column("Văn bản", 0.27),
)


class YearPlanPaper(Paper):
    """The plan as it is sent to the member units; the number and the day are left to the pen."""

    key = "year-plan"
    name = "Kế hoạch hoạt động năm"
    record = YearPlan

    def compose(self, record: YearPlan, only: str | None = None) -> Document:
        period = record.period
        blocks: tuple[Block, ...] = (
            *_head(period),
            *_opening(period),
            _steps(record.in_order),
            Paragraph(finished(_request(period))),
            _closing(period),
        )
        return Document(f"Kế hoạch hoạt động {period.in_a_sentence}", (Section(blocks),))


def _head(period: Period) -> tuple[Block, ...]:
    body = issuing_body(period, period.since)
    day = place_and_date(body.place, None, _first_year(period))
    subject = f"Hoạt động {period.in_a_sentence} của {period.cluster.name}"
    return letterhead(body, body.symbol("KH", None), day), Title("KẾ HOẠCH", subject)


def _first_year(period: Period) -> int | None:
    """A plan is made out as the period begins."""
    return period.since.year if period.since else year_of(period)


def _opening(period: Period) -> tuple[Block, ...]:
    movement = f"Phong trào thi đua: “{closed(period.movement, '')}”." if period.movement else ""
    slogan = f"Khẩu hiệu hành động: “{closed(period.slogan, '')}”." if period.slogan else ""
    plan = f"{period.cluster.full_name} tổ chức hoạt động {period.in_a_sentence} như sau:"
    return tuple(Paragraph(line) for line in (movement, slogan, plan) if line)


def _steps(steps: tuple[PlanStep, ...]) -> Table | Paragraph:
    if not steps:
        return Paragraph("Chưa có nội dung kế hoạch.")
    rows = (
        Row((str(place), _time(step), step.title, step.who, step.papers))
        for place, step in enumerate(steps, start=1)
    )
    return Table(_COLUMNS, tuple(rows))


def _time(step: PlanStep) -> str:
    """«05/03/2018 – 13/03/2018», or the one day that is known."""
    days = dict.fromkeys(short_date(day) for day in (step.starts, step.due) if day)
    return " – ".join(days) or "Chưa định ngày"


def _request(period: Period) -> str:
    return (
        f"Trên đây là kế hoạch hoạt động {period.in_a_sentence} của {period.cluster.name}, đề nghị"
        " các đơn vị thành viên phối hợp tổ chức thực hiện"
    )


def _closing(period: Period) -> Closing:
    body = period.cluster.organising_body
    names = (f"{body} (để báo cáo)",) if body else ()
    units = f"Các đơn vị thành viên {period.cluster.name}"
    return Closing(
        right=issuing_signature(period, signer_of(period, period.since), period.since),
        receivers=receivers((*names, units), kept="Lưu: VT, Tổ giúp việc"),
    )
