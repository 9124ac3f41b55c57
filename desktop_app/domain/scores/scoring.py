"""The formulas that turn figures into points: one function a kind of criterion (procedure, 3.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop_app.domain.scores.bands import band_of, read_bands
from desktop_app.domain.scores.criterion import ZERO, Criterion, Direction, Kind
from desktop_app.domain.scores.explanation import Exact, Explanation, Formula, half_up
from desktop_app.domain.scores.sheet import Passed, ScoreLine
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number, sort_key

Computed = dict[str, Explanation]
"""Unit id → score with its reasons; a unit whose figures are missing is not in it."""


@dataclass(frozen=True)
class Figures:
    """What one unit reports for a criterion that is assigned to it."""

    unit: Unit
    line: ScoreLine
    target: Decimal | None = None


def computed(criterion: Criterion, rows: Sequence[Figures], places: int = 2) -> Computed:
    """The scores of all units in one criterion.

    All units of the round are needed at once, since a quantitative score is measured by the
    leader. The order of the units changes nothing.
    """
    if criterion.kind is Kind.QUANTITATIVE:
        return _quantitative(criterion, rows, places)
    formula = _FORMULAS.get(criterion.kind)
    found = {row.unit.id: formula(criterion, row.line, places) for row in rows} if formula else {}
    return {unit: explanation for unit, explanation in found.items() if explanation}


# --- result against target ------------------------------------------------------------------


@dataclass(frozen=True)
class _Result:
    """A unit's result, with how far it lies beyond the target where there is one."""

    unit: Unit
    actual: Decimal
    target: Decimal | None
    notes: tuple[str, ...]
    exceed: Fraction | None


def _quantitative(criterion: Criterion, rows: Sequence[Figures], places: int) -> Computed:
    results = [result for row in rows if (result := _result(criterion, row))]
    with_target = [result for result in results if result.exceed is not None]
    without = [result for result in results if result.exceed is None]
    return _against_target(criterion, with_target, places) | _among_themselves(
        criterion, without, places
    )


def _result(criterion: Criterion, row: Figures) -> _Result | None:
    """A result below zero counts as zero; a target of zero that is to be exceeded as none."""
    if row.line.actual is None:
        return None
    actual, target, notes = row.line.actual, row.target, []
    if actual < 0:
        actual = ZERO
        notes.append("Kết quả âm được tính như 0.")
    if target is not None and target <= 0 and criterion.direction is Direction.MORE:
        target = None
        notes.append("Chỉ tiêu bằng 0 được xét như không có chỉ tiêu.")
    exceed = None if target is None else _exceed(criterion.direction, actual, target)
    return _Result(row.unit, actual, target, tuple(notes), exceed)


def _exceed(direction: Direction, actual: Decimal, target: Decimal) -> Fraction:
    """By what part of the target the result is better; negative when it is worse."""
    better = Fraction(actual) - Fraction(target)
    if direction is Direction.LESS:
        better = -better
    # Nothing is below a limit of zero: it can be kept or broken, never exceeded.
    return better / Fraction(target) if target else better


def _against_target(criterion: Criterion, results: list[_Result], places: int) -> Computed:
    best = max((result.exceed or Fraction(0) for result in results), default=Fraction(0))
    ahead = (result.unit for result in results if best > 0 and result.exceed == best)
    leaders = tuple(sorted(ahead, key=lambda unit: (sort_key(unit.short_name), unit.id)))
    return {
        result.unit.id: _one_against_target(criterion, result, leaders, best, places)
        for result in results
    }


def _one_against_target(
    criterion: Criterion, result: _Result, leaders: tuple[Unit, ...], best: Fraction, places: int
) -> Explanation:
    exceed = result.exceed or Fraction(0)
    most, part = Fraction(criterion.most), Fraction(criterion.target_share)
    inputs: list[tuple[str, Exact]] = [("A", result.actual), ("T", result.target or ZERO)]
    inputs += [("M", criterion.most), ("s", criterion.target_share)]
    if exceed < 0:
        formula, (expression, ratio) = Formula.BELOW, _reached(criterion.direction, result)
        exact = part * most * ratio
    elif exceed == 0:
        formula, expression, exact = Formula.MET, "{s} × {M}", part * most
    elif exceed == best:
        formula, expression, exact = Formula.LEADER, "{M}", most
        inputs.append(("V", exceed))
    else:
        formula, expression = Formula.EXCEEDED, "{s} × {M} + ({V} : {D}) × (1 − {s}) × {M}"
        exact = part * most + exceed / best * (1 - part) * most
        inputs += [("V", exceed), ("D", best)]
    return Explanation(
        formula=formula,
        expression=expression,
        inputs=tuple(inputs),
        exact=exact,
        points=half_up(exact, places),
        leaders=leaders,
        leader_exceed=best if leaders else None,
        notes=result.notes,
    )


