"""One line of the history: a record's images before and after, and what was done to it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop_app.storage import safeguards
from desktop_app.storage.plain import Plain

UNDO, REDO = "undo", "redo"
_REVERTED = {UNDO: "Hoàn tác", REDO: "Làm lại"}


class Mark(NamedTuple):
    """How far undo reaches back, and the head of the history at that moment."""

    first: int
    head: tuple[int, str]


class Change(NamedTuple):
    """A record about to be written: the images as in `Entry`."""

    title: str
    record: str
    before: Plain | None
    after: Plain | None


@dataclass(frozen=True)
class Entry:
    """One record in one change. `before` is None when it was new, `after` when it was deleted."""

    seq: int
    change: int
    action: str
    undoes: int | None
    at: dt.datetime
    who: str
    kind: str
    record: str
    title: str
    before: Plain | None
    after: Plain | None

    @property
    def is_of_safeguard(self) -> bool:
        """Whether it tells of sign-in or a password, which no click in the history brings back."""
        return self.kind == safeguards.KIND

    @property
    def verb(self) -> str:
        """What was done, for the user."""
        if self.is_of_safeguard:
            return safeguards.verb(self.record, self.before, self.after)
        return verb_of(self.action, is_new=self.before is None, is_gone=self.after is None)

    def changed_fields(self) -> dict[str, tuple[Any, Any]]:
        """Field → value before and after, for the fields that differ."""
        return changed_fields(self.before, self.after)


def entry_of(row: dict[str, Any]) -> Entry:
    """The entry that a row of the history tells of."""
    images = {name: json.loads(row[name]) if row[name] else None for name in ("before", "after")}
    fields = {name: value for name, value in row.items() if name != "seal"}
    return Entry(**(fields | images | {"at": dt.datetime.fromisoformat(row["at"])}))


def verb_of(action: str, *, is_new: bool, is_gone: bool) -> str:
    """The same without the images."""
    if action in _REVERTED:
        return _REVERTED[action]
    if is_new:
        return "Thêm"
    return "Xoá" if is_gone else "Sửa"


def changed_fields(old: Plain | None, new: Plain | None) -> dict[str, tuple[Any, Any]]:
    """Field → value before and after, for the fields in which two images differ."""
    before, after = old or {}, new or {}
    pairs = {name: (before.get(name), after.get(name)) for name in dict.fromkeys((*before, *after))}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
