"""What a new record can begin with: a short list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.theme import theme


@dataclass(frozen=True)
class Source:
    """A beginning: its words, and what makes the draft; a workbook is read first instead."""

    title: str
    words: str
    make: Callable[[], Any] | None = None


class SourceDialog(QDialog):
    """A list of beginnings; `chosen` is the one that was taken."""

    def __init__(
        self,
        title: str,
        sources: Sequence[Source],
        parent: QWidget | None = None,
        *,
        question: str = "Bắt đầu từ đâu?",
    ) -> None:
        super().__init__(parent)
        self._sources = tuple(sources)
        self.setWindowTitle(title)
        heading = QLabel(question)
        heading.setProperty("role", "h2")
        self.list = QListWidget()
        self.list.setAccessibleName(question)
        for source in sources:
            item = QListWidgetItem(source.title)
            item.setToolTip(source.words)
            item.setSizeHint(QSize(0, theme.metrics.row))
            self.list.addItem(item)
        self._words = plain_label("", "muted")
        self._words.setMinimumHeight(64)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list.currentRowChanged.connect(self._show_words)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.setCurrentRow(0)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (heading, self.list, self._words, dialog_foot(self, QPushButton("Tiếp tục"))):
            layout.addWidget(part)
        self.resize(560, 380)

    @property
    def chosen(self) -> Source:
        return self._sources[self.list.currentRow()]

    def _show_words(self, row: int) -> None:
        self._words.setText(self._sources[row].words)
