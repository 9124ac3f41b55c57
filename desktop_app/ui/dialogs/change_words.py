"""A change in the words of the screen: what a field held before and what it holds now."""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.vietnamese import clock, number, short_date
from desktop_app.storage import DataFile, safeguards
from desktop_app.storage.history_entry import Entry, changed_fields
from desktop_app.storage.plain import FieldKind, Plain, kinds_of
from desktop_app.ui.dialogs.field_labels import field_label

_NOTHING = "(trống)"


def changes_of(entry: Entry, file: DataFile) -> list[tuple[str, str, str]]:
    """Label, before and after of each field that differs, a list's rows one by one."""
    if entry.is_of_safeguard:
        return [("Tình trạng", *safeguards.words(entry.record, entry.before, entry.after))]
    return image_changes(entry.kind, entry.before, entry.after, file)


def image_changes(
    sort: str, old: Plain | None, new: Plain | None, file: DataFile
) -> list[tuple[str, str, str]]:
    """The same between two images of a record of a sort; None where there is none."""
    record = file.store_named(sort).record
    kinds = {kind.name: kind for kind in kinds_of(record)}
    found: list[tuple[str, str, str]] = []
    for name, (before, after) in changed_fields(old, new).items():
        kind = kinds.get(name)
        if kind is None or name == "id":
            continue
        label = field_label(record, name)
        if kind.is_parts:
            found += _part_changes(label, kind, before or [], after or [], file)
        else:
            found.append((label, words(kind, before, file), words(kind, after, file)))
    return [change for change in found if change[1] != change[2]]


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
    """Each row that came, went or changed, known by its id; moved rows in one line."""
    old = {row["id"]: _row_words(kind.type, row, file) for row in before}
    new = {row["id"]: _row_words(kind.type, row, file) for row in after}
    found = [
        (label, old.get(row, _NOTHING), new.get(row, _NOTHING))
        for row in dict.fromkeys((*old, *new))
        if old.get(row) != new.get(row)
    ]
    stayed = [row for row in old if row in new]
    if stayed != [row for row in new if row in old]:
        found.append((label, "(thứ tự cũ)", "(thứ tự mới)"))
    return found


def _row_words(record: type[Record], row: Plain, file: DataFile) -> str:
    shown = [
        words(kind, row[kind.name], file)
        for kind in kinds_of(record)
        if kind.name != "id" and not kind.is_parts and row.get(kind.name) not in (None, "", [], 0)
    ]
    # A delegate's name stands there twice: as a link and as it was on the day.
    return " · ".join(dict.fromkeys(shown))
