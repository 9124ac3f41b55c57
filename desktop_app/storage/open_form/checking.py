"""Whether plain data from outside are records of ours: every fault with place and reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.rich_text import RichText
from desktop_app.storage.open_form.description import optional_fields
from desktop_app.storage.plain import FieldKind, kinds_of

Ids = Mapping[type[Record], set[str]]
"""Which ids each sort of record has."""


def faults(record: type[Record], plain: Any, place: str, ids: Ids) -> Iterator[str]:
    """«records.Unit[3].name: …» for everything that is not as it should be."""
    if not isinstance(plain, dict):
        yield f"{place}: phải là một nhóm các trường {{…}}."
        return
    kinds = {kind.name: kind for kind in kinds_of(record)}
    for name in plain:
        if name not in kinds:
            yield f"{place}.{name}: không có trường nào tên này."
    optional, needed = optional_fields(record), _needed(record)
    for name, kind in kinds.items():
        if name not in plain:
            if name in needed:
                yield f"{place}.{name}: thiếu trường này."
        elif plain[name] is None:
            if name not in optional:
                yield f"{place}.{name}: không được để trống (null)."
        else:
            yield from _value_faults(kind, plain[name], f"{place}.{name}", ids)


def _needed(record: type[Record]) -> set[str]:
    """Fields without a value of their own; the id ties the records together."""
    import dataclasses

    none = dataclasses.MISSING
    return {"id"} | {
        field.name
        for field in dataclasses.fields(record)
        if field.default is none and field.default_factory is none
    }


def _value_faults(kind: FieldKind, value: Any, place: str, ids: Ids) -> Iterator[str]:
    if kind.is_parts:
        yield from _part_faults(kind, value, place, ids)
    elif kind.is_lines:
        sort = str if issubclass(kind.type, str) else int
        if not isinstance(value, list) or not all(isinstance(one, sort) for one in value):
            yield f"{place}: phải là một danh sách […] các dòng chữ."
    elif kind.is_link:
        if not isinstance(value, str) or value not in ids.get(kind.type, ()):
            yield f"{place}: trỏ tới bản ghi «{value}» không có trong mục {kind.type.__name__}."
    elif reason := _scalar_fault(kind.type, value):
        yield f"{place}: {reason}"


def _part_faults(kind: FieldKind, value: Any, place: str, ids: Ids) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place}: phải là một danh sách […]."
        return
    for row, part in enumerate(value):
        yield from faults(kind.type, part, f"{place}[{row}]", ids)


def _scalar_fault(sort: type, value: Any) -> str:
    """Why a value is none of its sort; nothing when it is."""
    if issubclass(sort, Choice):
        return "" if _is(sort, value) else f"«{value}» không có trong các lựa chọn."
    if issubclass(sort, bool):
        return "" if isinstance(value, bool) else "phải là true hoặc false."
    if issubclass(sort, int):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return "" if whole and abs(value) < 2**63 else "phải là số nguyên."
    if issubclass(sort, Decimal):
        return "" if _is_decimal(value) else 'phải là số viết trong dấu nháy, ví dụ "9.5".'
    if issubclass(sort, RichText):
        return "" if _is_rich(value) else "đoạn văn bản không đúng dạng."
    if issubclass(sort, (dt.date, dt.time)):
        return "" if _is_moment(sort, value) else f"«{value}» không phải ngày, giờ đúng dạng."
    return "" if isinstance(value, str) else "phải là chữ trong dấu nháy."


def _is(sort: type[Choice], value: Any) -> bool:
    return any(choice.value == value for choice in sort)


def _is_decimal(value: Any) -> bool:
    try:
        return isinstance(value, str) and Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _is_rich(value: Any) -> bool:
    try:
        return bool(RichText.from_data(value).to_data() == value)
    except (TypeError, ValueError, KeyError, AttributeError, LookupError):
        return False


def _is_moment(sort: Any, value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(sort.fromisoformat(value).isoformat() == value)
    except ValueError:
        return False
