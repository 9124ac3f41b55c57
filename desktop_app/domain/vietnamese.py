"""How Vietnamese is written, ordered, searched, counted and dated."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

Letters = tuple[tuple[int, ...], tuple[int, ...]]
"""The places of a text's letters in the alphabet, and their tones."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: 100 + place for place, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {
    ("a", "\u0306"): "ă",
    ("a", "\u0302"): "â",
    ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô",
    ("o", "\u031b"): "ơ",
    ("u", "\u031b"): "ư",
}
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
# A dossier's points run in the order of the Vietnamese alphabet (Decree 30/2020, annex I).
_POINTS = "abcdđeghiklmnopqrstuvxy"


# --- text on its way in -------------------------------------------------------------------


def clean_text(text: str) -> str:
    """Composed (NFC) text without control, format or surrogate characters; lines are kept."""
    # most of what a file is read from; what is printable has no letter that is unwanted
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    # each letter is judged once: hundreds of pages are read after every pause in typing
    unwanted = {c for c in set(lines) - {"\n", "\t"} if unicodedata.category(c) in _UNWANTED}
    if unwanted:
        lines = "".join(c for c in lines if c not in unwanted)
    # last, because a mark may now stand on a letter
    return unicodedata.normalize("NFC", lines)


_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean_line(text: str) -> str:
    """The same as one line, with single spaces."""
    return _SPACES.sub(" ", clean_text(text).replace("\n", " ")).strip()


# --- order and search ---------------------------------------------------------------------


def _fold_table() -> dict[int, str]:
    table = {ord("đ"): "d", ord("Đ"): "d"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            table[code] = base.casefold()
    return table


_FOLD = _fold_table()


def fold(text: str) -> str:
    """Lower case without any mark, đ as d: what is typed without accents is compared to."""
    return unicodedata.normalize("NFC", text).translate(_FOLD).casefold()


@lru_cache(maxsize=20_000)  # given names, ranks and posts come again and again in a list
def sort_key(text: str) -> Letters:
    """The order of a Vietnamese dictionary: letters first, then tones, digits before letters."""
    letters: list[str] = []
    tones: list[int] = []
    for mark in unicodedata.normalize("NFD", text.strip().casefold()):
        if mark in _TONES and letters:
            tones[-1] = _TONES[mark]
        elif letters and (letters[-1], mark) in _SHAPES:
            letters[-1] = _SHAPES[(letters[-1], mark)]
        elif not unicodedata.combining(mark):
            letters.append(mark)
            tones.append(0)
    return tuple(_letter_rank(letter) for letter in letters), tuple(tones)


def _letter_rank(letter: str) -> int:
    if letter in _RANK:
        return _RANK[letter]
    if letter in "0123456789":
        return 50 + int(letter)
    return ord(letter) if ord(letter) < 50 else 1000 + ord(letter)


def name_sort_key(full_name: str) -> tuple[Letters, Letters]:
    """People are ordered by given name (the last word), then by the rest."""
    given, rest = given_name_first(full_name)
    return sort_key(given), sort_key(rest)


def given_name_first(full_name: str) -> tuple[str, str]:
    """«Nguyễn Văn An» as «An» and «Nguyễn Văn»."""
    words = full_name.split() or [""]
    return words[-1], " ".join(words[:-1])


# --- numbers ------------------------------------------------------------------------------

_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()


def number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """1234.5 as «1.234,5»; `decimals` fixes the places, otherwise trailing zeros are dropped."""
    exact = Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{exact:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def parse_number(text: str) -> Decimal:
    """«1.234,5» as a number. Raises ValueError when it is none."""
    plain = text.strip().replace(" ", "").replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain):
        raise ValueError(text)
    return Decimal(plain)


def percent(part: int, whole: int) -> str:
    """A share with two decimals and a comma: «85,71%»; without a whole there is no share."""
    if whole <= 0:
        return "–"
    return number(Decimal(part) * 100 / Decimal(whole), 2).replace(",00", "") + "%"


def number_in_words(value: int) -> str:
    """2026 as «hai nghìn không trăm hai mươi sáu»."""
    if value < 0:
        return "âm " + number_in_words(-value)
    if value == 0:
        return _DIGITS[0]
    billions, rest = divmod(value, 10**9)
    if not billions:
        return _below_billion(rest, full=False)
    words = number_in_words(billions) + " tỷ"
    return words + (" " + _below_billion(rest, full=True) if rest else "")


def _below_billion(value: int, full: bool) -> str:
    words: list[str] = []
    for size, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group = value // size % 1000
        if group:
            words.append(f"{_hundreds(group, full or bool(words))} {name}".strip())
    return " ".join(words)


def _hundreds(value: int, full: bool) -> str:
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    words: list[str] = []
    if hundreds or full:
        words += [_DIGITS[hundreds], "trăm"]
    if tens == 0 and ones and words:
        words.append("linh")
    elif tens == 1:
        words.append("mười")
    elif tens > 1:
        words += [_DIGITS[tens], "mươi"]
    if ones:
        words.append(_ones_after(ones, tens))
    return " ".join(words)


def _ones_after(ones: int, tens: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 4 and tens > 1:
        return "tư"
    if ones == 5 and tens > 0:
        return "lăm"
    return _DIGITS[ones]


def roman(value: int) -> str:
    """1 as «I»: the number of a section (mục) of a paper."""
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for size, sign in signs:
        count, value = divmod(value, size)
        text += sign * count
    return text


def point_letter(place: int) -> str:
    """0 → a, 4 → đ: the letter of a point (điểm), without f, j, w and z."""
    return _POINTS[place]


# --- dates and hours ----------------------------------------------------------------------


def short_date(day: dt.date | None) -> str:
    """05/03/2026, as dates stand on the screen; an open date is an empty text."""
    return day.strftime("%d/%m/%Y") if day else ""


def long_date(day: dt.date | None, year: int | None = None) -> str:
    """«ngày 05 tháng 3 năm 2026»: days below 10 and months 1 and 2 take a leading zero.

    Source: Decree 30/2020/NĐ-CP, annex I. A paper that is not yet signed leaves the day
    and month blank and may name the year alone.
    """
    if day is None:
        return f"ngày       tháng       năm {year or '……'}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def clock(moment: dt.datetime | dt.time) -> str:
    """«14 giờ 00 phút», as an hour stands in minutes."""
    return f"{moment.hour} giờ {moment.minute:02d} phút"


def parse_date(text: str) -> dt.date | None:
    """5/3/2026, 05-03-2026 or 5.3.26 as a date; empty is None. Raises ValueError otherwise."""
    text = text.strip()
    if not text:
        return None
    parts = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})", text)
    if not parts:
        raise ValueError(text)
    day, month, year = (int(part) for part in parts.groups())
    return dt.date(year + 2000 if year < 100 else year, month, day)


def parse_time(text: str) -> dt.time | None:
    """14:00, 14h, 14h30 or «14 giờ 30» as an hour; empty is None. Raises ValueError otherwise."""
    text = text.strip().casefold()
    if not text:
        return None
    parts = re.fullmatch(r"(\d{1,2})\s*(?:[:.h]|giờ)?\s*(\d{1,2})?\s*(?:phút|p)?", text)
    if not parts:
        raise ValueError(text)
    return dt.time(int(parts[1]), int(parts[2] or 0))


_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(day: dt.date) -> str:
    """«thứ Ba»: weekdays keep their capital (Decree 30/2020, annex II)."""
    return _WEEKDAYS[day.weekday()]
