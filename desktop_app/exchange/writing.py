"""Writes workbooks: words stay words whatever they begin with, and a sheet prints on A4.

openpyxl is imported inside the functions: the window opens without it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop_app import disk
from desktop_app.domain.errors import PaperNotWritten
from desktop_app.exchange.limits import LIMITS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
HEAD_FILL = "DDE6F0"
_GRID = "A0A0A0"
_INCH = 25.4


def new_book(*names: str) -> Workbook:
    """An empty workbook with sheets of these names."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = names[0]
    for name in names[1:]:
        book.create_sheet(name)
    return book


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | Decimal | int | None,
    *,
    bold: bool = False,
    wrap: bool = True,
    indent: int = 0,
    framed: bool = False,
) -> Cell:
    """A value in a cell. Words are text for ever, those beginning with = + - @ too.

    Raises PaperNotWritten for a text that no cell holds: it would be cut without a word.
    """
    from openpyxl.styles import Alignment, Font

    cell: Any = sheet.cell(row, column)
    cell.font = Font(name=FONT, size=12, bold=bold)
    is_words = value is None or isinstance(value, str)
    cell.alignment = Alignment(
        vertical="top", horizontal=None if is_words else "right", wrap_text=wrap, indent=indent
    )
    if framed:
        cell.border = thin_border()
    if isinstance(value, str) and value:
        if len(value) > LIMITS.text:
            raise PaperNotWritten(f"«{value[:40]}…» dài hơn một ô của Excel chứa được.")
        cell.value = value
        # openpyxl takes «=1+1» for a formula; this comes after it has decided.
        cell.data_type = "s"
        cell.number_format = "@"
    elif not is_words:
        cell.value = value
    return cell


def put_head(sheet: Worksheet, row: int, heads: Sequence[str], widths: Sequence[float]) -> None:
    """The head row of a table, repeated on every page."""
    from openpyxl.styles import Alignment, PatternFill

    for column, (words, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell: Any = put(sheet, row, column, words, bold=True, framed=True)
        cell.fill = PatternFill("solid", fgColor=HEAD_FILL)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.print_title_rows = f"{row}:{row}"


def thin_border() -> Any:
    """The line around a cell of a table."""
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color=_GRID)
    return Border(left=side, right=side, top=side, bottom=side)


def set_for_print(sheet: Worksheet, *, landscape: bool) -> None:
    """A4, as wide as the page, with the page's number below."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side, millimetres in (("left", 20), ("right", 15), ("top", 15), ("bottom", 15)):
        setattr(sheet.page_margins, side, millimetres / _INCH)
    sheet.oddFooter.center.text = "Trang &P/&N"


def to_bytes(book: Workbook) -> bytes:
    """The finished file. Raises PaperNotWritten: openpyxl writes sheets to the disk on the way."""
    made = io.BytesIO()
    try:
        book.save(made)
    except OSError as error:
        raise PaperNotWritten(
            f"Chưa lập được sổ Excel: thư mục tạm của máy không ghi được, {disk.reason(error)}.",
            remedy="Hãy dọn bớt ổ đĩa rồi thử lại.",
        ) from error
    return made.getvalue()
