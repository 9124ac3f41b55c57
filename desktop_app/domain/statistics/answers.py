"""From what was asked and what was counted to the one table of the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.statistics.attendance import attendance_list, attendance_table
from desktop_app.domain.statistics.award_list import award_list
from desktop_app.domain.statistics.award_table import award_table
from desktop_app.domain.statistics.figures import TOTAL, Figures
from desktop_app.domain.statistics.outcome_table import SHARE
from desktop_app.domain.statistics.question import Question, Subject
from desktop_app.domain.statistics.score_years import MEAN, MOST, ScoreYear, score_list, score_table
from desktop_app.domain.statistics.timeliness import due_list, due_table

_ANSWERS: dict[Subject, Callable[[Question, Iterable[Any]], Figures]] = {
    Subject.AWARDS: award_table,
    Subject.SCORES: score_table,
    Subject.PLACES: score_table,
    Subject.ATTENDANCE: attendance_table,
    Subject.TIMELINESS: due_table,
    Subject.AWARD_LIST: award_list,
    Subject.MEETING_LIST: attendance_list,
    Subject.DUE_LIST: due_list,
    Subject.SHEET_LIST: score_list,
}


def answer(question: Question, facts: Iterable[Any]) -> Figures:
    """The table of a question, from the facts of all its years."""
    return _ANSWERS[question.subject](question, facts)


def made_ready(fact: Any) -> Any:
    """The part of the work that needs no file: the places of a round are worked out."""
    return ScoreYear.of(fact) if isinstance(fact, ScoreRound) else fact


def behind(question: Question, line: str, head: str) -> Question:
    """What lists the records behind a cell; sums and shares narrow nothing."""
    return question.behind(line, head, (TOTAL, SHARE, MEAN, MOST))
