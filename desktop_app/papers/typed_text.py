"""The course of a meeting as the clerk typed it, turned into blocks with its dress kept."""

from __future__ import annotations

import re

from desktop_app.domain.rich_text import Block as TypedBlock
from desktop_app.domain.rich_text import BlockKind, RichText, Run
from desktop_app.domain.vietnamese import point_letter
from desktop_app.papers.blocks import Block, ListItem, Paragraph, Style

_NUMBERED = re.compile(r"\s*\d+[.)]")
_LAST_LETTER = 23


def blocks(text: RichText) -> tuple[Block, ...]:
    """Headings become khoản («1. …»), numbered items under them điểm («a) …»)."""
    typed = [block for block in text.blocks if block.text.strip()]
    headings = [block for block in typed if block.kind is BlockKind.HEADING]
    add_numbers = not any(_NUMBERED.match(block.text) for block in headings)
    made: list[Block] = []
    heading = item = 0
    for block in typed:
        item = item + 1 if block.kind is BlockKind.NUMBERED else 0
        if block.kind is BlockKind.HEADING:
            heading += 1
            made.append(_heading(block, heading if add_numbers else 0))
        else:
            made.append(_block(block, _mark(item, under_heading=heading > 0)))
    return tuple(made)


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
