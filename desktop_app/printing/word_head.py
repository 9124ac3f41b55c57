"""The head of a paper in Word: letterhead, title, «Kính gửi»."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import Addressees, Letterhead, Title
from desktop_app.printing import page, text, word_text
from desktop_app.printing.addressees import addressees_place
from desktop_app.printing.word_table import Grid


def add_letterhead(document: Any, block: Letterhead, width: float) -> None:
    """Ô 1 to 4: an invisible table of two columns; number and date share its second row."""
    widths = [share * width for share in page.LETTERHEAD_SHARES]
    grid = Grid(document, widths, lines=False, padding=0.0)
    left, right = grid.row()
    _add_issuer(left, block, widths[0])
    for words, element in ((page.NATION_TEXT, page.NATION), (page.MOTTO_TEXT, page.MOTTO)):
        word_text.add_centred(right, words, element, widths[1])
    if block.symbol or block.place_and_date:
        left, right = grid.row()
        for cell, words, element, room in (
            (left, block.symbol, page.SYMBOL, widths[0]),
            (right, block.place_and_date, page.PLACE_AND_DATE, widths[1]),
        ):
            made = word_text.add_centred(cell, words, element, room)
            made.paragraph_format.space_before = Pt(page.LETTERHEAD_ROW_GAP)
        if block.about:
            made = word_text.add_centred(left, block.about, page.ABOUT, widths[0])
            made.paragraph_format.space_before = Pt(page.LETTERHEAD_ROW_GAP)
    word_text.hair(document)


def _add_issuer(cell: Any, block: Letterhead, width: float) -> None:
    if block.parent:
        word_text.add_centred(cell, block.parent, page.PARENT, width)
    for place, line in enumerate(block.body):
        is_last = place == len(block.body) - 1
        element = page.ISSUER if is_last else page.without_rule(page.ISSUER)
        word_text.add_centred(cell, line, element, width)


def add_title(document: Any, block: Title, width: float) -> None:
    """Ô 5a: kind, subject, «kèm theo», and the rule under the last of them."""
    given = ((block.kind, page.KIND), (block.subject, page.SUBJECT), (block.remark, page.REMARK))
    present = [(words, element) for words, element in given if words]
    last = None
    for place, (words, element) in enumerate(present):
        has_rule = block.rule and place == len(present) - 1
        dressed = page.with_half_rule(element) if has_rule else page.without_rule(element)
        last = word_text.add_centred(document, words, dressed, width)
    if last is not None:
        last.paragraph_format.space_after = Pt(page.TITLE_GAP)


def add_addressees(document: Any, block: Addressees, width: float) -> None:
    """Ô 9a: one stands in line with «Kính gửi:»; several under its colon."""
    if len(block.names) == 1:
        _add_one(document, text.one_line(block.names[0]), width)
        return
    names = text.enumerated(block.names)
    start, offset = addressees_place(names, page.ADDRESSEES_TEXT, width)
    head = word_text.add(document, f"{page.ADDRESSEES_TEXT}:", page.ADDRESSEES)
    head.paragraph_format.left_indent = Pt(start)
    head.paragraph_format.space_after = Pt(0)
    for place, name in enumerate(names):
        made = word_text.add(document, name, page.ADDRESSEES)
        made.paragraph_format.left_indent = Pt(start + offset)
        made.paragraph_format.space_before = Pt(0)
        if place < len(names) - 1:
            made.paragraph_format.space_after = Pt(0)


def _add_one(document: Any, name: str, width: float) -> None:
    label = f"{page.ADDRESSEES_TEXT}:{text.NO_BREAK_SPACE}"
    start, offset = addressees_place([name], label, width)
    made = word_text.empty(document, page.ADDRESSEES)
    made.paragraph_format.left_indent = Pt(start + offset)
    made.paragraph_format.first_line_indent = Pt(-offset)
    word_text.add_run(made, Run(label + name), page.ADDRESSEES)
