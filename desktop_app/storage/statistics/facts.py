"""What a question needs of one year; the years are asked one by one, so that nothing waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from desktop_app.domain.statistics.answers import answer, made_ready
from desktop_app.domain.statistics.figures import Figures
from desktop_app.domain.statistics.question import COUNTED, Question, Subject, in_order
from desktop_app.domain.years.period import Period
from desktop_app.storage.statistics.attendance import attendance_counts, attendance_entries
from desktop_app.storage.statistics.deadlines import due_items
from desktop_app.storage.statistics.grants import award_counts, award_entries
from desktop_app.storage.statistics.rankings import scored_years

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

_SOURCES: dict[Subject, Callable[[DataFile, Question, Period], tuple[Any, ...]]] = {
    Subject.AWARDS: lambda file, _, period: award_counts(file, period),
    Subject.SCORES: lambda file, _, period: scored_years(file, period),
    Subject.PLACES: lambda file, _, period: scored_years(file, period),
    Subject.ATTENDANCE: lambda file, _, period: attendance_counts(file, period),
    Subject.TIMELINESS: lambda file, _, period: due_items(file, period),
    Subject.AWARD_LIST: award_entries,
    Subject.MEETING_LIST: attendance_entries,
    Subject.DUE_LIST: lambda file, _, period: due_items(file, period),
    Subject.SHEET_LIST: lambda file, _, period: scored_years(file, period),
}


def facts_of(file: DataFile, question: Question, period: Period) -> tuple[Any, ...]:
    """The facts of one of the question's years; `answers.made_ready` does the rest of the work."""
    return _SOURCES[question.subject](file, question, period)


def figures_of(file: DataFile, question: Question) -> Figures:
    """The answer, from all years at once."""
    found = (facts_of(file, question, period) for period in question.periods)
    return answer(question, map(made_ready, chain.from_iterable(found)))


def all_figures(file: DataFile) -> Iterator[Figures]:
    """Every subject in its plainest form, over all years of each cluster."""
    for cluster in file.clusters.all():
        years = in_order(p for p in file.periods.all() if p.cluster.id == cluster.id)
        for subject in COUNTED if years else ():
            yield figures_of(file, Question(subject, years[-1], years))
