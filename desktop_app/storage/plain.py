"""Records as plain data and back: the one form in which tables and the history keep them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.rich_text import RichText

R = TypeVar("R", bound=Record)
Plain = dict[str, Any]
Resolve = Callable[[type[Record], str], Record]
"""Finds the record a link points to."""


@dataclasses.dataclass(frozen=True)
class FieldKind:
    """How one field of a record is kept."""

    name: str
    type: type
    is_link: bool = False
    is_parts: bool = False
    is_lines: bool = False
    is_json: bool = False
    """A list or a typed text: its column holds it as JSON."""
    is_as_it_is: bool = False
    """Text and whole numbers: most of what is read, and nothing to be made of them."""


_KINDS: dict[type[Record], tuple[FieldKind, ...]] = {}


def kinds_of(record: type[Record]) -> tuple[FieldKind, ...]:
    """The fields of a record class, `id` included, with how each is kept."""
    if record not in _KINDS:
        hints = typing.get_type_hints(record)
        fields = dataclasses.fields(record)
        _KINDS[record] = tuple(_kind(field.name, hints[field.name]) for field in fields)
    return _KINDS[record]


def linked_kinds(record: type[Record]) -> frozenset[type[Record]]:
    """The sorts of records that one of this sort points to, its parts included."""
    found: set[type[Record]] = set()
    for kind in kinds_of(record):
        if kind.is_link:
            found.add(kind.type)
        elif kind.is_parts:
            found |= linked_kinds(kind.type)
    return frozenset(found)


def _kind(name: str, hint: Any) -> FieldKind:
    hint = _without_none(hint)
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        if isinstance(inner, type) and issubclass(inner, Record):
            return FieldKind(name, inner, is_parts=True)
        return FieldKind(name, inner, is_lines=True, is_json=True)
    return FieldKind(
        name,
        hint,
        is_link=issubclass(hint, Record),
        is_json=hint is RichText,
        is_as_it_is=hint in (str, int),
    )


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(arg for arg in typing.get_args(hint) if arg is not type(None))
    return hint


def to_plain(record: Record) -> Plain:
    """Only text, numbers, truth values, None, lists and dictionaries; links become ids."""
    values = ((kind, getattr(record, kind.name)) for kind in kinds_of(type(record)))
    return {
        kind.name: value if kind.is_as_it_is or value is None else _value_to_plain(kind, value)
        for kind, value in values
    }


def _value_to_plain(kind: FieldKind, value: Any) -> Any:
    if kind.is_parts:
        return [to_plain(part) for part in value]
    if kind.is_lines:
        return list(value)
    if kind.is_link:
        return value.id
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, RichText):
        return value.to_data()
    return value


def links_of(record: Record) -> Iterator[Record]:
    """The records that a record and its parts point to."""
    for kind in kinds_of(type(record)):
        value = getattr(record, kind.name)
        if kind.is_link and value is not None:
            yield value
        elif kind.is_parts:
            for part in value:
                yield from links_of(part)


def relinked(record: type[Record], plain: Plain, target: type[Record], old: str, new: str) -> Plain:
    """The image with every link to one record of a sort turned to another, parts included."""
    image = dict(plain)
    for kind in kinds_of(record):
        if kind.is_link and kind.type is target and image.get(kind.name) == old:
            image[kind.name] = new
        elif kind.is_parts:
            parts = image.get(kind.name, ())
            image[kind.name] = [relinked(kind.type, part, target, old, new) for part in parts]
    return image


def from_plain(record: type[R], plain: Mapping[str, Any], resolve: Resolve) -> R:
    """The record again; a field that an older image lacks takes its default."""
    values = {}
    for kind in kinds_of(record):
        if kind.name in plain:
            value = plain[kind.name]
            is_read = kind.is_as_it_is or value is None
            values[kind.name] = value if is_read else _value_from_plain(kind, value, resolve)
    return record(**values)


def _value_from_plain(kind: FieldKind, value: Any, resolve: Resolve) -> Any:
    if kind.is_parts:
        return tuple(from_plain(kind.type, part, resolve) for part in value)
    if kind.is_lines:
        return tuple(value)
    if kind.is_link:
        return resolve(kind.type, value)
    return _scalar_from_plain(kind.type, value)


def _scalar_from_plain(wanted: type, value: Any) -> Any:
    if issubclass(wanted, (dt.date, dt.time)):
        return wanted.fromisoformat(value)
    if issubclass(wanted, RichText):
        return RichText.from_data(value)
    if issubclass(wanted, (Choice, Decimal, bool)):
        return wanted(value)
    return value
