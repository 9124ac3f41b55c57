"""Bonuses: a multiple of the base salary of the decision's day, rounded as set, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.base_salary import BaseSalary, base_salary_on
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.record import Choice
from desktop_app.domain.vietnamese import number, number_in_words

_STEP = Decimal(10_000)


class Rounding(Choice):
    """How a product becomes a sum of money (Nghị định 152/2025/NĐ-CP, Điều 49 khoản 2)."""

    UP = "len_chuc_nghin", "Làm tròn lên hàng chục nghìn đồng"
    NONE = "khong", "Không làm tròn"


def rounded(amount: Decimal, way: Rounding) -> Decimal:
    """In whole đồng; the smallest coin has no parts."""
    if way is Rounding.UP:
        return (amount / _STEP).to_integral_value(ROUND_CEILING) * _STEP
    return amount.to_integral_value(ROUND_HALF_UP)


def multiple_of(award: Award | None, kind: SubjectKind) -> Decimal | None:
    """The multiple of the base salary for whom it is."""
    if award is None:
        return None
    return award.bonus_collective if kind is SubjectKind.COLLECTIVE else award.bonus_individual


def bonus(multiple: Decimal, base: int, way: Rounding) -> Decimal:
    """12 × 2.530.000 = 30.360.000."""
    return rounded(multiple * base, way)


def dong(amount: Decimal | int) -> str:
    """«30.360.000 đồng»."""
    return f"{number(amount)} đồng"


def dong_in_words(amount: Decimal | int) -> str:
    """«Ba mươi triệu ba trăm sáu mươi nghìn đồng», as it stands on a receipt."""
    words = number_in_words(int(amount))
    return f"{words[:1].upper()}{words[1:]} đồng"


def reckoning(grant: Grant, base: BaseSalary | None) -> str:
    """«12 × 2.530.000», or why there is no sum."""
    multiple = multiple_of(grant.award, grant.kind)
    if multiple is None:
        return "danh mục chưa có hệ số thưởng"
    if base is None or base.amount is None:
        return "chưa có lương cơ sở của ngày quyết định"
    return f"{number(multiple)} × {number(base.amount)}"


def bonus_of(grant: Grant, base: BaseSalary | None, way: Rounding) -> Decimal | None:
    """What a grant is worth by the catalogue; None where multiple or base is not known."""
    multiple = multiple_of(grant.award, grant.kind)
    if multiple is None or base is None or not base.amount:
        return None
    return bonus(multiple, base.amount, way)


def with_bonuses(decision: Decision, salaries: Iterable[BaseSalary], way: Rounding) -> Decision:
    """The decision with every missing sum computed; one typed by hand is left as it is."""
    base = base_salary_on(salaries, decision.date)
    grants = (
        g.replace(amount=bonus_of(g, base, way)) if g.stands and g.amount is None else g
        for g in decision.grants
    )
    return decision.replace(grants=tuple(grants))
