"""The process that opens a list of any other sort than .xlsx: it may die of it.

Started by `reader_process.py` as `--read-list SOURCE ANSWER LIMITS`; the answer is a JSON file.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.exchange.answering import answer
from desktop_app.exchange.limits import Limits

_READERS = {
    ".xls": "desktop_app.exchange.xls_reader",
    ".ods": "desktop_app.exchange.ods_reader",
    ".csv": "desktop_app.exchange.csv_reader",
    ".docx": "desktop_app.exchange.table_reader",
}


def main(arguments: Sequence[str]) -> int:
    """Read SOURCE within the limits and write its sheets, or why not, to ANSWER."""
    return answer(arguments, _found)


def _found(source: Path, limits: Limits) -> dict[str, Any]:
    reader = importlib.import_module(_READERS[source.suffix])
    return {"sheets": reader.sheets(source, limits)}
