"""The year's status paper in a window of its own: look, print, save."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.years.year import Year
from desktop_app.papers import paper_with_key
from desktop_app.ui.preview.preview_pane import PreviewPane


class YearReport(QDialog):
    """The preview pane with the one paper."""

    def __init__(self, year: Year, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Báo cáo tình hình: {year.title}")
        self.preview = PreviewPane()
        self.preview.set_papers([paper_with_key("year-status")])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)
        self.resize(760, 640)
        self.preview.show_record(year)
