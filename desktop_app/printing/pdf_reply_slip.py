"""A slip to be cut off: the dashed line and all of its words in one piece."""

from __future__ import annotations

from typing import Any

from desktop_app.papers.blocks import ReplySlip
from desktop_app.printing import page, pdf_text
from desktop_app.printing.pdf_board import Board, Room

_GAP = 8.0
"""Pt over the line, and between line and title."""
_DASH = (4.0, 3.0)


def slip(block: ReplySlip, room: Room) -> list[Any]:
    """Goes to the next page whole where this one has no room for it."""
    board = _SlipBoard(room)
    top = board.put_centred(block.title, page.SLIP_TITLE, 0.0, 2 * _GAP, room.width)
    for line in block.lines:
        top = board.put(
            pdf_text.paragraph(line, page.SLIP), 0.0, top + page.SLIP.before, room.width
        )
    return [board]


class _SlipBoard(Board):
    """A board under a dashed line."""

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setLineWidth(page.RULE_THICKNESS)
        canvas.setDash(*_DASH)
        top = self.height - _GAP
        canvas.line(0, top, self.width, top)
        canvas.restoreState()
        super().draw()
