"""Writes the workbook in which a unit scores itself: what is not to be filled in is locked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.self_scoring import FIELDS, filled_in, form_title
from desktop_app.domain.scores.sheet import Passed, ScoreSheet
from desktop_app.domain.vietnamese import number
from desktop_app.exchange import writing
from desktop_app.exchange.score_form import (
    COLUMNS,
    FORM_SHEET,
    GUIDE_SHEET,
    HEAD_ROW,
    MARKS_SHEET,
    MOST_COUNTED,
    MOST_RESULT,
    PLACES,
    UNIT_ROW,
    FormRow,
    marks_of,
    rows_of,
    unit_line,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (9, 46, 8, 22, 9, 10, 11, 9, 11, 8, 8, 9, 36)
_INPUT_FILL, _CLOSED_FILL = "FFF8DC", "EEEEEE"
_FORMATS = {"self_score": "#,##0.00", "evidence": "@", "passed": "@", "actual": "General"}
_COUNTS = ("count", "bonus_count", "penalty_count")
_INDENT_MOST = 15


def write_form(sheet: ScoreSheet) -> bytes:
    """The form with what the sheet holds already. Raises PaperNotWritten for too long a text."""
    from openpyxl.workbook.protection import WorkbookProtection

    book = writing.new_book(GUIDE_SHEET, FORM_SHEET, MARKS_SHEET)
    _write_guide(book[GUIDE_SHEET], sheet)
    _write_form(book[FORM_SHEET], sheet)
    _write_marks(book, sheet)
    book.security = WorkbookProtection(lockStructure=True)
    return writing.to_bytes(book)


# --- the form -------------------------------------------------------------------------------


def _write_form(page: Worksheet, sheet: ScoreSheet) -> None:
    criteria = sheet.criteria
    lines = (
        form_title(sheet).upper(),
        unit_line(sheet),
        f"{criteria.name}, bản {criteria.version}. Chỉ điền vào các ô màu vàng.",
    )
    for place, words in enumerate(lines, 1):
        writing.put(page, place, 1, words, bold=place <= UNIT_ROW, wrap=False)
    writing.put_head(page, HEAD_ROW, tuple(COLUMNS.values()), _WIDTHS)
    page.row_dimensions[HEAD_ROW].height = 48
    rules = _Rules(page)
    for place, row in enumerate(rows_of(sheet), HEAD_ROW + 1):
        _write_row(page, place, row, sheet, rules)
    rules.put()
    page.freeze_panes = page.cell(HEAD_ROW + 1, PLACES["most"])
    writing.set_for_print(page, landscape=True)
    _lock(page)


def _write_row(page: Worksheet, place: int, row: FormRow, sheet: ScoreSheet, rules: _Rules) -> None:
    from openpyxl.styles import PatternFill, Protection

    for column, words in enumerate(row.fixed, 1):
        indent = min(row.depth, _INDENT_MOST) if column == PLACES["text"] else 0
        writing.put(page, place, column, words, bold=row.is_group, indent=indent, framed=True)
    line = sheet.by_criterion.get(row.criterion.id)
    for field in FIELDS:
        is_open = field in row.fields
        value = filled_in(line, field) if is_open else None
        shown = value.label if isinstance(value, Passed) else value
        cell: Any = writing.put(page, place, PLACES[field], shown, framed=True)
        cell.fill = PatternFill("solid", fgColor=_INPUT_FILL if is_open else _CLOSED_FILL)
        if is_open:
            cell.protection = Protection(locked=False)
            cell.number_format = _FORMATS.get(field, "0")
            rules.add(row, field, cell.coordinate)


class _Rules:
    """What may be typed into which cells; cells with the same rule share it."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._cells: dict[tuple[str, str, str, str], list[str]] = {}

    def add(self, row: FormRow, field: str, place: str) -> None:
        rule = _rule(row, field)
        if rule:
            self._cells.setdefault(rule, []).append(place)

    def put(self) -> None:
        """Write the rules into the sheet, once all cells are known."""
        from openpyxl.worksheet.datavalidation import DataValidation

        for (sort, least, most, words), places in self._cells.items():
            rule = DataValidation(
                type=sort,
                operator=None if sort == "list" else "between",
                formula1=least,
                formula2=most or None,
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="Chưa đúng",
                error=words,
                sqref=" ".join(places),
            )
            self._page.add_data_validation(rule)


