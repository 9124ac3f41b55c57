"""The foot of a paper in PDF: signatures, «Nơi nhận», the grid where every unit signs."""

from __future__ import annotations

from typing import Any

from desktop_app.papers.blocks import Closing, Signature, SignatureGrid
from desktop_app.printing import page, pdf_text, text
from desktop_app.printing.page import Element
from desktop_app.printing.pdf_board import Board, Room


def closing(block: Closing, room: Room) -> list[Any]:
    """Ô 7a to 7c and 9b as one board: it is never split."""
    board = Board(room)
    half = room.width / 2
    width = room.width / 3 if block.middle else half
    places = ((block.right, room.width - width), (block.left, 0.0), (block.middle, width))
    signers = [(signer, x) for signer, x in places if signer]
    names = _signatures(board, signers, page.CLOSING_GAP, width)
    if not block.receivers:
        return [board]
    if block.left or block.receivers_below:
        _receivers(board, block.receivers, names + page.CLOSING_GAP, half)
    else:
        # level: 12 pt «Nơi nhận» stands on the baseline of the 14 pt post
        drop = page.POST.size - page.RECEIVERS_HEAD.size
        _receivers(board, block.receivers, page.CLOSING_GAP + drop, half)
    return [board]


def grid(block: SignatureGrid, room: Room) -> list[Any]:
    """A board a row of cells, so that no cell and no row is torn."""
    per_row = max(1, block.per_row)
    width = room.width / per_row
    found = []
    for start in range(0, len(block.cells), per_row):
        board = Board(room)
        row = block.cells[start : start + per_row]
        signers = [(cell, place * width) for place, cell in enumerate(row)]
        _signatures(board, signers, page.CLOSING_GAP, width)
        board.reach(board.height + page.GRID_GAP * page.MM)
        found.append(board)
    return found


def _signatures(
    board: Board, signers: list[tuple[Signature, float]], top: float, width: float
) -> float:
    """Signatures side by side: posts on one level, names on one level; where the names end."""
    pad = 4.0
    posts = [_post(board, signer, x + pad, top, width - 2 * pad) for signer, x in signers]
    level = max(posts) + page.SIGNATURE_GAP * page.MM
    ends = [level]
    for signer, x in signers:
        if signer.name:
            ends.append(
                board.put_centred(signer.name, page.SIGNER, x + pad, level, width - 2 * pad)
            )
    return board.reach(max(ends))


def _post(board: Board, signer: Signature, x: float, top: float, width: float) -> float:
    lines: list[tuple[str, Element]] = [(line, page.POST) for line in signer.lines]
    if signer.note:
        lines.append((signer.note, page.SIGN_NOTE))
    for words, element in lines:
        top = board.put_centred(words, element, x, top, width)
    return top


def _receivers(board: Board, names: tuple[str, ...], top: float, width: float) -> None:
    head = pdf_text.paragraph(page.RECEIVERS_HEAD_TEXT, page.RECEIVERS_HEAD)
    top = board.put(head, 0, top, width)
    for line in text.enumerated(names):
        item = pdf_text.paragraph(line, page.RECEIVER)
        top = board.put(item, 0, top, width - page.CLOSING_GAP)
