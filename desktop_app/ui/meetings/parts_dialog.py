"""Minutes looked at part by part: a list at the left, its paper beside it, «Đóng» below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.papers import paper_with_key
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.forms.dialog_foot import CLOSE
from desktop_app.ui.records.forms.plain_label import plain_label


class PartsDialog(QDialog):
    """Nothing is changed here; who derives from it fills the list and shows what is chosen."""

    def __init__(self, title: str, paper: str, list_name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.list = QListWidget()
        self.list.setAccessibleName(list_name)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.list.setMinimumWidth(300)
        self.paper = paper_with_key(paper)
        self.preview = PreviewPane()
        self.preview.set_papers([self.paper])

    def lay_out(self, heading: str, beside: QWidget) -> None:
        """The list and what is beside it, under a heading."""
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(beside)
        split.setStretchFactor(1, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(heading, "h2"))
        layout.addWidget(split, 1)
        layout.addWidget(buttons)
        self.resize(1000, 660)
