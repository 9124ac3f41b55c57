"""Entries of the history above, what changed in the chosen one below, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import DataFile
from desktop_app.storage.history_entry import Entry
from desktop_app.ui import messages
from desktop_app.ui.dialogs.change_words import changes_of
from desktop_app.ui.records.lists.still_table import still_table

HEADS = ("Lúc", "Người", "Việc", "Bản ghi")
_DETAIL_HEADS = ("Mục", "Trước", "Sau")


class HistoryPane(QWidget):
    """Shows entries of a file; the owner places the button that brings one back."""

    restored = Signal()
    """A record is as one of its entries left it."""

    def __init__(self, parent: QWidget | None = None, *, heads: Sequence[str] = HEADS) -> None:
        super().__init__(parent)
        self._file: DataFile | None = None
        self._entries: Sequence[Entry] = ()
        self._columns = len(heads)
        self.list = entry_table(tuple(heads))
        self.list.setAccessibleName("Các lần thay đổi")
        self.detail = entry_table(_DETAIL_HEADS)
        self.detail.setAccessibleName("Nội dung thay đổi")
        self.restore = QPushButton("Khôi phục bản này…")
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self._ask_restore)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split, 1)
        self.list.itemSelectionChanged.connect(self._show_detail)
        self.show_entries(None, ())

    def show_entries(self, file: DataFile | None, entries: Sequence[Entry]) -> None:
        """These entries of a file, the newest one chosen."""
        self._file, self._entries = file, entries
        self.list.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            cells = (f"{entry.at:%d/%m/%Y %H:%M:%S}", entry.who, entry.verb, entry.title)
            fill_row(self.list, row, cells[: self._columns])
        if entries:
            self.list.selectRow(0)
        self._show_detail()

    def _chosen(self) -> Entry | None:
        row = self.list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _show_detail(self) -> None:
        entry, file = self._chosen(), self._file
        changes = changes_of(entry, file) if entry and file else []
        self.detail.setRowCount(len(changes))
        for row, cells in enumerate(changes):
            fill_row(self.detail, row, cells)
        self.detail.resizeRowsToContents()
        why = file.access.refusal if file else ""
        if entry is not None and entry.is_of_safeguard:
            why = "Đăng nhập và mật khẩu không khôi phục được từ lịch sử."
        self.restore.setToolTip(why)
        self.restore.setEnabled(bool(not why and entry and entry.after is not None))

    def _ask_restore(self) -> None:
        entry, file = self._chosen(), self._file
        if (
            entry is None
            or file is None
            or not messages.ask(
                self,
                f"Khôi phục «{entry.title}» như lúc {entry.at:%H:%M ngày %d/%m/%Y}?",
                "Bản hiện nay vẫn còn trong lịch sử và hoàn tác được.",
                "Khôi phục",
            )
        ):
            return
        try:
            file.history.restore(entry)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.restored.emit()


def entry_table(heads: tuple[str, ...]) -> QTableWidget:
    """A table that is only looked at; the last column takes the room that is left."""
    last = len(heads) - 1
    stretched = [1, last] if heads == _DETAIL_HEADS else [last]
    table = still_table(heads, "", stretched=stretched)
    table.setWordWrap(True)
    for column in range(last):
        table.setColumnWidth(column, 160)
    return table


def fill_row(table: QTableWidget, row: int, cells: tuple[str, ...]) -> None:
    """Put a row of words into such a table; each tells itself whole when pointed at."""
    for column, text in enumerate(cells):
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        table.setItem(row, column, item)
