"""Working through the sheets of a round: what is open, taken over, handed on, and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.scores.criteria import CriteriaSet, LeadReviewer
from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.scoreboard import Score, Scoreboard
from desktop_app.domain.scores.sheet import (
    OWN_STEPS,
    Round,
    ScoreLine,
    ScoreSheet,
    SheetState,
    SheetStep,
)
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit

OPEN_FIELDS: dict[SheetState, tuple[str, ...]] = {
    SheetState.DRAFT: (
        "actual",
        "count",
        "passed",
        "bonus_count",
        "penalty_count",
        "target",
        "self_score",
        "evidence",
    ),
    SheetState.SUBMITTED: ("review1", "reason1"),
    SheetState.REVIEWED: ("explanation", "evidence"),
    SheetState.EXPLAINED: ("review2", "reason2"),
    SheetState.REVIEWED_AGAIN: ("final_score", "final_reason"),
}
"""What may be written into a line in each state; in the others nothing is."""
REVIEWS = {SheetState.SUBMITTED: "review1", SheetState.EXPLAINED: "review2"}
"""The column that reviewers fill in."""
WAITING = (SheetState.SUBMITTED, SheetState.REVIEWED, SheetState.EXPLAINED)
"""States in which rows wait for somebody: reviewers, or the unit with its explanation."""
REASONS = {"review1": "reason1", "review2": "reason2", "final_score": "final_reason"}
"""Column of scores → the field that holds its reason."""
_MARKS = {"review1": "1", "review2": "2"}
_REVIEWED = {SheetState.REVIEWED: "1", SheetState.REVIEWED_AGAIN: "2"}


def missing_sheets(
    criteria: CriteriaSet, when: Round, sheets: Iterable[ScoreSheet]
) -> tuple[ScoreSheet, ...]:
    """An empty sheet for every member that has none of this round, in the cluster's order."""
    there = {sheet.unit.id for sheet in sheets if sheet.round is when}
    return tuple(
        ScoreSheet(period=criteria.period, criteria=criteria, unit=member.unit, round=when)
        for member in criteria.period.members_on(None)
        if member.unit.id not in there
    )


def in_unit_order(sheets: Iterable[ScoreSheet]) -> tuple[ScoreSheet, ...]:
    """As the cluster lists its units; units that left within the year stand last."""
    listed = tuple(sheets)
    places = {
        unit.id: place
        for sheet in listed[:1]
        for place, unit in enumerate(sheet.period.units_of_the_year)
    }
    return tuple(sorted(listed, key=lambda sheet: places.get(sheet.unit.id, len(places))))


def is_done(sheet: ScoreSheet, line: ScoreLine, score: Score) -> bool:
    """Whether nothing is left to do in a leaf before the sheet goes on."""
    review = REVIEWS.get(sheet.state)
    if review is None:
        return not score.missing
    return getattr(line, review) is not None or not _is_asked(line, review)


def progress(board: Scoreboard, sheet: ScoreSheet) -> tuple[int, int]:
    """How many of the assigned leaves are done in the sheet's state, and how many there are."""
    pairs = [(leaf, board.score(leaf, sheet.unit)) for leaf in board.criteria.tree.leaves]
    done = [
        is_done(sheet, board.line(leaf, sheet.unit), score)
        for leaf, score in pairs
        if score.is_assigned
    ]
    return sum(done), len(done)


def to_do(board: Scoreboard, sheet: ScoreSheet) -> tuple[Criterion, ...]:
    """The rows that wait for somebody: to be reviewed, or to be explained by the unit."""
    return tuple(leaf for leaf in board.criteria.tree.leaves if _waits(board, sheet, leaf))


def _waits(board: Scoreboard, sheet: ScoreSheet, leaf: Criterion) -> bool:
    line, review = board.line(leaf, sheet.unit), REVIEWS.get(sheet.state)
    if sheet.state is SheetState.REVIEWED:
        return bool(line.reason1) and not line.explanation
    if review is None or getattr(line, review) is not None or not _is_asked(line, review):
        return False
    return before_review(board.score(leaf, sheet.unit), line, review) is not None


def _is_asked(line: ScoreLine, review: str) -> bool:
    """Whether a review looks at a line: the second one at what the first changed or left out."""
    settled = line.review1 is not None and not line.reason1 and not line.explanation
    return review == "review1" or not settled


# --- reviewing a line -----------------------------------------------------------------------


def before_review(score: Score, line: ScoreLine, column: str) -> Decimal | None:
    """The score a review looks at: computed where there is a formula, else the unit's own.

    None while the unit has given no figures.
    """
    if score.missing or not score.is_assigned:
        return None
    if column == "review2":
        return score.first
    return score.explanation.points if score.explanation else score.own


def reviewed(line: ScoreLine, column: str, value: Decimal | None, day: dt.date) -> ScoreLine:
    """The line with a review and its day; one that is taken out leaves no day and no reason."""
    if value is None:
        return _without_review(line, column)
    return line.replace(**{column: value, f"reviewed{_MARKS[column]}_on": day})


def _without_review(line: ScoreLine, column: str) -> ScoreLine:
    mark = _MARKS[column]
    words = {f"reason{mark}": "", f"reviewer{mark}": ""}
    return line.replace(**{column: None, f"reviewed{mark}_on": None}, **words)


