"""What of a record can be looked for: its names, and everything that was typed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.record import Record
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.search_words import Word, exact, folded
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period

_CODES = {"id", "owner", "part", "sha256"}
"""Fields that hold no words of a person."""
_NAMED = (Unit, Person, Award, Nomination)
"""Whoever a record points to, its words say so: a decision is found by who is honoured."""
_IS_ID = re.compile(r"[0-9a-f]{16,}")
_WORDED: dict[type[Record], tuple[str, ...]] = {}
_LONGEST = 160
"""Letters of an excerpt: about two lines of the box."""


@dataclass(frozen=True)
class Excerpt:
    """A sentence of a record in which the looked-for words stand."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """First letter and length of each found word."""
    has_all: bool = False
    """Whether none of the words is missing."""


def names_of(record: Record) -> str:
    """What people call the record, a line each; a unit by all names it ever had.

    A period goes by its cluster too, whose code is in the numbers of the period's papers.
    """
    found = [record.title]
    if isinstance(record, Unit):
        found += [name for named in record.names for name in (named.full, named.short)]
        found.append(record.code)
    elif isinstance(record, Period):
        found += [record.cluster.name, record.cluster.code]
    return "\n".join(_lines(found))


def words_of(record: Record) -> str:
    """Everything typed in the record and its parts, and who is named there, a line each."""
    return "\n".join(_lines(_texts(record)))


def _lines(texts: list[str] | Iterator[str]) -> dict[str, None]:
    """Each line once, in the order in which it first stands."""
    lines = (line.strip() for line in "\n".join(texts).split("\n"))
    return dict.fromkeys(line for line in lines if line and not _IS_ID.fullmatch(line))


def _texts(record: Record) -> Iterator[str]:
    for name in _worded(type(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            yield value
        elif value is not None:
            yield from _texts_of(value)


def _worded(record: type[Record]) -> tuple[str, ...]:
    """The fields that may hold words of a person."""
    if record not in _WORDED:
        _WORDED[record] = tuple(f.name for f in fields(record) if f.name not in _CODES)
    return _WORDED[record]


def _texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, RichText):
        yield value.text
    elif isinstance(value, _NAMED):
        yield value.title
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item) if isinstance(item, Record) else _texts_of(item)


# --- where the words stand ----------------------------------------------------------------


@lru_cache(maxsize=64)
def _pattern(word: Word) -> re.Pattern[str]:
    rest = r"(?![^\W_])" if word.is_whole else r"[^\W_]*"
    return re.compile(rf"(?<![^\W_]){re.escape(word.text)}{rest}")


def _found(words: tuple[Word, ...], text: str) -> list[tuple[int, int, int]]:
    """Start, end and number of the word, in the order of the text."""
    forms = {
        is_plain: folded(text) if is_plain else exact(text)
        for is_plain in {word.is_plain for word in words}
    }
    if any(len(form) != len(text) for form in forms.values()):
        return []  # a letter of another language became two: the places would be wrong
    return sorted(
        (*match.span(), number)
        for number, word in enumerate(words)
        for match in _pattern(word).finditer(forms[word.is_plain])
    )


def _count(hits: list[tuple[int, int, int]]) -> int:
    """How many of the words were hit."""
    return len({number for *_, number in hits})


def marked(words: tuple[Word, ...], text: str) -> Excerpt:
    """A whole text with the places of the words."""
    found = _found(words, text)
    return Excerpt(text, _spans(found), _count(found) == len(words))


def excerpt(words: tuple[Word, ...], text: str) -> Excerpt:
    """The first line that holds most of the words, cut to what can be read at a glance."""
    best, best_hits, most = "", [(0, 0, 0)], 0
    for line in text.split("\n"):
        hits = _found(words, line)
        count = _count(hits)
        if count > most:
            best, best_hits, most = line, hits, count
        if count == len(words):
            break
    return _cut(best, best_hits)


def first_line_after(title: str, text: str) -> Excerpt:
    """What else is known of a record that is found by its name."""
    line = next((line for line in text.split("\n", 3) if line != title), "")
    return _cut(line.split("\n")[0], [(0, 0, 0)])


def _cut(line: str, hits: list[tuple[int, int, int]]) -> Excerpt:
    """Around the first hit, from a beginning of a sentence or a word to the end of a word."""
    start = 0
    if len(line) > _LONGEST and hits[0][0] > _LONGEST // 3:
        sentence = max(line.rfind(sign, 0, hits[0][0]) for sign in (". ", "; ", "! ", "? ")) + 2
        near = hits[0][0] - sentence <= _LONGEST // 3
        start = sentence if sentence > 1 and near else line.find(" ", hits[0][0] - 50) + 1
        start = min(start, hits[0][0])
    end = len(line)
    if end - start > _LONGEST:
        end = max(line.rfind(" ", start, start + _LONGEST), hits[0][1])
    before, after = "… " if start else "", " …" if end < len(line) else ""
    kept = [(a - start + len(before), b - start + len(before), n) for a, b, n in hits if b <= end]
    return Excerpt(before + line[start:end] + after, _spans(kept))


def _spans(hits: list[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for start, end, _ in hits:
        if end > start and (not spans or start >= sum(spans[-1])):
            spans.append((start, end - start))
    return tuple(spans)
