"""One row of a list as values of its fields, or complaints with the place of each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from desktop_app.domain.letters.doctor import Finding, examined
from desktop_app.domain.record import Choice
from desktop_app.domain.vietnamese import (
    clean_line,
    fold,
    number,
    parse_date,
    parse_number,
    short_date,
)
from desktop_app.exchange.book import Cell, Complaint, Source
from desktop_app.exchange.lists.cell_words import plain_words
from desktop_app.exchange.lists.grid import Grid

C = TypeVar("C", bound=Choice)

_WRITTEN = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_IN_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(19|20)\d\d")
_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(3_653, 73_051)
"""The days of 1910 to 2099 as Excel counts them."""
_MOBILE = re.compile(r"[35789]\d{8}")
_YES, _NO = ("x", "co", "1", "true", "v"), ("", "khong", "0", "false")


class RowReader:
    """Reads the fields of one row; `complaints` and `notices` fill up as they are read."""

    def __init__(
        self,
        grid: Grid,
        row: int,
        columns: Mapping[str, Sequence[int]],
        given: Mapping[str, str],
        *,
        mends: bool,
    ) -> None:
        """`columns` are those of each field; `given` is what holds where a cell is empty."""
        self.row = row
        self.complaints: list[Complaint] = []
        self.notices: list[Complaint] = []
        self.repairs: list[Finding] = []
        self._read: dict[str, str] = {}
        self._grid, self._columns, self._given, self._mends = grid, columns, given, mends

    @property
    def group(self) -> str:
        """The words of the group the row stands in."""
        return self._grid.groups.get(self.row, "")

    def has(self, field: str) -> bool:
        """Whether the list has a column for it."""
        return bool(self._columns.get(field))

    def is_empty(self, field: str) -> bool:
        """Whether neither the row nor the whole list says anything for it."""
        return not self._cells(field) and not self._given.get(field)

    def shown(self, field: str) -> str:
        """What was read of a field, as it is shown."""
        if field in self._read:
            return self._read[field]
        words = (self._shown_cell(cell) for cell in self._cells(field))
        return " ".join(filter(None, words)) or self._given.get(field, "")

    def line(self, field: str) -> str:
        """The words of a field in one line; several columns of one field are put together."""
        found = [self._words(cell, field) for cell in self._cells(field)]
        return " ".join(filter(None, found)) or self._given.get(field, "")

    def digits(self, field: str, *, is_phone: bool = False) -> str:
        """A number that is a name, with the zeros that Excel took from its front."""
        found = [self._digits(cell, field, is_phone) for cell in self._cells(field)]
        self._read[field] = " ".join(filter(None, found)) or self._given.get(field, "")
        return self._read[field]

    def day(self, field: str, *, year_will_do: bool = False) -> dt.date | None:
        """A day: a true one, «5/3/2026», «2026-03-05», or Excel's number for it.

        Where a year will do, `year_alone` tells it; elsewhere it is complained of.
        """
        if year := self.year_alone(field):
            if not year_will_do:
                self.complain(field, f"Chỉ có năm {year}: cần cả ngày, tháng, năm.")
            return None
        given = self._given.get(field, "")
        cells = [cell for cell in self._cells(field) if self._counts(cell, field)]
        if not cells and not given:
            return None
        found = self._day(cells[0], field) if cells else self._written_day(given, field)
        if found:
            self._read[field] = short_date(found)
        return found

    def year_alone(self, field: str) -> str:
        """«1975» where only the year of a day is written."""
        words = " ".join(plain_words(cell.value) for cell in self._cells(field))
        return words if _YEAR.fullmatch(words) else ""

    def number(self, field: str) -> Decimal | None:
        """A number: a true one, or words such as «1.234,5»."""
        for cell in self._cells(field):
            if not self._counts(cell, field):
                continue
            if isinstance(cell.value, Decimal):
                return cell.value
            if isinstance(cell.value, dt.datetime):
                self.complain(field, "Excel đã đổi số thành ngày; hãy gõ lại số.")
                return None
            words = clean_line(str(cell.value))
            if _WRITTEN.fullmatch(words.replace(" ", "")):
                return parse_number(words)
            self.complain(field, f"«{words}» không phải là số; phần thập phân viết 1,5.")
            return None
        return None

    def whole(self, field: str) -> int | None:
        """A whole number."""
        found = self.number(field)
        if found is not None and found != int(found):
            self.complain(field, f"«{number(found)}» phải là số nguyên.")
            return None
        return None if found is None else int(found)

    def flag(self, field: str) -> bool:
        """«x» or «có»; empty and «không» mean no."""
        words = fold(self.line(field))
        if words not in (*_YES, *_NO):
            self.complain(field, "Chỉ ghi «x» hoặc để trống.")
        return words in _YES

    def choice(self, field: str, kind: type[C], empty: C) -> C:
        """The entry of a closed list by its label or its code."""
        words = fold(self.line(field))
        if not words:
            return empty
        for option in kind:
            if words in (fold(option.label), fold(str(option.value))):
                return option
        known = ", ".join(f"«{option.label}»" for option in kind)
        self.complain(field, f"«{self.line(field)}» không có trong danh mục: {known}.")
        return empty

    def complain(self, field: str, why: str) -> None:
        """Something is wrong with a field of the row."""
        self.complaints.append(self._told(field, why))

    def notice(self, field: str, why: str) -> None:
        """Something is taken over, but should be looked at."""
        said = self._told(field, why)
        if said not in self.notices:
            self.notices.append(said)

    # --- cells ----------------------------------------------------------------------------

    def _told(self, field: str, why: str) -> Complaint:
        columns = self._columns.get(field, ())
        filled = (c for c in columns if self._grid.cell(self.row, c).value is not None)
        column = next(filled, next(iter(columns), 0))
        return Complaint(why, self._grid.sheet.name, self.row, column)

    def _cells(self, field: str) -> list[Cell]:
        cells = (self._grid.cell(self.row, column) for column in self._columns.get(field, ()))
        return [cell for cell in cells if cell.value is not None or cell.source != Source.TYPED]

    def _counts(self, cell: Cell, field: str) -> bool:
        """Whether a cell's value can be taken; formulas are always spoken of."""
        if cell.source is Source.ERROR:
            self.complain(field, f"Ô báo lỗi {cell.value}.")
            return False
        if cell.source is Source.UNCOUNTED:
            why = "Công thức chưa có kết quả; hãy gõ giá trị, hoặc lưu lại bằng Excel."
            self.complain(field, why)
            return False
        if cell.source is Source.COUNTED:
            self.notice(field, "Ô là công thức: lấy kết quả đã tính lúc lưu.")
        return cell.value not in (None, "")

    def _words(self, cell: Cell, field: str) -> str:
        if not self._counts(cell, field):
            return ""
        if isinstance(cell.value, (dt.datetime, dt.time)):
            self.complain(field, "Excel đã đổi ô này thành ngày giờ; hãy gõ lại dạng chữ.")
            return ""
        if not isinstance(cell.value, str):
            return plain_words(cell.value)
        found = examined(cell.raw or cell.value, self._grid.font)
        if found and found not in self.repairs:
            self.repairs.append(found)
        return clean_line(found.after if found and self._mends else cell.value)

    def _shown_cell(self, cell: Cell) -> str:
        if not isinstance(cell.value, str):
            return plain_words(cell.value)
        return self._grid.words(cell, mended=self._mends)

    def _digits(self, cell: Cell, field: str, is_phone: bool) -> str:
        words = self._words(cell, field)
        if not isinstance(cell.value, Decimal) or not words.isdigit():
            return words
        usual = (
            10 if is_phone and _MOBILE.fullmatch(words) else self._grid.usual_length(cell.column)
        )
        if not 0 < usual - len(words) <= 3:
            return words
        full = words.zfill(usual)
        self.notice(field, f"Excel giữ ô dạng số nên mất số 0 ở đầu: {words} được ghi {full}.")
        return full

    def _day(self, cell: Cell, field: str) -> dt.date | None:
        value = cell.value
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, Decimal) and value == int(value) and int(value) in _SERIALS:
            day = _EPOCH + dt.timedelta(days=int(value))
            self.notice(field, f"Excel giữ ngày dưới dạng số {value}: hiểu là {day:%d/%m/%Y}.")
            return day
        return self._written_day(plain_words(value), field)

    def _written_day(self, words: str, field: str) -> dt.date | None:
        try:
            for form in (_ISO, _IN_WORDS):
                if found := form.fullmatch(words.strip()):
                    year, month, day = found.groups() if form is _ISO else found.groups()[::-1]
                    return dt.date(int(year), int(month), int(day))
            day_read = parse_date(words.replace(" ", ""))
        except ValueError:
            self.complain(field, f"«{words}» không phải ngày có thật viết kiểu 05/03/2026.")
            return None
        if day_read and not _YEAR.search(words):
            self.complain(field, f"«{words}» có năm hai chữ số: không rõ thế kỷ nào.")
            return None
        return day_read
