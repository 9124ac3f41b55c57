"""A list of the window on the official page, in the columns and the order that are shown."""

from __future__ import annotations

from desktop_app.domain.shown_list import ShownColumn, ShownList
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
from desktop_app.papers.framing import plain_head
from desktop_app.papers.paper import Paper

_WIDE = 640
"""Pixels of columns beyond which the sheet is turned."""
_MANY = 6
_PLACE_SHARE = 0.06


class ShownListPaper(Paper):
    """Not among PAPERS: it is made of what is shown, not of a record that is kept."""

    key = "shown-list"
    name = "Danh sách"
    record = ShownList

    def compose(self, record: ShownList, only: str | None = None) -> Document:
        blocks: tuple[Block, ...] = (*_head(record), _table(record))
        if record.remark:
            blocks += (Paragraph(record.remark, Style.NOTE),)
        return Document(record.title, (Section(blocks, landscape=_is_wide(record)),))


def _head(shown: ShownList) -> tuple[Block, ...]:
    if shown.period is None:
        return (Title("DANH SÁCH", shown.name),)
    period = shown.period
    where = f"{period.cluster.full_name} {period.in_a_sentence}"
    return plain_head(period, None, "DANH SÁCH", f"{shown.name} – {where}")


def _table(shown: ShownList) -> Table | Paragraph:
    if not shown.rows:
        return Paragraph("Danh sách chưa có dòng nào.")
    whole = sum(_width(column) for column in shown.columns)
    columns = [Column(c.head, _width(c) / whole, c.align) for c in shown.columns]
    rows = list(shown.rows)
    if not shown.has_places:
        columns.insert(0, Column("STT", _PLACE_SHARE, "center"))
        rows = [(str(place), *row) for place, row in enumerate(rows, start=1)]
    return Table(tuple(columns), tuple(Row(row) for row in rows))


def _is_wide(shown: ShownList) -> bool:
    whole = sum(_width(column) for column in shown.columns)
    return len(shown.columns) > _MANY or whole > _WIDE


def _width(column: ShownColumn) -> int:
    """A column narrowed to nothing on the screen still has its words on paper."""
    return max(column.width, 40)
