"""A list of the window on the official page, in the columns and the order that are shown."""

from __future__ import annotations

from desktop_app.domain.shown_list import ShownList
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

_WIDE = 110
"""Letters of a row beyond which the sheet is turned."""
_MANY = 6
_PLACE_SHARE = 0.06
_LEAST, _MOST = 6, 48
"""Letters a column is reckoned with."""


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
    letters = _letters(shown)
    shares = [count / sum(letters) for count in letters]
    columns = [Column(c.head, s, c.align) for c, s in zip(shown.columns, shares, strict=True)]
    rows = list(shown.rows)
    if not shown.has_places:
        columns.insert(0, Column("STT", _PLACE_SHARE, "center"))
        rows = [(str(place), *row) for place, row in enumerate(rows, start=1)]
    return Table(tuple(columns), tuple(Row(row) for row in rows))


def _is_wide(shown: ShownList) -> bool:
    return len(shown.columns) > _MANY or sum(_letters(shown)) > _WIDE


def _letters(shown: ShownList) -> list[int]:
    """How long the longest line of each column is; what is longer still goes on below."""
    return [
        min(max(_LEAST, len(column.head), *(_longest(row[place]) for row in shown.rows)), _MOST)
        for place, column in enumerate(shown.columns)
    ]


def _longest(text: str) -> int:
    return max(map(len, text.split("\n")))
