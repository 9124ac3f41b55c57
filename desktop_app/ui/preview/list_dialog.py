"""«In danh sách»: the list of the window as it will be printed, and the ways out of it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.shown_list import ShownList
from desktop_app.papers.shown_list_paper import ShownListPaper
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot


class ListDialog(QDialog):
    """The preview's own buttons print it and save it as PDF or Word."""

    def __init__(self, shown: ShownList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"In danh sách: {shown.name}")
        self.preview = PreviewPane()
        self.preview.set_papers([ShownListPaper()])
        self.print_button = QPushButton("In")
        self.print_button.setEnabled(False)
        self.pdf_button = QPushButton("Lưu PDF…")
        self.pdf_button.setEnabled(False)
        self.pdf_button.clicked.connect(self.preview.save_pdf)
        self.preview.made.connect(self._made)
        layout = QVBoxLayout(self)
        layout.addWidget(self.preview, 1)
        foot = dialog_foot(
            self, self.print_button, self.pdf_button, act=self.preview.print_paper, way_out=CLOSE
        )
        layout.addWidget(foot)
        self.resize(900, 660)
        self.preview.show_record(shown)

    def _made(self) -> None:
        self.print_button.setEnabled(True)
        self.pdf_button.setEnabled(True)
        self.print_button.setFocus()
