"""Between a record's plain image and the columns of its row, both ways."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.record import Record
from desktop_app.storage.plain import Plain, kinds_of


def link_ids(record: type[Record], plains: list[Plain]) -> dict[type[Record], set[str]]:
    """Class → ids of the records that these images point to, their parts' included."""
    found: dict[type[Record], set[str]] = {}
    for kind in kinds_of(record):
        values = [plain.get(kind.name) for plain in plains]
        if kind.is_link:
            found.setdefault(kind.type, set()).update(value for value in values if value)
        elif kind.is_parts:
            inner = [part for value in values for part in value or ()]
            for target, ids in link_ids(kind.type, inner).items():
                found.setdefault(target, set()).update(ids)
    return {target: ids for target, ids in found.items() if ids}


def encoded(record: type[Record], plain: Plain) -> dict[str, Any]:
    """The columns of a row: lists as JSON, parts left to their own tables."""
    return {
        kind.name: _as_json(plain[kind.name]) if kind.is_json else plain[kind.name]
        for kind in kinds_of(record)
        if kind.name in plain and not kind.is_parts
    }


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def decoded(record: type[Record], row: Mapping[str, Any]) -> Plain:
    """The image of a row; parts are added by whoever reads their tables."""
    plain = {}
    for kind in kinds_of(record):
        if kind.name in row:
            value = row[kind.name]
            plain[kind.name] = json.loads(value) if kind.is_json else value
    return plain
