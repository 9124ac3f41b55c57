"""Times New Roman of the system or Liberation Serif of our own, and which letters they have."""

from __future__ import annotations

import functools
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from desktop_app import paths

BUNDLED_ONLY = "THIDUACUM_BUNDLED_FONTS"
"""Environment variable: when set, the system's fonts are left aside (tests, same pages)."""

_REGISTERING = threading.Lock()

BOX = "□"
"""Stands where no font at hand has the letter: a visible gap, never a silent one."""

STAND_INS = {"☐": BOX, "✓": "√", "✔": "√"}
"""Signs the serif lacks and a sign it has that reads the same on paper."""

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)

_DRESSES = ("", "-Bold", "-Italic", "-BoldItalic")
_TIMES_WINDOWS = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
_TIMES_LONG = (
    "Times New Roman.ttf",
    "Times New Roman Bold.ttf",
    "Times New Roman Italic.ttf",
    "Times New Roman Bold Italic.ttf",
)
_TIMES_DEBIAN = tuple(name.replace(" ", "_") for name in _TIMES_LONG)
_LIBERATION = (
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
)
_BE_VIETNAM = (
    "BeVietnamPro-Regular.ttf",
    "BeVietnamPro-Bold.ttf",
    "BeVietnamPro-Italic.ttf",
    "BeVietnamPro-SemiBold.ttf",
)
_SCRIPT = "GreatVibes-Regular.ttf"


@dataclass(frozen=True)
class Family:
    """A registered family: its name and its four faces, upright first."""

    name: str
    files: tuple[Path, ...]

    def face(self, bold: bool, italic: bool) -> str:
        """The registered name of one face."""
        return self.name + _DRESSES[bold + 2 * italic]


def face_name(bold: bool = False, italic: bool = False) -> str:
    """The registered name of the paper's face in this dress."""
    return _families()[0].face(bold, italic)


def script_name() -> str:
    """The registered name of the handwriting face."""
    return _register("Script", paths.resources() / "fonts" / _SCRIPT)


def script_has(text: str) -> bool:
    """Whether the handwriting face has every letter of the text."""
    return _letters(script_name()) >= set(map(ord, text))


def width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Length of one line of text, in pt."""
    words = text.split(" ")
    length = sum(_word_width(word, bold, italic) for word in words)
    return (length + (len(words) - 1) * _word_width(" ", bold, italic)) * size / 1000


@functools.lru_cache(maxsize=20_000)
def _word_width(word: str, bold: bool, italic: bool) -> float:
    """In thousandths of the size: names are made of few words, and no letter is kerned."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    found = pieces(word, bold, italic)
    return float(sum(stringWidth(piece, face, 1000) for face, piece in found))


def balanced(
    text: str, room: float, size: float, bold: bool = False, italic: bool = False
) -> list[str]:
    """The lines a text breaks into, `room` pt wide, as even as they can be: for centred names.

    Broken at spaces only; a word longer than the room stands alone on its line.
    """
    words = text.split(" ")
    lengths = _lengths(words, size, bold, italic)
    best = _broken(lengths, room)
    if len(best) == 1:
        return [text]
    low, high = 0.0, room
    while len(best) > 1 and high - low > 1.0:
        middle = (low + high) / 2
        tried = _broken(lengths, middle)
        # a word wider than the line makes no more lines, so the widest line is asked as well
        if len(tried) == len(best) and max(lengths[:-1]) <= middle:
            best, high = tried, middle
        else:
            low = middle
    return _joined(words, best)


def _lengths(words: list[str], size: float, bold: bool, italic: bool) -> list[float]:
    """The length of every word, and of a space at the end; no letter is kerned on our paper."""
    return [width(word, size, bold, italic) for word in (*words, " ")]


def _broken(lengths: list[float], room: float) -> list[int]:
    """Where lines end: the places of the first words that stand no longer in them."""
    *words, space = lengths
    ends: list[int] = []
    used = 0.0
    for place, length in enumerate(words):
        if place and used + space + length > room:
            ends.append(place)
            used = length
        else:
            used += length + (space if place else 0.0)
    return [*ends, len(words)]


