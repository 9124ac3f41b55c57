"""The process that opens a workbook: it may die of it, and the program only hears that it did.

Started by `reader_process.py` as `--read-book SOURCE ANSWER LIMITS`; the answer is a JSON file.
"""

from __future__ import annotations

import datetime as dt
import math
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.exchange.answering import answer
from desktop_app.exchange.book import Source
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.sheet_scan import Scan, TooLarge, scan_package


def main(arguments: Sequence[str]) -> int:
    """Read SOURCE within the limits and write what it holds, or why not, to ANSWER."""
    return answer(arguments, lambda source, limits: {"sheets": list(_sheets(source, limits))})


def _sheets(path: Path, limits: Limits) -> Iterator[dict[str, Any]]:
    with zipfile.ZipFile(path) as package:
        scans = scan_package(package, limits)
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                scan = scans.get(sheet._worksheet_path.lstrip("/"), Scan())
                yield {
                    "name": sheet.title,
                    "hidden": sheet.sheet_state != "visible",
                    "cells": list(_cells(sheet, scan, limits)),
                    "merged": [[a.top, a.left, a.bottom, a.right] for a in scan.merged],
                }
        finally:
            book.close()


def _cells(sheet: Any, scan: Scan, limits: Limits) -> Iterator[list[Any]]:
    # Bounds of our own: the size a sheet states of itself would lose the rows beyond it.
    for row in sheet.iter_rows(max_row=limits.rows, max_col=limits.columns):
        for cell in row:
            if cell.value is not None:
                yield _plain(cell, scan, limits)
    for (row, column), has_value in scan.formulas.items():
        if not has_value:
            yield [row, column, Source.UNCOUNTED.value, "none", None]


def _plain(cell: Any, scan: Scan, limits: Limits) -> list[Any]:
    value, source = cell.value, Source.TYPED
    if cell.data_type == "e":
        source = Source.ERROR
    elif (cell.row, cell.column) in scan.formulas:
        source = Source.COUNTED
    if isinstance(value, str) and len(value) > limits.text:
        raise TooLarge(f"Ô {cell.coordinate} có hơn {limits.text} chữ nên không được đọc.")
    return [cell.row, cell.column, source.value, *written(value)]


def written(value: object) -> tuple[str, Any]:
    """Sort and value in JSON; numbers with the fifteen digits that Excel itself shows."""
    if isinstance(value, bool):
        return "bool", value
    if isinstance(value, int):
        return "number", str(value)
    if isinstance(value, float) and math.isfinite(value):
        return "number", format(value, ".15g")
    if isinstance(value, dt.datetime):
        return "moment", value.isoformat()
    if isinstance(value, dt.date):
        return "moment", dt.datetime.combine(value, dt.time()).isoformat()
    if isinstance(value, dt.time):
        return "time", value.isoformat()
    return "text", str(value)
