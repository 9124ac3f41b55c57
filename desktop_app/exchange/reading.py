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
from desktop_app.exchange.package_check import WORKBOOK, Sort, refused
from desktop_app.exchange.reader_process import read_apart


def read_book(path: Path, limits: Limits = LIMITS, check: Callable[[], None] | None = None) -> Book:
    """The workbook's cells. Raises ImportRefused with the reason; `check` may raise to stop."""
    return book_of(read_apart(path, WORKBOOK, limits, check or (lambda: None)), WORKBOOK)


def book_of(answer: dict[str, Any], sort: Sort) -> Book:
    """The sheets that the reading process found. Raises ImportRefused."""
    if "sheets" not in answer:
        raise refused(f"Tệp hỏng hoặc không phải là {sort.name}.", sort.save_again)
    if not answer["sheets"]:
        raise refused("Tệp không có trang tính, bảng nào đọc được.", sort.save_again)
    return Book(tuple(_sheet(sheet) for sheet in answer["sheets"]))


def _sheet(plain: dict[str, Any]) -> Sheet:
    return Sheet(
        name=plain["name"],
        cells=tuple(_cell(*cell) for cell in plain["cells"]),
        merged=tuple(Area(*area) for area in plain["merged"]),
        is_hidden=plain["hidden"],
    )


def _cell(row: int, column: int, source: str, sort: str, value: Any) -> Cell:
    made = _value(sort, value)
    raw = value if isinstance(made, str) and made != value else ""
    return Cell(row, column, made, Source(source), raw)


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
