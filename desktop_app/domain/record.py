"""The base of every record: an id that never changes, clean text, and its own list of problems."""

from __future__ import annotations

import dataclasses
import enum
import secrets
from typing import Any, Self

from desktop_app.domain.vietnamese import clean_text


def new_id() -> str:
    """A fresh id, made here and not by the file, so that parts can be linked before a save."""
    return secrets.token_hex(8)


class Choice(enum.Enum):
    """A word from a closed list: the code is stored, the Vietnamese label is shown."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    def __str__(self) -> str:
        return self.label


@dataclasses.dataclass(frozen=True, kw_only=True)
class Record:
    """A complete, unchangeable record. A change is a new record with the same id.

    A field that is another record is a link, a tuple of records is a list of own parts, and
    everything else is plain data. Text fields hold composed (NFC) text from the first moment.
    """

    id: str = dataclasses.field(default_factory=new_id)

    def __post_init__(self) -> None:
        for name, value in tuple(vars(self).items()):
            if isinstance(value, (str, tuple)):
                cleaned = _cleaned(value)
                if cleaned is not value:
                    object.__setattr__(self, name, cleaned)

    @property
    def title(self) -> str:
        """What people call this record, in lists and in the history."""
        return self.id

    def problems(self) -> dict[str, str]:
        """Field → sentence for everything that must be mended before it can be saved."""
        return {}

    def replace(self, **changes: Any) -> Self:
        """The same record with some fields changed."""
        return dataclasses.replace(self, **changes)


_NEVER_NONE = ("str", "bool", "tuple", "RichText")
"""Declared types of which a form always has a value, an empty one too."""


def needed_names(kind: type[Record]) -> set[str]:
    """The fields without which such a record cannot be: the meeting of a ballot, its threshold."""
    types = {field.name: str(field.type) for field in dataclasses.fields(kind)}
    return {
        name
        for name, type_ in types.items()
        if "None" not in type_ and not type_.startswith(_NEVER_NONE)
    }


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        cleaned = clean_text(value).strip()
        return value if cleaned == value else cleaned
    if isinstance(value, tuple) and value and all(isinstance(item, str) for item in value):
        lines = tuple(clean_text(item).strip() for item in value)
        return value if lines == value else lines
    return value


def required(record: Record, **sentences: str) -> dict[str, str]:
    """The sentences of those fields that are still empty."""
    return {name: text for name, text in sentences.items() if getattr(record, name) in (None, "")}


def number_problems(record: Record, *names: str) -> dict[str, str]:
    """The sentence beside each paper's number that is given and below 01."""
    numbers = {name: getattr(record, name) for name in names}
    below = [name for name, number in numbers.items() if number is not None and number < 1]
    return dict.fromkeys(below, "Số văn bản bắt đầu từ 01.")


def part_problems(record: Record, *names: str) -> dict[str, str]:
    """The problems of a record's parts, under «list.row.field», the row counted from 0."""
    found: dict[str, str] = {}
    for name in names:
        for row, part in enumerate(getattr(record, name)):
            for field, sentence in part.problems().items():
                found[f"{name}.{row}.{field}"] = f"Dòng {row + 1}: {sentence}"
    return found
