"""A certificate in Word: the same lines and sizes as in PDF, centred inside a page border."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop_app.papers.blocks import CertificateSheet
from desktop_app.printing import certificate_art as art
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import fonts, page, word_placed, word_text
from desktop_app.printing.certificate_fields import Field
from desktop_app.printing.word_table import Grid

MARGIN = 26.0
"""Mm on every side: the border stands outside it."""

_BORDER_SPACE = 24
"""Pt from the paper's edge to the border; Word allows no more than 31."""

_FOOT_GAP = 8.0
_ABOVE = {fields.AUTHORITY: 16.0, fields.VERB: 4.0, fields.NAME: 4.0, fields.ACHIEVEMENT: 6.0}
"""Pt above a line."""


def set_page(section: Any, sheet: CertificateSheet) -> None:
    """Landscape A4 with equal margins and a double red border, or the sheet of a design."""
    if sheet.template is not None:
        word_placed.set_page(section, sheet)
        if word_placed.has_border(sheet):
            _add_border(section)
        return
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(art.WIDTH), Mm(art.HEIGHT)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    _add_border(section)


def _add_border(section: Any) -> None:
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        edge = word_text.border(f"w:{side}", 24, "thinThickSmallGap", "C00F14")
        edge.set(qn("w:space"), str(_BORDER_SPACE))
        borders.append(edge)
    section._sectPr.insert_element_before(
        borders, "w:lnNumType", "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid"
    )


def add_certificate(document: Any, sheet: CertificateSheet) -> None:
    """The lines in the order of the decree, then the foot in two columns."""
    if sheet.template is not None:
        word_placed.add_placed(document, sheet)
        return
    width = (art.WIDTH - 2 * MARGIN) * page.MM
    _add_nation(document, width)
    words = dict(fields.of_sheet(sheet))
    for field in fields.UPPER:
        if field in words:
            _add_field(document, field, words[field])
    _add_foot(document, words, width)


def _add_nation(document: Any, width: float) -> None:
    _add_field(document, fields.NATION, page.NATION_TEXT)
    _add_field(document, fields.MOTTO, page.MOTTO_TEXT)
    motto = fields.MOTTO
    length = fonts.width(page.MOTTO_TEXT, motto.size, motto.bold, motto.italic)
    word_text.add_rule(document, length, width)


def _add_field(container: Any, field: Field, words: str) -> None:
    fitted = fields.fitted(field, words)
    word_placed.add_words(container, field, fitted, before=_ABOVE.get(field, 0.0))


def _add_foot(document: Any, words: dict[Field, str], width: float) -> None:
    word_text.hair(document).paragraph_format.space_before = Pt(_FOOT_GAP)
    grid = Grid(document, [width / 2, width / 2], lines=False, padding=0.0)
    for row in ((None, fields.PLACE_AND_DATE), (None, fields.SIGNER_POST)):
        _add_pair(grid, row, words)
    grid.row()
    grid.set_height(page.SIGNATURE_GAP, exactly=True)
    _add_pair(grid, (fields.DECISION, None), words)
    _add_pair(grid, (fields.REGISTER, fields.SIGNER_NAME), words)
    word_text.hair(document)


def _add_pair(grid: Grid, pair: tuple[Field | None, Field | None], words: dict[Field, str]) -> None:
    for cell, field in zip(grid.row(), pair, strict=True):
        if field and field in words:
            _add_field(cell, field, words[field])
