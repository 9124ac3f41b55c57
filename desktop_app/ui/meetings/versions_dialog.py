"""Every closed version of a meeting's minutes: when, by whom, its code, the paper, what changed."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidgetItem,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.minutes_version import MinutesVersion
from desktop_app.domain.text_diff import compared_lines
from desktop_app.papers.block_words import lines_of
from desktop_app.papers.blocks import Document
from desktop_app.papers.meetings import closed_minutes
from desktop_app.ui.meetings.parts_dialog import PartsDialog
from desktop_app.ui.records.rich_text.diff_text import LEGEND, pieces_html
from desktop_app.ui.theme import theme


class VersionsDialog(PartsDialog):
    """The versions at the left, the newest first; the chosen one as printed, or compared."""

    def __init__(self, conference: Conference, parent: QWidget | None = None) -> None:
        super().__init__("Các bản biên bản đã chốt", "closed-minutes", "Các bản đã chốt", parent)
        self._conference = conference
        self._versions = tuple(reversed(conference.versions))
        self.other = QComboBox()
        self.other.setAccessibleName("So với")
        self.differences = QTextBrowser()
        self.differences.setAccessibleName("Khác nhau giữa hai bản")
        self.ways = QTabWidget()
        self.ways.addTab(self.preview, "Bản in")
        self.ways.addTab(self._comparison(), "So sánh")
        self.lay_out(conference.title, self.ways)
        for version in self._versions:
            self.list.addItem(QListWidgetItem(_told(version)))
            self.other.addItem(f"Bản {version.number}")
        self.other.addItem("Nội dung ghi trong hội nghị hiện nay")
        self.other.setCurrentIndex(len(self._versions))
        self.list.currentRowChanged.connect(self._show_version)
        self.other.currentIndexChanged.connect(self._compare)
        self.list.setCurrentRow(0)

    def _comparison(self) -> QWidget:
        pane = QWidget()
        layout = QVBoxLayout(pane)
        asked = QLabel("So bản đang chọn với:")
        legend = QLabel(LEGEND)
        legend.setProperty("role", "muted")
        for part in (asked, self.other, legend):
            layout.addWidget(part)
        layout.addWidget(self.differences, 1)
        layout.setSpacing(theme.metrics.gap // 2)
        return pane

    def _show_version(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            self.preview.show_record(self._versions[row])
            self._compare()

    def _compare(self) -> None:
        """The chosen version against another one, the older first."""
        row, other = self.list.currentRow(), self.other.currentIndex()
        if not 0 <= row < len(self._versions):
            return
        # the list runs from the newest down; today's record is newer than all of them
        older, newer = (other, row) if row < other < len(self._versions) else (row, other)
        found = compared_lines(lines_of(self._paper(older)), lines_of(self._paper(newer)))
        told = "".join(f"<p>{pieces_html(pieces)}</p><hr>" for pieces in found)
        self.differences.setHtml(told or "<p>Hai bản giống nhau từng chữ.</p>")

    def _paper(self, row: int) -> Document:
        if row < len(self._versions):
            return closed_minutes.kept(self._versions[row])
        return closed_minutes.as_it_stands(self._conference)


def _told(version: MinutesVersion) -> str:
    when = f"{version.closed_at:%H:%M, %d/%m/%Y}" if version.closed_at else "không rõ lúc"
    state = f"Đã mở chốt: {version.reason}" if version.reason else "Đang có hiệu lực"
    if not version.is_intact:
        state = "BẢN LƯU ĐÃ BỊ SỬA"
    return f"Bản {version.number} · {version.code}\n{when} · {version.who}\n{state}"
