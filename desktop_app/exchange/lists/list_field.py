"""What a column of a list can hold, and the words by which its head is known."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.vietnamese import clean_line, fold

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_NO_WORD = re.compile(r"[^a-z0-9]+")


class Holds(enum.Enum):
    """What stands in the cells of a field."""

    WORDS = "words"
    DAY = "day"
    NUMBER = "number"
    DIGITS = "digits"
    """A number that is a name: its zeros at the front belong to it."""


@dataclass(frozen=True)
class ListField:
    """A field of a record as a column of a list."""

    name: str
    label: str
    words: tuple[str, ...] = ()
    """Other words that stand over such a column."""
    holds: Holds = Holds.WORDS
    required: bool = False
    for_all: bool = False
    """Whether one value may be given for all rows of a list that has no such column."""
    example: str = ""
    width: int = 20
    """Letters, in the template."""


def head_key(words: str) -> str:
    """«Họ, tên (viết thường)» as «ho ten»: what heads are compared by."""
    plain = _IN_BRACKETS.sub(" ", fold(clean_line(words)))
    return _NO_WORD.sub(" ", plain).strip()


def field_called(words: str, fields: Sequence[ListField], remembered: Mapping[str, str]) -> str:
    """The name of the field that a head means; empty where it means none, or none that is known.

    What a person chose before for the same words goes before all guessing.
    """
    key = head_key(words)
    if not key:
        return ""
    if key in remembered:
        return remembered[key]
    names = {head_key(name): f.name for f in reversed(fields) for name in (*f.words, f.label)}
    if key in names:
        return names[key]
    begun = [name for name in names if " " in name and f"{key} ".startswith(f"{name} ")]
    return names[max(begun, key=len)] if begun else ""
