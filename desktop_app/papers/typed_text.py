"""The course of a meeting as the clerk typed it, turned into blocks with its dress kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.rich_text import Block as TypedBlock
from desktop_app.domain.rich_text import BlockKind, Cell, RichText, Run, TableBlock, cell_words
from desktop_app.domain.vietnamese import point_letter
from desktop_app.papers.blocks import Block, Column, ListItem, Paragraph, Row, Style, Table

_NUMBERED = re.compile(r"\s*\d+[.)]")
_FIGURES = re.compile(r"[\d.,/:%+\-–\s]*\d[\d.,/:%+\-–\s]*")
_LAST_LETTER = 23
_FEWEST_LETTERS = 4
_MOST_LETTERS = 60
"""Letters of a cell that claim width for its column; longer ones wrap."""


def blocks(text: RichText) -> tuple[Block, ...]:
    """Headings become khoản («1. …»), numbered items under them điểm («a) …»).

    A table among numbered items does not begin their numbers anew.
    """
    typed = [block for block in text.blocks if not block.is_blank]
    add_numbers = not any(_NUMBERED.match(block.text) for block in typed if _is_heading(block))
    made: list[Block] = []
    heading = item = 0
    for block in typed:
        if isinstance(block, TableBlock):
            made.append(_table(block))
            continue
        item = item + 1 if block.kind is BlockKind.NUMBERED else 0
        if _is_heading(block):
            heading += 1
            made.append(_heading(block, heading if add_numbers else 0))
        else:
            made.append(_block(block, _mark(item, under_heading=heading > 0)))
    return tuple(made)


def _is_heading(block: TypedBlock | TableBlock) -> bool:
    return isinstance(block, TypedBlock) and block.kind is BlockKind.HEADING


def _table(table: TableBlock) -> Table:
    heads = table.rows[0] if table.has_header else ((),) * table.columns
    body = table.rows[1:] if table.has_header else table.rows
    shares = table.shares or tuple(map(_letters, zip(*table.rows, strict=True)))
    columns = (
        Column(head, share, "center" if _is_all_figures(cells) else "left")
        for head, share, cells in zip(heads, shares, _columns(body, table.columns), strict=True)
    )
    return Table(tuple(columns), tuple(Row(row) for row in body))


def _columns(rows: Sequence[Sequence[Cell]], count: int) -> list[tuple[Cell, ...]]:
    return [tuple(row[place] for row in rows) for place in range(count)]


def _letters(cells: Sequence[Cell]) -> int:
    """The share of a column whose width the words decide: letters of its longest line."""
    words = ("".join(run.text for run in cell) for cell in cells)
    longest = max(len(line) for cell in words for line in cell.split("\n"))
    return min(max(longest, _FEWEST_LETTERS), _MOST_LETTERS)


def _is_all_figures(cells: Sequence[Cell]) -> bool:
    """Whether a column holds numbers or dates alone, which stand in its middle."""
    filled = [words for words in map(cell_words, cells) if words.strip()]
    return bool(filled) and all(map(_FIGURES.fullmatch, filled))


def _heading(block: TypedBlock, place: int) -> Paragraph:
    runs = (Run(f"{place}. "), *block.runs) if place else block.runs
    return Paragraph(
        tuple(Run(r.text, True, r.italic, r.underline) for r in runs), Style.SUBSECTION
    )


def _block(block: TypedBlock, mark: str) -> Block:
    if block.kind is BlockKind.BULLET:
        return ListItem("-", block.runs)
    if block.kind is BlockKind.NUMBERED:
        return ListItem(mark, block.runs)
    return Paragraph(block.runs)


def _mark(item: int, under_heading: bool) -> str:
    """Letters of the Vietnamese alphabet under a heading; numbers where they run out."""
    if under_heading and 0 < item <= _LAST_LETTER:
        return f"{point_letter(item - 1)})"
    return f"{item}."
