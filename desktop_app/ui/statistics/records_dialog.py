"""The records behind a figure, one a line; one of them is opened where it is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.statistics.figures import Figures
from desktop_app.domain.statistics.question import Question
from desktop_app.storage import DataFile
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.statistics.figures_table import FiguresTable
from desktop_app.ui.statistics.gathering import Gathering


class RecordsDialog(QDialog):
    """Filled year by year; «Mở bản ghi» ends it with the line in hand as `chosen`."""

    def __init__(
        self, file: DataFile, question: Question, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Các bản ghi của con số")
        self.chosen: tuple[str, str] | None = None
        self.table = FiguresTable()
        self.table.setAccessibleName("Các bản ghi của con số")
        self.state = QLabel("Đang tìm…")
        self.state.setProperty("role", "muted")
        self.opening = QPushButton("Mở bản ghi")
        self.opening.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(words, "h2"))
        layout.addWidget(self.state)
        layout.addWidget(self.table)
        layout.addStretch(1)
        layout.addWidget(dialog_foot(self, self.opening, act=self._choose, way_out=CLOSE))
        self.table.opened.connect(lambda *_: self._choose())
        self.table.pointed.connect(self._look)
        self.gathering = Gathering(self)
        self.gathering.done.connect(self.show_figures)
        self.gathering.start(file, question)
        self.resize(1080, 560)

    def show_figures(self, figures: Figures) -> None:
        """What was found."""
        self.table.show_figures(figures)
        count = len(figures.lines)
        self.state.setText(f"{count} {figures.measure or 'dòng'}" if count else figures.empty)
        self.table.setFocus()

    def _opens(self) -> tuple[str, str] | None:
        cell, figures = self.table.cell(), self.table.figures
        line = figures.line(cell[0]) if figures and cell else None
        return line.opens if line else None

    def _look(self) -> None:
        self.opening.setEnabled(self._opens() is not None)

    def _choose(self) -> None:
        self.chosen = self._opens()
        if self.chosen is not None:
            self.accept()