def _joined(words: list[str], ends: list[int]) -> list[str]:
    starts = [0, *ends[:-1]]
    return [" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]


def pieces(text: str, bold: bool = False, italic: bool = False) -> list[tuple[str, str]]:
    """The text cut by face: the paper's own, or the fallback that has the letters."""
    face = face_name(bold, italic)
    if _letters(face) >= set(map(ord, text)):
        return [(face, text)]
    chosen = [_choose(letter, bold, italic) for letter in text]
    grouped = groupby(chosen, key=lambda pair: pair[0])
    return [(name, "".join(letter for _, letter in pairs)) for name, pairs in grouped]


def missing_letters(text: str, bold: bool = False, italic: bool = False) -> tuple[str, ...]:
    """The letters the paper's face lacks, each once, in the order they come."""
    known = _letters(face_name(bold, italic))
    lacking = (c for c in text if ord(c) not in known and c not in STAND_INS and c != "\n")
    return tuple(dict.fromkeys(lacking))


def has_fallback(letter: str) -> bool:
    """Whether another font at hand can draw a letter the paper's face lacks."""
    return _choose(letter, False, False)[1] != BOX


def register() -> None:
    """Make the faces known to reportlab; a second call does nothing."""
    _families()


@functools.cache
def _choose(letter: str, bold: bool, italic: bool) -> tuple[str, str]:
    letter = STAND_INS.get(letter, letter)
    for family in _families():
        face = family.face(bold, italic)
        if ord(letter) in _letters(face):
            return face, letter
    return face_name(bold, italic), BOX


@functools.cache
def _letters(face: str) -> frozenset[int]:
    from reportlab.pdfbase import pdfmetrics

    return frozenset(pdfmetrics.getFont(face).face.charToGlyph)


def _families() -> tuple[Family, ...]:
    """The paper's family first, then those that lend it a missing letter."""
    with _REGISTERING:
        return _registered_families()


@functools.cache
def _registered_families() -> tuple[Family, ...]:
    own = paths.resources() / "fonts"
    bundled = Family("Bundled", tuple(own / name for name in _LIBERATION))
    screen = Family("Screen", tuple(own / name for name in _BE_VIETNAM))
    system = None if os.environ.get(BUNDLED_ONLY) else _system_times()
    found = (system, bundled, screen) if system else (bundled, screen)
    for family in found:
        _register_family(family)
    return found


def _system_times() -> Family | None:
    for folder, names in _times_places():
        family = Family("Times", tuple(folder / name for name in names))
        if all(file.is_file() for file in family.files) and _is_complete(family):
            return family
    return None


def _times_places() -> Iterator[tuple[Path, tuple[str, ...]]]:
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", _TIMES_WINDOWS
        return
    if sys.platform == "darwin":
        yield Path("/System/Library/Fonts/Supplemental"), _TIMES_LONG
        yield Path("/Library/Fonts"), _TIMES_LONG
        return
    shared = Path("/usr/share/fonts/truetype")
    home = Path.home() / ".local/share/fonts"
    for folder in (shared / "msttcorefonts", shared, home, Path.home() / ".fonts"):
        for names in (_TIMES_DEBIAN, _TIMES_LONG, _TIMES_WINDOWS):
            yield folder, names


def _is_complete(family: Family) -> bool:
    """An old Times New Roman lacks half of the Vietnamese letters; it must not be taken."""
    needed = set(map(ord, VIETNAMESE + VIETNAMESE.upper()))
    faces = (_read(family.name + d, f) for d, f in zip(_DRESSES, family.files, strict=True))
    return all(needed <= set(face.face.charToGlyph) for face in faces)


@functools.cache
def _read(name: str, file: Path) -> Any:
    from desktop_app.printing.face import Face

    return Face(name, str(file))


@functools.cache
def _register(name: str, file: Path) -> str:
    from reportlab.pdfbase import pdfmetrics

    pdfmetrics.registerFont(_read(name, file))
    return name


def _register_family(family: Family) -> None:
    from reportlab.pdfbase import pdfmetrics

    names = [
        _register(family.name + dress, file)
        for dress, file in zip(_DRESSES, family.files, strict=True)
    ]
    upright, bold, italic, bold_italic = names
    pdfmetrics.registerFontFamily(upright, upright, bold, italic, bold_italic)
