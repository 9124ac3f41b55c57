"""Bảng thống kê: the table that is on the screen, in as many parts as its columns need."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.rich_text import Run
from desktop_app.domain.statistics.figures import Figures, Head, Line, shown
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
    Text,
)
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.statistics.figures_chart import figures_chart

_MOST_COLUMNS = 10
"""Columns of figures that a landscape sheet holds beside the names of units."""
_MOST_LETTERS = 120
"""Letters in their heads together: names of awards are long."""
_PLACE, _NAME, _DAY = 0.06, 0.3, 0.1
_FOUND_NOTHING = "Không có số liệu trong phần được chọn."


class StatisticsTable(Paper):
    """Landscape; the same figures, notes and bars as on the screen and in the workbook."""

    key = "statistics"
    name = "Bảng thống kê"
    record = Figures

    def compose(self, record: Figures, only: str | None = None) -> Document:
        period = record.period
        subject = f"{record.name} – {period.cluster.name}"
        kind = "DANH SÁCH" if record.is_list else "BẢNG THỐNG KÊ"
        chart = figures_chart(record)
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, kind, subject),
            *_tables(record),
            *((chart,) if chart else ()),
            *(ListItem("-", note) for note in record.notes),
            official_closing(period, None, None),
        )
        return Document(record.title, (Section(blocks, landscape=True),))


def _tables(figures: Figures) -> Iterator[Block]:
    if not figures.lines:
        yield Paragraph(_FOUND_NOTHING)
        return
    parts = [(0, figures.heads)] if figures.is_list else list(_parts(figures.heads))
    for place, (start, heads) in enumerate(parts):
        if len(parts) > 1:
            words = f"Phần {place + 1}/{len(parts)}: {heads[0].words} – {heads[-1].words}"
            yield Paragraph(words, Style.CENTRED)
        yield Table(_columns(figures, heads), tuple(_rows(figures, start, len(heads))))


def _parts(heads: tuple[Head, ...]) -> Iterator[tuple[int, tuple[Head, ...]]]:
    """Columns that stand on a sheet together, with the place of the first."""
    start, letters = 0, 0
    for place, head in enumerate(heads):
        letters += len(head.words)
        is_full = place - start == _MOST_COLUMNS or letters > _MOST_LETTERS
        # a sum never stands alone on a sheet
        if is_full and place > start and place < len(heads) - 1:
            yield start, heads[start:place]
            start, letters = place, len(head.words)
    yield start, heads[start:]


def _columns(figures: Figures, heads: tuple[Head, ...]) -> tuple[Column, ...]:
    if figures.is_list:
        own = (Column(head.words, head.share) for head in heads)
        return (Column("STT", 0.05, "center"), Column(figures.first, _DAY, "center"), *own)
    share = (1 - _PLACE - _NAME) / max(len(heads), 1)
    own = (Column(head.words, share, "center") for head in heads)
    return (Column("STT", _PLACE, "center"), Column(figures.first, _NAME), *own)


def _rows(figures: Figures, start: int, width: int) -> Iterator[Row]:
    place = 0
    for line in figures.lines:
        place += not line.is_total
        cells = [shown(value) for value in line.values[start : start + width]]
        number = "" if line.is_total else str(place)
        yield Row((number, *_dressed(line, [line.name, *cells])))


def _dressed(line: Line, cells: list[str]) -> Iterator[Text]:
    return ((Run(cell, bold=True),) if line.is_total and cell else cell for cell in cells)
