"""Sổ theo dõi phôi, số vào sổ: the balance of the year, what happened, the numbers given."""

from __future__ import annotations

from desktop_app.domain.commendations.blank_book import BlankBook, BlankEntry
from desktop_app.domain.commendations.decision import GrantState
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
    Title,
)
from desktop_app.papers.paper import Paper

_COUNTED = ("Đầu năm", "Nhận", "Đã dùng", "Hỏng", "Hủy, trả", "Còn lại")


class BlankBookPaper(Paper):
    """Three tables, each only where it has something to say."""

    key = "blank-book"
    name = "Sổ phôi, số vào sổ"
    record = BlankBook

    def compose(self, record: BlankBook, only: str | None = None) -> Document:
        cluster = record.period.cluster.name
        blocks: list[Block] = [
            Title("SỔ THEO DÕI PHÔI, SỐ VÀO SỔ", f"{cluster}, năm {record.period.name}"),
            Paragraph("I. Phôi trong năm", Style.SECTION),
            _balances(record),
            Paragraph("II. Phôi nhận, in, hỏng, hủy", Style.SECTION),
            _entries(record),
            Paragraph("III. Số vào sổ đã cấp", Style.SECTION),
            _numbers(record),
        ]
        return Document(record.title, (Section(tuple(blocks), landscape=True),))


def _balances(book: BlankBook) -> Block:
    rows = tuple(
        Row(
            (
                each.blank,
                *(
                    number(value)
                    for value in (
                        each.opening,
                        each.received,
                        each.used,
                        each.spoiled,
                        each.void,
                        each.left,
                    )
                ),
            )
        )
        for each in book.balances()
    )
    if not rows:
        return Paragraph("Năm này không có phôi in sẵn.")
    columns = (Column("Loại phôi", 4), *(Column(head, 1.2, "right") for head in _COUNTED))
    return Table(columns, rows)


def _entries(book: BlankBook) -> Block:
    ordered = sorted(book.entries, key=lambda entry: str(entry.day))
    rows = tuple(
        Row(
            (
                short_date(entry.day),
                entry.action.label,
                entry.blank or "Giấy thường",
                number(entry.count or 0),
                number(entry.spoiled) if entry.sheets else "",
                entry.serials,
                _said(entry),
            )
        )
        for entry in ordered
    )
    if not rows:
        return Paragraph("Chưa ghi dòng nào.")
    columns = (
        Column("Ngày", 1.3, "center"),
        Column("Việc", 1.3),
        Column("Loại phôi", 3),
        Column("Số tờ", 0.9, "right"),
        Column("Hỏng", 0.8, "right"),
        Column("Số sê-ri", 2),
        Column("Quyết định, ghi chú, lý do", 4),
    )
    return Table(columns, rows)


def _said(entry: BlankEntry) -> str:
    said = [entry.decision.number] if entry.decision else []
    said += [entry.note] if entry.note else []
    said += [f"Bỏ qua: {each.warning} Lý do: {each.reason}" for each in entry.waivers]
    return "\n".join(said)


def _numbers(book: BlankBook) -> Block:
    rows = tuple(
        Row(
            (
                grant.register_number,
                grant.name,
                grant.award.name if grant.award else "",
                f"{decision.number} ngày {short_date(decision.date)}",
                "" if grant.state is GrantState.DECIDED else grant.state.label,
            )
        )
        for decision in book.decisions
        for grant in decision.grants
        if grant.register_number
    )
    if not rows:
        return Paragraph("Chưa cấp số nào.")
    columns = (
        Column("Số vào sổ", 1.2, "center"),
        Column("Người, tập thể", 4),
        Column("Danh hiệu, hình thức", 3),
        Column("Quyết định", 3),
        Column("Trạng thái", 1.5),
    )
    return Table(columns, rows)
