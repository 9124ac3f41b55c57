"""Reads a list from outside, of whatever sort: workbook, text of cells, or tables of a Word text.

    book = read_list(path)                     # raises ImportRefused, changes nothing

Each sort is opened in a limited process of its own (`reader_process.py`); what comes back are
plain cells, the same for all sorts. What a list means is for `lists/` to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.exchange.book import Book
from desktop_app.exchange.limits import LIMITS, Limits
from desktop_app.exchange.package_check import (
    CELL_TEXT,
    OLD_BOOK,
    OPEN_BOOK,
    WORD_TABLES,
    WORKBOOK,
    Sort,
    refused,
)
from desktop_app.exchange.reader_process import read_apart
from desktop_app.exchange.reading import book_of

SORTS = (WORKBOOK, OLD_BOOK, OPEN_BOOK, CELL_TEXT, WORD_TABLES)
ENDINGS = tuple(ending for sort in SORTS for ending in sort.endings)
_RENAMED = replace(WORKBOOK, endings=(*WORKBOOK.endings, ".xls"))
_OLD_WORD = ".doc"


def read_list(path: Path, limits: Limits = LIMITS, check: Callable[[], None] | None = None) -> Book:
    """The file's cells. Raises ImportRefused with the reason; `check` may raise to stop."""
    sort = _sort_of(path)
    book = book_of(read_apart(path, sort, limits, check or (lambda: None)), sort)
    if not any(sheet.cells for sheet in book.sheets):
        raise refused("Tệp không có ô nào có chữ.", "Hãy mở tệp xem lại, hoặc chọn tệp khác.")
    return book


def _sort_of(path: Path) -> Sort:
    ending = path.suffix.lower()
    if ending == _OLD_WORD:
        raise refused("Không đọc được Word kiểu cũ (.doc).", WORD_TABLES.save_again)
    if ending in OLD_BOOK.endings and _begins(path, b"PK"):
        return _RENAMED
    found = (sort for sort in SORTS if ending in (*sort.endings, *sort.macro_endings))
    known = next(found, None)
    if known is None:
        names = ", ".join(ENDINGS)
        raise refused(f"Không đọc được tệp «{ending or path.name}». Chỉ đọc {names}.")
    return known


def _begins(path: Path, mark: bytes) -> bool:
    """Whether the file begins so; one that cannot be opened is told of by who reads it."""
    try:
        with path.open("rb") as file:
            return file.read(len(mark)) == mark
    except OSError:
        return False
