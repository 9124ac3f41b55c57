"""What is typed in the cells of a score sheet, and how it is read: figures, points and words."""

from __future__ import annotations

import re
from decimal import Decimal

from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.scores.sheet import Passed, ScoreLine
from desktop_app.domain.vietnamese import fold, number
from desktop_app.ui.records.forms.number_field import read_number

_DECIMALS = 4
"""Of a result or a target; points have as many as the criteria set rounds to."""
_YES = ("d", "dat", "x", "co", "1")
_NO = ("k", "khong", "khong dat", "chua dat", "0")
_PLUS_MINUS = re.compile(r"(?:\+?(\d{1,6}))?[\s;]*(?:[-−/](\d{1,6}))?")


def has_figure(criterion: Criterion) -> bool:
    """Whether a unit gives a figure; without points for one it types the score itself."""
    return criterion.kind is not Kind.COUNT or criterion.unit_points is not None


def figure_text(criterion: Criterion, line: ScoreLine) -> str:
    """What the unit reports: a result, a count, «Đạt», or «+3 −1» for bonuses and penalties."""
    if criterion.kind in (Kind.QUANTITATIVE, Kind.BANDS):
        return _text(line.actual)
    if criterion.kind is Kind.PASS_FAIL:
        return line.passed.label if line.passed else ""
    if criterion.kind is Kind.PLUS_MINUS:
        parts = (("+", line.bonus_count), ("−", line.penalty_count))
        return " ".join(f"{sign}{count}" for sign, count in parts if count is not None)
    return _text(line.count)


def figure_hint(criterion: Criterion) -> str:
    """What is to be typed in an empty cell, in a word."""
    if not has_figure(criterion):
        return "chấm thẳng"
    if criterion.kind is Kind.PASS_FAIL:
        return "đ / k"
    if criterion.kind is Kind.PLUS_MINUS:
        return "+cộng −trừ"
    return criterion.unit_of_measure


def with_figure(criterion: Criterion, line: ScoreLine, text: str) -> ScoreLine:
    """The line with a typed figure; an empty text takes it out. Raises ValueError."""
    words = text.strip()
    if criterion.kind in (Kind.QUANTITATIVE, Kind.BANDS):
        return line.replace(actual=_decimal(words))
    if criterion.kind is Kind.PASS_FAIL:
        return line.replace(passed=_passed(words))
    if criterion.kind is Kind.PLUS_MINUS:
        plus, minus = _plus_minus(words)
        return line.replace(bonus_count=plus, penalty_count=minus)
    if not has_figure(criterion):
        raise ValueError("Tiêu chí chấm thẳng: gõ điểm ở cột «Tự chấm».")
    return line.replace(count=read_number(words, 0, 0))


def next_passed(line: ScoreLine) -> ScoreLine:
    """What the space bar does with a criterion that is met or not: đạt, không đạt, empty."""
    order = {None: Passed.YES, Passed.YES: Passed.NO, Passed.NO: None}
    return line.replace(passed=order[line.passed])


def read_points(criterion: Criterion, text: str, places: int) -> Decimal | None:
    """Typed points within the criterion's limits; empty is None. Raises ValueError."""
    found = read_number(text, max(places, 1), None)
    if found is None:
        return None
    points = Decimal(found)
    if places == 0 and points != points.to_integral_value():
        raise ValueError("Bộ tiêu chí này chấm điểm nguyên.")
    if not criterion.least <= points <= criterion.most:
        raise ValueError(f"Điểm từ {number(criterion.least)} đến {number(criterion.most)}.")
    return points


def read_target(text: str) -> Decimal | None:
    """A unit's own target for this sheet; empty: that of the criteria set. Raises ValueError."""
    found = read_number(text, _DECIMALS, 0)
    return None if found is None else Decimal(found)


def _text(value: Decimal | int | None) -> str:
    return "" if value is None else number(value)


def _decimal(words: str) -> Decimal | None:
    found = read_number(words.replace("−", "-").removesuffix("%"), _DECIMALS, None)
    return None if found is None else Decimal(found)


def _passed(words: str) -> Passed | None:
    typed = fold(words)
    if not typed:
        return None
    if typed in _YES:
        return Passed.YES
    if typed in _NO:
        return Passed.NO
    raise ValueError(f"«{words}»: gõ «đ» là đạt, «k» là không đạt.")


def _plus_minus(words: str) -> tuple[int | None, int | None]:
    found = _PLUS_MINUS.fullmatch(words)
    if found is None:
        raise ValueError(f"«{words}»: ghi số lần cộng và trừ, ví dụ «+3 −1».")
    plus, minus = found.groups()
    return (int(plus) if plus else None, int(minus) if minus else None)
