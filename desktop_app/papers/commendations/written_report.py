"""The report of merit as it was typed or taken from a file: a whole one, or its middle part."""

from __future__ import annotations

import re

from desktop_app.domain.rich_text import AnyBlock, RichText
from desktop_app.domain.rich_text import Block as TypedBlock
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Block, Paragraph, Style

_PART = re.compile(r"\s*(?:I|II|III|IV|V|VI)\s*[.)]\s*\S")
_HONOURS = re.compile(r"(?:hình thức|đã được|danh hiệu).*khen thưởng", re.IGNORECASE)


def is_whole(report: RichText) -> bool:
    """Whether it brings parts of its own («I. …»); else it tells the merits alone."""
    return any(_is_part(block) for block in report.blocks)


def tells_honours(report: RichText) -> bool:
    """Whether one of its own parts is that of the earlier honours."""
    return any(_is_part(block) and _HONOURS.search(block.text) for block in report.blocks)


def parts(report: RichText) -> int:
    """How many parts it has, so that what follows is numbered on."""
    return sum(_is_part(block) for block in report.blocks)


def blocks(report: RichText) -> tuple[Block, ...]:
    """Its parts under their own headings, with the typed text between them."""
    made: list[Block] = []
    between: list[AnyBlock] = []
    for block in (*report.blocks, None):
        if block is not None and not _is_part(block):
            between.append(block)
            continue
        made += typed_text.blocks(RichText(tuple(between)))
        between = []
        if block is not None:
            made.append(Paragraph(block.text.strip(), Style.SECTION))
    return tuple(made)


def _is_part(block: AnyBlock) -> bool:
    return isinstance(block, TypedBlock) and bool(_PART.match(block.text))
