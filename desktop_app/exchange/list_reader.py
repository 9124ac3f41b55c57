"""The process that opens a list of any other sort than .xlsx: it may die of it.

Started by `reader_process.py` as `--read-list SOURCE ANSWER LIMITS`; the answer is a JSON file.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.exchange.limits import Limits, is_want_of_memory
from desktop_app.exchange.reader import DONE, FAILED, limit_process
from desktop_app.exchange.sheet_scan import TooLarge

_READERS = {
    ".xls": "desktop_app.exchange.xls_reader",
    ".ods": "desktop_app.exchange.ods_reader",
    ".csv": "desktop_app.exchange.csv_reader",
    ".docx": "desktop_app.exchange.table_reader",
}


def main(arguments: Sequence[str]) -> int:
    """Read SOURCE within the limits and write its sheets, or why not, to ANSWER."""
    source, answer, plain = arguments
    limits = Limits.from_plain(json.loads(plain))
    limit_process(limits)
    found: dict[str, Any]
    try:
        reader = importlib.import_module(_READERS[Path(source).suffix])
        found = {"sheets": reader.sheets(Path(source), limits)}
    except TooLarge as error:
        found = {"refused": str(error)}
    except Exception as error:  # noqa: BLE001 - a reader's any
        if is_want_of_memory(error):
            return FAILED
        found = {"damaged": f"{type(error).__name__}: {error}"}
    Path(answer).write_text(json.dumps(found), encoding="utf-8")
    return DONE
