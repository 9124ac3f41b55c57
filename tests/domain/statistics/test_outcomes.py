"""Attendance, what came in time, and scores over years: every share by hand."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.meetings.meeting import Presence
from desktop_app.domain.statistics.answers import answer, behind
from desktop_app.domain.statistics.figures import TOTAL
from desktop_app.domain.statistics.outcome_table import SHARE, OutcomeCount
from desktop_app.domain.statistics.question import Axis, DueKind, Question, Subject
from desktop_app.domain.statistics.score_years import MEAN, MOST, ScoreYear, UnitScore
from desktop_app.domain.statistics.timeliness import DueItem, DueOutcome
from tests.domain.statistics.conftest import NOW, PAST, A, B, C

TODAY = dt.date(2018, 6, 1)
DUE = dt.date(2018, 5, 20)


def asked(subject, columns=Axis.OUTCOME, **more):
    return Question(subject, NOW, (PAST, NOW), columns=columns, today=TODAY, **more)


def test_attendance_by_outcome_with_a_share_of_what_was_noted():
    counts = (
        OutcomeCount(PAST, A, Presence.PRESENT, 3),
        OutcomeCount(NOW, A, Presence.DEPUTY, 1),
        OutcomeCount(NOW, A, Presence.ABSENT, 2),
        OutcomeCount(NOW, A, Presence.INVITED, 4),
        OutcomeCount(NOW, C, Presence.ABSENT, 1),
    )
    table = answer(asked(Subject.ATTENDANCE), counts)
    heads = [head.words for head in table.heads]
    assert heads == [
        "Được mời", "Có mặt", "Ủy quyền dự thay", "Vắng", "Chưa ghi", "Tỷ lệ dự (%)"
    ]  # fmt: skip
    assert table.in_words == (
        ("Cục B", "0", "0", "0", "0", "0", "–"),
        ("Cục A", "10", "3", "1", "2", "4", "66,67"),
        ("Cục C", "1", "0", "0", "1", "0", "0"),
        ("Toàn cụm", "11", "3", "1", "3", "4", "57,14"),
    )
    by_year = answer(asked(Subject.ATTENDANCE, Axis.YEAR), counts)
    assert by_year.in_words[1] == ("Cục A", "100", "33,33", "66,67")
    cell = behind(asked(Subject.ATTENDANCE), "A", str(Presence.ABSENT.value))
    assert (cell.subject, cell.unit, cell.outcome) == (Subject.MEETING_LIST, "A", "vang")
    assert behind(asked(Subject.ATTENDANCE), "A", SHARE).outcome is None


def item(done_on=None, is_done=True, due=DUE, unit=A, kind=DueKind.TASK):
    return DueItem(NOW, unit, kind, "Việc", due, done_on, is_done, ("Meeting", "x"))


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (item(done_on=DUE), DueOutcome.IN_TIME),
        (item(done_on=DUE + dt.timedelta(days=1)), DueOutcome.LATE),
        (item(), DueOutcome.UNDATED),
        (item(is_done=False), DueOutcome.OVERDUE),
        (item(is_done=False, due=TODAY), DueOutcome.AHEAD),
    ],
)
def test_what_became_of_a_day(given, outcome):
    assert given.outcome(TODAY) is outcome


def test_what_came_in_time_by_unit_and_kind():
    items = (
        item(done_on=DUE),
        item(done_on=DUE + dt.timedelta(days=3)),
        item(is_done=False),
        item(is_done=False, due=dt.date(2018, 12, 1)),
        item(unit=B, kind=DueKind.REGISTRATION, done_on=DUE),
    )
    table = answer(asked(Subject.TIMELINESS), items)
    assert table.line("A").values == (4, 1, 1, 1, 1, 0, Decimal("33.33"))
    assert table.line(TOTAL).values == (5, 2, 1, 1, 1, 0, Decimal("50.00"))
    only = answer(asked(Subject.TIMELINESS, due=DueKind.REGISTRATION), items)
    assert only.line(TOTAL).values[0] == 1
    late = answer(behind(asked(Subject.TIMELINESS), "A", "cham"), items)
    assert [line.values[-1] for line in late.lines] == ["Chậm 3 ngày"]
    over = answer(behind(asked(Subject.TIMELINESS), TOTAL, "qua_han"), items)
    assert [line.values[-1] for line in over.lines] == ["Quá hạn 12 ngày"]


def scored(period, is_final, most, *totals):
    ordered = sorted((total for _, total in totals), reverse=True)
    scores = tuple(
        UnitScore(unit, f"phieu-{unit.id}", Decimal(total), ordered.index(total) + 1, "Đã chốt")
        for unit, total in totals
    )
    return ScoreYear(period, is_final, Decimal(most), scores)


YEARS = (scored(PAST, True, 100, (A, 90), (C, 80)), scored(NOW, False, 1000, (B, 950), (A, 900)))


def test_only_closed_rankings_count_until_others_are_asked_for():
    table = answer(asked(Subject.SCORES), YEARS)
    assert [head.words for head in table.heads] == ["2017"]
    assert table.in_words[1:3] == (("Cục A", "90"), ("Cục C", "80"))
    assert any("không tính: năm 2018" in note for note in table.notes)
    both = answer(asked(Subject.SCORES, with_open=True), YEARS)
    assert [head.words for head in both.heads] == ["2017", "2018 (tạm tính)"]
    assert both.line("A").values == (90, 900)
    assert both.line("B").values == (None, 950)
    assert both.line(MEAN).values == (Decimal("85.00"), Decimal("925.00"))
    assert both.line(MOST).values == (100, 1000)
    assert any("Điểm tối đa mỗi năm mỗi khác" in note for note in both.notes)
    assert any(note == "Tạm tính, còn có thể đổi: năm 2018." for note in both.notes)


def test_places_are_told_without_bars_and_a_cell_opens_its_sheet():
    table = answer(asked(Subject.PLACES, with_open=True), YEARS)
    assert table.line("A").values == (1, 2)
    assert table.drawing is None
    cell = behind(asked(Subject.PLACES, Axis.YEAR, with_open=True), "A", NOW.id)
    (year,) = [each for each in YEARS if each.period in cell.periods]
    (line,) = answer(cell, (year,)).lines
    assert line.opens == ("ScoreSheet", "phieu-A")


def test_nothing_scored_says_what_to_do():
    table = answer(asked(Subject.SCORES), ())
    assert not table.lines
    assert "Chốt các phiếu chấm" in table.empty


def test_an_axis_of_years_takes_one_year_out():
    question = dataclasses.replace(asked(Subject.ATTENDANCE), columns=Axis.YEAR)
    assert behind(question, TOTAL, PAST.id).periods == (PAST,)
