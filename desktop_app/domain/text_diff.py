"""What changed between two texts, word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from desktop_app.domain.record import Choice

_WORDS = re.compile(r"\n|[^\S\n]+|[\w/%]+|[^\w\s]", re.UNICODE)


class Change(Choice):
    """What became of a stretch of text."""

    KEPT = "giu", "Giữ nguyên"
    ADDED = "them", "Thêm"
    REMOVED = "bo", "Bỏ"


@dataclass(frozen=True)
class Piece:
    """A stretch of words with one fate."""

    text: str
    change: Change = Change.KEPT


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """The new text with what was added, and in its place what was taken away."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Piece] = []
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("".join(after[start:end])))
            continue
        if last > first:
            found.append(Piece("".join(before[first:last]), Change.REMOVED))
        if end > start:
            found.append(Piece("".join(after[start:end]), Change.ADDED))
    return tuple(found)


def is_same(pieces: tuple[Piece, ...]) -> bool:
    """Whether nothing was added and nothing taken away."""
    return all(piece.change is Change.KEPT for piece in pieces)
