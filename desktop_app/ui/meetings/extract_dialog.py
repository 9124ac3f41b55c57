"""«Trích biên bản»: parts of the minutes with a tick each, and the paper of those ticked."""

from __future__ import annotations

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

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.extract import Extract
from desktop_app.papers import paper_with_key
from desktop_app.ui.preview.preview_pane import PreviewPane

_NOTHING = "Hãy đánh dấu ít nhất một phần để trích."


class ExtractDialog(QDialog):
    """Nothing is ticked at first: what is given out is chosen part by part."""

    def __init__(self, conference: Conference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Trích biên bản")
        self._extract = Extract.of(conference)
        paper = paper_with_key("minutes-extract")
        self.list = QListWidget()
        self.list.setAccessibleName("Các phần của biên bản")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.list.setMinimumWidth(320)
        self.preview = PreviewPane()
        self.preview.set_papers([paper])
        for key, label in paper.parts(self._extract):
            item = QListWidgetItem(label)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self._build()
        self.list.itemChanged.connect(lambda _: self._show_extract())
        self._show_extract()

    def chosen(self) -> tuple[str, ...]:
        """Keys of the ticked parts, in the order of the minutes."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _build(self) -> None:
        heading = QLabel("Đánh dấu những phần cần trích:")
        heading.setProperty("role", "h2")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        buttons = QDialogButtonBox()
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(split, 1)
        layout.addWidget(buttons)
        self.resize(1000, 660)

    def _show_extract(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.preview.show_record(self._extract.replace(chosen=chosen))
        else:
            self.preview.show_record(None)
            self.preview.clear(_NOTHING)
