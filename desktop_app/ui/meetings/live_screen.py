"""«Điều hành hội nghị»: the same form in another arrangement, for the time of the meeting.

The roll and the agenda stand where the list was, the minutes in the middle, the page at the
right. Everything is noted in the fields of the form: nothing is kept here.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.meetings.meeting import Attendance, Meeting, MeetingState
from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run
from desktop_app.ui import icons
from desktop_app.ui.later import later
from desktop_app.ui.meetings.live_agenda import LiveAgenda, time_told
from desktop_app.ui.meetings.live_attendance import LiveAttendance
from desktop_app.ui.meetings.meeting_form import MeetingFormWidget
from desktop_app.ui.meetings.reading_window import ReadingWindow
from desktop_app.ui.records.forms.field import restyle
from desktop_app.ui.records.panes import Panes

TICK = 5000
"""Milliseconds between two looks at the clock."""
_GAP = 12
_SETTLED = 300
"""Milliseconds after which the new arrangement has its final sizes."""
_BEFORE = (MeetingState.PLANNED, MeetingState.INVITED)


class LiveBoard(QWidget):
    """Clock, roll and agenda."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.clock, self.time = QLabel(), QLabel()
        self.clock.setProperty("role", "h1")
        self.roll, self.agenda = LiveAttendance(), LiveAgenda()
        self.all_here = QPushButton("Tất cả có mặt")
        self.large = QPushButton("Chữ lớn")
        self.large.setToolTip("Biên bản chữ lớn toàn màn hình (F11)")
        self.end = QPushButton("Kết thúc")
        self.leave = icons.icon_button("x", "Thôi điều hành, trở lại danh sách", shortcut="F9")
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.clock)
        head.addWidget(self.time, 1, Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.leave)
        for button in (self.all_here, self.large, self.end):
            buttons.addWidget(button)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.roll)
        split.addWidget(self.agenda)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(head)
        layout.addLayout(buttons)
        layout.addWidget(split, 1)

    def show_meeting(self, meeting: Meeting) -> None:
        self.roll.show_meeting(meeting)
        self.agenda.show_meeting(meeting)
        self.show_time(meeting, dt.datetime.now())

    def show_time(self, meeting: Meeting, at: dt.datetime) -> None:
        """The clock, and how the item that is on stands to it."""
        self.clock.setText(f"{at:%H:%M}")
        words, is_late = time_told(meeting, at)
        self.time.setText(words)
        self.time.setProperty("role", "problem" if is_late else "muted")
        restyle(self.time)


