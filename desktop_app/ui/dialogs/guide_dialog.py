"""«Hướng dẫn nhanh» in a window of its own: look, print, save."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.years.period import Period
from desktop_app.papers import paper_with_key
from desktop_app.ui.preview.preview_pane import PreviewPane


class GuideDialog(QDialog):
    """The preview pane with the one page."""

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn nhanh")
        self.preview = PreviewPane()
        self.preview.set_papers([paper_with_key("quick-guide")])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)
        self.resize(760, 640)
        self.preview.show_record(period)
