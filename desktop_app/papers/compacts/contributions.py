"""Bảng tổng hợp đóng góp: what each unit gave to a joint activity, with the sum in words."""

from __future__ import annotations

from desktop_app.domain.compacts.campaign import Activity, Contribution
from desktop_app.domain.rich_text import Run
from desktop_app.domain.vietnamese import number, number_in_words, short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import day_of, official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import capital, closed, count

_COLUMNS = (
    Column("TT", 0.07, "center"),
    Column("Đơn vị", 0.41),
    Column("Số tiền (đồng)", 0.21, "right"),
    Column("Đóng góp khác", 0.31),
)


class Contributions(Paper):
    """The table of one activity."""

    key = "contributions"
    name = "Bảng tổng hợp đóng góp"
    record = Activity

    def compose(self, record: Activity, only: str | None = None) -> Document:
        period, day = record.period, record.day
        blocks: tuple[Block, ...] = (
            *plain_head(period, day, "BẢNG TỔNG HỢP ĐÓNG GÓP", record.name),
            *_facts(record),
            _table(record),
            *_sums(record),
            official_closing(period, None, day),
        )
        return Document(f"Bảng tổng hợp đóng góp {record.name}", (Section(blocks),))


def _facts(activity: Activity) -> tuple[Block, ...]:
    day = day_of(activity.period, activity.day)
    lines = (
        f"Thời gian: {short_date(activity.day)}" if activity.day else "",
        f"Địa điểm: {activity.place}" if activity.place else "",
        f"Đơn vị chủ trì: {activity.host.name_on(day)}" if activity.host else "",
        activity.content,
        f"Kết quả: {activity.result}" if activity.result else "",
    )
    return tuple(Paragraph(closed(line)) for line in lines if line)


def _table(activity: Activity) -> Block:
    rows = [
        _row(activity, place, part) for place, part in enumerate(activity.contributions, start=1)
    ]
    total = "", _bold("Cộng"), _bold(number(activity.total)), ""
    return Table(_COLUMNS, (*rows, Row(total)))


def _bold(words: str) -> tuple[Run, ...]:
    return (Run(words, bold=True),)


def _row(activity: Activity, place: int, part: Contribution) -> Row:
    name = part.unit.name_on(day_of(activity.period, activity.day))
    amount = number(part.amount) if part.amount is not None else ""
    return Row((str(place), name, amount, part.other))


def _sums(activity: Activity) -> tuple[Block, ...]:
    """The sum in figures and in words, and how many units stand behind it."""
    total = activity.total
    words = capital(number_in_words(int(total)))
    units = f"{count(activity.givers)}/{count(len(activity.contributions))}"
    return (
        Paragraph(f"Tổng số tiền: {number(total)} đồng (Bằng chữ: {words} đồng)."),
        Paragraph(f"Số đơn vị đóng góp: {units}."),
    )
