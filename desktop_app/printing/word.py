"""A document's blocks as a Word file."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop_app import paths
from desktop_app.papers import blocks
from desktop_app.papers.blocks import Document, Section
from desktop_app.printing import (
    certificate,
    page,
    text,
    word_certificate,
    word_chart,
    word_closing,
    word_foot,
    word_head,
    word_place_card,
    word_reply_slip,
    word_slips,
    word_table,
    word_text,
)
from desktop_app.printing.certificate_fields import is_certificate, unmixed

_MOMENT = dt.datetime(2000, 1, 1)
"""The time of day is left out of files, so that the same paper gives the same bytes."""


def to_word(document: Document, line_spacing: float = page.LINE_SPACING) -> bytes:
    """The document as .docx, with the numbers of the page's table."""
    made = docx.Document()
    _set_language_and_font(made)
    _set_properties(made, document)
    spacing = page.line_spacing(line_spacing)
    document = unmixed(document)
    last = made.sections[0]
    for place, section in enumerate(document.sections or (Section(()),)):
        if place:
            last = made.add_section(WD_SECTION.NEW_PAGE)
            word_text.thin(word_text.last_paragraph(made))
        _set_page(last, section)
        _add_blocks(made, section, spacing)
    _add_page_number(made.sections[0])
    if document.foot:
        word_foot.add(made.sections[0], document.foot)
    buffer = BytesIO()
    made.save(buffer)
    return _without_clock(buffer.getvalue())


def _add_blocks(made: Any, section: Section, line_spacing: float) -> None:
    width = page.sheet(section.landscape).text_width
    dress = page.read_aloud if section.is_read_aloud else lambda element: element
    for place, block in enumerate(section.blocks):
        if isinstance(block, blocks.CertificateSheet):
            if place:
                word_text.last_paragraph(made).paragraph_format.page_break_before = True
            word_certificate.add_certificate(made, block)
        elif isinstance(block, blocks.Paragraph):
            word_text.add(made, block.text, dress(page.STYLES[block.style]), line_spacing)
        elif isinstance(block, blocks.ListItem):
            words = text.after_mark(block.mark, block.text)
            word_text.add(made, words, dress(page.BODY), line_spacing)
        elif isinstance(block, blocks.Gap):
            word_table.spacer(made, block.height * page.MM)
        else:
            _ADDERS[type(block)](made, block, width)


_ADDERS: dict[type, Callable[[Any, Any, float], None]] = {
    blocks.Letterhead: word_head.add_letterhead,
    blocks.Title: word_head.add_title,
    blocks.Addressees: word_head.add_addressees,
    blocks.Table: word_table.add_table,
    blocks.BarChart: word_chart.add_chart,
    blocks.SlipGrid: word_slips.add_slips,
    blocks.Closing: word_closing.add_closing,
    blocks.SignatureGrid: word_closing.add_grid,
    blocks.ReplySlip: word_reply_slip.add_slip,
    blocks.PlaceCard: word_place_card.add_card,
}


def _set_page(made: Any, section: Section) -> None:
    """Paper, margins, and page numbers that begin again at 1 and are hidden on page 1."""
    _drop_borders(made)
    if is_certificate(section):
        word_certificate.set_page(made, certificate.sheets(section)[0])
    else:
        sheet = page.sheet(section.landscape)
        made.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
        made.page_width, made.page_height = Mm(sheet.width), Mm(sheet.height)
        made.top_margin, made.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
        made.left_margin, made.right_margin = Mm(sheet.left), Mm(sheet.right)
        # the line of the number stands in the middle of the top margin
        line = page.PAGE_NUMBER.leading(1.0)
        made.header_distance = Pt((sheet.top * page.MM - line) / 2)
    made.different_first_page_header_footer = True
    _number_from_one(made._sectPr)


def _drop_borders(made: Any) -> None:
    """A new section is born as a copy of the one before it, border and all."""
    for borders in made._sectPr.findall(qn("w:pgBorders")):
        made._sectPr.remove(borders)


def _number_from_one(properties: Any) -> None:
    if properties.find(qn("w:pgNumType")) is not None:
        return
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    properties.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")


def _add_page_number(section: Any) -> None:
    made = section.header.paragraphs[0]
    made.alignment = 1
    made.paragraph_format.space_after = Pt(0)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = made.add_run("2")
    run.font.size = Pt(page.PAGE_NUMBER.size)
    field.append(run._r)
    made._p.append(field)


def _set_language_and_font(made: Any) -> None:
    """Times New Roman for every kind of letter, or Word takes another face for some of them."""
    properties = made.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rPr"))
    for tag in ("w:rFonts", "w:lang"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    faces = OxmlElement("w:rFonts")
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{kind}"), page.FONT_FAMILY)
    properties.insert(0, faces)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), page.LANGUAGE)
    language.set(qn("w:eastAsia"), page.LANGUAGE)
    properties.append(language)
    normal = made.styles["Normal"]
    normal.font.name = page.FONT_FAMILY
    normal.font.size = Pt(page.BODY.size)
    for kind in ("cs", "eastAsia"):
        normal.element.rPr.rFonts.set(qn(f"w:{kind}"), page.FONT_FAMILY)
    normal.paragraph_format.space_after = Pt(0)
    _be_modern(made)


def _be_modern(made: Any) -> None:
    """Say that the file is of today's Word, or it opens in compatibility mode."""
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_properties(made: Any, document: Document) -> None:
    properties = made.core_properties
    properties.title = text.one_line(document.title)[:255]
    properties.author = properties.last_modified_by = paths.PROGRAM_NAME
    properties.language = page.LANGUAGE
    properties.comments = ""
    properties.created = properties.modified = _MOMENT


def _without_clock(data: bytes) -> bytes:
    """The same archive with one fixed time in every entry."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            stamped = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            stamped.compress_type = zipfile.ZIP_DEFLATED
            # the same sign on Windows and elsewhere
            stamped.create_system = 0
            new.writestr(stamped, old.read(entry))
    return buffer.getvalue()
