"""Inspections worked in the window: by keyboard, step by step, and a ring of them at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.scores.inspection import InspectionKind, InspectionState, TeamMember
from desktop_app.domain.years.period import PeriodState
from desktop_app.ui.scores.inspections.inspection_view import InspectionView

COMPACTS = 2


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    found = page.turn_to([kind for _, kind in page.views].index(InspectionView))
    qtbot.waitUntil(found.isVisible)
    return found


def type_in(qtbot, text):
    """Keys into whatever has the focus, then Tab to the next cell."""
    for letter in text:
        qtbot.keyClick(QApplication.focusWidget(), letter)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def put(field, value):
    """As if the person had chosen it."""
    field.set_value(value)
    field.edited.emit()


def test_findings_are_typed_by_keyboard(view, qtbot):
    view.form.tabs.setCurrentIndex(1)
    grid = view.form.findings
    grid.add_row()
    for text in ("Chua luu ho so", "mo hinh quan chung", "-1,5", "20/6/2018"):
        type_in(qtbot, text)
    grid.finish()
    found = view.form.record().findings[-1]
    criteria = view.form.shown.criteria
    assert found.text == "Chua luu ho so"
    assert found.criterion == criteria.tree.find("I.3").id
    assert found.points_effect == Decimal("-1.5")
    assert found.mended_on == dt.date(2018, 6, 20)
    assert view.form.tabs.tabText(1) == "Phát hiện (3; −4 điểm)"
    assert view.save()
    assert view.file.inspections.all()[0].findings[-1] == found
    text = grid.model.index(2, 1).data()
    assert text == criteria.tree.find("I.3").title


def test_points_without_a_criterion_are_refused_in_the_cell(view):
    grid = view.form.findings
    first, second = grid.value()
    grid.set_parts((first, second.replace(criterion="")))
    assert not view.save()
    assert "Cần chọn tiêu chí" in grid.problem()


def test_a_unit_never_inspects_itself(view):
    form = view.form
    own = form.shown.unit
    put(form.leader, own)
    assert form.leader.problem() == "Cục CSGT không kiểm tra chính mình."
    assert not view.save()
    view.discard()
    form.members.set_parts((*form.members.value(), TeamMember(name="Người lạ", unit=own)))
    assert "Dòng 4: Cục CSGT không kiểm tra chính mình." in form.members.problem()


def test_steps_are_taken_one_by_one_and_say_what_is_lacking(view, window):
    view.add()
    put(view.form.unit, view.period.members_on(None)[1].unit)
    view._step.click()
    assert view.form.fields["day"].problem() == "Cần có ngày kiểm tra."
    assert view.form.shown.state is InspectionState.PLANNED
    put(view.form.fields["day"], dt.date(2018, 9, 1))
    view._step.click()
    assert view.form.shown.state is InspectionState.RUNNING
    view._step.click()
    assert view.form.fields["conclusion"].problem() == "Cần có kết luận kiểm tra."
    assert view.form.tabs.currentIndex() == 2
    for name, state in (
        ("conclusion", InspectionState.CONCLUDED),
        ("follow_up", InspectionState.MENDED),
    ):
        put(view.form.fields[name], "Đã xong")
        view._step.click()
        assert view.form.shown.state is state
    assert not view._step.isVisible()
    saved = window.file.inspections.get(view.form.shown.id)
    assert saved.state is InspectionState.MENDED


def test_a_ring_is_one_change(view, window):
    view.ring_button.click()
    made = [i for i in window.file.inspections.all() if i.kind is InspectionKind.CROSS]
    members = [member.unit.id for member in view.period.members_on(None)]
    assert [i.leader_unit.id for i in made] == members
    assert [i.unit.id for i in made] == [*members[1:], members[0]]
    said = []
    view.status.connect(said.append)
    view.ring_button.click()
    assert said == ["Đơn vị nào cũng đã có cuộc kiểm tra chéo; không lập thêm."]
    window.actions_.undo.trigger()
    assert len(window.file.inspections.all()) == 1


def test_the_minutes_are_shown(view, qtbot):
    assert view.papers_shown.key() == "inspection-minutes"
    assert view.can_print


def test_a_closed_period_takes_no_inspections(view, window):
    for state in (PeriodState.SUMMING_UP, PeriodState.CLOSED):
        window.file.periods.save(window.file.periods.get(view.period.id).replace(state=state))
    window.reload()
    assert not view.ring_button.isEnabled()
    assert not view.list.can_add
