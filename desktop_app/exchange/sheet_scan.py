"""A first look through every part of a workbook, with constant memory: sizes, formulas, merges."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from desktop_app.domain.vietnamese import number
from desktop_app.exchange.book import Area, column_number
from desktop_app.exchange.limits import Limits

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class TooLarge(Exception):
    """The part holds more than may be read, or what no workbook holds; with a sentence."""


def follower(
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    take: Callable[[str], object] | None = None,
) -> expat.XMLParserType:
    """Tells of the elements and words of a part as it comes to them. Raises TooLarge for a DTD."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = take
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_: object) -> None:
    raise TooLarge("Tệp chứa khai báo lạ (DTD) nên không được đọc.")


@dataclass
class Scan:
    """What one worksheet holds besides its values."""

    formulas: dict[tuple[int, int], bool] = field(default_factory=dict)
    """Places of formulas, and whether a counted value stands beside each."""
    merged: list[Area] = field(default_factory=list)
    cells: int = 0


def scan_package(package: zipfile.ZipFile, limits: Limits) -> dict[str, Scan]:
    """Every worksheet by the name of its part. Raises TooLarge."""
    found: dict[str, Scan] = {}
    for name in package.namelist():
        if not name.lower().endswith((".xml", ".rels")):
            continue
        with package.open(name) as part:
            scanner = _Scanner(limits)
            scanner.parser.ParseFile(part)
        if scanner.is_worksheet:
            found[name] = scanner.scan
    if sum(scan.cells for scan in found.values()) > limits.cells:
        raise TooLarge(f"Tệp có hơn {number(limits.cells)} ô nên không được đọc.")
    return found


class _Scanner:
    """Follows the elements of one part; only worksheets are looked at more closely."""

    def __init__(self, limits: Limits) -> None:
        self.scan = Scan()
        self.is_worksheet = False
        self._limits = limits
        self._depth = 0
        self._row = self._column = 0
        self._has_value = self._has_formula = self._is_words = False
        self.parser = follower(self._start, self._end)

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        name = full.rpartition(" ")[2]
        if self._depth == 0:
            self.is_worksheet = name == "worksheet"
        self._depth += 1
        if not self.is_worksheet:
            return
        if name == "row":
            self._row = int(attributes.get("r") or self._row + 1)
            self._column = 0
        elif name == "c":
            self._begin_cell(attributes.get("r", ""))
            self._is_words = attributes.get("t") == "str"
        elif name == "v":
            # An empty «v» is what programs write that cannot count; only words may be empty.
            self._has_value = self._is_words
            self.parser.CharacterDataHandler = self._take_value
        elif name == "is":
            self._has_value = True
        elif name == "f":
            self._has_formula = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _end(self, full: str) -> None:
        self._depth -= 1
        self.parser.CharacterDataHandler = None
        if not self.is_worksheet or full.rpartition(" ")[2] != "c":
            return
        if self._has_formula:
            self.scan.formulas[(self._row, self._column)] = self._has_value
        if self._has_value or self._has_formula:
            self._check_place()

    def _take_value(self, _text: str) -> None:
        self._has_value = True

    def _begin_cell(self, ref: str) -> None:
        found = _PLACE.fullmatch(ref)
        if found:
            self._column, self._row = column_number(found[1]), int(found[2])
        else:
            self._column += 1
        self._has_value = self._has_formula = False
        self.scan.cells += 1
        if self.scan.cells > self._limits.cells:
            raise TooLarge(f"Tệp có hơn {number(self._limits.cells)} ô nên không được đọc.")

    def _check_place(self) -> None:
        if self._row > self._limits.rows:
            raise TooLarge(
                f"Có dữ liệu ở dòng {number(self._row)}; nhiều nhất đọc {number(self._limits.rows)}"
                " dòng."
            )
        if self._column > self._limits.columns:
            raise TooLarge(
                f"Có dữ liệu ở cột thứ {number(self._column)}; nhiều nhất đọc"
                f" {number(self._limits.columns)} cột."
            )

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
        if not start or not end:
            return
        area = Area(int(start[2]), column_number(start[1]), int(end[2]), column_number(end[1]))
        self.scan.merged.append(area)
        if len(self.scan.merged) > self._limits.rows:
            raise TooLarge(f"Tệp có hơn {number(self._limits.rows)} vùng ô gộp nên không được đọc.")
