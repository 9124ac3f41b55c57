"""Sổ đăng ký văn bản đi, sổ đăng ký văn bản đến (Decree 30/2020, annex IV)."""

from __future__ import annotations

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.register import Entry, Register
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import plain_head
from desktop_app.papers.paper import Paper

_OUT = (
    Column("Số, ký hiệu", 0.14),
    Column("Ngày tháng", 0.11, "center"),
    Column("Tên loại và trích yếu nội dung", 0.37),
    Column("Nơi nhận", 0.20),
    Column("Ghi chú", 0.18),
)
_IN = (
    Column("Ngày đến", 0.10, "center"),
    Column("Số đến", 0.07, "center"),
    Column("Tác giả", 0.17),
    Column("Số, ký hiệu", 0.13),
    Column("Ngày tháng", 0.10, "center"),
    Column("Tên loại và trích yếu nội dung", 0.28),
    Column("Ghi chú", 0.15),
)


class RegisterOut(Paper):
    """Outgoing and internal papers in the order of their numbers."""

    key = "register-out"
    name = "Sổ đăng ký văn bản đi"
    record = Register

    def compose(self, record: Register, only: str | None = None) -> Document:
        rows = tuple(_out(entry) for entry in record.outgoing)
        return _book(record, "SỔ ĐĂNG KÝ VĂN BẢN ĐI", _OUT, rows)


class RegisterIn(Paper):
    """Incoming documents in the order of their arrival."""

    key = "register-in"
    name = "Sổ đăng ký văn bản đến"
    record = Register

    def compose(self, record: Register, only: str | None = None) -> Document:
        rows = tuple(_in(entry) for entry in record.incoming)
        return _book(record, "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", _IN, rows)


def _book(
    register: Register, title: str, columns: tuple[Column, ...], rows: tuple[Row, ...]
) -> Document:
    period = register.period
    body: Block = Table(columns, rows) if rows else Paragraph("Chưa có văn bản nào trong sổ.")
    blocks = (*plain_head(period, None, title, period.title), body)
    return Document(f"{title.capitalize()} {period.in_a_sentence}", (Section(blocks, True),))


def _out(entry: Entry) -> Row:
    return Row((entry.symbol, short_date(entry.day), _words(entry), entry.body, ""))


def _in(entry: Entry) -> Row:
    arrival = f"{entry.arrival:02d}" if entry.arrival else ""
    came = short_date(entry.received_on)
    day = short_date(entry.day)
    return Row((came, arrival, entry.body, entry.symbol, day, _words(entry), ""))


def _words(entry: Entry) -> str:
    return f"{entry.kind}: {entry.summary}"
