"""Certificates, drawn to the millimetre as their designs say (documents 5.1, 5.5)."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop_app import paths
from desktop_app.papers.blocks import CertificateSheet, Document, Section
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import fonts, page, text
from desktop_app.printing.certificate_press import Check, Press, never_stopped


def sheets(section: Section) -> list[CertificateSheet]:
    """The certificates of a section."""
    return [block for block in section.blocks if isinstance(block, CertificateSheet)]


def is_batch(document: Document) -> bool:
    """Whether an unmixed document is nothing but certificates."""
    sections = document.sections
    return bool(sections) and all(fields.is_certificate(section) for section in sections)


def page_size(sheet: CertificateSheet) -> tuple[float, float]:
    """Width and height of the sheet in pt."""
    template = fields.template_of(sheet)
    return float(template.width) * page.MM, float(template.height) * page.MM


def to_pdf(document: Document, check: Check = never_stopped) -> bytes:
    """A document of certificates, a page each: straight to the canvas, for large batches.

    `check` is called at every page, and may raise to stop.
    """
    fonts.register()
    found = [sheet for section in document.sections for sheet in sheets(section)]
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=page_size(found[0]),
        initialFontName=fonts.face_name(),
        invariant=1,
        pageCompression=1,
        lang=page.LANGUAGE,
    )
    canvas.setTitle(text.one_line(document.title))
    canvas.setAuthor(paths.PROGRAM_NAME)
    canvas.setCreator(paths.PROGRAM_NAME)
    canvas.setSubject(" ")
    Press(canvas, found, check).add_pages(found)
    canvas.save()
    return buffer.getvalue()


class CertificatePage(Flowable):
    """A certificate among other papers: it fills its whole page."""

    def __init__(self, sheet: CertificateSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.width, self.height = page_size(sheet)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        # a hair less than the frame, which compares with rounding
        return self.width, self.height - 0.01

    def draw(self) -> None:
        Press(self.canv, [self._sheet]).draw(self._sheet)
