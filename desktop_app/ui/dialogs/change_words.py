"""A change in the words of the screen: what a field held before and what it holds now."""

from __future__ import annotations

import datetime as dt
import difflib
from typing import Any

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.vietnamese import clock, number, short_date
from desktop_app.storage import DataFile
from desktop_app.storage.history import Entry
from desktop_app.storage.plain import FieldKind, Plain, kinds_of
from desktop_app.ui.dialogs.field_labels import field_label

_NOTHING = "(trống)"


def changes_of(entry: Entry, file: DataFile) -> list[tuple[str, str, str]]:
    """Label, before and after of each field that differs, a list's rows one by one."""
    record = file.store_named(entry.kind).record
    kinds = {kind.name: kind for kind in kinds_of(record)}
    found: list[tuple[str, str, str]] = []
    for name, (before, after) in entry.changed_fields().items():
        kind = kinds.get(name)
        if kind is None or name == "id":
            continue
        label = field_label(record, name)
        if kind.is_parts:
            found += _part_changes(label, kind, before or [], after or [], file)
        else:
            found.append((label, words(kind, before, file), words(kind, after, file)))
    return found


def words(kind: FieldKind, value: Any, file: DataFile) -> str:
    """A stored value as the user knows it."""
    if value is None or value in ("", []):
        return _NOTHING
    if kind.is_link:
        linked = file.store_of(kind.type).find(value)
        return linked.title if linked else "(bản ghi đã xoá)"
    if kind.is_lines:
        return "\n".join(value)
    if issubclass(kind.type, RichText):
        return RichText.from_data(value).text
    return _scalar_words(kind.type, value)


def _scalar_words(wanted: type, value: Any) -> str:
    if issubclass(wanted, Choice):
        return wanted(value).label
    if issubclass(wanted, dt.datetime):
        moment = dt.datetime.fromisoformat(value)
        return f"{clock(moment)}, {short_date(moment.date())}"
    if issubclass(wanted, dt.date):
        return short_date(dt.date.fromisoformat(value))
    if isinstance(value, bool):
        return "có" if value else "không"
    return number(value) if isinstance(value, int) else str(value)


def _part_changes(
    label: str, kind: FieldKind, before: list[Plain], after: list[Plain], file: DataFile
) -> list[tuple[str, str, str]]:
    """Rows that came, went or changed; rows that only moved are not told."""
    old = [_row_words(kind.type, row, file) for row in before]
    new = [_row_words(kind.type, row, file) for row in after]
    found: list[tuple[str, str, str]] = []
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            gone, come = "\n".join(old[a:b]), "\n".join(new[c:d])
            found.append((label, gone or _NOTHING, come or _NOTHING))
    return found


def _row_words(record: type[Record], row: Plain, file: DataFile) -> str:
    shown = (
        words(kind, row[kind.name], file)
        for kind in kinds_of(record)
        if kind.name != "id" and not kind.is_parts and row.get(kind.name) not in (None, "", [], 0)
    )
    return " · ".join(shown)
