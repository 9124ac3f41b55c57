"""The yearly ranking of a period, for the comparison of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.statistics.score_years import ScoreYear
from desktop_app.domain.years.period import Period
from desktop_app.storage.score_rounds import year_round

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def score_years(file: DataFile, period: Period) -> tuple[ScoreYear, ...]:
    """One, or none while nothing was scored."""
    scored = year_round(file, period)
    return (ScoreYear.of(scored),) if scored is not None and scored.has_scores else ()
