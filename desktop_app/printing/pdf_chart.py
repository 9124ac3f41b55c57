"""Bars in PDF: name, bar and words a line; what is compared with is an empty bar."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from desktop_app.papers.blocks import Bar, BarChart
from desktop_app.printing import fonts, page, pdf_text
from desktop_app.printing.pdf_board import Room

_LINE = 16.0
"""Pt from bar to bar."""
_BAR = 9.0
_ABOVE = 6.0
"""Pt over the caption, and between it and the first bar."""
_SIZE = page.TABLE_CELL.size - 1
_LABEL, _WORDS = 0.28, 0.24
"""Shares of the width for names and for words; the rest is for bars."""
_PALE, _FULL = 1.0, 0.45
"""Shades of grey: both survive a photocopier, and a pale bar is drawn as an outline."""


def chart(block: BarChart, room: Room) -> list[Any]:
    """The caption and all bars in one piece where a page has room for them."""
    if not block.bars:
        return []
    caption = pdf_text.paragraph(block.caption, page.TABLE_HEAD)
    return [_Chart(caption, [_Line(bar, block.most, room.width) for bar in block.bars], room)]


class _Chart(Flowable):
    """Bars under their caption; only what is taller than a page goes on on the next."""

    def __init__(self, caption: Any, lines: list[_Line], room: Room) -> None:
        super().__init__()
        self._caption, self._lines, self._room = caption, lines, room
        self._head = caption.wrap(room.width, 1e6)[1] + _ABOVE if caption else 0.0
        self.width, self.height = room.width, self._head + _LINE * len(lines)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def getSpaceBefore(self) -> float:
        return _ABOVE

    def split(self, width: float, height: float) -> list[Any]:
        fit = int((height - self._head) / _LINE)
        if fit < 2 or self.height <= self._room.height:
            return []
        first, rest = self._lines[:fit], self._lines[fit:]
        return [_Chart(self._caption, first, self._room), _Chart(None, rest, self._room)]

    def draw(self) -> None:
        if self._caption:
            self._caption.drawOn(self.canv, 0, self.height - self._head + _ABOVE)
        for place, line in enumerate(self._lines, start=1):
            line.drawOn(self.canv, 0, self.height - self._head - place * _LINE)


class _Line(Flowable):
    """One bar with what stands at its sides."""

    def __init__(self, bar: Bar, most: float, width: float) -> None:
        super().__init__()
        self._bar, self._most = bar, most
        self.width, self.height = width, _LINE

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas, bar = self.canv, self._bar
        left, room = self.width * _LABEL, self.width * (1 - _LABEL - _WORDS)
        length = room * min(max(bar.value / self._most, 0.0), 1.0) if self._most else 0.0
        base = (_LINE - _SIZE) / 2 + 1
        canvas.setFont(fonts.face_name(), _SIZE)
        canvas.drawRightString(left - 6, base, _fitting(bar.label, left - 8))
        canvas.setLineWidth(page.RULE_THICKNESS)
        canvas.setFillGray(_PALE if bar.is_pale else _FULL)
        canvas.rect(left, (_LINE - _BAR) / 2, length, _BAR, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(left + length + 5, base, bar.words)


def _fitting(text: str, room: float) -> str:
    """A name of the table above, with dots where it is too long for its place."""
    if fonts.width(text, _SIZE, False, False) <= room:
        return text
    while text and fonts.width(text + "…", _SIZE, False, False) > room:
        text = text[:-1]
    return text.rstrip() + "…"
