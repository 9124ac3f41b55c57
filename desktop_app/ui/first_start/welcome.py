"""The question of the first start: a new file, the sample, or a file from elsewhere."""

from __future__ import annotations

import enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCommandLinkButton, QDialog, QLabel, QVBoxLayout, QWidget

from desktop_app.ui import icons
from desktop_app.ui.asking import asked


class Choice(enum.Enum):
    """How to begin."""

    NEW = enum.auto()
    SAMPLE = enum.auto()
    OPEN = enum.auto()
    RECEIVE = enum.auto()


_CHOICES = (
    (
        Choice.NEW,
        "file-plus",
        "Bắt đầu với cụm của tôi",
        "Khai cụm thi đua, dán danh sách đơn vị và chọn năm: bốn trang ngắn.",
    ),
    (
        Choice.SAMPLE,
        "book-open",
        "Dùng dữ liệu mẫu",
        "Xem một cụm thi đua thật với hội nghị ký kết năm 2018, trong một tệp riêng.",
    ),
    (
        Choice.OPEN,
        "folder-open",
        "Mở tệp có sẵn",
        "Mở tệp .thidua đã có trên máy này.",
    ),
    (
        Choice.RECEIVE,
        "file-down",
        "Nhận gói bàn giao",
        "Mở gói .zip của Cụm trưởng trước hoặc từ máy khác; mọi tệp được kiểm tra trước.",
    ),
)


class Welcome(QDialog):
    """Three ways to begin, each with a sentence that says what happens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self.setWindowTitle("Chào mừng đến với Thi đua Cụm")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        heading = QLabel("Bạn muốn bắt đầu thế nào?")
        heading.setProperty("role", "h1")
        layout.addWidget(heading)
        note = QLabel("Mọi dữ liệu nằm trong một tệp trên máy này; chương trình không dùng mạng.")
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        layout.addWidget(note)
        for choice, icon, title, text in _CHOICES:
            layout.addWidget(self._button(choice, icon, title, text))
        self.setMinimumWidth(560)

    def _button(self, choice: Choice, icon: str, title: str, text: str) -> QCommandLinkButton:
        button = QCommandLinkButton(title, text)
        icons.wear(button, icon, "accent")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._choose(choice))
        return button

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def ask_how_to_start(parent: QWidget | None) -> Choice | None:
    """The chosen way, or nothing when the question was closed."""
    dialog = Welcome(parent)
    asked(dialog)
    return dialog.choice