def _rule(row: FormRow, field: str) -> tuple[str, str, str, str] | None:
    """Sort, least, most and the sentence when something else is typed."""
    criterion = row.criterion
    if field == "passed":
        choices = ",".join(choice.label for choice in Passed)
        return "list", f'"{choices}"', "", "Chọn «Đạt» hoặc «Không đạt» trong danh sách."
    if field in _COUNTS:
        words = f"Ghi số nguyên từ 0 đến {number(MOST_COUNTED)}."
        return "whole", "0", str(MOST_COUNTED), words
    if field == "actual":
        least = -MOST_RESULT if criterion.kind is Kind.BANDS else Decimal(0)
        words = "Ghi một số" + ("." if least else " không âm.")
        return "decimal", str(least), str(MOST_RESULT), words
    if field == "self_score":
        least, most = criterion.least, criterion.most
        return "decimal", str(least), str(most), f"Điểm từ {number(least)} đến {number(most)}."
    return None


def _lock(page: Worksheet) -> None:
    """Without a password: against slips, not against the unit. Widths and heights stay free."""
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False


# --- guide and marks ------------------------------------------------------------------------


def _write_guide(page: Worksheet, sheet: ScoreSheet) -> None:
    page.column_dimensions["A"].width = 110
    for row, words in enumerate(_guide(sheet), 1):
        writing.put(page, row, 1, words, bold=row <= UNIT_ROW)
    writing.set_for_print(page, landscape=True)
    _lock(page)


def _guide(sheet: ScoreSheet) -> Iterator[str]:
    places = sheet.criteria.rounding_places
    yield form_title(sheet).upper()
    yield unit_line(sheet)
    yield f"Căn cứ: {sheet.criteria.title}."
    yield ""
    yield f"1. Mở trang «{FORM_SHEET}» và chỉ điền vào các ô màu vàng; ô xám không điền."
    yield (
        "2. «Kết quả»: số đạt được, tính theo «Đơn vị tính» (ví dụ 96,5). «Số lượng», «Số lần "
        "cộng», «Số lần trừ»: số nguyên, không có thì ghi 0."
    )
    yield "3. «Đạt / không đạt»: chọn trong danh sách của ô."
    yield (
        f"4. «Điểm tự chấm»: không vượt «Điểm tối đa», nhiều nhất {places} chữ số thập phân. Để "
        "trống thì điểm được tính từ số liệu theo «Cách tính điểm»; tiêu chí «Chấm thẳng điểm» "
        "phải ghi điểm."
    )
    yield "5. «Minh chứng, ghi chú»: số, ngày của văn bản, báo cáo; xuống dòng bằng Alt+Enter."
    yield (
        "6. Không thêm, xoá, sắp xếp lại dòng, cột; không gộp ô; không đổi tên trang. Phiếu bị "
        "sửa khuôn sẽ không nhận được."
    )
    yield "7. Dòng ghi «Không giao» là tiêu chí không giao cho đơn vị, không phải điền."
    yield "8. Lưu tệp ở dạng .xlsx rồi gửi lại Tổ giúp việc của Cụm. Trang này in được trên khổ A4."


def _write_marks(book: Workbook, sheet: ScoreSheet) -> None:
    page = book[MARKS_SHEET]
    for row, (name, value) in enumerate(marks_of(sheet).items(), 1):
        writing.put(page, row, 1, name, wrap=False)
        writing.put(page, row, 2, value, wrap=False)
    page.sheet_state = "veryHidden"
    _lock(page)
