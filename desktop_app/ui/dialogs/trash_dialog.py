"""«Thùng rác»: what was deleted in the last 90 days, and the way back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import DataFile
from desktop_app.storage.history import TRASH_KEPT
from desktop_app.ui import messages
from desktop_app.ui.dialogs.history_pane import entry_table, fill_row
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot

_HEADS = ("Xoá lúc", "Người", "Loại", "Bản ghi")


class TrashDialog(QDialog):
    """A line a deleted record; its attached files come back with it."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thùng rác")
        self._file = file
        self.brought_back: list[str] = []
        """Titles of the records that came back."""
        words = QLabel(
            "Bản ghi đã xoá trong 90 ngày. Lấy lại thì tệp kèm cũng trở lại; hoàn tác được."
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self.list = entry_table(_HEADS)
        self.list.setAccessibleName("Các bản ghi đã xoá")
        self.take = QPushButton("Lấy lại")
        self.list.itemSelectionChanged.connect(self._show_state)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addWidget(dialog_foot(self, self.take, act=self.bring_back, way_out=CLOSE))
        self.resize(760, 440)
        self._fill()

    def bring_back(self) -> None:
        """The chosen record is there again as it was when it was deleted."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._entries):
            return
        entry = self._entries[row]
        try:
            self._file.history.bring_back(entry)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.brought_back.append(entry.title)
        self._fill()

    def _fill(self) -> None:
        self._entries = self._file.history.deleted(dt.datetime.now() - TRASH_KEPT)
        self.list.setRowCount(len(self._entries))
        for row, entry in enumerate(self._entries):
            noun = self._file.store_named(entry.kind).table.noun
            fill_row(self.list, row, (f"{entry.at:%d/%m/%Y %H:%M}", entry.who, noun, entry.title))
        if self._entries:
            self.list.selectRow(0)
        self._show_state()

    def _show_state(self) -> None:
        why = self._file.access.refusal
        self.take.setToolTip(why)
        self.take.setEnabled(not why and 0 <= self.list.currentRow() < len(self._entries))
