"""A paper's blocks as text and back, always the same text for the same blocks."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from desktop_app.domain.rich_text import Run
from desktop_app.papers import blocks
from desktop_app.papers.blocks import Document

_KIND = "_"
_CLASSES: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (Run, *vars(blocks).values())
    if isinstance(kind, type) and (dataclasses.is_dataclass(kind) or kind is blocks.Style)
}


def to_text(document: Document) -> str:
    """The paper's content without foot and warnings: what a code is made from, what is kept."""
    bare = dataclasses.replace(document, foot=None, warnings=())
    return json.dumps(_data(bare), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Document:
    """The paper that was kept. Raises ValueError when the text is no paper."""
    try:
        document = _value(json.loads(text))
    except (KeyError, TypeError) as error:
        raise ValueError("no paper") from error
    if not isinstance(document, Document):
        raise ValueError("no paper")
    return document


def _data(value: Any) -> Any:
    """Fields that stand at their default are left out: a new one changes no old text."""
    if isinstance(value, blocks.Style):
        return {_KIND: "Style", "value": value.value}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {
            field.name: _data(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if getattr(value, field.name) != _default(field)
        }
        return {_KIND: type(value).__name__} | kept
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    return value


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _value(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_value(item) for item in data)
    if not isinstance(data, dict):
        return data
    fields = {name: _value(item) for name, item in data.items() if name != _KIND}
    return _CLASSES[data[_KIND]](**fields)
