"""Lists of the window as a workbook: a sheet each, with dates and numbers as such.

openpyxl is imported inside the functions: the window opens without it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import PaperNotWritten
from desktop_app.domain.shown_list import ShownList
from desktop_app.domain.vietnamese import parse_number
from desktop_app.exchange.limits import LIMITS
from desktop_app.exchange.sheet_rows import Value, cell_xml, row_xml, with_rows
from desktop_app.exchange.writing import (
    FONT,
    HEAD_FILL,
    new_book,
    set_for_print,
    thin_border,
    to_bytes,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Tell = Callable[[int, int], object]
"""Is told how many rows of how many are written; may raise to stop."""

_DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
_DAY_LENGTH = 10
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,2}(\.\d{3})*|[1-9]\d*)(,\d+)?")
_MOST_DIGITS = 15
"""Excel keeps no more; a longer number would lose its end."""
_PIXELS = 7
"""Pixels of a letter, the unit of a column's width in a workbook."""
_NARROWEST, _WIDEST = 8.0, 60.0
_HEAD_ROW = 4
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_STEP = 500
_KEPT = 2_000
"""Texts of a column that are not made into a cell twice."""


def list_book(lists: Sequence[ShownList], tell: Tell = lambda _done, _whole: None) -> bytes:
    """The workbook of these lists. Raises PaperNotWritten for a text that no cell holds."""
    book = new_book(*_sheet_names(lists))
    whole = sum(len(shown.rows) for shown in lists)
    done = 0
    sheets = []
    for shown, sheet in zip(lists, book.worksheets, strict=True):
        rows: list[str] = []
        for row in _laid_out(sheet, shown):
            if done % _STEP == 0:
                tell(done, whole)
            rows.append(row)
            done += 1
        sheets.append((_last_cell(shown), rows))
    return with_rows(to_bytes(book), sheets, lambda: tell(whole, whole))


def _last_cell(shown: ShownList) -> str:
    return f"{_letter(max(len(shown.columns), 1))}{_HEAD_ROW + len(shown.rows)}"


def typed_columns(shown: ShownList) -> list[Callable[[str], Value]]:
    """For each column what makes days of days, and numbers where it holds nothing else."""
    numbers = (_is_of_numbers(shown, place) for place in range(len(shown.columns)))
    return [partial(_typed, is_number=is_number) for is_number in numbers]


def _laid_out(sheet: Worksheet, shown: ShownList) -> Iterator[str]:
    """Title, remark and head in the sheet; its rows as XML, one after the other."""
    for place, column in enumerate(shown.columns, start=1):
        width = max(column.width / _PIXELS, len(column.head) + 3.0)
        letter = _letter(place)
        sheet.column_dimensions[letter].width = min(max(width, _NARROWEST), _WIDEST)
        _put(sheet, _HEAD_ROW, place, column.head, "head")
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    set_for_print(sheet, landscape=len(shown.columns) > 5)
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{_last_cell(shown)}"
    _put(sheet, 1, 1, shown.title.upper(), "title")
    where = shown.period.cluster.name + ", " + shown.period.title if shown.period else ""
    _put(sheet, 2, 1, " · ".join(part for part in (where, shown.remark) if part), "remark")
    makers = _cell_makers(sheet, shown)
    letters = [_letter(place) for place in range(1, len(shown.columns) + 1)]
    for number, row in enumerate(shown.rows, start=_HEAD_ROW + 1):
        yield row_xml(number, letters, [make(text) for make, text in zip(makers, row, strict=True)])


def _cell_makers(sheet: Worksheet, shown: ShownList) -> list[Callable[[str], str]]:
    """For each column what makes a cell of a text; the same texts come again and again."""
    style = _styles(sheet)

    def maker(place: int, typed: Callable[[str], Value]) -> Callable[[str], str]:
        align, whole = shown.columns[place].align, _whole_form(shown, place)

        @lru_cache(maxsize=_KEPT)
        def make(text: str) -> str:
            value = typed(text)
            return cell_xml(value, style(_form(value, whole), align))

        return make

    return [maker(place, typed) for place, typed in enumerate(typed_columns(shown))]


def _put(sheet: Worksheet, row: int, column: int, words: str, role: str) -> None:
    if not words:
        return
    cell: Any = sheet.cell(row, column, _held(words))
    # openpyxl takes «=1+1» for a formula; this comes after it has decided
    cell.data_type = "s"
    _dress(cell, "@", role)


def _held(value: str) -> str:
    """Raises PaperNotWritten: a longer text would be cut without a word."""
    if len(value) > LIMITS.text:
        raise PaperNotWritten(f"«{value[:40]}…» dài hơn một ô của Excel chứa được.")
    return value


def _styles(sheet: Worksheet) -> Callable[[str, str], int]:
    """The number of the style of a form and a side; worked out once for each."""
    from openpyxl.cell import Cell

    @cache
    def style(form: str, role: str) -> int:
        cell: Any = Cell(sheet, row=1, column=1)
        _dress(cell, form, role)
        return int(cell.style_id)

    return style


def _form(value: Value, whole: str) -> str:
    if isinstance(value, str):
        return "@" if len(value) <= LIMITS.text else _held(value)
    return "dd/mm/yyyy" if isinstance(value, dt.date) else _number_form(value, whole)


def _whole_form(shown: ShownList, place: int) -> str:
    """Thousands are set apart where the screen does: a year is written 2026, not 2.026."""
    return "#,##0" if any("." in row[place] for row in shown.rows) else "0"


def _number_form(value: Decimal, whole: str) -> str:
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"{whole}.{'0' * places}" if places else whole


def _dress(cell: Any, sort: str, role: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    is_head, is_row = role == "head", role in ("left", "center", "right")
    cell.font = Font(name=FONT, size=14 if role == "title" else 12, bold=role in ("title", "head"))
    lean = "center" if is_head else role if is_row else None
    if sort != "@" and role == "left":
        lean = "center" if "yy" in sort else "right"
    cell.alignment = Alignment(
        vertical="center" if is_head else "top", horizontal=lean, wrap_text=is_head or is_row
    )
    cell.number_format = sort
    if is_head:
        cell.fill = PatternFill("solid", fgColor=HEAD_FILL)
    if is_head or is_row:
        cell.border = thin_border()


def _is_of_numbers(shown: ShownList, place: int) -> bool:
    """Words that lean to the left are words: a telephone number is no quantity."""
    if shown.columns[place].align == "left":
        return False
    texts = [row[place] for row in shown.rows if row[place]]
    return bool(texts) and all(_is_number(text) for text in texts)


def _is_number(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return bool(_NUMBER.fullmatch(text)) and digits <= _MOST_DIGITS


def _typed(text: str, is_number: bool) -> Value:
    if is_number and text:
        return parse_number(text)
    if len(text) == _DAY_LENGTH and _DAY.fullmatch(text):
        try:
            return dt.date(int(text[6:]), int(text[3:5]), int(text[:2]))
        except ValueError:
            return text
    return text


def _sheet_names(lists: Sequence[ShownList]) -> list[str]:
    """Names that Excel takes: at most 31 letters, none of its own signs, each once."""
    names: list[str] = []
    for shown in lists:
        plain = " ".join(_FORBIDDEN.sub(" ", shown.name).split())[:31].strip() or "Danh sách"
        name, more = plain, 2
        while name.casefold() in (other.casefold() for other in names):
            ending = f" ({more})"
            name, more = plain[: 31 - len(ending)] + ending, more + 1
        names.append(name)
    return names


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place))
