"""The mark in the foot of every page of a Word file; later sections follow the first."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from desktop_app.papers.blocks import FootMark
from desktop_app.printing import page, qr_code, text


def add(section: Any, mark: FootMark) -> None:
    """The words and the picture in both footers: the first page has one of its own."""
    section.footer_distance = Mm(page.FOOT_MARK_BOTTOM)
    for footer in (section.first_page_footer, section.footer):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        width = section.page_width - section.left_margin - section.right_margin
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        run = paragraph.add_run(text.one_line(mark.text))
        run.font.size = Pt(page.FOOT_MARK_SIZE)
        if mark.code:
            picture = paragraph.add_run("\t")
            picture.add_picture(BytesIO(qr_code.png(mark.code)), height=Mm(page.FOOT_MARK_QR))
