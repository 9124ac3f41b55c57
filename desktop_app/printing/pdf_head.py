"""The head of a paper in PDF: letterhead, title, «Kính gửi»."""

from __future__ import annotations

from typing import Any

from desktop_app.papers.blocks import Addressees, Letterhead, Title
from desktop_app.printing import page, pdf_text, text
from desktop_app.printing.addressees import addressees_place
from desktop_app.printing.pdf_board import Board, Room


def letterhead(block: Letterhead, room: Room) -> list[Any]:
    """Ô 1 to 4: two columns, and one baseline for number and date."""
    board = Board(room)
    left, right = (share * room.width for share in page.LETTERHEAD_SHARES)
    foot = max(_issuer(board, block, left), _nation(board, left, right))
    foot += page.LETTERHEAD_ROW_GAP
    under = foot
    if block.symbol:
        under = board.put_centred(block.symbol, page.SYMBOL, 0, foot, left)
    if block.about:
        room_left = left - page.LETTERHEAD_ROW_GAP
        board.put_centred(block.about, page.ABOUT, 0, under + page.LETTERHEAD_ROW_GAP, room_left)
    if block.place_and_date:
        board.put_centred(block.place_and_date, page.PLACE_AND_DATE, left, foot, right)
    return [board]


def _issuer(board: Board, block: Letterhead, width: float) -> float:
    # a little air between the columns
    width -= page.LETTERHEAD_ROW_GAP
    end = 0.0
    if block.parent:
        end = board.put_centred(block.parent, page.PARENT, 0, end, width)
    for place, line in enumerate(block.body):
        is_last = place == len(block.body) - 1
        element = page.ISSUER if is_last else page.without_rule(page.ISSUER)
        end = board.put_centred(line, element, 0, end, width)
    return end


def _nation(board: Board, x: float, width: float) -> float:
    end = board.put_centred(page.NATION_TEXT, page.NATION, x, 0, width)
    return board.put_centred(page.MOTTO_TEXT, page.MOTTO, x, end, width)


def title(block: Title, room: Room) -> list[Any]:
    """Ô 5a: kind, subject, «kèm theo», and the rule under the last of them."""
    given = ((block.kind, page.KIND), (block.subject, page.SUBJECT), (block.remark, page.REMARK))
    present = [(words, element) for words, element in given if words]
    board = Board(room)
    end = page.KIND.before
    for place, (words, element) in enumerate(present):
        has_rule = block.rule and place == len(present) - 1
        dressed = page.with_half_rule(element) if has_rule else page.without_rule(element)
        end = board.put_centred(words, dressed, 0, end, room.width)
    board.reach(end + page.TITLE_GAP)
    return [board]


def addressees(block: Addressees, room: Room) -> list[Any]:
    """Ô 9a: one stands in line with «Kính gửi:»; several under its colon."""
    board = Board(room)
    top = page.ADDRESSEES.before
    if len(block.names) == 1:
        top = _one_addressee(board, text.one_line(block.names[0]), top, room.width)
    else:
        top = _several_addressees(board, text.enumerated(block.names), top, room.width)
    board.reach(top + page.ADDRESSEES.after)
    return [board]


def _one_addressee(board: Board, name: str, top: float, width: float) -> float:
    label = f"{page.ADDRESSEES_TEXT}:{text.NO_BREAK_SPACE}"
    start, offset = addressees_place([name], label, width)
    item = pdf_text.paragraph(label + name, page.ADDRESSEES, hang=offset)
    return board.put(item, start, top, width - start)


def _several_addressees(board: Board, names: list[str], top: float, width: float) -> float:
    start, offset = addressees_place(names, page.ADDRESSEES_TEXT, width)
    head = pdf_text.paragraph(f"{page.ADDRESSEES_TEXT}:", page.ADDRESSEES)
    top = board.put(head, start, top, width - start)
    for name in names:
        item = pdf_text.paragraph(name, page.ADDRESSEES)
        top = board.put(item, start + offset, top, width - start - offset)
    return top
