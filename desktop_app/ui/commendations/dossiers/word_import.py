"""A unit's Word report before it is taken: every paragraph and table, ticked or left out."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.rich_text import AnyBlock, BlockKind, RichText, TableBlock
from desktop_app.exchange.word_reading import read_text
from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Report, run_in_background

_FIRST_PART = re.compile(r"\s*(?:I|1|A)[.)]\s")
_LONGEST = 240
_TICKED, _LEFT = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class WordImportDialog(QDialog):
    """`text()` is what was ticked; with `replaces` it takes the place of what is there."""

    def __init__(self, path: Path, *, has_text: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[AnyBlock, ...] = ()
        self.setWindowTitle("Nhập báo cáo từ tệp Word")
        self.heading = QLabel(f"Đang đọc «{path.name}»…")
        self.heading.setProperty("role", "h2")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.strip = ProgressStrip()
        self.list = QListWidget()
        self.list.setProperty("role", "grid")
        self.list.setAccessibleName("Các đoạn trong tệp")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.itemChanged.connect(self._show_count)
        self.instead = QCheckBox("Thay cho báo cáo đang có (nếu không: nối vào cuối)")
        self.instead.setVisible(has_text)
        self.instead.setChecked(True)
        layout = QVBoxLayout(self)
        for part in (self.heading, self.strip, self.list, self.instead, self._buttons()):
            layout.addWidget(part)
        layout.setStretchFactor(self.list, 1)
        self.resize(760, 560)
        self._job = self._start(path)

    @property
    def replaces(self) -> bool:
        return self.instead.isChecked()

    def text(self) -> RichText:
        """The ticked paragraphs and tables, in their order."""
        rows = range(self.list.count())
        ticked = (self.list.item(row).checkState() is _TICKED for row in rows)
        return RichText.of(b for b, on in zip(self._blocks, ticked, strict=True) if on)

    def done(self, result: int) -> None:
        self._job.stop()
        super().done(result)

    def _start(self, path: Path) -> Job:
        def work(report: Report) -> RichText:
            return read_text(path, check=report.check)

        job = run_in_background(work, self._came, self._failed)
        self.strip.follow(job, "Đang đọc trong một tiến trình riêng…")
        self.strip.stopped.connect(self.reject)
        return job

    def _failed(self, error: Exception) -> None:
        messages.tell(self, error)
        self.reject()

    def _came(self, text: RichText) -> None:
        """Everything before the first part is the unit's letterhead: it is not ticked."""
        self._blocks = text.blocks
        heads = (n for n, one in enumerate(text.blocks) if _FIRST_PART.match(one.text))
        first = next(heads, 0)
        self.list.blockSignals(True)
        for place, block in enumerate(text.blocks):
            item = QListWidgetItem(_shown(block))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_TICKED if place >= first else _LEFT)
            item.setToolTip(block.text)
            if not isinstance(block, TableBlock) and block.kind is BlockKind.HEADING:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.text().blocks)
        self.heading.setText(f"Lấy {count}/{len(self._blocks)} đoạn. Bỏ dấu ở đoạn không lấy.")
        self.take_button.setEnabled(count > 0)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.take_button = QPushButton("Nhận báo cáo")
        self.take_button.setProperty("role", "primary")
        self.take_button.setEnabled(False)
        box.addButton(self.take_button, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton("Huỷ", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def _shown(block: AnyBlock) -> str:
    if isinstance(block, TableBlock):
        return f"[Bảng {len(block.rows)} dòng × {block.columns} cột] {block.text[:_LONGEST]}"
    words = block.text if len(block.text) <= _LONGEST else f"{block.text[:_LONGEST]}…"
    return f"– {words}" if block.kind is BlockKind.BULLET else words