class LiveScreen(QObject):
    """Turns the arrangement on and off and carries what is noted into the form."""

    status = Signal(str)

    def __init__(self, records: QWidget, form: MeetingFormWidget, panes: Panes) -> None:
        super().__init__(panes)
        self._records, self._form, self._panes = records, form, panes
        self._board: LiveBoard | None = None
        self._reading: ReadingWindow | None = None
        self._ticking = QTimer(self, interval=TICK)
        self._ticking.timeout.connect(self._tick)
        form.told.connect(self._follow)
        form.emptied.connect(self._give_up)
        form.minutes.course.conduct_wanted.connect(self.toggle)
        form.minutes.course.editor.cursorPositionChanged.connect(self._follow_reading)

    @property
    def is_on(self) -> bool:
        return self._board is not None and self._panes.indexOf(self._board) >= 0

    @property
    def board(self) -> LiveBoard:
        """The pane at the left, made when it is first needed."""
        if self._board is None:
            self._board = LiveBoard()
            self._wire(self._board)
        return self._board

    def toggle(self) -> None:
        """Into the live arrangement, or back to the list."""
        self.stop() if self.is_on else self.start()

    def start(self) -> None:
        """The meeting in the form is conducted from now on; it is running then."""
        if self._form.shown is None or self._form.is_read_only or self.is_on:
            if not self.is_on:
                self.status.emit("Hãy chọn một hội nghị chưa chốt biên bản để điều hành.")
            return
        self._swap(self._records, self.board)
        if self._meeting().state in _BEFORE:
            self._form.fields["state"].put(MeetingState.RUNNING)
        self._form.focus_field("course")
        if not self._panes.preview_is_open:
            self._panes.toggle_preview()
        self._follow(self._meeting())
        self._ticking.start()
        for pause in (0, _SETTLED):
            later(self, self._give_room, pause)

    def stop(self) -> None:
        """Back to the list; what was noted stands in the form."""
        if self.is_on:
            self._ticking.stop()
            self._form.minutes.course.editor.measure()
            self._swap(self.board, self._records)

    def read_large(self) -> None:
        """The minutes in large letters over the whole screen."""
        if self._form.shown is None:
            return
        if self._reading is None:
            self._reading = ReadingWindow(self._panes)
        self._reading.showFullScreen()
        self._follow_reading()

    def end_meeting(self) -> None:
        """The meeting is over now; of another day than today its own hour is asked for."""
        now = dt.datetime.now().replace(second=0, microsecond=0)
        if self._meeting().day == now.date():
            self._form.fields["ends"].put(now)
        self._form.fields["state"].put(MeetingState.ENDED)
        if self._meeting().ends is None:
            self._form.focus_field("ends")
            self.status.emit("Hãy ghi giờ kết thúc hội nghị.")

    # --- how ------------------------------------------------------------------------------

    def _wire(self, board: LiveBoard) -> None:
        board.roll.changed.connect(self._note_delegate)
        board.agenda.ticked.connect(self._tick_item)
        board.agenda.begun.connect(self._head_item)
        board.all_here.clicked.connect(self._form.people.all_present)
        board.large.clicked.connect(self.read_large)
        board.end.clicked.connect(self.end_meeting)
        board.leave.clicked.connect(self.stop)

    def _swap(self, old: QWidget, new: QWidget) -> None:
        sizes = self._panes.sizes()
        self._panes.replaceWidget(self._panes.indexOf(old), new)
        old.setParent(None)
        new.show()
        self._panes.setSizes(sizes)

    def _give_room(self) -> None:
        """The minutes take the middle from top to bottom."""
        scroll, course = self._form.tabs.currentWidget(), self._form.minutes.course
        if not (self.is_on and isinstance(scroll, QScrollArea) and scroll.isAncestorOf(course)):
            return
        layout = course.layout()
        assert layout is not None
        tools = layout.minimumSize().height() - course.editor.minimumHeight()
        course.editor.setMinimumHeight(max(120, scroll.viewport().height() - tools - _GAP))
        later(self, lambda: scroll.verticalScrollBar().setValue(course.y() - _GAP))

    def _meeting(self) -> Meeting:
        meeting: Meeting = self._form.record()
        return meeting

    def _give_up(self) -> None:
        """There is nothing left to conduct or to read out."""
        self.stop()
        if self._reading is not None:
            self._reading.close()

    def _follow(self, meeting: Meeting) -> None:
        if not self.is_on:
            return
        if self._form.is_read_only:
            self.stop()
            return
        self.board.show_meeting(meeting)
        self._follow_reading()

    def _follow_reading(self) -> None:
        if self._reading is not None and self._reading.isVisible() and self._form.shown is not None:
            line = self._form.minutes.course.editor.textCursor().block().text()
            self._reading.show_minutes(self._meeting(), line)

    def _tick(self) -> None:
        if self._form.shown is not None:
            self.board.show_time(self._meeting(), dt.datetime.now())

    def _note_delegate(self, row: int, part: Attendance) -> None:
        parts = list(self._meeting().attendance)
        parts[row] = part
        self._form.people.delegates.set_parts(parts)

    def _tick_item(self, row: int, done: bool) -> None:
        items = list(self._meeting().agenda)
        items[row] = items[row].replace(is_done=done)
        self._form.fields["agenda"].put(items)

    def _head_item(self, text: str) -> None:
        """At the end of the minutes, where what is said on it will stand."""
        editor = self._form.minutes.course.editor
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        heading = Block((Run(text),), BlockKind.HEADING)
        blank = [Block()] if editor.textCursor().block().text() else []
        editor.insert_rich(RichText((*blank, heading, Block())))
        editor.setFocus()
