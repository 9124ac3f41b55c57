"""The plain page of a locked window: which file, its password, and two ways out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui import icons
from desktop_app.ui.locking.unlock_panel import UnlockPanel
from desktop_app.ui.records.forms.plain_label import plain_label

_WIDTH = 520


class LockPage(QWidget):
    """Holds nothing of the file but its name."""

    other_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self.name = plain_label("", "h2")
        self.panel = UnlockPanel("Mở khoá")
        other, leave = QPushButton("Mở tệp khác…"), QPushButton("Thoát")
        icons.wear(other, "folder-open")
        icons.wear(leave, "log-out")
        other.clicked.connect(lambda _=False: self.other_wanted.emit())
        leave.clicked.connect(lambda _=False: self.quit_wanted.emit())
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(other)
        ways.addWidget(leave)
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(self.name)
        layout.addWidget(
            plain_label("Nội dung gõ dở đã được giữ trong bản nháp mã hoá của tệp.", "muted")
        )
        layout.addWidget(self.panel)
        layout.addLayout(ways)
        middle = QVBoxLayout(self)
        middle.addStretch(2)
        middle.addWidget(self._sign(), 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(3)

    def show_file(self, path: Path) -> None:
        """Which file is locked; its password cannot be typed yet."""
        self.name.setText(f"«{path.name}» đã khoá")
        self.panel.setEnabled(False)

    def ask_for(self, path: Path) -> None:
        """The file is closed: its password may be typed."""
        self.panel.setEnabled(True)
        self.panel.ask_for(path)

    def _sign(self) -> QLabel:
        sign = QLabel()
        sign.setPixmap(icons.pixmap("lock", "muted", 48, self.devicePixelRatioF()))
        sign.setContentsMargins(0, 0, 0, 12)
        return sign
