"""«Điều hành hội nghị»: the same form in another arrangement, and journey J4 in ten steps."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.meetings.meeting import AgendaItem, MeetingState, Presence
from desktop_app.domain.rich_text import BlockKind
from desktop_app.domain.years.new_year import following
from desktop_app.printing import raster
from desktop_app.ui.meetings import live_agenda
from desktop_app.ui.meetings.deputy_dialog import DeputyDialog
from desktop_app.ui.meetings.reading_window import ReadingWindow
from desktop_app.ui.records.forms.pick_list import PickList
from tests.window.journeys import took

MEETINGS = 3
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(window, qtbot):
    """A meeting of today with its members invited, shown in the form."""
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().view
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    meeting = next(m for m in window.file.meetings.all() if not m.is_adopted)
    assert view.select(meeting.id)
    view.form.people.invite()
    assert view.save()
    return view


@pytest.fixture
def board(window, view, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert view.live.is_on
    return view.live.board


def _roll(board):
    table = board.roll.table
    return [table.item(row, 2).text() for row in range(table.rowCount())]


def test_one_key_turns_the_arrangement_on_and_off(window, view, qtbot):
    sizes = view.panes.sizes()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    board = view.live.board
    assert board.isVisible()
    assert not view.list.isVisible()
    assert view.form.record().state is MeetingState.RUNNING
    assert QApplication.focusWidget() is view.form.minutes.course.editor
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert view.list.isVisible()
    assert not board.isVisible()
    assert view.panes.sizes() == sizes


def test_closed_minutes_are_not_conducted(window, view, qtbot):
    said = []
    view.status.connect(said.append)
    assert view.select(next(m.id for m in window.file.meetings.all() if m.is_adopted))
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not view.live.is_on
    assert "chưa chốt biên bản" in said[-1]


def test_letters_note_who_came_late_left_and_is_missing(view, board, qtbot):
    board.all_here.click()
    table = board.roll.table
    table.setCurrentCell(0, 0)
    for letter in (Qt.Key.Key_M, Qt.Key.Key_R, Qt.Key.Key_V):
        qtbot.keyClick(table, letter)
    late, gone, missing = view.form.record().attendance[:3]
    assert late.arrived is not None
    assert late.is_here
    assert gone.left is not None
    assert missing.presence is Presence.ABSENT
    told = _roll(board)
    assert re.fullmatch(r"đến \d\d:\d\d", told[0])
    assert re.fullmatch(r"về \d\d:\d\d", told[1])
    assert told[2] == "Vắng"
    table.setCurrentCell(2, 0)
    qtbot.keyClick(table, Qt.Key.Key_C)
    assert view.form.record().attendance[2].presence is Presence.PRESENT


def test_deputy_of_a_voter_needs_a_paper(view, board, qtbot):
    part = next(p for p in view.form.record().attendance if p.votes)
    dialog = DeputyDialog(part)
    qtbot.addWidget(dialog)
    dialog._note()
    assert dialog.name.problem() == "Cần có họ và tên người dự thay."
    dialog.name.set_value("Lê Văn Thay")
    dialog._note()
    assert "giấy ủy quyền" in dialog.paper.problem()
    dialog.paper.set_value("Giấy ủy quyền số 12")
    dialog._note()
    assert dialog.result()
    made = dialog.attendance()
    assert (made.presence, made.deputy_name) == (Presence.DEPUTY, "Lê Văn Thay")


def test_agenda_is_ticked_and_heads_the_minutes(view, board, qtbot, keys):
    agenda = board.agenda.list
    assert agenda.item(0).text().startswith("▶")
    agenda.setCurrentRow(0)
    qtbot.keyClick(agenda, Qt.Key.Key_Space)
    assert view.form.record().agenda[0].is_done
    assert agenda.item(1).text().startswith("▶")
    agenda.setCurrentRow(1)
    qtbot.keyClick(agenda, Qt.Key.Key_Return)
    keys("Các đơn vị thống nhất.")
    heading, said = view.form.record().course.blocks[-2:]
    assert (heading.kind, heading.text) == (BlockKind.HEADING, view.form.record().agenda[1].text)
    assert (said.kind, said.text) == (BlockKind.PARAGRAPH, "Các đơn vị thống nhất.")
    assert not said.runs[0].bold


def test_over_run_is_told(view):
    meeting = view.form.record()
    at = meeting.starts + dt.timedelta(minutes=50)
    timed = meeting.replace(agenda=(AgendaItem(text="A", minutes=30), AgendaItem(text="B")))
    assert live_agenda.time_told(timed, at) == ("Mục 1: quá 20 phút", True)
    early = meeting.starts + dt.timedelta(minutes=10)
    assert live_agenda.time_told(timed, early) == ("Mục 1: còn 20 phút", False)


def test_large_letters_follow_what_is_typed(window, view, board, keys, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F11)
    reading = next(w for w in view.panes.findChildren(ReadingWindow) if w.isVisible())
    view.form.focus_field("course")
    keys("Hội nghị của {cụm} bắt đầu.")
    qtbot.waitUntil(lambda: "bắt đầu." in reading.page.toPlainText())
    assert "{" not in reading.page.toPlainText()
    assert reading.page.font().pointSize() >= 24
    reading.activateWindow()
    qtbot.waitUntil(reading.isActiveWindow)
    qtbot.keyClick(reading.page, Qt.Key.Key_Escape)
    assert not reading.isVisible()


def test_journey_four_in_ten_steps(window, view, qtbot, keys, save_as, tmp_path):
    """Keep minutes live: F9 → all here → an exception → speaker → words → conclusion → …"""
    steps = []

    def step(words, act):
        act()
        steps.append(words)

    form = view.form
    step("Điều hành (F9)", lambda: qtbot.keyClick(window, Qt.Key.Key_F9))
    board = view.live.board
    step("Tất cả có mặt", board.all_here.click)
    board.roll.table.setCurrentCell(5, 0)
    step("một người vắng (V)", lambda: qtbot.keyClick(board.roll.table, Qt.Key.Key_V))
    form.focus_field("course")

    def speak():
        keys(Qt.Key.Key_F2)
        next(w for w in QApplication.topLevelWidgets() if isinstance(w, PickList)).take_current()

    step("người phát biểu (F2)", speak)
    step("gõ", lambda: keys("Các đơn vị đã làm tốt."))
    form.minutes.course.editor.textCursor()
    keys(Qt.Key.Key_Return)
    keys("Các đơn vị gửi báo cáo trước ngày 25")
    step("dòng thành kết luận (F6)", lambda: keys(Qt.Key.Key_F6))

    def vote():
        form.resolutions.vote_now()
        keys("Thông qua kế hoạch 6 tháng cuối năm")
        keys(Qt.Key.Key_Return)

    step("biểu quyết", vote)
    step("Kết thúc", board.end.click)
    form.fields["ends"].put(form.record().starts + dt.timedelta(hours=2))
    qtbot.wait(200)
    step("Lưu", lambda: qtbot.keyClick(window, Qt.Key.Key_S, CTRL))
    assert not view.has_edits, form.problems()
    pdf = tmp_path / "biên bản.pdf"
    save_as(pdf)
    step("Lưu PDF", lambda: qtbot.keyClick(window, Qt.Key.Key_E, CTRL))
    qtbot.waitUntil(pdf.exists, timeout=20_000)
    took("J4", steps)
    text = re.sub(r"\s+", " ", " ".join(raster.text_of(pdf.read_bytes())))
    for words in (
        "vắng 01 đồng chí",
        "Các đơn vị đã làm tốt.",
        "1. Các đơn vị gửi báo cáo trước ngày 25.",
        "Thông qua kế hoạch 6 tháng cuối năm: 05/05 đại biểu",
        "kết thúc vào hồi",
    ):
        assert words in text, words


def test_a_meeting_that_is_gone_is_conducted_no_more(window, view, board, qtbot):
    assert view.save()
    view.live.read_large()
    window.show_period(window.file.periods.save(following(window.period)))
    assert view.form.shown is None
    assert not view.live.is_on
    assert view.list.isVisible()
    assert not view.live._reading.isVisible()
