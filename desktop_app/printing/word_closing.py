"""The foot of a paper in Word: signatures, «Nơi nhận», the grid where every unit signs."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from desktop_app.papers.blocks import Closing, Signature, SignatureGrid
from desktop_app.printing import page, text, word_table, word_text
from desktop_app.printing.word_table import Grid

_PAD = 4.0
"""Pt left free at both sides of a signature."""


def add_closing(document: Any, block: Closing, width: float) -> None:
    """Ô 7a to 7c and 9b in an invisible table whose rows hold together."""
    _tie_to_body(document)
    word_table.spacer(document, page.CLOSING_GAP)
    _keep_next(document.paragraphs[-1])
    signers = [block.left, *([block.middle] if block.middle else []), block.right]
    grid = Grid(document, [width / len(signers)] * len(signers), lines=False, padding=0.0)
    is_level = not (block.left or block.receivers_below)
    rows = _add_signatures(grid, signers)
    if block.receivers and is_level:
        _merge_left(rows)
        _add_receivers(rows[0][0], block.receivers)
        # level: 12 pt «Nơi nhận» stands on the baseline of the 14 pt post
        drop = Pt(page.POST.size - page.RECEIVERS_HEAD.size)
        rows[0][0].paragraphs[0].paragraph_format.space_before = drop
    elif block.receivers:
        rows.append(grid.row())
        _add_receivers(rows[-1][0], block.receivers)
        rows[-1][0].paragraphs[0].paragraph_format.space_before = Pt(page.CLOSING_GAP)
    _hold_together(rows)
    word_text.hair(document)


def add_grid(document: Any, block: SignatureGrid, width: float) -> None:
    """A table of its own for every row of units: no cell is torn."""
    per_row = max(1, block.per_row)
    for start in range(0, len(block.cells), per_row):
        row: list[Signature | None] = list(block.cells[start : start + per_row])
        row += [None] * (per_row - len(row))
        if not start:
            _tie_to_body(document)
        word_table.spacer(document, page.CLOSING_GAP)
        _keep_next(document.paragraphs[-1])
        grid = Grid(document, [width / per_row] * per_row, lines=False, padding=0.0)
        _hold_together(_add_signatures(grid, row))
        word_table.spacer(document, page.GRID_GAP * page.MM)


def _add_signatures(grid: Grid, signers: list[Signature | None]) -> list[list[Any]]:
    """Three rows: posts, room to sign, names."""
    rooms = [width - 2 * _PAD for width in grid.widths]
    rows = [grid.row()]
    for cell, signer, room in zip(rows[0], signers, rooms, strict=True):
        _add_post(cell, signer, room)
    rows.append(grid.row())
    grid.set_height(page.SIGNATURE_GAP, exactly=True)
    rows.append(grid.row())
    for cell, signer, room in zip(rows[2], signers, rooms, strict=True):
        if signer and signer.name:
            word_text.add_centred(cell, signer.name, page.SIGNER, room)
    return rows


def _add_post(cell: Any, signer: Signature | None, room: float) -> None:
    for line in signer.lines if signer else ():
        word_text.add_centred(cell, line, page.POST, room)
    if signer and signer.note:
        word_text.add_centred(cell, signer.note, page.SIGN_NOTE, room)


def _add_receivers(cell: Any, names: tuple[str, ...]) -> None:
    word_text.add(cell, page.RECEIVERS_HEAD_TEXT, page.RECEIVERS_HEAD)
    for line in text.enumerated(names):
        word_text.add(cell, line, page.RECEIVER)


def _merge_left(rows: list[list[Any]]) -> None:
    """One tall cell for the receivers beside post, signature and name."""
    for place, row in enumerate(rows):
        row[0]._tc.vMerge = "continue" if place else "restart"


def _hold_together(rows: list[list[Any]]) -> None:
    for row in rows[:-1]:
        for cell in row:
            for paragraph in cell.paragraphs:
                _keep_next(paragraph)


def _tie_to_body(document: Any) -> None:
    """The last two paragraphs, or the last two rows, go over with the foot (checklist D20)."""
    left = 2
    for element in reversed(document.element.body):
        if element.tag == qn("w:p"):
            _keep_next(Paragraph(element, document))
            # a spacer holds no words and does not count
            left -= bool(element.r_lst)
        elif element.tag == qn("w:tbl"):
            for line in element.tr_lst[-2:]:
                for found in line.iter(qn("w:p")):
                    _keep_next(Paragraph(found, document))
            return
        if not left:
            return


def _keep_next(paragraph: Any) -> None:
    paragraph.paragraph_format.keep_with_next = True
