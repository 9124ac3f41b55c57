"""The only door through which words enter a reportlab Paragraph."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import Text
from desktop_app.printing import fonts, page, text
from desktop_app.printing.page import Element

# Words are escaped; these close the doors to the network once more.
rl_config.trustedHosts = None
rl_config.trustedSchemes = []
rl_config.toColorCanUse = None

HUGE = 2000
"""Words from which a paragraph is broken into pieces: reportlab's time grows with the square."""

PIECE = 500

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
_WORDS = re.compile(r"[^ ]+ *| +")


def paragraphs(
    words: Text, element: Element, line_spacing: float = 1.0, align: str = ""
) -> list[Any]:
    """One Paragraph a line of the text, dressed as the element wants it."""
    found = []
    for line in text.lines(words, element.capitals):
        for place, piece in enumerate(_manageable(line)):
            style = _style(element, line_spacing, align or element.align, place > 0)
            found.append(_Paragraph(_markup(piece, element), style))
    return found


def paragraph(words: str, element: Element, hang: float = 0.0) -> Any:
    """One Paragraph of single spacing; its later lines hang so many pt from the left."""
    line = text.one_line(words, element.capitals)
    style = _style(element, 1.0, element.align, False, hang)
    return _Paragraph(_markup((Run(line),), element), style)


class _Paragraph(Paragraph):
    """Breaks its lines once for a width, although it is asked several times how high it is."""

    _broken_at = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self._broken_at != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._broken_at = width
        return self.width, self.height


@functools.cache
def _style(
    element: Element, line_spacing: float, align: str, continues: bool, hang: float = 0.0
) -> Any:
    return ParagraphStyle(
        element.name,
        fontName=fonts.face_name(element.bold, element.italic),
        fontSize=element.size,
        leading=element.leading(line_spacing),
        alignment=_ALIGN[align],
        leftIndent=hang,
        firstLineIndent=0 if continues else element.indent * page.MM - hang,
        spaceBefore=0 if continues else element.before,
        spaceAfter=element.after,
        keepsNext=element.keeps_next,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def _markup(runs: tuple[Run, ...], element: Element) -> str:
    return "".join(_run_markup(run, element) for run in runs)


def _run_markup(run: Run, element: Element) -> str:
    bold, italic = run.bold or element.bold, run.italic or element.italic
    own = fonts.face_name(bold, italic)
    found = []
    for face, piece in fonts.pieces(text.keep_spaces(run.text), bold, italic):
        # &#160; because reportlab strips an ordinary space at the edge of a piece of markup
        words = escape(piece)
        is_plain = face == own == fonts.face_name(element.bold, element.italic)
        found.append(words if is_plain else f'<font face="{face}">{words}</font>')
    marked = "".join(found)
    return f"<u>{marked}</u>" if run.underline else marked


def _manageable(line: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The line itself, or pieces of so many words when it is huge."""
    if sum(run.text.count(" ") for run in line) < HUGE:
        yield line
        return
    piece: list[Run] = []
    count = 0
    for run in line:
        words = _WORDS.findall(run.text)
        while words:
            taken, words = words[: PIECE - count], words[PIECE - count :]
            count += len(taken)
            piece.append(Run("".join(taken), run.bold, run.italic, run.underline))
            if count >= PIECE:
                yield tuple(piece)
                piece, count = [], 0
    if piece:
        yield tuple(piece)


def last_line_width(item: Any, room: float) -> float:
    """Length of a Paragraph's last line of text when it is `room` pt wide."""
    item.wrap(room, 1e6)
    lines = item.blPara.lines
    if not lines:
        return 0.0
    last = lines[-1]
    left_over = last[0] if isinstance(last, tuple) else last.extraSpace
    return float(item.width - left_over) - (item.style.firstLineIndent if len(lines) == 1 else 0)


def line_count(item: Any, room: float) -> int:
    """Lines of a Paragraph when it is `room` pt wide."""
    item.wrap(room, 1e6)
    return len(item.blPara.lines)
