"""Kịch bản điều hành: what the chair says, item by item, in letters for a lectern."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.schedule import Slot, in_words, schedule
from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import Block, Document, Paragraph, Section, Style
from desktop_app.papers.framing import plain_head
from desktop_app.papers.meetings.clock_words import span_of, when_and_where
from desktop_app.papers.meetings.delegates import chair_named, secretary_named
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, capital, closed, paragraphs


class RunningOrder(Paper):
    """For the chair alone: time, item, who, and the chair's words. It bears no number."""

    key = "running-order"
    name = "Kịch bản điều hành"
    record = Meeting

    def compose(self, record: Meeting, only: str | None = None) -> Document:
        head, title = plain_head(
            record.period, record.day, "KỊCH BẢN ĐIỀU HÀNH", capital(record.name)
        )
        blocks: tuple[Block, ...] = (
            head,
            when_and_where(title, record),
            Paragraph(f"Chủ trì: {closed(chair_named(record))}", Style.NOTE),
            Paragraph(f"Thư ký: {closed(secretary_named(record))}", Style.NOTE),
            *(part for n, slot in enumerate(schedule(record), start=1) for part in _item(n, slot)),
        )
        section = Section(blocks, is_read_aloud=True)
        return Document(f"Kịch bản điều hành {record.name}", (section,))


def _item(place: int, slot: Slot) -> tuple[Block, ...]:
    """The item in bold; then who and how long in italics, and the words to be said."""
    item = slot.item
    when = f"{span_of(slot)}: " if slot.starts else ""
    told = [item.presenter, in_words(item.minutes) if item.minutes else ""]
    facts = closed("; ".join(words for words in told if words), "")
    said = paragraphs(item.chair_words) or (OPEN,)
    first = (Run(f"({facts}) ", italic=True), Run(f"“{said[0]}”"))
    return (
        Paragraph(f"{place}. {when}{closed(item.text, '')}", Style.SUBSECTION),
        Paragraph(first if facts else first[1:]),
        *(Paragraph(f"“{line}”") for line in said[1:]),
    )