def without_reviews(line: ScoreLine) -> ScoreLine:
    """The line as it goes to the reviewers anew: the unit has changed what they looked at."""
    return _without_review(_without_review(line, "review1"), "review2")


def accepted(
    board: Scoreboard, sheet: ScoreSheet, criterion: Criterion, day: dt.date
) -> ScoreLine | None:
    """The line with what stands before it taken over as the review.

    None where there is nothing to take over: no review is open now, no figures, not assigned,
    or reviewed already. Where a unit's own score differs from its formula, the formula's is
    taken and the line lacks a reason.
    """
    column = REVIEWS.get(sheet.state)
    line = sheet.by_criterion.get(criterion.id) or ScoreLine(criterion=criterion.id)
    if column is None or getattr(line, column) is not None:
        return None
    value = before_review(board.score(criterion, sheet.unit), line, column)
    return None if value is None else reviewed(line, column, value, day)


def wants_reason(line: ScoreLine) -> str:
    """The field of a reason that the line lacks; empty when it lacks none."""
    found = line.problems()
    return next((field for field in REASONS.values() if field in found), "")


@dataclass(frozen=True)
class Accepted:
    """A sheet whose open rows were taken over, and the rows that a person must look at."""

    sheet: ScoreSheet
    count: int
    without_figures: tuple[Criterion, ...]
    against_formula: tuple[Criterion, ...]
    """The unit typed another score than its formula gives: that needs a reason."""


def all_accepted(board: Scoreboard, sheet: ScoreSheet, day: dt.date) -> Accepted:
    """Every row that has no review yet is taken over where that needs no word of a person."""
    column = REVIEWS.get(sheet.state, "")
    changed, empty, against, count = sheet, [], [], 0
    for leaf in board.criteria.tree.leaves if column else ():
        known, score = board.line(leaf, sheet.unit), board.score(leaf, sheet.unit)
        if is_done(sheet, known, score):
            continue
        line = accepted(board, sheet, leaf, day)
        if line is None:
            if score.is_assigned:
                empty.append(leaf)
        elif wants_reason(line):
            against.append(leaf)
        else:
            changed, count = changed.with_line(line), count + 1
    return Accepted(changed, count, tuple(empty), tuple(against))


# --- handing on -----------------------------------------------------------------------------


def reviewer_of(sheet: ScoreSheet, day: dt.date) -> Unit | None:
    """In whose name a sheet is reviewed; None is the standing body.

    The lead unit reviews the others; its own sheet goes to whom the criteria set names.
    """
    lead, deputy = sheet.period.lead_on(day), sheet.period.deputy_on(day)
    if lead is None:
        return None
    if lead.unit.id != sheet.unit.id:
        return lead.unit
    to_deputy = sheet.criteria.lead_reviewer is LeadReviewer.DEPUTY and deputy is not None
    return deputy.unit if to_deputy and deputy else None


@dataclass(frozen=True)
class Order:
    """A step that one or many sheets are to take: to which state, when, by whom, in whose name.

    Where nobody is named, what a unit does itself is done by its representative.
    """

    state: SheetState
    day: dt.date
    name: str = ""
    person: Person | None = None
    by_rule: bool = True
    """In the name of whoever reviews each sheet by the rules; otherwise in that of `unit`."""
    unit: Unit | None = None
    reason: str = ""

    def step(self, sheet: ScoreSheet) -> SheetStep:
        """The step of one sheet; what a unit does itself is done in its own name."""
        unit, person = self.unit, self.person
        if self.state in OWN_STEPS:
            unit = sheet.unit
            if person is None and not self.name:
                member = sheet.period.membership_of(unit, self.day)
                person = member.representative if member else None
        elif self.by_rule:
            unit = reviewer_of(sheet, self.day)
        return SheetStep(
            state=self.state,
            day=self.day,
            name=self.name,
            person=person,
            unit=unit,
            reason=self.reason,
        )

    def moved(self, sheet: ScoreSheet) -> ScoreSheet:
        """The sheet after the step; its reviews without a name get that of the step.

        Raises UserFacingError with the reason when it is refused.
        """
        step = self.step(sheet)
        return _signed(sheet.moved(step), _REVIEWED.get(self.state, ""), step.who)


@dataclass(frozen=True)
class Handed:
    """What became of many sheets: those that took the step, and the others with the reason."""

    moved: tuple[ScoreSheet, ...]
    refused: tuple[tuple[ScoreSheet, str], ...]


def handed_on(order: Order, sheets: Sequence[ScoreSheet]) -> Handed:
    """Every sheet takes the step that may take it."""
    reasons = [(sheet, sheet.refusal(order.step(sheet))) for sheet in sheets]
    return Handed(
        tuple(order.moved(sheet) for sheet, why in reasons if not why),
        tuple((sheet, why) for sheet, why in reasons if why),
    )


def _signed(sheet: ScoreSheet, mark: str, who: str) -> ScoreSheet:
    """Lines with a review of this number that bear no name yet bear this one."""
    if not mark:
        return sheet
    lines = tuple(
        line.replace(**{f"reviewer{mark}": who})
        if getattr(line, f"review{mark}") is not None and not getattr(line, f"reviewer{mark}")
        else line
        for line in sheet.lines
    )
    return sheet.replace(lines=lines)
