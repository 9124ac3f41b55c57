"""The roll at the left of the live screen: one key a delegate, with the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.meetings import open_votes, presence
from desktop_app.domain.meetings.meeting import Attendance, Meeting, Presence
from desktop_app.ui.asking import asked
from desktop_app.ui.meetings.deputy_dialog import DeputyDialog
from desktop_app.ui.records.lists.still_table import still_table
from desktop_app.ui.theme import theme

_HEADS = ("Đại biểu", "Đơn vị", "Điểm danh")
_MOST_LINES = 3
_WIDTHS = {1: 96, 2: 116}
_TINTS = {Presence.ABSENT: "red", Presence.INVITED: "amber"}
KEYS = (
    ("C", "Có mặt", "Có mặt từ đầu"),
    ("M", "Muộn", "Đến muộn, có mặt từ lúc này"),
    ("R", "Về", "Ra về lúc này"),
    ("V", "Vắng", "Vắng"),
    ("T", "Dự thay…", "Có người dự thay theo ủy quyền"),
)
"""The letters while the roll has the focus."""


def now() -> dt.time:
    """This minute."""
    return dt.datetime.now().time().replace(second=0, microsecond=0)


class LiveAttendance(QWidget):
    """Shows the delegates of the form and tells what became of one; it keeps nothing itself."""

    changed = Signal(int, object)
    """The delegate in this row, as noted now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Attendance, ...] = ()
        self.title = QLabel()
        self.title.setProperty("role", "h2")
        self.title.setWordWrap(True)
        self.table = still_table(_HEADS, "Điểm danh", stretched=[0])
        self.table.setAlternatingRowColors(False)
        self.table.setTabKeyNavigation(False)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._build_keys())

    def show_meeting(self, meeting: Meeting) -> None:
        """The roll as it stands, and whether a vote could be taken now."""
        self._parts = meeting.attendance
        row = self.table.currentRow()
        self.table.setRowCount(len(self._parts))
        for place, part in enumerate(self._parts):
            body = part.unit.short_name if part.unit else part.organisation
            for column, words in enumerate((part.name, body, presence.told(part))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column == len(_HEADS) - 1 and part.presence in _TINTS:
                    item.setForeground(theme.color(_TINTS[part.presence]))
                self.table.setItem(place, column, item)
        self._fit_rows()
        if self._parts:
            self.table.setCurrentCell(min(max(row, 0), len(self._parts) - 1), 0)
        at = now() if meeting.day == dt.date.today() else None
        vote = open_votes.vote_now(meeting, at)
        here = sum(part.is_here_at(at) for part in self._parts)
        self.title.setText(
            f"Có mặt {here}/{len(self._parts)} · biểu quyết "
            f"{open_votes.quorum_words(vote, meeting.period)}"
        )

    def _fit_rows(self) -> None:
        """A long name makes its row higher, but never so that the others are out of sight."""
        self.table.resizeRowsToContents()
        most = _MOST_LINES * self.table.fontMetrics().lineSpacing() + 8
        for row in range(self.table.rowCount()):
            if self.table.rowHeight(row) > most:
                self.table.setRowHeight(row, most)

    def note(self, key: str) -> None:
        """What the letter says of the delegate in hand; the next one is in hand then."""
        row = self.table.currentRow()
        if not 0 <= row < len(self._parts):
            return
        part = self._noted(key, self._parts[row])
        if part is not None and part != self._parts[row]:
            self.changed.emit(row, part)
        if row + 1 < self.table.rowCount():
            self.table.setCurrentCell(row + 1, 0)

    def _noted(self, key: str, part: Attendance) -> Attendance | None:
        if key == "T":
            dialog = DeputyDialog(part, self)
            return dialog.attendance() if asked(dialog) else None
        ways: dict[str, Callable[[], Attendance]] = {
            "C": lambda: presence.came(part),
            "M": lambda: presence.came(part, now()),
            "R": lambda: presence.went(part, now()),
            "V": lambda: presence.missing(part),
        }
        return ways[key]()

    def _build_keys(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for key, words, tip in KEYS:
            button = QToolButton()
            button.setText(words)
            button.setToolTip(f"{tip}: phím {key} trong danh sách")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, k=key: self.note(k))
            layout.addWidget(button)
        layout.addStretch()
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            letter = event.text().upper()
            if letter in [key for key, _, _ in KEYS]:
                self.note(letter)
                return True
        return super().eventFilter(watched, event)
