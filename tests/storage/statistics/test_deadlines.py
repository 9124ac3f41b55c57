"""Attendance, deadlines and rankings that the file tells are those of its records."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from desktop_app.domain.meetings.meeting import Capacity
from desktop_app.domain.scores.sheet import Round
from desktop_app.domain.statistics.answers import behind, made_ready
from desktop_app.domain.statistics.attendance import HELD
from desktop_app.domain.statistics.question import Axis, DueKind, Question, Subject
from desktop_app.new_file import create_sample
from desktop_app.storage.statistics.attendance import attendance_counts
from desktop_app.storage.statistics.deadlines import due_items
from desktop_app.storage.statistics.rankings import scored_years

TODAY = dt.date(2018, 11, 20)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    with create_sample(tmp_path_factory.mktemp("han") / "mau.thidua") as made:
        yield made


@pytest.fixture(scope="module")
def period(file):
    return file.periods.all()[0]


def test_attendance_is_that_of_the_meetings_that_were_held(file, period):
    expected = Counter(
        (person.unit.id, person.presence)
        for meeting in file.meetings.of_period(period)
        if meeting.state in HELD
        for person in meeting.attendance
        if person.unit and person.capacity is Capacity.MEMBER
    )
    assert expected
    found = attendance_counts(file, period)
    assert {(c.unit.id, c.outcome): c.times for c in found} == expected


@pytest.mark.parametrize("subject", [Subject.ATTENDANCE, Subject.TIMELINESS])
def test_every_count_lists_as_many_records_as_it_says(subject, file, period):
    question = Question(subject, period, (period,), columns=Axis.OUTCOME, today=TODAY)
    table = file.figures_of(question)
    assert table.has_figures
    for line in table.lines:
        for place, head in enumerate(table.heads[:-1]):
            listed = file.figures_of(behind(question, line.key, head.key))
            assert len(listed.lines) == line.values[place], (line.name, head.words)
            for each in listed.lines:
                kind, record = each.opens
                assert file.store_named(kind).find(record) is not None


def test_what_is_owed_by_a_day_is_in_the_records(file, period):
    items = due_items(file, period)
    by_kind = Counter(item.kind for item in items)
    tasks = [
        conclusion
        for meeting in file.meetings.of_period(period)
        for conclusion in meeting.conclusions
        if conclusion.unit and conclusion.due
    ]
    members = len(period.members_on(None))
    assert by_kind[DueKind.TASK] == len(tasks) > 0
    assert by_kind[DueKind.REGISTRATION] == members
    (round_,) = file.consultations.of_period(period)
    assert by_kind[DueKind.COMMENTS] == (len({c.unit.id for c in round_.comments}) or 0)
    waiting = {item.unit.id for item in items if item.kind is DueKind.COMMENTS and not item.is_done}
    assert waiting == {unit.id for unit in round_.waiting}
    sent = {r.unit.id: r.sent_on for r in file.registrations.of_period(period) if r.counts}
    owed = [item for item in items if item.kind is DueKind.REGISTRATION]
    assert {item.unit.id: item.done_on for item in owed if item.is_done} == sent


def test_scores_are_those_of_the_ranking(file, period):
    (year,) = map(made_ready, scored_years(file, period))
    scored = next(r for r in file.score_rounds_of(period) if r.round is Round.YEAR)
    told = {score.unit.id: (score.total, score.place) for score in year.scores}
    assert told == {s.unit.id: (s.score.final, s.place) for s in scored.standings}
    assert year.most == scored.criteria.max_total
    assert not year.is_final
    assert scored_years(file, file.periods.all()[1]) == ()
