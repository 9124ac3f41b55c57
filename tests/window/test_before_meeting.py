"""Before a meeting, in the window: templates, agenda, delegates, and what is printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.meetings.meeting import MeetingKind

MEETINGS, TEMPLATES = 3, "Mẫu hội nghị"


def _turn(window, label):
    page = window.page()
    place = next(place for place, (name, _) in enumerate(page.views) if name == label)
    return page.turn_to(place)


@pytest.fixture
def view(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.tabs.currentIndex() == MEETINGS
    view = _turn(window, "Hội nghị")
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    return view


def take(view, name):
    """Choose a template in the menu under «Thêm»."""
    menu = view.list.add_button.menu()
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_seven_templates_come_with_a_new_file_and_can_be_changed(window, view, qtbot):
    templates = _turn(window, TEMPLATES)
    qtbot.waitUntil(lambda: templates.list.model.total == 7)
    templates.select("mau-giao_ban")
    templates.form.fields["meeting_name"].set_value("Giao ban {kỳ}")
    templates.form.fields["meeting_name"].edited.emit()
    assert templates.save()

    _turn(window, "Hội nghị")
    take(view, "Giao ban")
    meeting = view.form.record()
    assert (meeting.name, meeting.kind) == ("Giao ban năm 2018", MeetingKind.BRIEFING)
    assert [item.minutes for item in meeting.agenda] == [15, 40, 25, 15]


def test_older_file_takes_the_templates_by_a_button(window, view, qtbot):
    for template in window.file.templates.all():
        window.file.templates.delete(template)
    window.reload()
    assert len(view.list.add_button.menu().actions()) == 7 + 2  # offered all the same
    templates = _turn(window, TEMPLATES)
    assert templates.list.model.total == 0
    templates.take_button.click()
    assert templates.list.model.total == 7
    window.actions_.undo.trigger()
    assert window.file.templates.count() == 0
    templates.take_button.click()
    templates.take_button.click()
    assert window.file.templates.count() == 7
