"""A report of merit as a text one can type in, drawn up from its paper."""

from __future__ import annotations

from desktop_app.domain.commendations.nomination_file import NominationFile
from desktop_app.domain.rich_text import (
    NO_TEXT,
    AnyBlock,
    BlockKind,
    Cell,
    RichText,
    Run,
    TableBlock,
    whole_shares,
)
from desktop_app.domain.rich_text import Block as TypedBlock
from desktop_app.papers.blocks import Block, ListItem, Paragraph, Style, Table, Text
from desktop_app.papers.paper import Paper

_KINDS = {
    Style.BODY: BlockKind.PARAGRAPH,
    Style.SECTION: BlockKind.HEADING,
    Style.SUBSECTION: BlockKind.HEADING,
}


def draft(paper: Paper, record: NominationFile) -> RichText:
    """What the paper says of itself between head and foot: a beginning to write on."""
    blank = record.replace(nomination=record.nomination.replace(report=NO_TEXT))
    (section,) = paper.compose(blank).sections
    return RichText.of(typed for block in section.blocks if (typed := _typed(block)))


def _typed(block: Block) -> AnyBlock | None:
    if isinstance(block, Paragraph) and block.style in _KINDS:
        return TypedBlock(_runs(block.text), _KINDS[block.style])
    if isinstance(block, ListItem):
        return TypedBlock(_runs(block.text), BlockKind.BULLET)
    if isinstance(block, Table):
        shares = whole_shares([round(c.share * 100) for c in block.columns], len(block.columns))
        heads: tuple[Cell, ...] = tuple(_runs(column.head) for column in block.columns)
        rows = tuple(tuple(map(_runs, row.cells)) for row in block.rows)
        return TableBlock((heads, *rows), True, shares)
    return None


def _runs(text: Text) -> tuple[Run, ...]:
    return (Run(text),) if isinstance(text, str) else text
