"""What the fields of every sort of record hold, said in the data themselves and checked by them."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.rich_text import RichText
from desktop_app.storage.plain import FieldKind, kinds_of

_WORDS: tuple[tuple[type, str], ...] = (
    (dt.datetime, "datetime"),
    (dt.date, "date"),
    (dt.time, "time"),
    (Decimal, "decimal"),
    (bool, "boolean"),
    (int, "integer"),
    (RichText, "rich text"),
    (str, "text"),
)


def description(stores: Iterable[Any]) -> dict[str, Any]:
    """Sort of record → its name in Vietnamese and its fields."""
    return {
        store.record.__name__: {"noun": store.table.noun, "fields": _fields(store.record)}
        for store in stores
    }


def optional_fields(record: type[Record]) -> frozenset[str]:
    """Fields in which nothing (null) may stand."""
    hints = typing.get_type_hints(record)
    return frozenset(name for name, hint in hints.items() if _may_be_none(hint))


def _may_be_none(hint: Any) -> bool:
    union = typing.get_origin(hint) in (typing.Union, types.UnionType)
    return union and type(None) in typing.get_args(hint)


def _fields(record: type[Record]) -> dict[str, Any]:
    optional = optional_fields(record)
    return {kind.name: _field(kind, kind.name in optional) for kind in kinds_of(record)}


def _field(kind: FieldKind, is_optional: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"optional": True} if is_optional else {}
    if kind.is_parts:
        return {"type": "parts", "fields": _fields(kind.type)} | told
    if kind.is_link:
        return {"type": "link", "to": kind.type.__name__} | told
    if kind.is_lines:
        return {"type": "lines", "of": _word(kind.type)} | told
    if issubclass(kind.type, Choice):
        return {"type": "choice", "of": {c.value: c.label for c in kind.type}} | told
    return {"type": _word(kind.type)} | told


def _word(sort: type) -> str:
    return next((word for known, word in _WORDS if issubclass(sort, known)), sort.__name__)
