"""The index of a pack as a workbook: a line a paper, with its whole sum."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.exchange.writing import new_book, put, put_head, set_for_print, to_bytes
from desktop_app.papers.years.pack_index import IndexLine

_HEADS = ("TT", "Giấy tờ", "Tệp trong gói", "Byte", "SHA-256")
_WIDTHS = (6, 60, 50, 14, 70)


def pack_book(title: str, lines: Sequence[IndexLine]) -> bytes:
    """The finished file."""
    book = new_book("Mục lục")
    sheet = book.active
    assert sheet is not None
    put(sheet, 1, 1, title, bold=True, wrap=False)
    put_head(sheet, 3, _HEADS, _WIDTHS)
    for place, line in enumerate(lines, 1):
        cells: tuple[str | int, ...] = (place, line.title, line.name, line.size, line.sha256)
        for column, value in enumerate(cells, 1):
            put(sheet, 3 + place, column, value, framed=True)
    set_for_print(sheet, landscape=True)
    return to_bytes(book)
