"""The rounds of scoring of a period, gathered from the stores of a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.scores.score_round import (
    ScoreRound,
    criteria_of,
    flagged,
    score_round,
)
from desktop_app.domain.scores.sheet import Round
from desktop_app.domain.years.period import Period

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def score_rounds(file: DataFile, period: Period) -> tuple[ScoreRound, ...]:
    """One for each round; none while no criteria have been adopted."""
    return tuple(_rounds(file, period))


def _rounds(file: DataFile, period: Period) -> Iterator[ScoreRound]:
    last = _period_before(file, period)
    decisions = {d.round: d for d in file.tie_decisions.of_period(period)}
    for when in Round:
        found = _bare(file, period, when)
        if found is None:
            return
        before = _bare(file, last, when) if last else None
        totals: dict[str, Decimal] = {}
        if before and before.is_final:
            totals = {u.id: before.board.total(u).final for u in before.board.units}
        grants = (g for d in file.decisions.all() for g in d.grants)
        yield found.replace(
            decision=decisions.get(when),
            honoured_last_year=flagged(grants, last.name) if last else None,
            last_year=totals,
            last_year_most=before.criteria.max_total if totals and before else None,
            inspections=file.inspections.of_period(period),
        )


def _bare(file: DataFile, period: Period, when: Round) -> ScoreRound | None:
    """The sheets of a round alone."""
    sheets = file.sheets.of_period(period)
    criteria = criteria_of(file.criteria.of_period(period), sheets, when)
    return score_round(period, criteria, when, sheets) if criteria else None


def _period_before(file: DataFile, period: Period) -> Period | None:
    since = period.since or dt.date.max
    earlier = [
        each
        for each in file.periods.all()
        if each.cluster.id == period.cluster.id and each.until and each.until < since
    ]
    return max(earlier, key=lambda each: each.until or dt.date.min, default=None)
