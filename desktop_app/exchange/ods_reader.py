"""Workbooks of LibreOffice (.ods): their one part is followed from beginning to end."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

from desktop_app.exchange.book import Source
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.sheet_builder import SheetBuilder
from desktop_app.exchange.sheet_scan import TooLarge, follower

_TABLE, _OFFICE = "table:1.0", "office:1.0"
_CELLS = ("table-cell", "covered-table-cell")


def sheets(path: Path, limits: Limits) -> list[dict[str, Any]]:
    """All worksheets. Raises TooLarge."""
    with zipfile.ZipFile(path) as package:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise TooLarge("Tệp có mật khẩu nên không đọc được.")
        scanner = _Scanner(limits)
        with package.open("content.xml") as part:
            scanner.parser.ParseFile(part)
    return [sheet.plain() for sheet in scanner.sheets]


class _Scanner:
    """Follows the elements: tables, rows and cells with how often each is repeated."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[SheetBuilder] = []
        self._limits = limits
        self._row = self._column = 0
        self._rows = 1
        self._filled: list[tuple[int, int, object, Source]] = []
        self._cell: dict[str, str] | None = None
        self._words: list[str] = []
        self._notes = 0
        self.parser = follower(self._start, self._end, self._take)

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        name = full.rpartition(" ")[2]
        plain = {key.rpartition(":")[2].rpartition(" ")[2]: v for key, v in attributes.items()}
        if name == "table" and _TABLE in full:
            self.sheets.append(SheetBuilder(plain.get("name", "Trang"), self._limits))
            self._row = 0
        elif name == "table-row":
            self._row += 1
            self._column, self._filled = 0, []
            self._rows = int(plain.get("number-rows-repeated", "1"))
        elif name in _CELLS:
            self._column += 1
            self._cell, self._words = plain, []
        elif name == "annotation":
            self._notes += 1
        elif self._cell is not None and not self._notes:
            self._take_mark(name, plain)

    def _take_mark(self, name: str, plain: dict[str, str]) -> None:
        if name == "s":
            self._words.append(" " * min(int(plain.get("c", "1")), 100))
        elif name == "tab":
            self._words.append("\t")
        elif name == "line-break" or (name == "p" and self._words):
            self._words.append("\n")

    def _take(self, words: str) -> None:
        if self._cell is not None and not self._notes:
            self._words.append(words)

    def _end(self, full: str) -> None:
        name = full.rpartition(" ")[2]
        if name == "annotation":
            self._notes -= 1
        elif name in _CELLS and self._cell is not None:
            self._end_cell(self._cell, is_covered=name == _CELLS[1])
            self._cell = None
        elif name == "table-row" and self.sheets:
            self._end_row()

    def _end_cell(self, cell: dict[str, str], *, is_covered: bool) -> None:
        again = int(cell.get("number-columns-repeated", "1"))
        value = None if is_covered else _value(cell, "".join(self._words))
        if value not in (None, ""):
            if again > self._limits.columns:
                raise TooLarge(f"Một ô lặp lại {again} cột nên tệp không được đọc.")
            for column in range(self._column, self._column + again):
                self._filled.append((self._row, column, value, _source(cell)))
        down, right = (int(cell.get(f"number-{way}-spanned", "1")) for way in ("rows", "columns"))
        if self.sheets and not is_covered:
            last_row, last_column = self._row + down - 1, self._column + right - 1
            self.sheets[-1].merge(self._row, self._column, last_row, last_column)
        self._column += again - 1

    def _end_row(self) -> None:
        if self._filled and self._rows > self._limits.rows:
            raise TooLarge(f"Một dòng lặp lại {self._rows} lần nên tệp không được đọc.")
        for again in range(self._rows if self._filled else 0):
            for row, column, value, source in self._filled:
                self.sheets[-1].put(row + again, column, value, source)
        self._row += self._rows - 1


def _source(cell: dict[str, str]) -> Source:
    if cell.get("value-type") == "error":
        return Source.ERROR
    return Source.COUNTED if "formula" in cell else Source.TYPED


def _value(cell: dict[str, str], words: str) -> object:
    kind = cell.get("value-type", "")
    if kind in ("float", "percentage", "currency") and "value" in cell:
        return float(cell["value"])
    if kind == "date" and "date-value" in cell:
        return _moment(cell["date-value"])
    if kind == "boolean":
        return cell.get("boolean-value") == "true"
    return words


def _moment(written: str) -> object:
    try:
        return dt.datetime.fromisoformat(written)
    except ValueError:
        return written
