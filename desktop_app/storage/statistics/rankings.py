"""The yearly round of scoring of a period, for the comparison of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.years.period import Period
from desktop_app.storage.score_rounds import year_round

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def scored_years(file: DataFile, period: Period) -> tuple[ScoreRound, ...]:
    """One, or none while nothing was scored; its places are not worked out yet."""
    scored = year_round(file, period)
    return (scored,) if scored is not None and scored.has_scores else ()
