"""The register of conclusions in the window: followed up after closing, filtered, opened."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.meetings.conclusion import TaskState
from desktop_app.ui.meetings.tasks_view import TasksView

MEETINGS = 3
SIGNING = "hn-ky-ket-2018"
TASK = "kl-ky-ket-3"


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(MEETINGS)
    page = window.page()
    place = next(n for n, (_, kind) in enumerate(page.views) if kind is TasksView)
    view = page.turn_to(place)
    qtbot.waitUntil(view.isVisible)
    assert view.select(TASK)
    return view


def choose(box, text):
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_closed_minutes_stay_as_they_are_while_a_task_is_followed_up(window, view):
    meeting = window.file.meetings.get(SIGNING)
    version = window.file.conference_of(meeting).version_in_force
    assert version is not None
    view.form.fields["state"].set_value(TaskState.DONE)
    view.form.fields["state"].edited.emit()
    assert not view.save()
    assert "ngày hoàn thành" in view.form.fields["done_on"].problem()
    view.form.fields["done_on"].set_value(dt.date(2018, 7, 9))
    view.form.fields["result"].set_value("Đã gửi báo cáo")
    assert view.save()
    saved = window.file.meetings.get(SIGNING)
    (task,) = (each for each in saved.conclusions if each.id == TASK)
    assert (task.state, task.result) == (TaskState.DONE, "Đã gửi báo cáo")
    after = window.file.conference_of(saved)
    assert after.version_in_force == version.replace(meeting=saved)
    assert after.version_in_force.is_intact
    window.actions_.undo.trigger()
    assert window.file.meetings.get(SIGNING) == meeting


def test_late_tasks_are_told_and_can_be_chosen(window, view):
    assert "Quá hạn" in view.form.chip_of(view.form.shown)[0]
    choose(view.states, "Quá hạn")
    assert [record.id for record in view.list.records()] == [TASK]
    choose(view.states, "Đã xong")
    assert len(view.list.records()) == 2
    choose(view.states, "Mọi tình trạng")
    choose(view.units, "Không giao riêng")
    assert TASK not in [record.id for record in view.list.records()]


def test_meeting_of_a_conclusion_is_opened(window, view):
    view.open_meeting()
    assert window.page().record.id == SIGNING


def test_nothing_is_added_or_deleted_here(view):
    assert not view.can_add
    assert not view.can_delete
    assert not view.can_duplicate


def test_letter_of_the_late_unit_is_shown(view, qtbot):
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=15000)
    wish = view.paper_wish()
    assert wish.part == view.form.shown.unit.id
