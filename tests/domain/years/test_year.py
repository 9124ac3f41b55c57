"""The year at a glance: its steps, and its tasks from conferences, compact and nominations."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.commendations.nomination import NominationState
from desktop_app.domain.compacts.compact import CompactState
from desktop_app.domain.meetings.meeting import MeetingState
from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.domain.years.plan import StepState
from desktop_app.domain.years.year import Year

TEXT = (Path(__file__).resolve().parents[3] / "resources/catalogue/awards.json").read_text("utf-8")
TODAY = dt.date(2018, 4, 1)


@pytest.fixture
def year():
    sample = sample_cluster(read_catalogue(TEXT))
    return Year(
        period=sample.periods[0],
        compact=sample.compact,
        meetings=tuple(reversed(sample.meetings)),
        nominations=sample.nominations,
    )


def test_steps_run_by_day(year):
    steps = year.steps(TODAY)
    assert [step.day.month for step in steps] == [3, 7, 11]
    assert [step.state for step in steps] == [StepState.DONE, StepState.NOW, StepState.AHEAD]


def test_open_tasks_come_by_day(year):
    tasks = year.tasks(TODAY)
    days = [task.due for task in tasks]
    assert days == sorted(days)
    texts = [task.text for task in tasks]
    assert any(text.startswith("Cục CS PCCC và CNCH: Chuẩn bị nội dung sơ kết") for text in texts)
    assert "Gửi giấy mời: Hội nghị sơ kết phong trào thi đua 6 tháng đầu năm 2018" in texts
    assert "Ký kết giao ước thi đua" not in texts
    assert tasks[0].days_left(TODAY) == (tasks[0].due - TODAY).days


def test_unsigned_compact_is_a_task(year):
    draft = year.compact.replace(state=CompactState.DRAFT)
    (task,) = [t for t in year.replace(compact=draft).tasks(TODAY) if t.record == draft]
    assert task.due == dt.date(2018, 3, 13)


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.POSTPONED])
def test_meeting_that_does_not_take_place_is_no_step(year, state):
    first, *others = year.meetings
    dropped = year.replace(meetings=(first.replace(state=state), *others))
    assert len(dropped.steps(TODAY)) == len(year.steps(TODAY)) - 1


def test_overdue_conclusion_stays_for_sixty_days(year):
    text = "Chuẩn bị nội dung sơ kết"
    (due,) = [task.due for task in year.tasks(TODAY) if text in task.text]
    for late, is_shown in ((0, True), (1, True), (60, True), (61, False)):
        tasks = year.tasks(due + dt.timedelta(days=late))
        assert any(text in task.text for task in tasks) is is_shown


def test_honoured_nominations_are_still_to_be_submitted(year):
    first, second, *_ = year.nominations
    honoured = first.replace(state=NominationState.HONOURED)
    submitted = second.replace(state=NominationState.SUBMITTED)
    tasks = year.replace(nominations=(honoured, submitted)).tasks(TODAY)
    assert "Trình 1 đề nghị khen thưởng" in [task.text for task in tasks]
