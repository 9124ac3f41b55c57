"""The parts of shown records as lists of their own: the delegates of all meetings on one sheet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.shown_list import ShownColumn, ShownList
from desktop_app.domain.vietnamese import clock, number, short_date
from desktop_app.domain.years.period import Period
from desktop_app.storage.plain import FieldKind, kinds_of
from desktop_app.ui.dialogs.field_labels import field_label

_NARROW, _WIDE = 90, 220
_RIGHT = (int, Decimal)
_ID = re.compile(r"[0-9a-f]{16}")


def part_lists(
    records: Sequence[Record], owner_head: str, period: Period | None
) -> tuple[ShownList, ...]:
    """A list for every sort of parts that any of the records has, its owner in the first column."""
    if not records:
        return ()
    sort = type(records[0])
    made = (
        _part_list(records, kind, field_label(sort, kind.name), owner_head, period)
        for kind in kinds_of(sort)
        if kind.is_parts
    )
    return tuple(one for one in made if one.rows)


def _part_list(
    records: Sequence[Record], kind: FieldKind, name: str, owner_head: str, period: Period | None
) -> ShownList:
    fields = [field for field in kinds_of(kind.type) if field.name != "id" and not field.is_parts]
    found = [
        (record.title, *(_words(getattr(part, field.name)) for field in fields))
        for record in records
        for part in getattr(record, kind.name)
    ]
    columns = [ShownColumn(owner_head, _WIDE)]
    columns += [_column(kind.type, field) for field in fields]
    filled = [0, *(n for n in range(1, len(columns)) if _is_told([row[n] for row in found]))]
    return ShownList(
        name=name,
        columns=tuple(columns[n] for n in filled),
        rows=tuple(tuple(row[n] for n in filled) for row in found),
        period=period,
    )


def _is_told(texts: Iterable[str]) -> bool:
    """Whether a column says something to a person: not nothing, and not ids alone."""
    return any(text and not _ID.fullmatch(text) for text in texts)


def _column(part: type[Record], field: FieldKind) -> ShownColumn:
    align = "right" if issubclass(field.type, _RIGHT) and field.type is not bool else "left"
    is_long = field.is_link or field.is_lines or field.type in (str, RichText)
    return ShownColumn(field_label(part, field.name), _WIDE if is_long else _NARROW, align)


def _words(value: Any) -> str:
    """A value as the screen says it; nothing for an empty one."""
    if value is None or value is False:
        return ""
    if value is True:
        return "có"
    if isinstance(value, (Record, Choice)):
        return value.title if isinstance(value, Record) else value.label
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    if isinstance(value, RichText):
        return value.text
    return _moment(value) or (number(value) if isinstance(value, _RIGHT) else str(value))


def _moment(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return f"{short_date(value.date())} {clock(value)}"
    if isinstance(value, dt.date):
        return short_date(value)
    return clock(value) if isinstance(value, dt.time) else ""
