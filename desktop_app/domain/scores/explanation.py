"""Why a score is what it is: the formula, its figures, the leader and each step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop_app.domain.record import Choice
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number

Exact = Decimal | Fraction
"""A figure before it is rounded; a third stays a third."""

MEANINGS = {
    "A": "kết quả thực hiện",
    "T": "chỉ tiêu",
    "M": "điểm tối đa",
    "s": "phần điểm khi đạt chỉ tiêu",
    "V": "tỷ lệ vượt chỉ tiêu",
    "D": "tỷ lệ vượt của đơn vị dẫn đầu",
    "B": "kết quả tốt nhất trong các đơn vị không có chỉ tiêu",
    "n": "số lượng",
    "d": "điểm mỗi đơn vị",
    "c": "số lần cộng",
    "e": "điểm mỗi lần cộng",
    "t": "số lần trừ",
    "f": "điểm mỗi lần trừ",
}
_SHARES = ("V", "D")
_SHOWN_PLACES = 6
_SYMBOL = re.compile(r"\{(\w)\}")


class Formula(Choice):
    """Which case of the table of formulas a score falls under (procedure, section 3.3)."""

    BELOW = "chua_dat", "Chưa đạt chỉ tiêu"
    MET = "dat", "Đạt đúng chỉ tiêu"
    LEADER = "dan_dau", "Vượt chỉ tiêu nhiều nhất"
    EXCEEDED = "vuot", "Vượt chỉ tiêu"
    NO_TARGET = "khong_chi_tieu", "Không có chỉ tiêu, so với các đơn vị cùng nhóm"
    PASSED = "dat_yeu_cau", "Đạt yêu cầu"
    FAILED = "khong_dat", "Không đạt yêu cầu"
    COUNT = "so_luong", "Số lượng × điểm"
    PLUS_MINUS = "cong_tru", "Cộng, trừ"
    BAND = "theo_muc", "Theo mức"


@dataclass(frozen=True)
class Explanation:
    """One computed score with everything a reader needs to compute it again by hand."""

    formula: Formula
    expression: str
    """The formula with its symbols in braces, e.g. «{s} × {M} × ({A} : {T})»; a band has none."""
    inputs: tuple[tuple[str, Exact], ...]
    """Symbol and value; `MEANINGS` says what a symbol stands for."""
    exact: Exact
    points: Decimal
    """The score: within its limits, rounded half up."""
    limit: Decimal | None = None
    """The lowest or highest score that was put in place of the exact one."""
    leaders: tuple[Unit, ...] = ()
    """The unit or units that exceeded their targets most."""
    leader_exceed: Fraction | None = None
    notes: tuple[str, ...] = ()

    @property
    def input_lines(self) -> tuple[str, ...]:
        """«A = 80 (kết quả thực hiện)», a line a figure."""
        return tuple(f"{s} = {_shown(s, value)} ({MEANINGS[s]})" for s, value in self.inputs)

    @property
    def input_figures(self) -> str:
        """«A = 80; T = 100», where the meanings are told elsewhere."""
        return "; ".join(f"{symbol} = {_shown(symbol, value)}" for symbol, value in self.inputs)

    @property
    def symbols(self) -> str:
        """The formula as it stands in the rules: «s × M × (A : T)»."""
        return _SYMBOL.sub(r"\1", self.expression)

    @property
    def figures(self) -> str:
        """The formula with the figures put in: «0,5 × 20 × (80 : 100)»."""
        values = dict(self.inputs)
        return _SYMBOL.sub(lambda found: _shown(found[1], values[found[1]]), self.expression)

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to the score, a sentence a step."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[str]:
        yield from self.notes
        yield f"{self.formula}."
        values = dict(self.inputs)
        if "V" in values:
            yield f"V = {_exceed_figures(values)} = {share(values['V'])}."
        if self.leaders and self.leader_exceed is not None:
            names = "; ".join(unit.short_name for unit in self.leaders)
            yield f"Dẫn đầu: {names}, vượt {share(self.leader_exceed)}."
        if self.expression:
            yield f"{self.symbols} = {self._worked_out()}."
        if self.limit is not None:
            yield f"Ngoài giới hạn, tính {number(self.limit)}."
        elif Fraction(self.exact) != Fraction(self.points):
            yield f"Làm tròn: {number(self.points)}."

    def _worked_out(self) -> str:
        """«0,5 × 20 × (80 : 100) = 8», or the figure alone where there is nothing to work out."""
        result = to_decimal(self.exact)
        if self.figures == number(result):
            return self.figures
        sign = "=" if Fraction(result) == Fraction(self.exact) else "≈"
        return f"{self.figures} {sign} {number(result)}"


def _shown(symbol: str, value: Exact) -> str:
    """A value as it is put into a formula."""
    return share(value) if symbol in _SHARES else number(to_decimal(value))


def share(value: Exact) -> str:
    """0,2 as «20%»; at most two decimals."""
    return number(half_up(Fraction(value) * 100, 2)) + "%"


def half_up(value: Exact, places: int) -> Decimal:
    """Rounded to so many decimals, a half away from zero; exact also for thirds and sixths."""
    above, below = value.as_integer_ratio()
    whole = (2 * abs(above) * 10**places + below) // (2 * below)
    return Decimal(-whole if above < 0 else whole).scaleb(-places)


def to_decimal(value: Exact) -> Decimal:
    """The value itself, or six decimals of one that does not end."""
    return value if isinstance(value, Decimal) else half_up(value, _SHOWN_PLACES)


def _exceed_figures(values: dict[str, Exact]) -> str:
    result, target = values["A"], values["T"]
    more, less = (result, target) if result >= target else (target, result)
    return f"({_shown('A', more)} − {_shown('A', less)}) : {_shown('T', target)}"
