"""Fields of a form that stand for one field of a part: «entries.0.done_on»."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.record import Record


def value_at(record: Record, path: str) -> Any:
    """The value a field shows: of the record itself, or of one of its parts."""
    name, _, rest = path.partition(".")
    value = getattr(record, name)
    if not rest:
        return value
    row, _, part_field = rest.partition(".")
    return getattr(value[int(row)], part_field)


def changes_of(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Field of the record → value, the parts made anew from the values that stand for them."""
    changes: dict[str, Any] = {}
    for path, value in values.items():
        name, _, rest = path.partition(".")
        if not rest:
            changes[name] = value
            continue
        row, _, part_field = rest.partition(".")
        parts = list(changes.get(name, getattr(record, name)))
        parts[int(row)] = parts[int(row)].replace(**{part_field: value})
        changes[name] = tuple(parts)
    return changes
