"""Slips in PDF: equal fields of a page with dashed lines to cut along."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, KeepInFrame, PageBreak, TableStyle
from reportlab.platypus import Table as PdfTable

from desktop_app.papers.blocks import Slip, SlipGrid
from desktop_app.printing import fonts, page, pdf_table, pdf_text
from desktop_app.printing.pdf_board import Room

DASHES = (4, 3)
"""Pt drawn and pt left out of a line to cut along."""
_PAD = 8.0


def slips(block: SlipGrid, room: Room) -> list[Any]:
    """A table a page; what is too long for its field is made smaller as a whole."""
    per_page = block.across * block.down
    pages = range(0, len(block.slips), per_page)
    found: list[Any] = []
    for start in pages:
        found += [PageBreak()] if start else []
        found.append(_page(block, block.slips[start : start + per_page], room))
    return found


def _page(block: SlipGrid, slips: tuple[Slip, ...], room: Room) -> PdfTable:
    width = room.width / block.across
    # a point less than the page has: the frame counts in fractions
    height = (room.height - 1) / block.down
    cells = [_field(slip, width - 2 * _PAD, height - 2 * _PAD) for slip in slips]
    cells += [""] * (-len(cells) % block.across)
    rows = [cells[at : at + block.across] for at in range(0, len(cells), block.across)]
    made = PdfTable(rows, colWidths=[width] * block.across, rowHeights=[height] * len(rows))
    whole = (0, 0), (-1, -1)
    cut = (page.RULE_THICKNESS, "black", None, DASHES)
    made.setStyle(
        TableStyle(
            [
                ("INNERGRID", *whole, *cut),
                ("LINEBELOW", (0, -1), (-1, -1), *cut),
                ("VALIGN", *whole, "TOP"),
                ("FONTNAME", *whole, fonts.face_name()),
                *((side, *whole, _PAD) for side in pdf_table.SIDES),
            ]
        )
    )
    return made


def _field(slip: Slip, width: float, height: float) -> KeepInFrame:
    room = Room(width, height)
    content = [
        *pdf_text.paragraphs(slip.stub, page.SLIP_STUB),
        _Cut(width),
        *(line for words in slip.head for line in pdf_text.paragraphs(words, page.SLIP_HEAD)),
        *pdf_text.paragraphs(slip.title, page.SLIP_TITLE),
        *pdf_text.paragraphs(slip.subject, page.SLIP_SUBJECT),
        *pdf_table.table(slip.table, room),
        *pdf_text.paragraphs(slip.note, page.SLIP_NOTE),
    ]
    return KeepInFrame(width, height, content, mode="shrink")


class _Cut(Flowable):
    """The dashed line between the stub and the slip."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width, self.height = width, 2 * _PAD

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setLineWidth(page.RULE_THICKNESS)
        self.canv.setDash(*DASHES)
        self.canv.line(0, self.height / 2, self.width, self.height / 2)
        self.canv.setDash()
