"""Workbooks of Excel 97–2003 (.xls)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from desktop_app.domain.vietnamese import number
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.sheet_builder import SheetBuilder
from desktop_app.exchange.sheet_scan import TooLarge


def sheets(path: Path, limits: Limits) -> list[dict[str, Any]]:
    """All worksheets. Raises TooLarge."""
    import python_calamine

    try:
        book = python_calamine.load_workbook(str(path))
    except python_calamine.PasswordError as error:
        raise TooLarge("Tệp có mật khẩu nên không đọc được.") from error
    hidden = {
        known.name
        for known in book.sheets_metadata
        if known.visible is not python_calamine.SheetVisibleEnum.Visible
    }
    return [
        _sheet(book.get_sheet_by_name(name), name in hidden, limits) for name in book.sheet_names
    ]


def _sheet(sheet: Any, is_hidden: bool, limits: Limits) -> dict[str, Any]:
    made = SheetBuilder(sheet.name, limits)
    made.is_hidden = is_hidden
    if sheet.total_height > limits.rows or sheet.total_width > limits.columns:
        most = f"{number(limits.rows)} dòng, {limits.columns} cột"
        raise TooLarge(f"Trang «{sheet.name}» rộng quá {most} nên không được đọc.")
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1):
            if value not in ("", None):
                made.put(row, column, _whole(value))
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        made.merge(top + 1, left + 1, bottom + 1, right + 1)
    return made.plain()


def _whole(value: object) -> object:
    """A length of time is no value of a list; 12.0 is 12."""
    return str(value) if isinstance(value, dt.timedelta) else value
