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
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from desktop_app.domain.vietnamese import clean_text, number
from desktop_app.exchange.book import Area, Book, Cell, Sheet, Source, Value
from desktop_app.exchange.limits import LIMITS, MEGABYTE, Limits
from desktop_app.exchange.package_check import SAVE_AGAIN, check_package, refused

READ_BOOK = "--read-book"
"""The argument by which the program knows that it is to be the reading process."""
ENDINGS = (".xlsx", ".xltx")
_MACRO_ENDINGS = (".xlsm", ".xltm", ".xlsb", ".xlam")
_PAUSE = 0.05


def read_book(path: Path, limits: Limits = LIMITS, check: Callable[[], None] | None = None) -> Book:
    """The workbook's cells. Raises ImportRefused with the reason; `check` may raise to stop."""
    data = _bytes_of(path, limits)
    check_package(data, limits)
    with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as name:
        source, answer = Path(name) / "book.xlsx", Path(name) / "answer.json"
        source.write_bytes(data)
        _run(source, answer, limits, check or (lambda: None))
        return _book(json.loads(answer.read_text(encoding="utf-8")))


def _bytes_of(path: Path, limits: Limits) -> bytes:
    ending = path.suffix.lower()
    if ending in _MACRO_ENDINGS:
        raise refused(f"Tệp {ending} có thể chứa macro nên không được đọc.", SAVE_AGAIN)
    if ending not in ENDINGS:
        raise refused(
            f"Chỉ đọc tệp Excel .xlsx, không đọc tệp «{ending or path.name}».", SAVE_AGAIN
        )
    try:
        if path.stat().st_size > limits.file_bytes:
            most = number(limits.file_bytes // MEGABYTE)
            raise refused(
                f"Tệp lớn quá {most} MB nên không được đọc.", "Hãy bỏ bớt trang, hình ảnh."
            )
        return path.read_bytes()
    except OSError as error:
        raise refused(
            f"Không mở được tệp «{path.name}».",
            "Hãy đóng tệp ở chương trình khác hoặc cắm lại USB, rồi thử lại.",
        ) from error


def _run(source: Path, answer: Path, limits: Limits, check: Callable[[], None]) -> None:
    command = [*_program(), READ_BOOK, str(source), str(answer), json.dumps(limits.as_plain())]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    silent = subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        stdin=silent,
        stdout=silent,
        stderr=silent,
        creationflags=hidden,
        env=_environment(),
    )
    end = time.monotonic() + limits.seconds
    try:
        while process.poll() is None:
            if time.monotonic() > end:
                raise refused(
                    f"Đọc tệp quá {limits.seconds} giây nên đã dừng.",
                    "Hãy xoá các trang, dòng, cột thừa trong tệp rồi thử lại.",
                )
            check()
            time.sleep(_PAUSE)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
    if process.returncode or not answer.exists():
        raise refused(
            "Tệp làm tiến trình đọc phải dừng: quá lớn so với bộ nhớ cho phép, hoặc đã hỏng.",
            "Hãy xoá các trang, dòng, cột thừa trong tệp, lưu lại rồi thử lại.",
        )


def _program() -> list[str]:
    """This program again: the packaged one, or Python on the package's own folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(Path(__file__).resolve().parents[1])]


def _environment() -> dict[str, str]:
    """A packaged program starts afresh instead of taking itself for a part of this one."""
    return {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}


def _book(answer: dict[str, Any]) -> Book:
    if "refused" in answer:
        raise refused(answer["refused"], "Hãy xoá các dòng, cột thừa trong tệp rồi thử lại.")
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
