"""Opening again what was closed or signed: the reason is kept as a dated line of the note."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.vietnamese import clean_line, short_date

_REOPENED = re.compile(r"^Mở lại ngày \d\d/\d\d/\d{4}: \S", re.MULTILINE)


def with_reason(note: str, day: dt.date, reason: str) -> str:
    """The note with one more line: when it was opened again and why."""
    line = f"Mở lại ngày {short_date(day)}: {clean_line(reason)}"
    return "\n".join(part for part in (note, line) if part)


def reopenings(note: str) -> int:
    """How many reasons the note keeps."""
    return len(_REOPENED.findall(note))
