"""A document's blocks as a PDF."""

from __future__ import annotations

import threading
from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus.doctemplate import LayoutError

from desktop_app import paths
from desktop_app.domain.errors import PaperNotWritten
from desktop_app.papers import blocks
from desktop_app.papers.blocks import Document, Section
from desktop_app.printing import (
    certificate,
    fonts,
    page,
    pdf_chart,
    pdf_closing,
    pdf_foot,
    pdf_head,
    pdf_place_card,
    pdf_reply_slip,
    pdf_slips,
    pdf_table,
    pdf_text,
    text,
)
from desktop_app.printing.certificate_fields import is_certificate, unmixed
from desktop_app.printing.certificate_press import Check, never_stopped
from desktop_app.printing.pdf_board import Board, Room, Tail, first_height

# Binary streams instead of letters: a fifth smaller and faster.
rl_config.useA85 = 0

# reportlab's fonts hold the letters of the file being made: one file at a time.
_PRESS = threading.Lock()


def to_pdf(
    document: Document, line_spacing: float = page.LINE_SPACING, check: Check = never_stopped
) -> bytes:
    """The document as a PDF: the same blocks give the same bytes.

    `check` is called at every block and page, and may raise to stop.
    """
    document = unmixed(document)
    with _PRESS:
        check()  # it may have waited long for its turn
        if certificate.is_batch(document):
            return certificate.to_pdf(document, check)
        return _print(document, page.line_spacing(line_spacing), check)


def _print(document: Document, spacing: float, check: Check) -> bytes:
    buffer = BytesIO()
    template = _Template(document, buffer, check)
    story: list[Any] = []
    for place, section in enumerate(document.sections):
        story += [NextPageTemplate(str(place)), PageBreak()] if place else []
        story += _story(section, spacing, check) or [Spacer(0, 0)]
    try:
        template.build(story or [Spacer(0, 0)])
    except LayoutError as error:
        raise PaperNotWritten(
            f"Chưa dàn được trang của «{text.one_line(document.title)}».",
            remedy="Có một ô hoặc một khối dài hơn cả trang giấy; hãy chia ngắn nội dung đó.",
        ) from error
    return buffer.getvalue()


class _Template(BaseDocTemplate):
    """The pages of a document: one template a section, numbered from 1 in each."""

    def __init__(self, document: Document, buffer: BytesIO, check: Check) -> None:
        self._check = check
        fonts.register()
        super().__init__(
            buffer,
            title=text.one_line(document.title),
            author=paths.PROGRAM_NAME,
            creator=paths.PROGRAM_NAME,
            subject=" ",
            lang=page.LANGUAGE,
            initialFontName=fonts.face_name(),
            invariant=1,
            pageCompression=1,
        )
        sections = document.sections or (Section(()),)
        self.addPageTemplates(
            [
                _page_template(str(place), section, document.foot)
                for place, section in enumerate(sections)
            ]
        )

    def handle_pageBegin(self) -> None:
        self._check()
        super().handle_pageBegin()


def _page_template(name: str, section: Section, foot: blocks.FootMark | None) -> PageTemplate:
    if is_certificate(section):
        width, height = certificate.page_size(certificate.sheets(section)[0])
        frame = Frame(0, 0, width, height, 0, 0, 0, 0)
        return PageTemplate(name, [frame], pagesize=(width, height))
    sheet = page.sheet(section.landscape)
    frame = Frame(
        sheet.left * page.MM,
        sheet.bottom * page.MM,
        sheet.text_width,
        sheet.text_height,
        *(0, 0, 0, 0),
    )
    size = sheet.width * page.MM, sheet.height * page.MM
    return PageTemplate(name, [frame], onPage=_Margins(sheet, foot), pagesize=size)


class _Margins:
    """Writes what stands outside the text: the number of the page and the mark in its foot.

    The number stands in the top margin from the section's second page on (ND30 I.7).
    """

    def __init__(self, sheet: page.Sheet, foot: blocks.FootMark | None) -> None:
        self._sheet = sheet
        self._foot = foot
        self._pages = 0

    def __call__(self, canvas: Any, template: Any) -> None:
        self._pages += 1
        if self._foot:
            pdf_foot.draw(canvas, self._sheet, self._foot)
        if self._pages == 1:
            return
        sheet = self._sheet
        canvas.setFont(fonts.face_name(), page.PAGE_NUMBER.size)
        middle = (sheet.left + sheet.width - sheet.right) / 2 * page.MM
        height = (sheet.height - page.number_baseline(sheet)) * page.MM
        canvas.drawCentredString(middle, height, str(self._pages))


def _story(section: Section, line_spacing: float, check: Check) -> list[Any]:
    if is_certificate(section):
        return [certificate.CertificatePage(sheet) for sheet in certificate.sheets(section)]
    sheet = page.sheet(section.landscape)
    room = Room(sheet.text_width, sheet.text_height, line_spacing, section.is_read_aloud)
    story: list[Any] = []
    for block in section.blocks:
        check()
        made = _BUILDERS[type(block)](block, room)
        if made and isinstance(block, blocks.Closing | blocks.SignatureGrid):
            made = [_with_body(story, made[0], room), *made[1:]]
        story += made
    return _headings_kept(story, room, check)


def _with_body(story: list[Any], foot: Flowable, room: Room) -> Flowable:
    """Take the last lines of the body off the story and tie the foot to them."""
    body: list[Any] = []
    lines = 0
    while story and lines < 2 and not isinstance(story[-1], Board | Tail):
        item = story.pop()
        body.insert(0, item)
        if isinstance(item, Paragraph):
            lines += pdf_text.line_count(item, room.width)
        elif not isinstance(item, Spacer):
            lines += 2
    return Tail(body, foot, room) if body else foot


def _headings_kept(story: list[Any], room: Room, check: Check) -> list[Any]:
    """Before a heading or a table: a new page when its first lines would not follow on this one."""
    found: list[Any] = []
    needed = 0.0
    for item in reversed(story):
        check()  # here most lines are broken
        least = item.getSpaceBefore() + first_height(item, room)
        is_heading = getattr(getattr(item, "style", None), "keepsNext", False)
        needed = least + needed if is_heading else least
        found.append(item)
        if is_heading or hasattr(item, "_rowHeights"):
            found.append(CondPageBreak(min(needed, room.height - 1)))
    return found[::-1]


def _paragraph(block: blocks.Paragraph, room: Room) -> list[Any]:
    element = room.dress(page.STYLES[block.style])
    return pdf_text.paragraphs(block.text, element, room.line_spacing)


def _list_item(block: blocks.ListItem, room: Room) -> list[Any]:
    words = text.after_mark(block.mark, block.text)
    return pdf_text.paragraphs(words, room.dress(page.BODY), room.line_spacing)


def _gap(block: blocks.Gap, room: Room) -> list[Any]:
    return [Spacer(0, min(block.height * page.MM, room.height - 1))]


_BUILDERS: dict[type, Callable[[Any, Room], list[Any]]] = {
    blocks.Letterhead: pdf_head.letterhead,
    blocks.Title: pdf_head.title,
    blocks.Addressees: pdf_head.addressees,
    blocks.Paragraph: _paragraph,
    blocks.ListItem: _list_item,
    blocks.Table: pdf_table.table,
    blocks.Closing: pdf_closing.closing,
    blocks.SignatureGrid: pdf_closing.grid,
    blocks.BarChart: pdf_chart.chart,
    blocks.SlipGrid: pdf_slips.slips,
    blocks.Gap: _gap,
    blocks.ReplySlip: pdf_reply_slip.slip,
    blocks.PlaceCard: pdf_place_card.card,
}
