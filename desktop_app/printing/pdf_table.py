"""Tables in PDF: cells that wrap, a head on every page, rows that may be taller than a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Table as PdfTable
from reportlab.platypus import TableStyle

from desktop_app.papers.blocks import Row, Table
from desktop_app.printing import fonts, page, pdf_text
from desktop_app.printing.pdf_board import Room
from desktop_app.printing.table_widths import column_widths

TALL = 0.5
"""Share of the page's height from which a row may be torn, between lines of its text."""

SLICE = 6
"""Lines in each piece of a torn row."""

_PAD = 2 * page.TABLE_PADDING
SIDES = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")


@dataclass
class _Line:
    """One row of the PDF's table: a row of the block, or a piece of a tall one."""

    cells: list[Any]
    """One for each column, or a single one that spans them all."""
    height: float
    is_start: bool
    is_end: bool


class _Table(PdfTable):
    """Closes a row on both sides of a page's end where the row is torn there."""

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        if _is_torn(parts):
            # room for the letters that hang below the line, or the rule runs through them
            parts = super().split(width, height - page.TABLE_PADDING)
        if _is_torn(parts):
            before, after = parts
            before._argH[-1] += page.TABLE_PADDING
            first = after.repeatRows
            before.setStyle([("LINEBELOW", (0, -1), (-1, -1), page.RULE_THICKNESS, "black")])
            after.setStyle([("LINEABOVE", (0, first), (-1, first), page.RULE_THICKNESS, "black")])
        return parts


def _is_torn(parts: list[Any]) -> bool:
    """Whether a row goes on in the second part: pieces of a torn row stand without padding."""
    return len(parts) == 2 and bool(parts[0]._cellStyles[-1][0].bottomPadding == 0)


def table(block: Table, room: Room) -> list[Any]:
    """The table as one flowable that platypus splits between rows."""
    if not block.columns:
        return []
    widths = column_widths(block, room.width)
    lines = list(_head(block, widths, room))
    # a head that fills a good part of the page would leave no room for rows
    repeats = int(len(lines) == 1 and lines[0].height <= room.height * TALL / 2)
    for row in block.rows:
        spans = [sum(widths)] if row.is_group else widths
        lines += _lines(list(_cells(row, block)), spans, row.height * page.MM, room)
    if not lines:
        return []
    blank = [""] * len(widths)
    made = _Table(
        [(line.cells + blank)[: len(widths)] for line in lines],
        colWidths=widths,
        # measured once here, or reportlab measures every cell again at each page
        rowHeights=[line.height for line in lines],
        repeatRows=repeats,
        splitByRow=1,
        spaceBefore=page.TABLE_GAP,
        spaceAfter=page.TABLE_GAP,
    )
    kept = _groups_kept(lines, len(widths), room)
    made.setStyle(TableStyle([*_dress(lines, len(widths)), *kept]))
    made.wrap(room.width, room.height)
    return [made]


def _head(block: Table, widths: list[float], room: Room) -> Iterator[_Line]:
    if block.has_head:
        cells = [pdf_text.paragraphs(column.head, page.TABLE_HEAD) for column in block.columns]
        yield from _lines(cells, widths, 0.0, room)


def _dress(lines: list[_Line], columns: int) -> list[Any]:
    whole = (0, 0), (-1, -1)
    thick = page.RULE_THICKNESS, "black"
    commands: list[Any] = [(side, *whole, page.TABLE_PADDING) for side in SIDES]
    # the font only matters to empty cells, which would otherwise bring Helvetica into the file
    commands += [("FONTNAME", *whole, fonts.face_name()), ("VALIGN", *whole, "MIDDLE")]
    if all(line.is_start and line.is_end for line in lines):
        commands.append(("GRID", *whole, *thick))
    else:
        commands += [edge for place, line in enumerate(lines) for edge in _edges(place, line)]
    for place, line in enumerate(lines):
        if len(line.cells) < columns:
            commands.append(("SPAN", (0, place), (-1, place)))
    return commands


def _groups_kept(lines: list[_Line], columns: int, room: Room) -> Iterator[Any]:
    """The head of a group stays with its first row; both together never fill a page."""
    for place, (line, following) in enumerate(itertools.pairwise(lines)):
        is_head = len(line.cells) < columns and following.is_start and following.is_end
        if is_head and line.height + following.height <= room.height * TALL:
            yield ("NOSPLIT", (0, place), (-1, place + 1))


def _edges(place: int, line: _Line) -> Iterator[Any]:
    """Lines round a row; the pieces of a tall row run on as if they were one."""
    row = (0, place), (-1, place)
    thick = page.RULE_THICKNESS, "black"
    yield ("LINEBEFORE", *row, *thick)
    yield ("LINEAFTER", (-1, place), (-1, place), *thick)
    if line.is_start:
        yield ("LINEABOVE", *row, *thick)
    else:
        yield ("TOPPADDING", *row, 0)
    if line.is_end:
        yield ("LINEBELOW", *row, *thick)
    else:
        yield ("BOTTOMPADDING", *row, 0)
    if not (line.is_start and line.is_end):
        yield ("VALIGN", *row, "TOP")


def _lines(cells: list[Any], widths: list[float], least: float, room: Room) -> Iterator[_Line]:
    """The row itself, at least so many pt high, or its pieces where it is tall."""
    tallest = _tallest(cells, widths)
    if tallest <= room.height * TALL:
        yield _Line(cells, min(max(tallest, least), room.height * TALL), True, True)
        return
    slices = [_slices(cell, width - _PAD) for cell, width in zip(cells, widths, strict=True)]
    pieces = list(itertools.zip_longest(*slices, fillvalue=[]))
    for place, piece in enumerate(pieces):
        is_start, is_end = place == 0, place == len(pieces) - 1
        height = _tallest(piece, widths) - _PAD / 2 * ((not is_start) + (not is_end))
        yield _Line(list(piece), height, is_start, is_end)


def _cells(row: Row, block: Table) -> Iterator[list[Any]]:
    if row.is_group:
        yield pdf_text.paragraphs(row.cells[0] if row.cells else "", page.TABLE_GROUP)
        return
    for place, column in enumerate(block.columns):
        words = row.cells[place] if place < len(row.cells) else ""
        yield pdf_text.paragraphs(words, page.TABLE_CELL, align=column.align)


def _tallest(cells: Sequence[list[Any]], widths: list[float]) -> float:
    """Height of the row that these cells need."""
    return _PAD + max(
        sum(item.wrap(width - _PAD, 1e6)[1] for item in cell)
        for cell, width in zip(cells, widths, strict=True)
    )


def _slices(cell: list[Any], width: float) -> list[list[Any]]:
    """The cell's paragraphs in pieces of so many lines each, or a gap would stand in a cell."""
    limit = SLICE * page.TABLE_CELL.leading(1.0) + 0.1
    found: list[list[Any]] = [[]]
    left = limit
    waiting = [_torn_anywhere(item) for item in reversed(cell)]
    while waiting:
        item = waiting.pop()
        height = item.wrap(width, 1e6)[1]
        parts = [item] if height <= left else item.split(width, left)
        if parts:
            found[-1].append(parts[0])
            left -= parts[0].wrap(width, 1e6)[1]
            waiting += parts[:0:-1]
        else:
            waiting.append(item)
        if waiting and (not parts or len(parts) > 1):
            found.append([])
            left = limit
    return found


def _torn_anywhere(item: Any) -> Any:
    """The paragraph, which may leave a single line behind: the pieces stand close together."""
    item.style = item.style.clone(item.style.name, allowWidows=1, allowOrphans=1)
    return item
