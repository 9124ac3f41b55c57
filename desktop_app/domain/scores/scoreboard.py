"""All scores of a round: every unit in every criterion, kept up to date cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop_app.domain.record import Choice
from desktop_app.domain.scores.criteria import CriteriaSet, FinalRule
from desktop_app.domain.scores.criterion import ZERO, Criterion, Kind
from desktop_app.domain.scores.explanation import Explanation, half_up
from desktop_app.domain.scores.scoring import Computed, Figures, computed
from desktop_app.domain.scores.sheet import Passed, ScoreLine, ScoreSheet
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number

_NO_LINE = ScoreLine(id="")


class Source(Choice):
    """Where a final score comes from."""

    NOT_ASSIGNED = "khong_giao", "Không giao cho đơn vị"
    MISSING = "thieu", "Chưa có số liệu"
    SELF = "tu_cham", "Tự chấm"
    COMPUTED = "tinh", "Tính theo công thức"
    REVIEW_1 = "tham_dinh_1", "Thẩm định lần 1"
    REVIEW_2 = "tham_dinh_2", "Thẩm định lần 2"
    SET = "chot_rieng", "Điểm chốt riêng"


@dataclass(frozen=True)
class Score:
    """A unit's scores in one criterion side by side; of a group, the sums of what is below.

    Each column carries on what stood before it, so that the sums of all four can be compared.
    """

    own: Decimal = ZERO
    """What the unit gives itself, or what the formula gives where it typed nothing."""
    first: Decimal = ZERO
    """What stands after the first review."""
    second: Decimal = ZERO
    final: Decimal = ZERO
    worth: Decimal = ZERO
    """The most the unit can have: criteria that are not assigned to it leave this figure."""
    missing: int = 0
    """How many leaves have no figures yet; they count 0."""
    source: Source | None = None
    """None for a group."""
    explanation: Explanation | None = None

    @property
    def completion(self) -> Decimal | None:
        """Final score in percent of what the unit can have, two decimals; None without any."""
        return self.share_of(self.final)

    def share_of(self, points: Decimal) -> Decimal | None:
        """Points of any column in percent of what the unit can have."""
        if self.worth <= 0:
            return None
        return half_up(Fraction(points) * 100 / Fraction(self.worth), 2)

    @property
    def is_assigned(self) -> bool:
        return self.source is not Source.NOT_ASSIGNED


class Scoreboard:
    """The scores of one criteria set from the sheets of one round.

    A changed sheet recomputes only the criteria whose lines changed, for all units, and the
    groups above them.
    """

    def __init__(self, criteria: CriteriaSet, sheets: Iterable[ScoreSheet]) -> None:
        self.criteria = criteria
        self._sheets = {sheet.unit.id: sheet for sheet in sheets}
        self._scores: dict[str, dict[str, Score]] = {}
        self._assigned = {
            criterion.id: {
                sheet.unit.id
                for sheet in self._sheets.values()
                if criteria.is_assigned(criterion, sheet.unit)
            }
            for criterion in criteria.tree.leaves
        }
        for criterion in reversed(criteria.tree.in_order):
            self._compute(criterion)

    @property
    def sheets(self) -> tuple[ScoreSheet, ...]:
        return tuple(self._sheets.values())

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple(sheet.unit for sheet in self.sheets)

    @property
    def waiting_for(self) -> tuple[Unit, ...]:
        """Units that have not handed in: until they do, quantitative scores may still change."""
        return tuple(sheet.unit for sheet in self.sheets if not sheet.is_submitted)

    def score(self, criterion: Criterion, unit: Unit) -> Score:
        """A unit's score in a leaf or a group."""
        return self._scores.get(criterion.id, {}).get(unit.id, Score())

    def total(self, unit: Unit) -> Score:
        """A unit's score over all sections."""
        sections = self.criteria.tree.roots
        return _sum([self.score(section, unit) for section in sections])

    def line(self, criterion: Criterion, unit: Unit) -> ScoreLine:
        """What the unit's sheet says; an empty line where it says nothing."""
        sheet = self._sheets.get(unit.id)
        return sheet.by_criterion.get(criterion.id, _NO_LINE) if sheet else _NO_LINE

    def update(self, sheet: ScoreSheet) -> tuple[Criterion, ...]:
        """Puts a changed sheet in; the criteria whose scores were computed anew, groups included.

        The sheet of a unit that is not on the board yet needs a new board.
        """
        before = self._sheets[sheet.unit.id]
        self._sheets[sheet.unit.id] = sheet
        tree = self.criteria.tree
        changed = {
            criterion.id
            for leaf in tree.leaves
            if _differ(_line_of(before, leaf), _line_of(sheet, leaf))
            for criterion in tree.path(leaf)
        }
        touched = tuple(criterion for criterion in tree.in_order if criterion.id in changed)
        for criterion in reversed(touched):
            self._compute(criterion)
        return touched

    def why(self, criterion: Criterion, unit: Unit) -> tuple[str, ...]:
        """The sentences that lead to a leaf's final score, for the screen and for paper."""
        score, line = self.score(criterion, unit), self.line(criterion, unit)
        if score.source in (None, Source.NOT_ASSIGNED, Source.MISSING):
            return (f"{score.source}.",) if score.source else ()
        steps = score.explanation.steps if score.explanation else ()
        typed = (
            ("Tự chấm", line.self_score, ""),
            ("Thẩm định lần 1", line.review1, line.reason1),
            ("Thẩm định lần 2", line.review2, line.reason2),
            ("Điểm chốt riêng", line.final_score, line.final_reason),
        )
        said = [
            f"{who}: {number(value)}" + (f" ({reason})." if reason else ".")
            for who, value, reason in typed
            if value is not None
        ]
        return (*steps, *said, f"Điểm cuối: {number(score.final)} – {score.source}.")

    def differs(self, criterion: Criterion, unit: Unit) -> bool:
        """Whether a typed score stands although the formula now gives another one."""
        score = self.score(criterion, unit)
        return score.explanation is not None and score.explanation.points != score.final

    def is_knocked_out(self, criterion: Criterion, unit: Unit) -> bool:
        """Whether a unit fails a knock-out criterion (điểm liệt).

        Failed means: no points where there are points to have, a penalty where penalties are
        counted, «không đạt» where the criterion is worth nothing. What is not filled in yet or
        is not assigned bars nobody.
        """
        score, line = self.score(criterion, unit), self.line(criterion, unit)
        open_ones = (None, Source.NOT_ASSIGNED, Source.MISSING)
        if not criterion.knock_out or score.source in open_ones:
            return False
        if criterion.kind is Kind.PLUS_MINUS:
            penalised = score.source is Source.COMPUTED and bool(line.penalty_count)
            return penalised or score.final < 0
        if criterion.most == 0:
            return line.passed is Passed.NO
        return score.final == 0

    # --- computing --------------------------------------------------------------------

    def _compute(self, criterion: Criterion) -> None:
        tree = self.criteria.tree
        if tree.is_leaf(criterion):
            self._scores[criterion.id] = self._leaf_scores(criterion)
            return
        below = [self._scores[child.id] for child in tree.children(criterion)]
        self._scores[criterion.id] = {
            unit: _sum([scores[unit] for scores in below]) for unit in self._sheets
        }

    def _leaf_scores(self, criterion: Criterion) -> dict[str, Score]:
        assigned = self._assigned[criterion.id]
        lines = {unit: _line_of(sheet, criterion) for unit, sheet in self._sheets.items()}
        rows = [
            Figures(sheet.unit, lines[unit], self._target(criterion, sheet.unit, lines[unit]))
            for unit, sheet in self._sheets.items()
            if unit in assigned
        ]
        by_unit: Computed = computed(criterion, rows, self.criteria.rounding_places)
        return {
            unit: leaf_score(self.criteria, criterion, line, by_unit.get(unit))
            if unit in assigned
            else Score(source=Source.NOT_ASSIGNED)
            for unit, line in lines.items()
        }

    def _target(self, criterion: Criterion, unit: Unit, line: ScoreLine) -> Decimal | None:
        return line.target if line.target is not None else self.criteria.target(criterion, unit)


