"""Old letters in text that was pasted into the editor of typed text, put right where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor

from desktop_app.domain.letters.doctor import pasted_finding
from desktop_app.domain.letters.old_fonts import old_font_of
from desktop_app.domain.vietnamese import clean_text

_SOFT = "\u00ad"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class _Change:
    start: int
    end: int
    after: str
    dress: QTextCharFormat


def mend_pasted(pasted: QTextCursor, raw: str) -> None:
    """Put the letters of a selection right, as one step of undo; `raw` is it as it came."""
    font = old_font_of(raw)
    as_it_came = _with_soft_hyphens(raw)

    def mended(text: str) -> str:
        came = _WORD.sub(lambda word: as_it_came.get(word[0], word[0]), text)
        found = pasted_finding(came, font)
        return found.after if found else text

    changes = list(_changes(pasted, mended))
    cursor = QTextCursor(pasted)
    cursor.beginEditBlock()
    for change in reversed(changes):
        cursor.setPosition(change.start)
        cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.after, change.dress)
    cursor.endEditBlock()


def _with_soft_hyphens(raw: str) -> Mapping[str, str]:
    """Words as they stand → as they came, where TCVN3's «ư» was taken for a soft hyphen."""
    words = raw.split()
    whole = {word for word in words if _SOFT not in word}
    found = {clean_text(word): word for word in words if _SOFT in word}
    return {word: came for word, came in found.items() if word not in whole}


def _changes(pasted: QTextCursor, mended: Callable[[str], str]) -> Iterator[_Change]:
    """Every stretch of one dress in the selection whose letters would change."""
    first, last = pasted.selectionStart(), pasted.selectionEnd()
    block = pasted.document().findBlock(first)
    while block.isValid() and block.position() < last:
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            place += 1
            start = max(first, fragment.position())
            end = min(last, fragment.position() + fragment.length())
            if start >= end:
                continue
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            text = cursor.selectedText()
            after = mended(text)
            if after != text:
                yield _Change(start, end, after, fragment.charFormat())
        block = block.next()
