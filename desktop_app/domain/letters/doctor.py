"""The doctor of letters: what is wrong with the letters of a text, and the text put right.

    found = examined("NguyÔn  V¨n A")      # None for good text, which stays letter for letter
    found.after, found.troubles            # «Nguyễn Văn A», (TCVN3, SPACES)

Nothing is put right unseen: whoever asks shows before and after, and a person decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.domain.letters.old_fonts import (
    OldFont,
    converted,
    may_be_old,
    old_font_of,
    prevailing_font,
)
from desktop_app.domain.letters.syllables import is_syllable
from desktop_app.domain.record import Choice


class Trouble(Choice):
    """What can be wrong with letters."""

    TCVN3 = "tcvn3", "Mã TCVN3 (.VnTime)"
    VNI = "vni", "Mã VNI"
    MARKS = "dau_roi", "Dấu rời (Unicode tổ hợp)"
    LOOKALIKE = "chu_giong", "Chữ nước ngoài trông giống"
    HIDDEN = "ky_tu_an", "Ký tự ẩn"
    SPACES = "dau_cach", "Dấu cách thừa"


@dataclass(frozen=True)
class Finding:
    """A text before and after, and what was wrong with it."""

    before: str
    after: str
    troubles: tuple[Trouble, ...]

    @property
    def in_words(self) -> str:
        """«Mã VNI; Dấu cách thừa»."""
        return "; ".join(trouble.label for trouble in self.troubles)


_OF_FONT = {OldFont.TCVN3: Trouble.TCVN3, OldFont.VNI: Trouble.VNI}
_LOOKALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеосрухіјѕһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐƉǍǎ",
    "ABESIJKMHOPCTYXaeocpyxijshdABEZHIKMNOPTYXoĐĐĂă",
)
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SHAPES, _TONES = "\u0302\u0306\u031b", "\u0300\u0301\u0303\u0309\u0323"
_MARKED = re.compile(f"[A-Za-z\u00c0-\u1ef9][{_SHAPES}{_TONES}]+")
_WIDE = re.compile(r"(?<=\S)[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}(?=\S)")
_BLANK = re.compile(r"(?:ngày|tháng|năm|số|hồi|lúc|giờ|phút)$", re.IGNORECASE)


def examined(text: str, font: OldFont | None = None) -> Finding | None:
    """What is wrong with a text; None for a good one.

    `font` is what a whole list was found to be written in; a text of its own tells its font.
    """
    if text.isascii() and "  " not in text and text.strip() == text:
        return None
    return _looked_at(text, font, _STEPS)


def pasted_finding(text: str, font: OldFont | None = None) -> Finding | None:
    """What a person is asked about in pasted text; None where there is nothing to ask.

    Marks that join by themselves, hidden signs and spare spaces are put right at the border
    without a question, so they are no reason to ask. The text is to come here before that: a
    soft hyphen is «ư» to TCVN3.
    """
    if text.isascii():
        return None
    lines = unicodedata.normalize("NFC", text).split("\n")
    font = font or old_font_of(text) or prevailing_font(lines)
    found = [_looked_at(line, font, _ASKED) for line in lines]
    troubles = dict.fromkeys(trouble for one in found if one for trouble in one.troubles)
    after = "\n".join(one.after if one else line for one, line in zip(found, lines, strict=True))
    return Finding(text, after, tuple(troubles)) if troubles else None


def _looked_at(text: str, font: OldFont | None, steps: Sequence[_Step]) -> Finding | None:
    after, troubles = text, []
    own = font if font and may_be_old(text) else old_font_of(text)
    if own:
        after = converted(after, own)
        troubles.append(_OF_FONT[own])
    for trouble, mended in steps:
        better = mended(after)
        if better != after:
            troubles.append(trouble)
            after = better
    return Finding(text, after, tuple(troubles)) if troubles else None


def _without_hidden(text: str) -> str:
    return _HIDDEN.sub("", text)


def _with_marks_joined(text: str) -> str:
    """One sign for a letter with its marks, whatever order the marks came in."""

    def joined(found: re.Match[str]) -> str:
        letter, marks = found[0][0], found[0][1:]
        shapes = "".join(mark for mark in marks if mark in _SHAPES)
        tones = "".join(mark for mark in marks if mark in _TONES)
        # a tone inside the letter goes behind the shape that was typed after it
        return unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter) + shapes + tones)

    return _MARKED.sub(lambda found: _reordered(joined(found)), unicodedata.normalize("NFC", text))


def _reordered(letters: str) -> str:
    """«ẽ» with a roof behind it as «ễ»."""
    if len(letters) == 1:
        return letters
    apart = unicodedata.normalize("NFD", letters)
    marks = sorted(apart[1:], key=lambda mark: mark not in _SHAPES)
    return unicodedata.normalize("NFC", apart[0] + "".join(marks))


def _with_own_letters(text: str) -> str:
    """Letters of other scripts among Latin ones; a word that is foreign as a whole stays."""
    has_latin = bool(_LATIN.search(text))

    def own(found: re.Match[str]) -> str:
        word = found[0]
        better = word.translate(_LOOKALIKE)
        if better == word or _FOREIGN.search(better):
            return word
        if _FOREIGN.search(word):
            is_ours = bool(_LATIN.search(word)) or (has_latin and _is_word_of_ours(better))
            return better if is_ours else word
        return better if is_syllable(better) or better.isupper() else word

    return _WORD.sub(own, text)


def _is_word_of_ours(word: str) -> bool:
    """A syllable, a letter that numbers something, or capitals that shorten a name."""
    return is_syllable(word) or (word.isupper() and len(word) <= 5)


def _with_single_spaces(text: str) -> str:
    """Room left to be filled in by pen («ngày      tháng») stays."""

    def narrow(found: re.Match[str]) -> str:
        is_blank = len(found[0]) > 2 and _BLANK.search(text, 0, found.start())
        return found[0] if is_blank else " "

    return _WIDE.sub(narrow, text).strip(" \t\u00a0")


_Step = tuple[Trouble, Callable[[str], str]]
_STEPS: tuple[_Step, ...] = (
    (Trouble.HIDDEN, _without_hidden),
    (Trouble.MARKS, _with_marks_joined),
    (Trouble.LOOKALIKE, _with_own_letters),
    (Trouble.SPACES, _with_single_spaces),
)
_ASKED = tuple(step for step in _STEPS if step[0] in (Trouble.MARKS, Trouble.LOOKALIKE))
