"""A workbook as plain cells: nothing of it is a formula, a macro or a link any more."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

Value = str | Decimal | bool | dt.datetime | dt.time | None


class Source(enum.Enum):
    """Where the value of a cell comes from."""

    TYPED = "typed"
    COUNTED = "counted"
    """A formula; the value is what Excel counted when the file was saved."""
    UNCOUNTED = "uncounted"
    """A formula that nobody has counted: the cell has no value at all."""
    ERROR = "error"
    """An error such as #REF!, kept as text."""


@dataclass(frozen=True)
class Cell:
    """A cell that holds something. Rows and columns are counted from 1, as Excel shows them."""

    row: int
    column: int
    value: Value = None
    source: Source = Source.TYPED
    raw: str = ""
    """The words letter for letter, where cleaning took something away: for the letters' doctor."""

    @property
    def place(self) -> str:
        return place(self.row, self.column)


@dataclass(frozen=True)
class Area:
    """Merged cells, edges included; only the first one holds a value."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def place(self) -> str:
        return f"{place(self.top, self.left)}:{place(self.bottom, self.right)}"

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Sheet:
    """A worksheet: the cells that hold something, row by row."""

    name: str
    cells: tuple[Cell, ...] = ()
    merged: tuple[Area, ...] = ()
    is_hidden: bool = False

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], Cell]:
        return {(cell.row, cell.column): cell for cell in self.cells}

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a place; one without a value where nothing stands."""
        return self._by_place.get((row, column)) or Cell(row, column)

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Row number and its filled cells, top to bottom; empty rows are left out."""
        found: dict[int, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.row, []).append(cell)
        for row in sorted(found):
            yield row, tuple(sorted(found[row], key=lambda cell: cell.column))

    def area_at(self, row: int, column: int) -> Area | None:
        """The merged cells a place belongs to."""
        return next((area for area in self.merged if area.holds(row, column)), None)


@dataclass(frozen=True)
class Book:
    """All sheets of a workbook, in its order, the hidden ones too."""

    sheets: tuple[Sheet, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


@dataclass(frozen=True)
class Complaint:
    """What is wrong or worth knowing at a place of a workbook."""

    why: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def place(self) -> str:
        """«Trang «Tiêu chí», ô C7», as far as it is known."""
        if not self.sheet:
            return ""
        if not self.row:
            return f"Trang «{self.sheet}»"
        spot = f"ô {place(self.row, self.column)}" if self.column else f"dòng {self.row}"
        return f"Trang «{self.sheet}», {spot}"

    def __str__(self) -> str:
        return f"{self.place}: {self.why}" if self.place else self.why


def place(row: int, column: int) -> str:
    """Row 7 and column 3 as «C7»."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """3 as «C», 28 as «AB»."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """«AB» as 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
