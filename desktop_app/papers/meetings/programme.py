"""Chương trình hội nghị: the agenda with its clock, as it is laid out for every delegate."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.schedule import Slot, schedule
from desktop_app.papers.blocks import Block, Column, Document, Row, Section, Table
from desktop_app.papers.framing import plain_head
from desktop_app.papers.meetings.clock_words import span_of, when_and_where
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, capital

ROW_HEIGHT = 9.0
"""In mm, for rows that are filled in by hand."""
EMPTY_ROWS = 8

_COLUMNS = (
    Column("STT", 0.07, "center"),
    Column("Thời gian", 0.17, "center"),
    Column("Nội dung", 0.42),
    Column("Người thực hiện", 0.20),
    Column("Ghi chú", 0.14),
)


class Programme(Paper):
    """No act has a form for it (documents, 2.7); it bears no number."""

    key = "programme"
    name = "Chương trình hội nghị"
    record = Meeting

    def compose(self, record: Meeting, only: str | None = None) -> Document:
        head, title = plain_head(record.period, record.day, "CHƯƠNG TRÌNH", capital(record.name))
        blocks: tuple[Block, ...] = (
            head,
            when_and_where(title, record),
            Table(_COLUMNS, _rows(record)),
        )
        return Document(f"Chương trình {record.name}", (Section(blocks),))


def _rows(meeting: Meeting) -> tuple[Row, ...]:
    slots = enumerate(schedule(meeting), start=1)
    rows = tuple(_row(place, slot) for place, slot in slots)
    return rows or tuple(
        Row((str(place), "", "", "", ""), height=ROW_HEIGHT) for place in range(1, EMPTY_ROWS + 1)
    )


def _row(place: int, slot: Slot) -> Row:
    item = slot.item
    note = f"Chuyển từ {item.carried_from}" if item.carried_from else ""
    return Row((str(place), span_of(slot) or OPEN, item.text, item.presenter, note))
