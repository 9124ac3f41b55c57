"""How wide a table's columns are: their shares, mended so that no word is torn apart."""

from __future__ import annotations

from desktop_app.papers.blocks import Table, Text
from desktop_app.printing import fonts, page, text
from desktop_app.printing.page import Element

WIDEST_WORD = 0.25
"""A longer word than this share of the table is torn after all."""


def column_widths(table: Table, room: float) -> list[float]:
    """Widths in pt that fill `room`; what a narrow column lacks the wide ones give."""
    total = sum(max(column.share, 0.0) for column in table.columns) or 1.0
    shares = [max(column.share, 0.0) / total * room for column in table.columns]
    cap = room * min(WIDEST_WORD, 1 / len(shares))
    least = [min(need, cap) for need in _needs(table)]
    lacking = sum(max(need - share, 0.0) for need, share in zip(least, shares, strict=True))
    spare = sum(max(share - need, 0.0) for need, share in zip(least, shares, strict=True))
    taken = lacking / spare if spare else 0.0
    return [
        need if share < need else share - (share - need) * taken
        for need, share in zip(least, shares, strict=True)
    ]


def _needs(table: Table) -> list[float]:
    """The longest word of each column, with the room at its sides, in pt."""
    needs = [_longest_word(column.head, page.TABLE_HEAD) for column in table.columns]
    for row in table.rows:
        if row.is_group:
            continue
        for place, cell in enumerate(row.cells[: len(needs)]):
            needs[place] = max(needs[place], _longest_word(cell, page.TABLE_CELL))
    # one pt more, because the last pt goes to rounding and to the table's lines
    return [need + 2 * page.TABLE_PADDING + 1 for need in needs]


def _longest_word(cell: Text, element: Element) -> float:
    found = 0.0
    for run in text.runs(cell, element.capitals):
        bold, italic = run.bold or element.bold, run.italic or element.italic
        # the longest by letters is near enough the longest on paper
        word = max(run.text.split(), key=len, default="")
        found = max(found, fonts.width(word, element.size, bold, italic))
    return found
