"""Place cards: A4 folded in the middle, the upper half upside down, drawn to the millimetre."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from desktop_app.papers.blocks import PlaceCard
from desktop_app.printing import page
from desktop_app.printing import place_card_fields as boxes
from desktop_app.printing.certificate_fields import Field, Fitted, fitted, line_width, pieces
from desktop_app.printing.pdf_board import Room

_FOLD = (1.5, 3.0)
"""Pt: dashes and gaps of the line along which the sheet is folded."""


def card(block: PlaceCard, room: Room) -> list[Any]:
    """A sheet of its own."""
    return [_Sheet(block, room)]


class _Sheet(Flowable):
    """Takes the whole page and is drawn from the paper's edges, not from the margins."""

    def __init__(self, block: PlaceCard, room: Room) -> None:
        super().__init__()
        self._block = block
        self.width, self.height = room.width, room.height - 1

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        canvas.translate(-left, -bottom)
        width, height = page.PORTRAIT.width * page.MM, page.PORTRAIT.height * page.MM
        canvas.setLineWidth(0.4)
        canvas.setDash(*_FOLD)
        canvas.line(0, height / 2, width, height / 2)
        canvas.setDash()
        _draw_half(canvas, self._block, height / 2)
        canvas.translate(width, height)
        canvas.rotate(180)
        _draw_half(canvas, self._block, height / 2)


def _draw_half(canvas: Any, block: PlaceCard, top: float) -> None:
    """One side of the tent on the lower half of the paper."""
    for field, words in boxes.of_card(block):
        _draw_field(canvas, field, fitted(field, words), top)


def _draw_field(canvas: Any, field: Field, words: Fitted, top: float) -> None:
    room = field.width * page.MM
    used = len(words.lines) * words.size * page.SINGLE_LINE
    slack = max(0.0, (field.height * page.MM - used) / 2)
    baseline = top - field.y * page.MM - slack - words.size
    canvas.setFillColorRGB(*boxes.COLOURS[field.colour])
    for line in words.lines:
        left = field.x * page.MM + (room - line_width(field, line, words.size)) / 2
        for face, piece in pieces(field, line):
            canvas.setFont(face, words.size)
            canvas.drawString(left, baseline, piece)
            left += canvas.stringWidth(piece, face, words.size)
        baseline -= words.size * page.SINGLE_LINE
