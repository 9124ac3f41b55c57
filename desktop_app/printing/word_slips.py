"""Slips in Word: a table of equal cells with dashed lines, each with a table of its own."""

from __future__ import annotations

from typing import Any

from desktop_app.papers.blocks import Slip, SlipGrid
from desktop_app.printing import page, word_table, word_text

_PAD = 8.0
_HAIR = 2.0
"""Pt that Word wants under a table at the foot of a page."""


def add_slips(made: Any, block: SlipGrid, width: float) -> None:
    """As many rows a page as go down it; the rows say how high they are."""
    height = (page.PORTRAIT.text_height - _HAIR) / block.down / page.MM
    grid = word_table.Grid(made, [width / block.across] * block.across, lines=True, padding=_PAD)
    grid.dash()
    for start in range(0, len(block.slips), block.across):
        cells = grid.row()
        grid.set_height(height, exactly=True)
        for cell, slip in zip(cells, block.slips[start:], strict=False):
            _add_slip(cell, slip, width / block.across - 2 * _PAD)


def _add_slip(cell: Any, slip: Slip, width: float) -> None:
    word_text.add(cell, slip.stub, page.SLIP_STUB)
    word_text.add_rule(cell, width, width)
    for words in slip.head:
        word_text.add(cell, words, page.SLIP_HEAD)
    word_text.add(cell, slip.title, page.SLIP_TITLE)
    word_text.add(cell, slip.subject, page.SLIP_SUBJECT)
    word_table.add_table(cell, slip.table, width)
    word_text.add(cell, slip.note, page.SLIP_NOTE)
