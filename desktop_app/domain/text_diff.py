"""What changed between two texts, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
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


_MOST_WORDS = 4000
"""Longer stretches are told whole, old and new: word by word would take minutes."""


def compared_lines(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """The places of two long texts that differ, each word by word; lines that stay fall out."""
    found = []
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            found.append(_stretch("\n".join(old[first:last]), "\n".join(new[start:end])))
    return tuple(found)


def _stretch(old: str, new: str) -> tuple[Piece, ...]:
    if max(len(old.split()), len(new.split())) <= _MOST_WORDS:
        return compared(old, new)
    pieces = (Piece(old, Change.REMOVED), Piece(new, Change.ADDED))
    return tuple(piece for piece in pieces if piece.text)
