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
from desktop_app.storage.statistics.grants import honoured_for

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def score_rounds(file: DataFile, period: Period) -> tuple[ScoreRound, ...]:
    """One for each round; none while no criteria have been adopted."""
    return tuple(_rounds(file, period))


def year_round(file: DataFile, period: Period) -> ScoreRound | None:
    """The round of the year alone, with its places and without the year before it."""
    found = _bare(file, period, Round.YEAR)
    return _with_facts(file, found, _period_before(file, period)) if found else None


def _rounds(file: DataFile, period: Period) -> Iterator[ScoreRound]:
    last = _period_before(file, period)
    for when in Round:
        found = _bare(file, period, when)
        if found is None:
            return
        before = _bare(file, last, when) if last else None
        totals: dict[str, Decimal] = {}
        if before and before.is_final:
            totals = {u.id: before.board.total(u).final for u in before.board.units}
        yield _with_facts(file, found, last).replace(
            last_year=totals,
            last_year_most=before.criteria.max_total if totals and before else None,
            inspections=file.inspections.of_period(period),
        )


def _with_facts(file: DataFile, found: ScoreRound, last: Period | None) -> ScoreRound:
    """The round with what decides between equal units."""
    decisions = {d.round: d for d in file.tie_decisions.of_period(found.period)}
    return found.replace(
        decision=decisions.get(found.round),
        honoured_last_year=flagged(honoured_for(file, last.name)) if last else None,
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
