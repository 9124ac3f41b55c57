"""A certificate of a design of one's own in Word: every line in a frame at its place."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from desktop_app.domain.commendations.certificate_template import Art, Datum
from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import CertificateSheet, SheetMode
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import page, word_text
from desktop_app.printing.certificate_fields import Field, Fitted
from desktop_app.printing.certificate_press import COLOURS, slack
from desktop_app.printing.page import Element

_TWIPS = 1440 / 25.4
"""To the millimetre."""


def set_page(section: Any, sheet: CertificateSheet) -> None:
    """The sheet of the design, without margins: frames stand where they are told."""
    template = fields.template_of(sheet)
    section.page_width, section.page_height = Mm(float(template.width)), Mm(float(template.height))
    is_wide = template.width > template.height
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(10)
    section.top_margin = section.bottom_margin = Mm(10)


def has_border(sheet: CertificateSheet) -> bool:
    """Whether a border stands for the frame, which Word cannot draw."""
    drawn = fields.template_of(sheet).art is not Art.NONE
    return drawn and sheet.mode is not SheetMode.WORDS_ONLY


def add_placed(document: Any, sheet: CertificateSheet) -> None:
    """The words of every field in a frame of its own."""
    for field, words in fields.of_sheet(sheet):
        _add_field(document, field, words)
    # a page of frames alone has no paragraph that could stand on it
    word_text.hair(document)


def add_words(
    container: Any, field: Field, fitted: Fitted, *, before: float = 0.0, underline: bool = False
) -> Any:
    """A field's words, as small as its room asks for, in its dress; the paragraph they are."""
    element = Element(
        field.label,
        field.size,
        "5.1",
        bold=field.bold,
        italic=field.italic,
        align=field.align,
        before=before,
    )
    made = word_text.empty(container, element)
    run = Run("\n".join(fitted.lines), underline=underline)
    word_text.add_run(made, run, element, max(fitted.size, 1.0))
    word_text.colour(made, *COLOURS[field.colour])
    return made


def _add_field(document: Any, field: Field, words: str) -> None:
    fitted = fields.fitted(field, words)
    is_motto = field.datum is Datum.MOTTO
    made = add_words(document, field, fitted, underline=is_motto)
    _frame(made, field, slack(field, fitted) / page.MM)


def _frame(paragraph: Any, field: Field, drop: float) -> None:
    frame = OxmlElement("w:framePr")
    for name, value in (
        ("w", field.width * _TWIPS),
        ("h", field.height * _TWIPS),
        ("x", field.x * _TWIPS),
        ("y", max(1.0, (field.y + drop) * _TWIPS)),
    ):
        frame.set(qn(f"w:{name}"), str(round(value)))
    for name, word in (
        ("hRule", "atLeast"),
        ("wrap", "around"),
        ("hAnchor", "page"),
        ("vAnchor", "page"),
    ):
        frame.set(qn(f"w:{name}"), word)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        frame,
        "w:widowControl",
        "w:numPr",
        "w:pBdr",
        "w:shd",
        "w:tabs",
        "w:spacing",
        "w:ind",
        "w:jc",
        "w:rPr",
    )