def _reached(direction: Direction, result: _Result) -> tuple[str, Fraction]:
    """How much of the target is reached, where it is not met; turned round where less is better."""
    actual, target = Fraction(result.actual), Fraction(result.target or ZERO)
    if direction is Direction.MORE:
        return "{s} × {M} × ({A} : {T})", actual / target
    return "{s} × {M} × ({T} : {A})", target / actual


def _among_themselves(criterion: Criterion, results: list[_Result], places: int) -> Computed:
    """Units without a target: measured by the best of them, never by the leader of the others."""
    less = criterion.direction is Direction.LESS
    actuals = [result.actual for result in results]
    best = (min(actuals) if less else max(actuals)) if actuals else ZERO
    found: Computed = {}
    for result in results:
        expression, ratio = _beside_best(result.actual, best, less)
        exact = ratio * Fraction(criterion.most)
        found[result.unit.id] = Explanation(
            formula=Formula.NO_TARGET,
            expression=expression,
            inputs=(("A", result.actual), ("B", best), ("M", criterion.most)),
            exact=exact,
            points=half_up(exact, places),
            notes=result.notes,
        )
    return found


def _beside_best(actual: Decimal, best: Decimal, less: bool) -> tuple[str, Fraction]:
    if less:
        if actual == best:
            return "{M}", Fraction(1)
        return "({B} : {A}) × {M}", Fraction(best) / Fraction(actual)
    if best == 0:
        # Nobody has a result, so there is nothing to be measured by.
        return "{A} × {M}", Fraction(0)
    return "({A} : {B}) × {M}", Fraction(actual) / Fraction(best)


# --- a unit by itself -----------------------------------------------------------------------


def _pass_fail(criterion: Criterion, line: ScoreLine, places: int) -> Explanation | None:
    if line.passed is None:
        return None
    passed = line.passed is Passed.YES
    return _within(
        criterion,
        Formula.PASSED if passed else Formula.FAILED,
        "{M}" if passed else "0 × {M}",
        (("M", criterion.most),),
        criterion.most if passed else ZERO,
        places,
    )


def _count(criterion: Criterion, line: ScoreLine, places: int) -> Explanation | None:
    """None without points for one: the score itself is typed then (chấm thẳng)."""
    if line.count is None or criterion.unit_points is None:
        return None
    inputs = (("n", Decimal(line.count)), ("d", criterion.unit_points))
    exact = line.count * criterion.unit_points
    return _within(criterion, Formula.COUNT, "{n} × {d}", inputs, exact, places)


def _plus_minus(criterion: Criterion, line: ScoreLine, places: int) -> Explanation | None:
    if line.bonus_count is None and line.penalty_count is None:
        return None
    plus, minus = line.bonus_count or 0, line.penalty_count or 0
    inputs = (
        ("c", Decimal(plus)),
        ("e", criterion.bonus_points),
        ("t", Decimal(minus)),
        ("f", criterion.penalty_points),
    )
    exact = plus * criterion.bonus_points - minus * criterion.penalty_points
    expression = "{c} × {e} − {t} × {f}"
    return _within(criterion, Formula.PLUS_MINUS, expression, inputs, exact, places)


def _bands(criterion: Criterion, line: ScoreLine, places: int) -> Explanation | None:
    """None where the result lies in no band: the table has a gap that a person must judge."""
    if line.actual is None:
        return None
    band = band_of(read_bands(criterion.bands), line.actual)
    if band is None:
        return None
    inputs = (("A", line.actual),)
    note = f"A = {number(line.actual)} thuộc mức «{band.text}»."
    return _within(criterion, Formula.BAND, "", inputs, band.points, places, (note,))


def _within(
    criterion: Criterion,
    formula: Formula,
    expression: str,
    inputs: tuple[tuple[str, Decimal], ...],
    exact: Decimal,
    places: int,
    notes: tuple[str, ...] = (),
) -> Explanation:
    """The score held between the lowest and the highest of the criterion."""
    held = min(max(exact, criterion.least), criterion.most)
    return Explanation(
        formula=formula,
        expression=expression,
        inputs=inputs,
        exact=exact,
        points=half_up(held, places),
        limit=held if held != exact else None,
        notes=notes,
    )


_FORMULAS: dict[Kind, Callable[[Criterion, ScoreLine, int], Explanation | None]] = {
    Kind.PASS_FAIL: _pass_fail,
    Kind.COUNT: _count,
    Kind.PLUS_MINUS: _plus_minus,
    Kind.BANDS: _bands,
}
