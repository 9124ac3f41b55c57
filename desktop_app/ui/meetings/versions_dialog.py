"""Every closed version of a meeting's minutes: when, by whom, its code, and the paper itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.meetings.minutes_version import MinutesVersion
from desktop_app.papers import paper_with_key
from desktop_app.ui.preview.preview_pane import PreviewPane


class VersionsDialog(QDialog):
    """The versions at the left, the newest first; the chosen one as it was printed at the right."""

    def __init__(
        self, title: str, versions: Sequence[MinutesVersion], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Các bản biên bản đã chốt")
        self._versions = tuple(reversed(versions))
        self.list = QListWidget()
        self.list.setAccessibleName("Các bản đã chốt")
        self.list.setWordWrap(True)
        self.list.setMinimumWidth(280)
        self.preview = PreviewPane()
        self.preview.set_papers([paper_with_key("closed-minutes")])
        self._build(title)
        self.list.currentRowChanged.connect(self._show_version)
        for version in self._versions:
            self.list.addItem(QListWidgetItem(_told(version)))
        self.list.setCurrentRow(0)

    def _build(self, title: str) -> None:
        heading = QLabel(title)
        heading.setProperty("role", "h2")
        heading.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(split, 1)
        layout.addWidget(buttons)
        self.resize(1000, 660)

    def _show_version(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            self.preview.show_record(self._versions[row])


def _told(version: MinutesVersion) -> str:
    when = f"{version.closed_at:%H:%M, %d/%m/%Y}" if version.closed_at else "không rõ lúc"
    state = f"Đã mở chốt: {version.reason}" if version.reason else "Đang có hiệu lực"
    return f"Bản {version.number} · {version.code}\n{when} · {version.who}\n{state}"
