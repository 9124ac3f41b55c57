"""«Câu lấy từ dữ liệu»: what the minutes draw from the records, and a person's words instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.meetings.meeting import Meeting, Override
from desktop_app.domain.vietnamese import clean_text
from desktop_app.papers.meetings import drawn
from desktop_app.papers.meetings.drawn import Drawn
from desktop_app.ui import icons
from desktop_app.ui.asking import asked
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.forms.plain_label import plain_label

_HEIGHT = 150


class DrawnField(Field):
    """Its value are the sentences said by hand; the list shows all, changed data with a sign."""

    heading = True

    def __init__(self, label: str, meeting: Callable[[], Meeting | None]) -> None:
        super().__init__(label, tip="Chương trình viết những câu này từ dữ liệu; có thể sửa câu.")
        self.label.setProperty("role", "h2")
        self._meeting = meeting
        self._own: tuple[Override, ...] = ()
        self._read_only = False
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setFixedHeight(_HEIGHT)
        self.list.setAccessibleName(label)
        self.edit_button = QPushButton("Sửa câu này…")
        self.back_button = QPushButton("Dùng lại câu của chương trình")
        self._layout.addWidget(self._build_head())
        self._add_editors(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.edit_button.clicked.connect(self.ask_words)
        self.back_button.clicked.connect(self.use_own_words_no_more)
        self.list.currentRowChanged.connect(lambda _: self._show_buttons())
        self.list.itemActivated.connect(lambda _: self.ask_words())

    def value(self) -> tuple[Override, ...]:
        return self._own

    def show_meeting(self, meeting: Meeting) -> None:
        """The sentences as the records say them now."""
        row = self.list.currentRow()
        self.list.clear()
        for each in drawn.drawn(meeting):
            item = QListWidgetItem(_told(each))
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setToolTip(_told(each))
            if each.is_outdated:
                item.setIcon(icons.icon("triangle-alert", "amber"))
            elif each.override:
                item.setIcon(icons.icon("pencil", "muted"))
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._show_buttons()

    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        self._show_buttons()

    def chosen(self) -> Drawn | None:
        item = self.list.currentItem()
        found: Drawn | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found

    def ask_words(self) -> None:
        """The sentence in hand in a person's own words."""
        each = self.chosen()
        if each is None or self._read_only:
            return
        dialog = SentenceDialog(each, self)
        if asked(dialog):
            self.say(each.place, dialog.words())

    def say(self, place: str, words: str) -> None:
        """A sentence by hand, with what the records say now as its basis."""
        meeting = self._meeting()
        if meeting is not None and words:
            self._own = drawn.with_override(meeting, place, words)
            self.settle()

    def use_own_words_no_more(self) -> None:
        """The program's sentence again, as the records say it now."""
        each, meeting = self.chosen(), self._meeting()
        if each is not None and meeting is not None and not self._read_only:
            self._own = drawn.without_override(meeting, each.place)
            self.settle()

    def _put(self, value: tuple[Override, ...]) -> None:
        self._own = value or ()

    def _show_buttons(self) -> None:
        each = self.chosen()
        self.edit_button.setEnabled(each is not None and not self._read_only)
        self.back_button.setEnabled(bool(each and each.override) and not self._read_only)

    def _build_head(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addStretch()
        layout.addWidget(self.edit_button)
        layout.addWidget(self.back_button)
        return row


class SentenceDialog(QDialog):
    """The program's sentence above, the person's below."""

    def __init__(self, each: Drawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Sửa câu: {each.label}")
        self.editor = QPlainTextEdit(each.printed)
        self.editor.setAccessibleName("Câu in trong biên bản")
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(f"Câu của chương trình: {each.text}", "muted"))
        layout.addWidget(self.editor, 1)
        layout.addWidget(dialog_foot(self, QPushButton("Dùng câu này")))
        self.resize(560, 280)

    def words(self) -> str:
        """What was typed, as one sentence."""
        return " ".join(clean_text(self.editor.toPlainText()).split())


def _told(each: Drawn) -> str:
    if each.is_outdated and each.text:
        return f"{each.printed}\nDữ liệu đã thay đổi: nay là «{each.text}»"
    return each.printed if each.text else f"{each.label}: {each.printed}"