def leaf_score(
    criteria: CriteriaSet, criterion: Criterion, line: ScoreLine, result: Explanation | None
) -> Score:
    """The columns of one leaf from what was computed and what was typed."""

    def held(value: Decimal | None) -> Decimal | None:
        if value is None:
            return None
        within = min(max(value, criterion.least), criterion.most)
        return half_up(within, criteria.rounding_places)

    own, typed1, typed2 = held(line.self_score), held(line.review1), held(line.review2)
    # The formula goes before a unit's own figure, which was typed before the others were known.
    base = result.points if result else own
    first = typed1 if typed1 is not None else base
    second = typed2 if typed2 is not None else first
    columns = (
        (Source.REVIEW_2, typed2),
        (Source.REVIEW_1, typed1),
        (Source.COMPUTED if result else Source.SELF, base),
    )
    source, final = _chosen(criteria.final_rule, columns, held(line.final_score))
    return Score(
        own=_or_zero(own if own is not None else base),
        first=_or_zero(first),
        second=_or_zero(second),
        final=_or_zero(final),
        worth=criterion.most,
        # Nothing to add and nothing to take away is an answer, not a gap.
        missing=int(final is None and criterion.kind is not Kind.PLUS_MINUS),
        source=source,
        explanation=result,
    )


def _chosen(
    rule: FinalRule, columns: tuple[tuple[Source, Decimal | None], ...], set_aside: Decimal | None
) -> tuple[Source, Decimal | None]:
    """The final score and where it comes from; the newest column stands first."""
    if set_aside is not None:
        return Source.SET, set_aside
    given = [(source, value) for source, value in columns if value is not None]
    if not given:
        return Source.MISSING, None
    return max(given, key=lambda column: column[1]) if rule is FinalRule.HIGHEST else given[0]


def _or_zero(value: Decimal | None) -> Decimal:
    return ZERO if value is None else value


def _line_of(sheet: ScoreSheet, criterion: Criterion) -> ScoreLine:
    return sheet.by_criterion.get(criterion.id, _NO_LINE)


def _differ(one: ScoreLine, other: ScoreLine) -> bool:
    # Most lines of a changed sheet are the very same objects.
    return one is not other and one != other


def _sum(scores: list[Score]) -> Score:
    return Score(
        own=sum((score.own for score in scores), ZERO),
        first=sum((score.first for score in scores), ZERO),
        second=sum((score.second for score in scores), ZERO),
        final=sum((score.final for score in scores), ZERO),
        worth=sum((score.worth for score in scores), ZERO),
        missing=sum(score.missing for score in scores),
    )
