"""Words that are looked for: without accents freely, with accents exactly, each spelling alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop_app.domain.vietnamese import fold

_WORD = re.compile(r"[^\W_]+")
_A_WITH_TONE, _E_WITH_TONE, _I_WITH_TONE, _Y_WITH_TONE = "àáảãạ", "èéẻẽẹ", "ìíỉĩị", "ỳýỷỹỵ"
_O_WITH_TONE, _U_WITH_TONE = "òóỏõọ", "ùúủũụ"
_OTHER_VOWELS = "aeioăâêôơưằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự"
_VOWELS = (
    _OTHER_VOWELS + "u" + _A_WITH_TONE + _E_WITH_TONE + _I_WITH_TONE + _O_WITH_TONE + _U_WITH_TONE
)
_AS_I = re.compile(rf"(?:(?<=q[u{_U_WITH_TONE}])|(?<![{_VOWELS}]))[y{_Y_WITH_TONE}]")
"""A «y» that sounds as «i»: kỷ, quý, ý; not after another vowel, where «thúy» is not «thúi»."""
_TO_I = str.maketrans("y" + _Y_WITH_TONE, "i" + _I_WITH_TONE)
_EARLY_TONE = re.compile(rf"[{_O_WITH_TONE}][ae]|[{_U_WITH_TONE}]y|(?<=q)[{_U_WITH_TONE}]i")
"""The tone on the first letter of oa, oe, uy; in both texts it moves to the second, so that what
is typed on the way to «đoàn» fits all the time."""
_TONE = {letter: tone for row in (_O_WITH_TONE, _U_WITH_TONE) for tone, letter in enumerate(row)}
_PLAIN_FIRST = dict.fromkeys(_O_WITH_TONE, "o") | dict.fromkeys(_U_WITH_TONE, "u")
_WITH_TONE = {"a": _A_WITH_TONE, "e": _E_WITH_TONE, "i": _I_WITH_TONE, "y": _Y_WITH_TONE}


def folded(text: str) -> str:
    """Lower case without any mark, in one spelling: «Chiến sỹ» and «chiến sĩ» as «chien si»."""
    return _AS_I.sub("i", fold(text))


def exact(text: str) -> str:
    """Lower case with its marks, in one spelling: hòa as hoà, sỹ as sĩ; đ as d."""
    lower = unicodedata.normalize("NFC", text).lower().replace("đ", "d")
    return _EARLY_TONE.sub(_later, _AS_I.sub(_as_i, lower))


def _as_i(found: re.Match[str]) -> str:
    return found[0].translate(_TO_I)


def _later(found: re.Match[str]) -> str:
    first, second = found[0][0], found[0][1]
    return _PLAIN_FIRST[first] + _WITH_TONE[second][_TONE[first]]


@dataclass(frozen=True)
class Word:
    """One typed word in the form it is compared in."""

    text: str
    is_plain: bool
    """Typed without accents: it is looked for among words without accents."""
    is_whole: bool
    """Another word follows: it is not the beginning of a longer one."""


def typed_words(typed: str) -> tuple[Word, ...]:
    """The words of what was typed; the last may be the beginning of one."""
    found = _WORD.findall(unicodedata.normalize("NFC", typed))
    ends_open = bool(typed) and not typed[-1].isspace()
    return tuple(
        _word(text, is_whole=place < len(found) - 1 or not ends_open)
        for place, text in enumerate(found)
    )


def _word(text: str, *, is_whole: bool) -> Word:
    is_plain = fold(text) == text.lower()
    return Word(folded(text) if is_plain else exact(text), is_plain, is_whole)


# --- filters of lists ---------------------------------------------------------------------


Pieces = tuple[tuple[str, bool], ...]


def typed_pieces(typed: str) -> Pieces:
    """What a filter box holds: pieces between spaces, and whether each is without accents."""
    return tuple(
        (word.text, word.is_plain)
        for piece in unicodedata.normalize("NFC", typed).split()
        for word in (_word(piece, is_whole=False),)
    )


def comparable(text: str) -> tuple[str, str]:
    """A text as pieces are looked for in it: with and without its accents."""
    return exact(text), folded(text)


def has_pieces(pieces: Pieces, text: tuple[str, str]) -> bool:
    """Whether every piece occurs anywhere in a comparable text."""
    marked, plain = text
    return all(piece in (plain if is_plain else marked) for piece, is_plain in pieces)


def matches(typed: str, text: str) -> bool:
    """Whether every typed piece occurs: without accents freely, with accents exactly."""
    return has_pieces(typed_pieces(typed), comparable(text))
