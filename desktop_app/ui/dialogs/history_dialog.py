"""The history of a record, or of the whole file: who changed what, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.storage import DataFile
from desktop_app.storage.history import Entry
from desktop_app.ui import messages
from desktop_app.ui.dialogs.change_words import changes_of

_HEADS = ("Lúc", "Người", "Việc", "Bản ghi")
_DETAIL_HEADS = ("Mục", "Trước", "Sau")


class HistoryDialog(QDialog):
    """Entries above, what changed in the chosen one below. Accepted when something was restored."""

    def __init__(
        self, file: DataFile, record: Record | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._entries = file.history.of_record(record.id) if record else file.history.recent()
        title = f"Lịch sử: {record.title}" if record else "Nhật ký thay đổi"
        self.setWindowTitle(title)
        self._list = entry_table(_HEADS)
        self._list.setAccessibleName("Các lần thay đổi")
        self._detail = entry_table(_DETAIL_HEADS)
        self._detail.setAccessibleName("Nội dung thay đổi")
        self._restore = QPushButton("Khôi phục bản này…")
        self._restore.clicked.connect(self._ask_restore)
        self._build(title)
        self._fill()
        self.resize(860, 560)

    def _build(self, title: str) -> None:
        layout = QVBoxLayout(self)
        heading = QLabel(title)
        heading.setProperty("role", "h2")
        heading.setWordWrap(True)
        layout.addWidget(heading)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._list)
        split.addWidget(self._detail)
        layout.addWidget(split, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._list.itemSelectionChanged.connect(self._show_detail)

    def _fill(self) -> None:
        self._list.setRowCount(len(self._entries))
        for row, entry in enumerate(self._entries):
            cells = (f"{entry.at:%d/%m/%Y %H:%M:%S}", entry.who, entry.verb, entry.title)
            fill_row(self._list, row, cells)
        if self._entries:
            self._list.selectRow(0)
        else:
            self._restore.setEnabled(False)

    def _chosen(self) -> Entry | None:
        row = self._list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _show_detail(self) -> None:
        entry = self._chosen()
        changes = changes_of(entry, self._file) if entry else []
        self._detail.setRowCount(len(changes))
        for row, cells in enumerate(changes):
            fill_row(self._detail, row, cells)
        self._detail.resizeRowsToContents()
        why = self._file.access.refusal
        self._restore.setToolTip(why)
        self._restore.setEnabled(bool(not why and entry and entry.after is not None))

    def _ask_restore(self) -> None:
        entry = self._chosen()
        if entry is None or not messages.ask(
            self,
            f"Khôi phục «{entry.title}» như lúc {entry.at:%H:%M ngày %d/%m/%Y}?",
            "Bản hiện nay vẫn còn trong lịch sử và hoàn tác được.",
            "Khôi phục",
        ):
            return
        try:
            self._file.history.restore(entry)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.accept()


def entry_table(heads: tuple[str, ...]) -> QTableWidget:
    """A table that is only looked at; the last column takes the room that is left."""
    table = QTableWidget(0, len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.setWordWrap(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in range(len(heads) - 1):
        table.setColumnWidth(column, 160)
    header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
    if len(heads) == len(_DETAIL_HEADS):
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table


def fill_row(table: QTableWidget, row: int, cells: tuple[str, ...]) -> None:
    """Put a row of words into such a table; each tells itself whole when pointed at."""
    for column, text in enumerate(cells):
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        table.setItem(row, column, item)
