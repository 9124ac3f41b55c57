"""A whole conference from the keyboard to the minutes: the line the program is made for."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.domain.meetings.meeting import Meeting, MeetingState, Presence
from desktop_app.printing import raster
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.records.rich_text.table_picker import TablePicker

MEETINGS = 3
CTRL = Qt.KeyboardModifier.ControlModifier


def _press(form, text):
    button = next(b for b in form.findChildren(QPushButton) if b.text() == text)
    button.click()


def _go_to(form, title):
    tabs = form.tabs
    place = next(i for i in range(tabs.count()) if tabs.tabText(i).startswith(title))
    tabs.setCurrentIndex(place)


def _flat(text):
    return re.sub(r"\s+", " ", text)


@pytest.fixture
def view(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.tabs.currentIndex() == MEETINGS
    view = window.page().view
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    return view


@pytest.fixture
def conference(window, view, qtbot, keys):
    """The form of a new meeting with its plan typed in."""
    form = view.form
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    form.focus_field("name")
    keys("Hội nghị giao ban quý III")
    form.focus_field("starts")
    keys("5/9/2018")
    keys(Qt.Key.Key_Tab)
    keys("8h30")
    form.focus_field("place")
    keys(" – Hội trường tầng 2")
    return form


def test_from_a_new_meeting_to_the_minutes(
    window, view, conference, qtbot, keys, save_as, tmp_path
):
    form = conference

    _go_to(form, "Thành phần")
    _press(form, "Mời theo danh bạ")
    _press(form, "Tất cả có mặt")
    parts = form.fields["attendance"].value()
    assert [bool(part.votes) for part in parts] == [True] * 6 + [False] * 3
    absent = parts[5].replace(presence=Presence.ABSENT, reason="đi công tác nước ngoài")
    form.people.delegates.set_parts((*parts[:5], absent))

    _go_to(form, "Biên bản")
    form.focus_field("course")
    keys("Các đơn vị thảo luận về <chuyên đề> an ninh & trật tự.")

    _go_to(form, "Nghị quyết")
    form.fields["votes"].add_row()
    keys("Thông qua kế hoạch quý IV")
    keys(Qt.Key.Key_Return)
    form.fields["conclusions"].add_row()
    keys("Hoàn thành báo cáo trước ngày hẹn")
    keys(Qt.Key.Key_Return)

    qtbot.wait(200)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert form.problems() == {}
    assert not view.has_edits

    saved = _read_back(window, "Hội nghị giao ban quý III")
    assert saved.starts == dt.datetime(2018, 9, 5, 8, 30)
    assert "– Hội trường tầng 2" in saved.place
    assert [p.presence for p in saved.attendance] == [Presence.PRESENT] * 5 + [Presence.ABSENT]
    assert (saved.votes[0].agreed, saved.votes[0].voters) == (5, 5)
    assert saved.course.text == "Các đơn vị thảo luận về <chuyên đề> an ninh & trật tự."

    pdf = tmp_path / "biên bản.pdf"
    save_as(pdf)
    view.save_pdf()
    qtbot.waitUntil(pdf.exists, timeout=10_000)
    text = _flat(" ".join(raster.text_of(pdf.read_bytes())))
    for line in (
        "Hội nghị giao ban quý III",
        "8 giờ 30 phút, ngày 05 tháng 9 năm 2018",
        "Các đơn vị thảo luận về <chuyên đề> an ninh & trật tự.",
        "đi công tác nước ngoài",
        "Thông qua kế hoạch quý IV",
        "Hoàn thành báo cáo trước ngày hẹn",
    ):
        assert line in text, line


def test_a_table_is_typed_saved_and_printed(
    window, view, conference, qtbot, keys, save_as, tmp_path
):
    _go_to(conference, "Biên bản")
    field = conference.fields["course"]
    conference.focus_field("course")
    keys("Kết quả:")
    field.tools["table"].click()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(field.findChild(TablePicker), key)
    # without a screen Qt forgets which window was active before a pop-up
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field.editor)
    for words in ("Đơn vị", "Điểm", "Cục Cơ yếu", "95,5"):
        keys(words)
        keys(Qt.Key.Key_Tab)
    keys("Văn phòng")
    at = field.editor.textCursor().position()
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not view.has_edits
    assert field.editor.textCursor().position() == at

    saved = _read_back(window, "Hội nghị giao ban quý III")
    words = "Kết quả:\nĐơn vị | Điểm\nCục Cơ yếu | 95,5\nVăn phòng | "
    assert saved.course.text == words
    assert saved.course.blocks[1].has_header
    pdf = tmp_path / "biên bản.pdf"
    save_as(pdf)
    view.save_pdf()
    qtbot.waitUntil(pdf.exists, timeout=10_000)
    text = _flat(" ".join(raster.text_of(pdf.read_bytes())))
    assert "Kết quả: Đơn vị Điểm Cục Cơ yếu 95,5 Văn phòng" in text


def test_what_is_saved_is_what_was_previewed(view, qtbot, save_as, tmp_path):
    view.select("hn-ky-ket-2018")
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=10_000)
    target = tmp_path / "x.pdf"
    save_as(target)
    view.save_pdf()
    assert target.read_bytes() == view.preview.pdf


def test_saving_can_be_undone_and_redone_from_the_keyboard(window, view, conference, qtbot, keys):
    qtbot.wait(200)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert view.list.model.total == 4
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: view.list.model.total == 4)


def test_problem_stands_beside_the_field_and_nothing_is_saved(window, view, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert view.save() is False
    assert view.form.fields["name"].problem() == "Cần có tên hội nghị."
    assert window.file.meetings.count() == 3


def test_adopted_minutes_are_read_only_until_reopened(window, view, monkeypatch):
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "Sửa một tên")
    view.select("hn-ky-ket-2018")
    assert view.form.is_read_only
    view.reopen()
    assert not view.form.is_read_only
    assert window.file.meetings.get("hn-ky-ket-2018").state is MeetingState.ENDED
    view.form.fields["minutes_number"].set_value(1)
    assert view.save()
    view.adopt()
    assert view.form.is_read_only


def test_delete_asks_and_undo_brings_the_meeting_back(window, view, monkeypatch, qtbot):
    monkeypatch.setattr(messages, "ask_delete", lambda *_, **__: True)
    view.select("hn-so-ket-2018")
    gone = view.form.shown
    view.delete()
    assert window.file.meetings.find(gone.id) is None
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.file.meetings.get(gone.id) == gone


def test_a_meeting_with_ballots_is_not_deleted(window, view, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "ask_delete", lambda *_, **__: True)
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(str(error)))
    view.select("hn-tong-ket-2018")
    view.delete()
    assert "còn 1 vòng bỏ phiếu" in told[0]
    assert window.file.meetings.find("hn-tong-ket-2018") is not None


def test_unsaved_edits_are_asked_about_before_the_window_closes(
    window, view, conference, monkeypatch
):
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: messages.Unsaved.CANCEL)
    assert not window.close()
    assert window.isVisible()
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: messages.Unsaved.SAVE)
    path = window.file.path
    assert window.close()
    with DataFile.open(path) as file:
        assert "Hội nghị giao ban quý III" in [m.name for m in file.meetings.all()]


def _read_back(window, name: str) -> Meeting:
    """The meeting as the closed and reopened file has it."""
    copy = window.file.path.with_name("đọc lại.thidua")
    window.file.copy_to(copy)
    with DataFile.open(copy) as file:
        return next(meeting for meeting in file.meetings.all() if meeting.name == name)
