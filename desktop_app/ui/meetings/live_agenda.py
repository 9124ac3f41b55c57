"""The agenda at the left of the live screen: what is on, what is done, how late it is."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.meetings.meeting import AgendaItem, Meeting
from desktop_app.domain.meetings.schedule import Slot, in_words, schedule


class LiveAgenda(QWidget):
    """Space ticks an item, Enter begins it in the minutes; the first one open is the current."""

    ticked = Signal(int, bool)
    """The item in this row is done, or is not."""
    begun = Signal(str)
    """An item is to be headed in the minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._slots: tuple[Slot, ...] = ()
        self.title = QLabel("Chương trình")
        self.title.setProperty("role", "h2")
        self.list = QListWidget()
        self.list.setAccessibleName("Chương trình")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setToolTip("Dấu cách: xong mục; Enter: ghi đề mục vào biên bản.")
        self.list.itemChanged.connect(self._changed)
        self.list.itemDoubleClicked.connect(lambda _: self.begin())
        self.list.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)

    def show_meeting(self, meeting: Meeting) -> None:
        """The items with their planned hours."""
        row = self.list.currentRow()
        self._filling = True
        self._slots = schedule(meeting)
        current = current_of(meeting)
        self.list.clear()
        for slot in self._slots:
            self.list.addItem(_item(slot, slot.item is current))
        if self._slots:
            self.list.setCurrentRow(min(max(row, 0), len(self._slots) - 1))
        done = sum(slot.item.is_done for slot in self._slots)
        self.title.setText(f"Chương trình: xong {done}/{len(self._slots)} mục")
        self._filling = False

    def begin(self) -> None:
        """The item in hand becomes a heading of the minutes."""
        row = self.list.currentRow()
        if 0 <= row < len(self._slots):
            self.begun.emit(self._slots[row].item.text)

    def _changed(self, item: QListWidgetItem) -> None:
        if not self._filling:
            done = item.checkState() is Qt.CheckState.Checked
            self.ticked.emit(self.list.row(item), done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_press and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.begin()
            return True
        return super().eventFilter(watched, event)


def current_of(meeting: Meeting) -> AgendaItem | None:
    """The item that is on: the first that is not done."""
    return next((item for item in meeting.agenda if not item.is_done), None)


def time_told(meeting: Meeting, at: dt.datetime) -> tuple[str, bool]:
    """How the item that is on stands to the clock, and whether it is late."""
    current = current_of(meeting)
    slot = next((slot for slot in schedule(meeting) if slot.item is current), None)
    if current is None or slot is None or slot.ends is None or meeting.day != at.date():
        return "", False
    place = meeting.agenda.index(current) + 1
    minutes = int((slot.ends - at).total_seconds() // 60)
    if minutes < 0:
        return f"Mục {place}: quá {in_words(-minutes)}", True
    return f"Mục {place}: còn {in_words(minutes)}", False


def _item(slot: Slot, is_current: bool) -> QListWidgetItem:
    hours = f"{slot.starts:%H:%M} " if slot.starts else ""
    item = QListWidgetItem(f"{'▶ ' if is_current else ''}{hours}{slot.item.text}")
    item.setToolTip(f"{slot.item.text}\n{slot.item.presenter}".strip())
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    checked = Qt.CheckState.Checked if slot.item.is_done else Qt.CheckState.Unchecked
    item.setCheckState(checked)
    font = item.font()
    font.setBold(is_current)
    item.setFont(font)
    return item
