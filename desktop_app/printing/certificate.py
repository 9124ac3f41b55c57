"""Certificates, drawn to the millimetre on landscape A4 (documents 5.1, 5.5)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop_app import paths
from desktop_app.papers.blocks import CertificateSheet, Document, Section
from desktop_app.printing import certificate_art as art
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import fonts, page, text
from desktop_app.printing.certificate_fields import Field, Fitted

PAGE_SIZE = (art.WIDTH * page.MM, art.HEIGHT * page.MM)

_ART = "certificate-art"
_COLOURS = {"black": art.BLACK, "red": art.RED, "brown": (0.48, 0.07, 0.05)}


def sheets(section: Section) -> list[CertificateSheet]:
    """The certificates of a section."""
    return [block for block in section.blocks if isinstance(block, CertificateSheet)]


def is_batch(document: Document) -> bool:
    """Whether an unmixed document is nothing but certificates."""
    sections = document.sections
    return bool(sections) and all(fields.is_certificate(section) for section in sections)


def to_pdf(document: Document) -> bytes:
    """A document of certificates, a page each: straight to the canvas, for large batches."""
    fonts.register()
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=PAGE_SIZE,
        initialFontName=fonts.face_name(),
        invariant=1,
        pageCompression=1,
        lang=page.LANGUAGE,
    )
    canvas.setTitle(text.one_line(document.title))
    canvas.setAuthor(paths.PROGRAM_NAME)
    canvas.setCreator(paths.PROGRAM_NAME)
    canvas.setSubject(" ")
    for section in document.sections:
        for sheet in sheets(section):
            draw(canvas, sheet)
            canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class CertificatePage(Flowable):
    """A certificate among other papers: it fills its whole page."""

    def __init__(self, sheet: CertificateSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.width, self.height = PAGE_SIZE

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        # a hair less than the frame, which compares with rounding
        return self.width, self.height - 0.01

    def draw(self) -> None:
        draw(self.canv, self._sheet)


def draw(canvas: Any, sheet: CertificateSheet) -> None:
    """One certificate on the canvas's present page."""
    if not canvas.hasForm(_ART):
        _keep_art(canvas)
    canvas.doForm(_ART)
    for field, words in fields.of_sheet(sheet):
        _draw_field(canvas, field, fields.fitted(field, words))


def _keep_art(canvas: Any) -> None:
    """Frame, emblem and national motto once in the file, however many certificates it holds."""
    canvas.beginForm(_ART, 0, 0, *PAGE_SIZE)
    art.draw(canvas)
    for field, words in ((fields.NATION, page.NATION_TEXT), (fields.MOTTO, page.MOTTO_TEXT)):
        _draw_field(canvas, field, fields.fitted(field, words))
    _motto_rule(canvas)
    canvas.endForm()


def _motto_rule(canvas: Any) -> None:
    """Exactly as long as the motto (ND30 ô 1)."""
    field = fields.MOTTO
    length = fonts.width(page.MOTTO_TEXT, field.size, field.bold, field.italic)
    left = (field.x + field.width / 2) * page.MM - length / 2
    height = PAGE_SIZE[1] - (field.y + field.height + 0.8) * page.MM
    canvas.setStrokeColorRGB(*art.BLACK)
    canvas.setLineWidth(page.RULE_THICKNESS)
    canvas.line(left, height, left + length, height)


def _draw_field(canvas: Any, field: Field, fitted: Fitted) -> None:
    canvas.setFillColorRGB(*_COLOURS[field.colour])
    baseline = PAGE_SIZE[1] - field.y * page.MM - _slack(field, fitted) - fitted.size
    for line in fitted.lines:
        _draw_line(canvas, field, line, fitted.size, baseline)
        baseline -= fitted.size * page.SINGLE_LINE


def _slack(field: Field, fitted: Fitted) -> float:
    """Room above the text, so that a short text stands in the middle of its box."""
    if not field.is_middle:
        return 0.0
    used = len(fitted.lines) * fitted.size * page.SINGLE_LINE
    return max(0.0, (field.height * page.MM - used) / 2)


def _draw_line(canvas: Any, field: Field, line: str, size: float, baseline: float) -> None:
    length = fields.line_width(field, line, size)
    room = field.width * page.MM
    left = field.x * page.MM + (room - length if field.align == "right" else 0.0)
    if field.align == "center":
        left += (room - length) / 2
    for face, piece in fields.pieces(field, line):
        canvas.setFont(face, size)
        canvas.drawString(left, baseline, piece)
        left += canvas.stringWidth(piece, face, size)
