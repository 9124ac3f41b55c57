"""A table on a sheet of somebody else: its head row, and its cells as values or complaints.

    table = Table(sheet, HEADS)            # finds the head row by its words
    for row in table.rows():
        points = table.number(row, "max_points")
    if table.complaints: ...               # every problem at once, with its place

A value is never guessed: what is no number, names nothing of a list, or comes from a formula
that nobody counted is a complaint. A formula with a counted value gives that value and a notice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from desktop_app.domain.record import Choice
from desktop_app.domain.vietnamese import clean_line, fold, number, parse_number
from desktop_app.exchange.book import Area, Cell, Complaint, Sheet, Source

C = TypeVar("C", bound=Choice)

_HEAD_WITHIN = 30
_WRITTEN = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?")
_YES, _NO = ("x", "co", "1", "true"), ("", "khong", "0", "false")


@dataclass(frozen=True)
class Head:
    """A column that is looked for by any of these words; the first are those that are written."""

    field: str
    words: tuple[str, ...]
    required: bool = False


class Table:
    """The cells under a head row. Rows and columns are counted from 1."""

    def __init__(self, sheet: Sheet, heads: Sequence[Head]) -> None:
        self.sheet = sheet
        self.complaints: list[Complaint] = []
        """Why the table cannot be taken over."""
        self.notices: list[Complaint] = []
        """What should be looked at, but is taken over."""
        self.columns: dict[str, int] = {}
        """Field → column, for the heads that were found."""
        self.head_row = 0
        """0 where no head row was found."""
        self._first = 0
        self._find_head(heads)

    @property
    def is_found(self) -> bool:
        return self.head_row > 0

    def rows(self) -> Iterator[int]:
        """The rows under the head that hold something in a known column."""
        known = set(self.columns.values())
        for row, cells in self.sheet.rows():
            if row >= self._first and any(cell.column in known for cell in cells):
                yield row

    def has(self, field: str) -> bool:
        """Whether the table has such a column."""
        return field in self.columns

    def cell(self, row: int, field: str) -> Cell:
        """The cell as it is; an empty one where the column is missing."""
        return self.sheet.cell(row, self.columns.get(field, 0))

    def text(self, row: int, field: str) -> str:
        """The words of a cell; lines of its own are kept."""
        cell = self.cell(row, field)
        if not self._counts(cell):
            return ""
        value = cell.value
        if isinstance(value, Decimal):
            return number(value)
        if isinstance(value, (dt.datetime, dt.time)):
            self.complain(row, field, "Excel đã đổi ô này thành ngày giờ; hãy gõ lại dạng chữ.")
            return ""
        if isinstance(value, bool):
            return "x" if value else ""
        return value or ""

    def line(self, row: int, field: str) -> str:
        """The words of a cell in one line."""
        return clean_line(self.text(row, field))

    def number(self, row: int, field: str) -> Decimal | None:
        """The number of a cell: a true one, or words such as «1.234,5»."""
        return self.number_at(self.cell(row, field))

    def number_at(self, cell: Cell) -> Decimal | None:
        """The number of any cell; None for an empty one and for one that is complained of."""
        if not self._counts(cell) or cell.value in (None, ""):
            return None
        value = cell.value
        if isinstance(value, Decimal):
            return value
        if isinstance(value, (dt.datetime, dt.time)):
            self._complain_at(cell, "Excel đã đổi số thành ngày giờ; hãy gõ lại số.")
        elif isinstance(value, str) and _WRITTEN.fullmatch(value.replace(" ", "")):
            return parse_number(value)
        else:
            self._complain_at(cell, f"«{value}» không phải là số; phần thập phân viết 1,5.")
        return None

    def flag(self, row: int, field: str) -> bool:
        """«x», «có» or a tick; empty and «không» mean no."""
        words = fold(self.line(row, field))
        if words not in (*_YES, *_NO):
            self.complain(row, field, "Chỉ ghi «x» hoặc để trống.")
        return words in _YES

    def choice(self, row: int, field: str, kind: type[C], empty: C) -> C:
        """The entry of a closed list by its label or its code."""
        words = fold(self.line(row, field))
        if not words:
            return empty
        for option in kind:
            if words in (fold(option.label), fold(str(option.value))):
                return option
        known = ", ".join(f"«{option.label}»" for option in kind)
        self.complain(row, field, f"«{self.line(row, field)}» không có trong danh mục: {known}.")
        return empty

    def complain(self, row: int, field: str, why: str) -> None:
        """Something is wrong in a cell; without its column, in the row."""
        column = self.columns.get(field, 0)
        self.complaints.append(Complaint(why, self.sheet.name, row, column))

    def notice(self, row: int, field: str, why: str) -> None:
        """Something of a cell is worth knowing."""
        column = self.columns.get(field, 0)
        self.notices.append(Complaint(why, self.sheet.name, row, column))

    # --- the head ---------------------------------------------------------------------------

    def _find_head(self, heads: Sequence[Head]) -> None:
        best: dict[str, list[int]] = {}
        for row, cells in self.sheet.rows():
            found = _named(heads, cells) if row <= _HEAD_WITHIN else {}
            if len(found) > len(best):
                best, self.head_row = found, row
        missing = [head for head in heads if head.required and head.field not in best]
        if missing:
            self.head_row = 0
            words = ", ".join(f"«{head.words[0]}»" for head in missing)
            why = f"Không thấy dòng đầu bảng có cột {words} trong {_HEAD_WITHIN} dòng đầu."
            self.complaints.append(Complaint(why, self.sheet.name))
            return
        self.columns = {field: places[0] for field, places in best.items()}
        for field, places in best.items():
            if len(places) > 1:
                self.complain(self.head_row, field, "Đầu bảng có hai cột cùng tên.")
        self._first = self.head_row + 1
        self._look_at_merged()

    def _look_at_merged(self) -> None:
        """Merged heads over several rows are understood, all that hides columns or rows is not."""
        known = set(self.columns.values())
        for area in self.sheet.merged:
            touched = [column for column in known if area.left <= column <= area.right]
            if area.bottom < self.head_row or not touched:
                continue
            if area.top <= self.head_row:
                self._merged_head(area)
            elif area.bottom > area.top:
                self._complain_of(area, "Ô gộp nhiều dòng trong bảng: không rõ dòng nào có giá trị")
            elif len(touched) > 1:
                self.notices.append(
                    Complaint(
                        f"Ô gộp {area.place}: giá trị được lấy cho cột đầu.",
                        self.sheet.name,
                        area.top,
                        area.left,
                    )
                )

    def _merged_head(self, area: Area) -> None:
        if area.right > area.left:
            self._complain_of(area, "Ô gộp ở đầu bảng che mất tên của nhiều cột")
            return
        self._first = max(self._first, area.bottom + 1)
        why = f"Đầu bảng là ô gộp {area.place}: dữ liệu được đọc từ dòng {area.bottom + 1}."
        self.notices.append(Complaint(why, self.sheet.name, area.top, area.left))

    def _complain_of(self, area: Area, why: str) -> None:
        words = f"{why}. Hãy bỏ gộp vùng {area.place} rồi nhập lại."
        self.complaints.append(Complaint(words, self.sheet.name, area.top, area.left))

    # --- one cell ---------------------------------------------------------------------------

    def _counts(self, cell: Cell) -> bool:
        """Whether a cell's value can be taken; formulas are always spoken of."""
        if cell.source is Source.ERROR:
            self._complain_at(cell, f"Ô báo lỗi {cell.value}.")
            return False
        if cell.source is Source.UNCOUNTED:
            self._complain_at(
                cell, "Công thức chưa có kết quả; hãy gõ giá trị, hoặc mở bằng Excel rồi lưu lại."
            )
            return False
        if cell.source is Source.COUNTED:
            said = Complaint(
                "Ô là công thức: lấy kết quả Excel đã tính lúc lưu.",
                self.sheet.name,
                cell.row,
                cell.column,
            )
            if said not in self.notices:
                self.notices.append(said)
        return True

    def _complain_at(self, cell: Cell, why: str) -> None:
        self.complaints.append(Complaint(why, self.sheet.name, cell.row, cell.column))


def _named(heads: Sequence[Head], cells: Iterable[Cell]) -> dict[str, list[int]]:
    """Field → columns of a row whose words name it."""
    by_words = {fold(words): head.field for head in reversed(heads) for words in head.words}
    found: dict[str, list[int]] = {}
    for cell in cells:
        field = by_words.get(fold(clean_line(str(cell.value or ""))).rstrip(".:"))
        if field:
            found.setdefault(field, []).append(cell.column)
    return found
