"""What the index is asked and what it answers: words as FTS5 reads them, and the hits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.search_text import Excerpt, excerpt, first_line_after, marked
from desktop_app.domain.search_words import Word

_NO_TOKEN = re.compile(r"[\W_\u19b0-\u19c9\u1cf2\u1cf3]+")
"""What ends a word for FTS5: marks that a spelling without accents left apart, and letters of two
scripts that its tables of letters take for marks."""


@dataclass(frozen=True)
class Hit:
    """One found record: its title, and the sentence in which the words stand."""

    kind: str
    record: str
    title: Excerpt
    period: str
    line: Excerpt


@dataclass(frozen=True)
class Found:
    """The hits of one kind, the newest first."""

    kind: str
    hits: tuple[Hit, ...]
    by_name: bool
    """Whether the words are the name of one, not only somewhere in its text."""
    has_more: bool


def query_of(words: Iterable[Word]) -> str:
    """The words as FTS5 reads them; they hold letters and digits alone. Empty for none.

    A word that FTS5 itself cuts in pieces is asked for piece by piece: it knows no phrases here.
    """
    found = []
    for word in words:
        column = "folded" if word.is_plain else "exact"
        pieces = [piece for piece in _NO_TOKEN.split(word.text) if piece]
        for place, piece in enumerate(pieces, 1):
            is_whole = word.is_whole or place < len(pieces)
            found.append(f'{column} : "{piece}"{"" if is_whole else " *"}')
    return " AND ".join(found)


def hit_of(row: tuple[Any, ...], words: tuple[Word, ...]) -> Hit:
    """A row of the index, with the found words marked."""
    _, kind, record, title, period, text = row
    shown = marked(words, title)
    line = first_line_after(title, text) if shown.has_all else excerpt(words, text)
    return Hit(kind, record, shown, period, line)
