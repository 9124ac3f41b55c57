"""The value of a cell in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from desktop_app.domain.vietnamese import clean_line, number
from desktop_app.exchange.book import Value


def plain_words(value: Value) -> str:
    """A value in words: 2026 stays «2026», a day is 05/03/2026."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, Decimal):
        return str(int(value)) if value == int(value) else number(value)
    if isinstance(value, dt.datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return clean_line(value or "")
