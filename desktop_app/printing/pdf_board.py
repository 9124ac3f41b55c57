"""Pieces of a page that are laid out by hand, and what must not be torn from its neighbour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable, Paragraph

from desktop_app.printing import fonts, page, pdf_text, text
from desktop_app.printing.page import Element

_ROUNDING = 0.01
"""Points that sums of row heights may be off: without it a table is cut one row too early, and
its rest is cut again on the same page, under a second head."""


@dataclass(frozen=True)
class Room:
    """The space between the margins, in pt, the office's line spacing, and who reads it."""

    width: float
    height: float
    line_spacing: float = page.LINE_SPACING
    is_read_aloud: bool = False

    def dress(self, element: page.Element) -> page.Element:
        """How an element of the body is dressed here."""
        return page.read_aloud(element) if self.is_read_aloud else element


class Board(Flowable):
    """Paragraphs and lines at fixed places; never split. Lengths in pt, tops count downwards."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.width = room.width
        self.height = 0.0
        self._limit = room.height
        self._items: list[tuple[Any, float, float]] = []
        self._rules: list[tuple[float, float, float]] = []

    def put(self, item: Any, x: float, top: float, width: float) -> float:
        """Place a Paragraph; the answer is where it ends."""
        _, height = item.wrap(width, 1e6)
        self._items.append((item, x, top + height))
        return self.reach(top + height)

    def put_centred(
        self, words: str, element: Element, x: float, top: float, width: float
    ) -> float:
        """A text in lines of even length, with the line under it that the element asks for."""
        line = text.one_line(words, element.capitals)
        dress = element.size, element.bold, element.italic
        lines = fonts.balanced(text.keep_spaces(line), width, *dress)
        widest = max(fonts.width(each, *dress) for each in lines)
        # half a point so that rounding does not break the line once more
        narrow = min(width, widest + 0.5)
        item = pdf_text.paragraph(words, element)
        end = self.put(item, x + (width - narrow) / 2, top, narrow)
        if not element.rule:
            return end
        length = pdf_text.last_line_width(item, narrow) * element.rule
        return self.rule(x + (width - length) / 2, end + page.RULE_GAP, length)

    def rule(self, x: float, top: float, length: float) -> float:
        """A fine solid line."""
        self._rules.append((x, top, length))
        return self.reach(top + page.RULE_GAP)

    def reach(self, depth: float) -> float:
        """Make the board at least so deep."""
        self.height = max(self.height, depth)
        return depth

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, min(self.height, self._limit)

    def draw(self) -> None:
        canvas = self.canv
        if self.height > self._limit:
            # Nobody should fill a page with one signature; but if so, it shrinks and stays whole.
            share = self._limit / self.height
            canvas.scale(share, share)
        for item, x, bottom in self._items:
            item.drawOn(canvas, x, self.height - bottom)
        canvas.setLineWidth(page.RULE_THICKNESS)
        for x, top, length in self._rules:
            canvas.line(x, self.height - top, x + length, self.height - top)


class Tail(Flowable):
    """The end of the body and what may not stand alone on a page: signatures, receivers.

    When both do not fit, at least two lines of the body go over with the foot (checklist D20).
    """

    def __init__(self, body: list[Any], foot: Any, room: Room) -> None:
        super().__init__()
        self._body = body
        self._foot = foot
        self._room = room

    @property
    def parts(self) -> list[Any]:
        """What it is made of, from top to bottom."""
        return [*self._body, self._foot]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return available_width, self._heights(available_width)

    def least_start(self) -> float:
        """Height of the least beginning that may stay behind; all of it where it cannot be cut."""
        first, width = self.parts[0], self._room.width
        least = first_height(first, self._room)
        may_cut = _height(first, width) - _last_height(first, width) >= least
        return least if may_cut else self._heights(width)

    def split(self, available_width: float, available_height: float) -> list[Any]:
        torn = self._torn(available_width, available_height)
        if len(torn) > 1:
            rest = [torn[-1], *self._body[1:]]
            return [*torn[:-1], Tail(rest, self._foot, self._room)]
        return self.parts if available_height > self._room.height - 1 else []

    def draw(self) -> None:
        top = self._heights(self._room.width)
        for place, part in enumerate(self.parts):
            top -= (part.getSpaceBefore() if place else 0) + _height(part, self._room.width)
            part.drawOn(self.canv, 0, top)

    def _torn(self, width: float, height: float) -> list[Any]:
        """The first part of the body, cut so that enough of it stays with the foot."""
        if not self._body:
            return []
        first = self._body[0]
        most = _height(first, width) - _last_height(first, width)
        return list(first.split(width, min(height, most + _ROUNDING)) if most > 0 else [])

    def getSpaceBefore(self) -> float:
        return float(self.parts[0].getSpaceBefore())

    def _heights(self, width: float) -> float:
        gaps = sum(part.getSpaceBefore() for part in self.parts[1:])
        return float(gaps + sum(_height(part, width) for part in self.parts))


def first_height(item: Any, room: Room) -> float:
    """Height of the least beginning of `item` that may stand apart: two lines, a head and a row."""
    if isinstance(item, Paragraph):
        count = pdf_text.line_count(item, room.width)
        return float((2 if count >= 4 else count) * item.style.leading)
    if isinstance(item, Tail):
        return item.least_start()
    rows = getattr(item, "_rowHeights", None)
    height = _height(item, room.width)
    if rows is None:
        return height
    return float(min(sum(item._rowHeights[: item.repeatRows + 1]), room.height / 2))


def _last_height(item: Any, width: float) -> float:
    """Height of the least end of `item` that may stand apart: two lines, two rows."""
    height = _height(item, width)
    if isinstance(item, Paragraph):
        return float(2 * item.style.leading)
    rows = getattr(item, "_rowHeights", None)
    return float(sum(rows[-2:])) if rows else height


def _height(item: Any, width: float) -> float:
    return float(item.wrap(width, 1e6)[1])
