"""Bands of a criterion: lines such as «75–95 % = 1», read into limits and points."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop_app.domain.vietnamese import clean_line

OTHERWISE = "còn lại"
_FIGURE = r"(\d[\d.,]*)\s*%?"
_OVER = re.compile(rf"(>=|≥|>)\s*{_FIGURE}")
_UNDER = re.compile(rf"(<=|≤|<)\s*{_FIGURE}")
_BETWEEN = re.compile(rf"(>?)\s*{_FIGURE}\s*[-–—]\s*(<?)\s*{_FIGURE}")
_ONE = re.compile(_FIGURE)
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
_POINTED = re.compile(r"\d+\.\d+")


@dataclass(frozen=True)
class Band:
    """The values between two limits and the points they give; an open side is None."""

    text: str = ""
    points: Decimal = Decimal(0)
    low: Decimal | None = None
    high: Decimal | None = None
    holds_low: bool = True
    holds_high: bool = True
    is_otherwise: bool = False
    """Whether it takes every value that no other band has."""

    def holds(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (self.holds_low and value == self.low)
        below = self.high is None or value < self.high or (self.holds_high and value == self.high)
        return above and below and not self.is_otherwise

    def meets(self, other: Band) -> bool:
        """Whether a value lies in both."""
        if self.is_otherwise or other.is_otherwise:
            return self.is_otherwise and other.is_otherwise
        return _reaches(self, other) and _reaches(other, self)

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return not (self.low == self.high and self.holds_low and self.holds_high)


def read_band(line: str) -> Band:
    """One line as a band. Raises ValueError with a sentence when it cannot be read."""
    text = clean_line(line)
    condition, mark, points = text.rpartition("=")
    if not mark or condition.endswith(("<", ">")):
        raise ValueError(f"«{text}»: viết điều kiện, dấu = rồi số điểm, ví dụ «75–95 % = 1».")
    band = _limits(condition.strip())
    if band is None:
        raise ValueError(f"«{condition.strip()}» không phải điều kiện, ví dụ «> 95 %» hoặc «3–5».")
    if band.is_empty:
        raise ValueError(f"«{condition.strip()}» không chứa giá trị nào.")
    return replace(band, text=text, points=_figure(points))


@functools.cache
def read_bands(lines: tuple[str, ...]) -> tuple[Band, ...]:
    """All lines that can be read, in their order; `band_problem` speaks of the others."""
    return tuple(band for line in lines if (band := _read_or_none(line)))


def band_of(bands: Iterable[Band], value: Decimal) -> Band | None:
    """The first band that holds a value, else the one for the rest, else none."""
    known = tuple(bands)
    rest = (band for band in known if band.is_otherwise)
    return next((band for band in known if band.holds(value)), next(rest, None))


def band_problem(lines: tuple[str, ...], most: Decimal | None) -> str:
    """What is wrong with the lines of a criterion worth `most` points; empty when nothing is."""
    if not lines:
        return "Cần có ít nhất một mức, ví dụ «> 95 % = 1,5»."
    try:
        bands = tuple(read_band(line) for line in lines)
    except ValueError as wrong:
        return str(wrong)
    for one, other in itertools.combinations(bands, 2):
        if one.meets(other):
            return f"Hai mức chồng lên nhau: «{one.text}» và «{other.text}»."
    high = next((band for band in bands if most is not None and band.points > most), None)
    return f"«{high.text}» vượt điểm tối đa của tiêu chí." if high else ""


def _read_or_none(line: str) -> Band | None:
    try:
        return read_band(line)
    except ValueError:
        return None


def _limits(condition: str) -> Band | None:
    """A band that has its limits and nothing else yet."""
    if condition.casefold() == OTHERWISE:
        return Band(is_otherwise=True)
    if found := _OVER.fullmatch(condition):
        return Band(low=_figure(found[2]), holds_low=found[1] != ">")
    if found := _UNDER.fullmatch(condition):
        return Band(high=_figure(found[2]), holds_high=found[1] != "<")
    if found := _BETWEEN.fullmatch(condition):
        low, high = _figure(found[2]), _figure(found[4])
        return Band(low=low, high=high, holds_low=not found[1], holds_high=not found[3])
    if found := _ONE.fullmatch(condition):
        return Band(low=_figure(found[1]), high=_figure(found[1]))
    return None


def _figure(text: str) -> Decimal:
    """«1,5», «1.5» and «1.500» (a thousand and a half): a dot before three digits parts thousands.

    Tables come copied from elsewhere with either mark before the decimals.
    """
    plain = text.replace("đ", "").strip()
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif not _POINTED.fullmatch(plain):
        plain = plain.replace(",", ".", 1)
    if not re.fullmatch(r"\d+(\.\d+)?", plain):
        raise ValueError(f"«{text.strip()}» không phải số, ví dụ «1,5».")
    return Decimal(plain)


def _reaches(one: Band, other: Band) -> bool:
    """Whether the first begins before the second ends."""
    if one.low is None or other.high is None or one.low < other.high:
        return True
    return one.low == other.high and one.holds_low and other.holds_high
