"""The mark in the foot of a page: a line of words and the code as a picture."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from desktop_app.papers.blocks import FootMark
from desktop_app.printing import fonts, page, qr_code, text


def draw(canvas: Any, sheet: page.Sheet, mark: FootMark) -> None:
    """The words at the left margin, the picture at the right one, both below the text."""
    canvas.setFont(fonts.face_name(), page.FOOT_MARK_SIZE)
    words = text.one_line(mark.text)
    canvas.drawString(sheet.left * page.MM, page.FOOT_MARK_BASELINE * page.MM, words)
    if mark.code:
        _draw_picture(canvas, sheet, mark.code)


def _draw_picture(canvas: Any, sheet: page.Sheet, code: str) -> None:
    rows = qr_code.squares(code)
    square = page.FOOT_MARK_QR * page.MM / (len(rows) + 2 * qr_code.QUIET)
    left = (sheet.width - sheet.right - page.FOOT_MARK_QR) * page.MM + qr_code.QUIET * square
    top = (page.FOOT_MARK_BOTTOM + page.FOOT_MARK_QR) * page.MM - qr_code.QUIET * square
    for line, row in enumerate(rows):
        place = 0
        for is_dark, run in groupby(row):
            width = len(list(run))
            if is_dark:
                x, y = left + place * square, top - (line + 1) * square
                canvas.rect(x, y, width * square, square, stroke=0, fill=1)
            place += width
