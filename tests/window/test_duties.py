"""The board «3 trực tiếp»: rows for all members, saved only by hand, taken back, printed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.years.duties import Duty
from desktop_app.domain.years.period import PeriodState
from desktop_app.ui import messages

UNITS, DUTIES = 1, 4
OPEN = "3tt-ky-2018-a05"


@pytest.fixture
def board(window, qtbot):
    window.tabs.setCurrentIndex(UNITS)
    view = window.page().turn_to(DUTIES)
    qtbot.waitUntil(lambda: view.form.shown is not None)
    return view


def texts(view, row):
    return [view.list.model.index(row, column).data() for column in range(4)]


def test_every_member_has_a_row_and_none_is_written_by_looking(window, board):
    assert board.list.model.total == 6
    assert texts(board, 0)[1].split("\n")[:2] == ["15/01/2018", "Thủ trưởng mẫu 01"]
    assert texts(board, 5) == ["Cục Cơ yếu", "Chưa ghi", "Chưa ghi", "Chưa ghi"]
    for row in board.list.records():
        assert board.select(row.id)
    assert window.file.duties.count() == 2
    assert not window.actions_.add.isEnabled()


def test_open_row_is_typed_by_keyboard_and_saved_with_its_first_entry(window, board, keys, qtbot):
    assert board.select(OPEN)
    board.form.fields["entries.0.done_on"].focus_editor()
    keys("05/02/2018")
    keys(Qt.Key.Key_Tab)
    board.form.fields["entries.0.paper"].focus_editor()
    keys("Kế hoạch số 09")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = window.file.duties.get(OPEN)
    assert saved.unit.id == "a05"
    assert [entry.duty for entry in saved.entries] == list(Duty)
    assert saved.entries[0].done_on == dt.date(2018, 2, 5)
    assert saved.gaps == (Duty.CHECKING, Duty.REVIEWING)
    assert board.form._chip.text() == "1/3 đã ghi"
    window.actions_.undo.trigger()
    assert window.file.duties.count() == 2
    qtbot.waitUntil(lambda: texts(board, 3)[1] == "Chưa ghi")


def test_person_without_a_day_is_refused_beside_that_day(window, board):
    board.select(OPEN)
    person = window.file.people.get("thu-truong-04")
    field = board.form.fields["entries.1.person"]
    assert field.editor._records[0].unit.id == "a05"
    field.set_value(person)
    field.edited.emit()
    assert board.save() is False
    day = board.form.fields["entries.1.done_on"]
    assert day.problem() == "Đã có người thực hiện thì cần có ngày."
    assert board.form.fields["entries.0.done_on"].problem() == ""
    assert window.file.duties.count() == 2
    board.discard()


def test_deleting_leaves_the_row_open(window, board, monkeypatch, qtbot):
    assert board.select(OPEN)
    assert not board.can_delete
    assert not board.foot.delete_button.isEnabled()
    monkeypatch.setattr(messages, "ask_delete", lambda *_, **__: True)
    board.select("3tt-2018-02")
    assert board.can_delete
    board.delete()
    assert window.file.duties.count() == 1
    assert board.list.model.total == 6
    assert texts(board, 1)[1] == "Chưa ghi"


def test_closed_year_is_only_looked_at(window, board):
    for state in (PeriodState.SUMMING_UP, PeriodState.CLOSED):
        window.file.periods.save(window.period.replace(state=state))
    window.reload()
    assert board.form.is_read_only
    assert not board.can_delete


def test_paper_shows_what_is_typed_now(board, qtbot):
    board.select(OPEN)
    field = board.form.fields["entries.2.done_on"]
    field.set_value(dt.date(2018, 11, 20))
    field.edited.emit()
    shown = board.paper_wish().record
    assert [len(row.gaps) for row in shown.rows] == [0, 2, 3, 2, 3, 3]
    board.discard()
    qtbot.waitUntil(lambda: board.preview.pages.page_count > 0, timeout=20000)


def test_task_of_the_home_tab_opens_the_open_row(window, board):
    board.select("3tt-2018-01")
    tasks = window.file.year_of(window.period).tasks(dt.date(2018, 11, 1))
    task = next(t for t in tasks if "3 trực tiếp" in t.text and "kế hoạch" in t.text)
    window.tabs.setCurrentIndex(0)
    window.open_record(task.record)
    assert window.page().view is board
    assert board.form.shown.unit.id == "h01"
