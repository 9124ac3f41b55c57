"""Reads a workbook from outside in a limited process of its own: plain cells, or a refusal.

    book = read_book(path)                      # raises ImportRefused, changes nothing
    book = read_book(path, check=report.check)  # may be stopped while it runs

A workbook is hostile until proved otherwise: it may unpack to gigabytes, state a wrong size,
kill its reader or never let it end. So the bytes are checked from outside first, then a second
process with limits of memory and time opens them, and only plain values come back. It takes
about half a second; call it in the background. What the cells mean is for others to say
(`table.py`, `criteria_book.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from desktop_app.domain.vietnamese import clean_text
from desktop_app.exchange.book import Area, Book, Cell, Sheet, Source, Value
from desktop_app.exchange.limits import LIMITS, Limits
from desktop_app.exchange.package_check import SAVE_AGAIN, WORKBOOK, refused
from desktop_app.exchange.reader_process import read_apart


def read_book(path: Path, limits: Limits = LIMITS, check: Callable[[], None] | None = None) -> Book:
    """The workbook's cells. Raises ImportRefused with the reason; `check` may raise to stop."""
    return _book(read_apart(path, WORKBOOK, limits, check or (lambda: None)))


def _book(answer: dict[str, Any]) -> Book:
    if "sheets" not in answer:
        raise refused("Tệp hỏng hoặc không phải là sổ Excel (.xlsx).", SAVE_AGAIN)
    if not answer["sheets"]:
        raise refused("Tệp không có trang tính nào đọc được.", SAVE_AGAIN)
    return Book(tuple(_sheet(sheet) for sheet in answer["sheets"]))


def _sheet(plain: dict[str, Any]) -> Sheet:
    return Sheet(
        name=plain["name"],
        cells=tuple(_cell(*cell) for cell in plain["cells"]),
        merged=tuple(Area(*area) for area in plain["merged"]),
        is_hidden=plain["hidden"],
    )


def _cell(row: int, column: int, source: str, sort: str, value: Any) -> Cell:
    return Cell(row, column, _value(sort, value), Source(source))


def _value(sort: str, value: Any) -> Value:
    if sort == "number":
        try:
            return Decimal(value)
        except InvalidOperation:
            return str(value)
    if sort == "moment":
        return dt.datetime.fromisoformat(value)
    if sort == "time":
        return dt.time.fromisoformat(value)
    if sort == "bool":
        return bool(value)
    return None if value is None else clean_text(value).strip()
