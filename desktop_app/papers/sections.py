"""Numbered sections of a paper without articles: «I. THỜI GIAN, ĐỊA ĐIỂM»; empty ones fall out."""

from __future__ import annotations

import re

from desktop_app.domain.vietnamese import roman
from desktop_app.papers.blocks import Block, Paragraph, Style

_TYPED_NUMBER = re.compile(r"^\s*(?:[ivx]+|\d+)\s*(?:[.)](?!\d)|[-–](?=\s))\s*", re.IGNORECASE)


def without_number(heading: str) -> str:
    """A typed heading without the number typed before it: the paper numbers by itself."""
    return _TYPED_NUMBER.sub("", heading)


def numbered_sections(*sections: tuple[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Each heading in capitals with its Roman number, then its blocks."""
    blocks: list[Block] = []
    filled = [(heading, content) for heading, content in sections if content]
    for place, (heading, content) in enumerate(filled, start=1):
        blocks.append(Paragraph(f"{roman(place)}. {heading.upper()}", Style.SECTION))
        blocks += content
    return tuple(blocks)
