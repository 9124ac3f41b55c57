"""The year plan on the screen: drawn up, changed, shifted, marked as done, refused."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.years.period import PeriodState
from desktop_app.domain.years.plan import StepKind, YearPlan
from desktop_app.ui import messages

SIGNING = "kh-2018-04"


@pytest.fixture
def plans(window, qtbot):
    """The view of the plan, its first step in hand."""
    window.tabs.setCurrentIndex(0)
    view = window.page(0).turn_to(1)
    qtbot.waitUntil(lambda: view.form.shown is not None)
    return view


@pytest.fixture
def no_plan(window, qtbot):
    """The same view in a year without a plan."""
    file = window.file
    file.plans.delete(file.plans.all()[0])
    window.reload()
    window.tabs.setCurrentIndex(0)
    view = window.page(0).turn_to(1)
    qtbot.waitUntil(view.isVisible)
    assert view.form.shown is None
    return view


def saved(window):
    (plan,) = window.file.plans.of_period(window.period)
    return plan


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_plan_is_drawn_up_from_the_template_in_one_undoable_click(window, no_plan, qtbot):
    click(qtbot, no_plan.template_button)
    assert len(saved(window).steps) == no_plan.list.model.total == 16
    assert no_plan.form.shown.kind is StepKind.MINISTRY_LAUNCH
    click(qtbot, no_plan.template_button)
    assert len(saved(window).steps) == 16
    window.actions_.undo.trigger()
    assert window.file.plans.all() == ()
    qtbot.waitUntil(lambda: no_plan.list.model.total == 0)


def test_first_step_typed_by_hand_begins_a_plan(window, no_plan):
    no_plan.add()
    no_plan.form.fields["kind"].set_value(StepKind.SIGNING)
    no_plan.form.fields["kind"].edited.emit()
    assert no_plan.form.fields["text"].value() == StepKind.SIGNING.label
    no_plan.form.fields["due"].set_value(dt.date(2018, 3, 20))
    assert no_plan.save()
    (step,) = saved(window).steps
    assert (step.kind, step.due) == (StepKind.SIGNING, dt.date(2018, 3, 20))


def test_day_is_moved_and_the_list_follows(window, plans, keys, qtbot):
    assert plans.select(SIGNING)
    due = plans.form.fields["due"]
    due.focus_editor()
    keys(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys("29/12/2018")
    keys(Qt.Key.Key_Tab)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    step = next(s for s in saved(window).steps if s.id == SIGNING)
    assert step.due == dt.date(2018, 12, 29)
    assert [s.id for s in plans.list.records()].index(SIGNING) == 12
    assert plans.form.shown.id == SIGNING


def test_due_before_start_is_refused_beside_the_field(window, plans):
    before = saved(window)
    plans.select(SIGNING)
    plans.form.fields["due"].set_value(dt.date(2018, 3, 1))
    assert not plans.save()
    assert plans.form.fields["due"].problem() == "Hạn hoàn thành đứng trước ngày bắt đầu."
    assert saved(window) == before
    plans.discard()


def test_day_outside_the_year_is_saved_with_a_remark(window, plans):
    plans.select("kh-2018-05")
    assert not plans.form._outside.isVisible()
    plans.form.fields["due"].set_value(dt.date(2019, 1, 5))
    plans.form.fields["due"].edited.emit()
    assert plans.form._outside.isVisible()
    assert "05/01/2019" in plans.form._outside.text()
    assert plans.save()


def test_step_is_marked_as_done_and_open_again(window, plans, qtbot):
    plans.select("kh-2018-05")
    click(qtbot, plans._done)
    step = next(s for s in saved(window).steps if s.id == "kh-2018-05")
    assert step.done_on == dt.date.today()
    assert plans._done.text() == "Bỏ dấu đã xong"
    assert plans.form.shown.id == "kh-2018-05"
    click(qtbot, plans._done)
    assert all(s.done_on is None for s in saved(window).steps if s.id == "kh-2018-05")


def test_open_steps_are_shifted_together(window, plans, qtbot, monkeypatch):
    before = {step.id: step for step in saved(window).steps}
    monkeypatch.setattr(messages, "ask_number", lambda *_: 7)
    click(qtbot, plans.shift_button)
    for step in saved(window).steps:
        days = 0 if step.done_on else 7
        assert (step.due - before[step.id].due).days == days
    window.actions_.undo.trigger()
    assert {step.id: step for step in saved(window).steps} == before


def test_step_is_deleted_with_undo(window, plans, monkeypatch, qtbot):
    monkeypatch.setattr(messages, "ask_delete", lambda *_, **__: True)
    plans.select(SIGNING)
    plans.delete()
    assert SIGNING not in [step.id for step in saved(window).steps]
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: plans.list.model.total == 16)


def test_second_plan_of_a_year_is_refused(window):
    with pytest.raises(InvalidRecord) as refused:
        window.file.plans.save(YearPlan(period=window.period))
    assert refused.value.problems == {"period": "Đã có «Kế hoạch năm 2018» trong tệp."}


def test_closed_year_is_only_looked_at(window, plans):
    for state in (PeriodState.SUMMING_UP, PeriodState.CLOSED):
        window.file.periods.save(window.period.replace(state=state))
    window.reload()
    assert plans.form.is_read_only
    assert not plans.can_add
    assert not plans._done.isVisible()
    for button in (plans.template_button, plans.shift_button):
        assert not button.isEnabled()


def test_plan_is_printed_as_it_stands_and_has_its_history(window, plans, qtbot):
    plans.select(SIGNING)
    plans.form.fields["text"].set_value("Ký kết tại Hà Nội")
    shown = plans.paper_wish().record
    assert "Ký kết tại Hà Nội" in [step.text for step in shown.steps]
    plans.discard()
    assert plans.current_record() == saved(window)
    qtbot.waitUntil(lambda: plans.preview.pages.page_count > 0, timeout=20000)
