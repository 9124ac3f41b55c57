"""Grids in the real window: what is being typed in a cell is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui import messages

MEETINGS = 3
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(window, qtbot):
    """The meetings, with a planned one in the form."""
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().view
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    assert view.select("hn-tong-ket-2018")
    assert not view.form.is_read_only
    return view


def open_new_conclusion(view):
    field = view.form.fields["conclusions"]
    view.form.focus_field("conclusions")
    field.add_row()
    return field


def test_ctrl_s_saves_the_open_cell(window, view, qtbot, keys):
    field = open_new_conclusion(view)
    keys("Hoàn thành báo cáo")
    assert window.actions_.save.isEnabled()
    qtbot.keyClick(field.table.open_editor(), Qt.Key.Key_S, CTRL)
    saved = window.file.meetings.get("hn-tong-ket-2018")
    assert saved.conclusions[-1].text == "Hoàn thành báo cáo"
    assert not view.has_edits


def test_closing_asks_about_the_open_cell(window, view, keys, monkeypatch):
    asked = []
    cancel = messages.Unsaved.CANCEL
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: asked.append(1) or cancel)
    field = open_new_conclusion(view)
    keys("Hoàn thành báo cáo")
    assert view.save()
    field.table.setCurrentIndex(field.model.index(0, 0))
    field.edit_current()
    assert not view.has_edits
    keys("H")
    assert not window.close()
    assert asked == [1]
    view.discard()


def test_an_added_row_nobody_filled_does_not_stand_in_the_way(window, view):
    view.form.fields["name"].set_value("Tên khác")
    open_new_conclusion(view)
    assert view.save()
    assert window.file.meetings.get("hn-tong-ket-2018").name == "Tên khác"


def test_a_new_record_nobody_touched_is_no_reason_to_ask(window, view, qtbot, monkeypatch):
    def fail(*_):
        raise AssertionError("nobody typed anything")

    monkeypatch.setattr(messages, "ask_unsaved", fail)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert view.form.shown.id != "hn-tong-ket-2018"
    assert window.actions_.save.isEnabled()
    assert window.close()


def test_adopted_minutes_can_be_copied_but_not_deleted(window, view):
    view.select("hn-ky-ket-2018")
    assert view.form.is_read_only
    assert window.actions_.duplicate.isEnabled()
    assert view.foot.duplicate_button.isEnabled()
    assert not window.actions_.delete.isEnabled()
    assert not view.foot.delete_button.isEnabled()
