"""The empty list of a kind as a workbook, to be filled in by a unit and taken in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.list_field import Holds, ListField
from desktop_app.exchange.writing import new_book, put, put_head, set_for_print, to_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

_HEAD_ROW = 4
_ROWS = 60
_ABOUT = (
    "Mỗi dòng một mục; cột có dấu (*) phải ghi. Ngày ghi 05/03/2026; số hiệu, điện thoại ghi cả số "
    "0 ở đầu. Xem trang «Ví dụ»."
)


def template_book(kind: ListKind) -> bytes:
    """The workbook: what to mind, the head, rows in which words stay words, and an example."""
    fields = [field for field in kind.fields if field.name != "rank_and_post"]
    book = new_book(kind.label, "Ví dụ")
    for sheet, title in zip(book.worksheets, ("DANH SÁCH", "VÍ DỤ DANH SÁCH"), strict=True):
        put(sheet, 1, 1, f"{title} {kind.label.upper()}", bold=True, wrap=False)
        heads = [f"{field.label} (*)" if field.required else field.label for field in fields]
        widths = [float(field.width) for field in fields]
        put_head(sheet, _HEAD_ROW, ["TT", *heads], [6.0, *widths])
        sheet.freeze_panes = f"B{_HEAD_ROW + 1}"
        set_for_print(sheet, landscape=True)
    put(book.worksheets[0], 2, 1, _ABOUT, wrap=False)
    _put_rows(book.worksheets[0], fields)
    _put_example(book.worksheets[1], fields)
    return to_bytes(book)


def _put_rows(sheet: Worksheet, fields: Sequence[ListField]) -> None:
    """Empty rows: what is typed there is kept as it is typed, zeros and days too."""
    for row in range(_HEAD_ROW + 1, _HEAD_ROW + 1 + _ROWS):
        put(sheet, row, 1, row - _HEAD_ROW, framed=True)
        for column, field in enumerate(fields, 2):
            cell = put(sheet, row, column, None, framed=True)
            if field.holds is not Holds.NUMBER:
                cell.number_format = "@"


def _put_example(sheet: Worksheet, fields: Sequence[ListField]) -> None:
    put(sheet, _HEAD_ROW + 1, 1, 1, framed=True)
    for column, field in enumerate(fields, 2):
        put(sheet, _HEAD_ROW + 1, column, field.example, framed=True)
