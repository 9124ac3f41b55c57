"""«Trích biên bản»: parts of the minutes with a tick each, and the paper of those ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.extract import Extract
from desktop_app.ui.meetings.parts_dialog import PartsDialog

_NOTHING = "Hãy đánh dấu ít nhất một phần để trích."


class ExtractDialog(PartsDialog):
    """Nothing is ticked at first: what is given out is chosen part by part."""

    def __init__(self, conference: Conference, parent: QWidget | None = None) -> None:
        title, parts = "Trích biên bản", "Các phần của biên bản"
        super().__init__(title, "minutes-extract", parts, parent)
        self._extract = Extract.of(conference)
        for key, label in self.paper.parts(self._extract):
            item = QListWidgetItem(label)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.lay_out("Đánh dấu những phần cần trích:", self.preview)
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

    def _show_extract(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.preview.show_record(self._extract.replace(chosen=chosen))
        else:
            self.preview.show_record(None)
            self.preview.clear(_NOTHING)
