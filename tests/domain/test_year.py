"""The year at a glance: its steps and its tasks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.domain.award_catalogue import read_catalogue
from desktop_app.domain.compact import CompactState
from desktop_app.domain.sample_cluster import sample_cluster
from desktop_app.domain.year import StepState, Year

TEXT = (Path(__file__).resolve().parents[2] / "resources/catalogue/awards.json").read_text("utf-8")
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
