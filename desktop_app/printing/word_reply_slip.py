"""A slip to be cut off in Word: a dashed line over paragraphs that stay on one page."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from desktop_app.papers.blocks import ReplySlip
from desktop_app.printing import page, word_text

_GAP = 9.0
"""Pt over the dashed line."""


def add_slip(made: Any, block: ReplySlip, width: float) -> None:
    """The line, the title and the words, each kept with what follows."""
    line = word_text.hair(made)
    line.paragraph_format.space_before = Pt(_GAP)
    word_text.add_border(line, "dashed")
    added = [line, word_text.add(made, block.title, page.SLIP_TITLE)]
    added += [word_text.add(made, words, page.SLIP) for words in block.lines]
    for paragraph in added[:-1]:
        paragraph.paragraph_format.keep_with_next = True
