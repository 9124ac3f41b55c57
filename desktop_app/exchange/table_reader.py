"""Tables of a Word text (.docx) as sheets: its one part is followed from beginning to end."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from desktop_app.exchange.limits import Limits
from desktop_app.exchange.sheet_builder import SheetBuilder
from desktop_app.exchange.sheet_scan import follower

_PART = "word/document.xml"
_LEFT_OUT = ("Fallback", "moveFrom", "del")
"""Said twice for older programs, or taken out under tracked changes."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": " "}
_CAPTION = 60


def sheets(path: Path, limits: Limits) -> list[dict[str, Any]]:
    """A sheet for each table that holds something; named by the words above it."""
    with zipfile.ZipFile(path) as package, package.open(_PART) as part:
        scanner = _Scanner(limits)
        scanner.parser.ParseFile(part)
    return [sheet.plain() for sheet in scanner.sheets if not sheet.is_empty]


class _Scanner:
    """Follows the elements; a table within a cell is words of that cell."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[SheetBuilder] = []
        self._limits = limits
        self._depth = self._left_out = 0
        self._row = self._column = self._span = 0
        self._words: list[str] = []
        self._above = ""
        self._is_text = False
        self._down = ""
        """What the cell says of cells merged downwards: «restart», «continue» or nothing."""
        self._open: dict[int, tuple[int, int, int]] = {}
        """Column → first row, last row and width of an area that may go on below."""
        self.parser = follower(self._start, self._end, self._take)

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        name = full.rpartition(" ")[2]
        value = next((v for key, v in attributes.items() if key.endswith("val")), "")
        if name in _LEFT_OUT:
            self._left_out += 1
        elif name == "tbl":
            self._depth += 1
            if self._depth == 1:
                self._begin_table()
        elif self._depth <= 1:
            self._start_outer(name, value)
        if name == "t":
            self._is_text = True
        elif name in _BREAKS and not self._left_out:
            self._words.append(_BREAKS[name])
        elif name == "p" and self._depth and self._words:
            self._words.append("\n")

    def _begin_table(self) -> None:
        caption = self._above if len(self._above) <= _CAPTION else self._above[:_CAPTION] + "…"
        number = len(self.sheets) + 1
        name = f"Bảng {number}: {caption}" if caption else f"Bảng {number}"
        self.sheets.append(SheetBuilder(name, self._limits))
        self._row, self._open = 0, {}

    def _start_outer(self, name: str, value: str) -> None:
        if name == "tr":
            self._row += 1
            self._column = 1
        elif name == "gridBefore":
            self._column += _count(value)
        elif name == "tc":
            self._words, self._span, self._down = [], 1, ""
        elif name == "gridSpan":
            self._span = max(_count(value), 1)
        elif name == "vMerge":
            self._down = value or "continue"
        elif name == "p" and not self._depth:
            self._words = []

    def _take(self, words: str) -> None:
        if self._is_text and not self._left_out:
            self._words.append(words)

    def _end(self, full: str) -> None:
        name = full.rpartition(" ")[2]
        if name in _LEFT_OUT:
            self._left_out -= 1
        elif name == "t":
            self._is_text = False
        elif name == "tc" and self._depth == 1:
            self._end_cell()
        elif name == "tbl":
            self._depth -= 1
            if not self._depth:
                self._close_areas()
                self._above = ""
        elif name == "p" and not self._depth:
            self._above = " ".join("".join(self._words).split()) or self._above

    def _end_cell(self) -> None:
        row, column, last = self._row, self._column, self._column + self._span - 1
        words = "".join(self._words).strip()
        if self._down == "continue" and column in self._open:
            top, _, width = self._open[column]
            self._open[column] = (top, row, width)
        else:
            self._close_area(column)
            if words:
                self.sheets[-1].put(row, column, words)
            if self._down == "restart":
                self._open[column] = (row, row, self._span)
            else:
                self.sheets[-1].merge(row, column, row, last)
        self._column = last + 1

    def _close_area(self, column: int) -> None:
        if column in self._open:
            top, bottom, width = self._open.pop(column)
            self.sheets[-1].merge(top, column, bottom, column + width - 1)

    def _close_areas(self) -> None:
        for column in list(self._open):
            self._close_area(column)


def _count(value: str) -> int:
    return min(int(value), 200) if value.isdigit() else 0
