"""How often each unit did what was asked of it: outcomes across, or the years with their shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import Choice
from desktop_app.domain.statistics.figures import TOTAL, Drawing, Figures, Head, Line, share_of
from desktop_app.domain.statistics.question import Axis, Question, year_words
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period

SHARE = "ty_le"
"""The key of the column of shares."""


@dataclass(frozen=True)
class OutcomeCount:
    """So many times a unit had an outcome in a year."""

    period: Period
    unit: Unit
    outcome: Choice
    times: int = 1


@dataclass(frozen=True)
class Outcomes:
    """The outcomes of a subject, those that are good, and those that say nothing yet."""

    all: tuple[Choice, ...]
    good: tuple[Choice, ...]
    neutral: tuple[Choice, ...]
    whole: str
    """The head over all of them: «Được mời»."""
    share: str
    """The head over the share of good ones: «Tỷ lệ dự (%)»."""

    open_label: str = ""
    """What one that says nothing yet is called, where its own word says too much."""

    def label(self, outcome: Choice) -> str:
        """What an outcome is called in heads and lists."""
        is_open = bool(self.open_label) and outcome in self.neutral
        return self.open_label if is_open else outcome.label

    def share_of(self, times: Callable[[Choice], int]) -> Decimal | None:
        """Good ones of those that say something, in percent."""
        whole = sum(times(each) for each in self.all if each not in self.neutral)
        return share_of(sum(times(each) for each in self.good), whole)


@dataclass(frozen=True)
class Wording:
    """What a table of outcomes says beside its figures."""

    name: str
    measure: str
    notes: tuple[str, ...]
    empty: str


def outcome_table(
    question: Question, counts: Iterable[OutcomeCount], outcomes: Outcomes, words: Wording
) -> Figures:
    """Every member, with or without anything to count, and the cluster's sum."""
    times: Counter[tuple[str, str, Choice]] = Counter()
    units = {unit.id: unit for unit in question.units}
    for count in counts:
        units.setdefault(count.unit.id, count.unit)
        for unit in (count.unit.id, TOTAL):
            for year in (count.period.id, TOTAL):
                times[unit, year, count.outcome] += count.times
    by_year = question.columns is Axis.YEAR
    row = _shares(question, times, outcomes) if by_year else _outcomes(times, outcomes)
    lines = [
        Line(u.id, question.name_of(u), row(u.id), short=u.short_name_on(question.day))
        for u in units.values()
    ]
    if len(lines) > 1:
        lines.append(Line(TOTAL, "Toàn cụm", row(TOTAL), is_total=True))
    return Figures(
        id=f"{question.period.id}-{question.subject.value}",
        period=question.period,
        name=f"{words.name}, {question.span}",
        first=Axis.UNIT.label,
        heads=_year_heads(question) if by_year else _outcome_heads(outcomes),
        lines=tuple(lines),
        measure="%" if by_year else words.measure,
        main=TOTAL if by_year else SHARE,
        notes=(*words.notes, *question.provisional_notes),
        empty=words.empty,
        drawing=Drawing(head=TOTAL if by_year else SHARE),
    )


def _outcome_heads(outcomes: Outcomes) -> tuple[Head, ...]:
    own = (Head(str(each.value), outcomes.label(each)) for each in outcomes.all)
    return (
        Head(TOTAL, outcomes.whole, is_drawn=False),
        *own,
        Head(SHARE, outcomes.share, is_drawn=False, measure="%"),
    )


def _year_heads(question: Question) -> tuple[Head, ...]:
    years = (Head(each.id, f"{year_words(each)} (%)") for each in question.periods)
    return (*years, Head(TOTAL, "Chung (%)", is_drawn=False))


def _outcomes(
    times: Counter[tuple[str, str, Choice]], outcomes: Outcomes
) -> Callable[[str], tuple[int | Decimal | None, ...]]:
    def row(unit: str) -> tuple[int | Decimal | None, ...]:
        own = [times[unit, TOTAL, each] for each in outcomes.all]
        share = outcomes.share_of(lambda each: times[unit, TOTAL, each])
        return (sum(own), *own, share)

    return row


def _shares(
    question: Question, times: Counter[tuple[str, str, Choice]], outcomes: Outcomes
) -> Callable[[str], tuple[int | Decimal | None, ...]]:
    years: Sequence[str] = [*(each.id for each in question.periods), TOTAL]

    def row(unit: str) -> tuple[int | Decimal | None, ...]:
        return tuple(
            outcomes.share_of(lambda each, year=year: times[unit, year, each])  # type: ignore[misc]
            for year in years
        )

    return row
