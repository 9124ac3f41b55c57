"""The table of attached files: name, size and day, with keys of its own."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.records.lists.record_model import Column, RecordModel
from desktop_app.ui.records.lists.record_table import RecordTable, column_width
from desktop_app.ui.theme import theme

ROWS = 6
_COLUMNS: tuple[Column[Attachment], ...] = (
    Column("Tên tệp", lambda a: a.name, stretch=True),
    Column("Cỡ", lambda a: a.size_text, sort=lambda a: a.size, width=76, align="right"),
    Column(
        "Ngày đính kèm", lambda a: short_date(a.added_at), sort=lambda a: str(a.added_at), width=112
    ),
)


class AttachmentTable(RecordTable):
    """Ctrl+Del is «Gỡ» like Del: elsewhere it deletes the whole record."""

    def __init__(self, rows: int, parent: QWidget) -> None:
        """There is room for so many rows at least."""
        self.records = RecordModel(_COLUMNS, parent)
        super().__init__(self.records, parent=parent)
        self._rows = rows
        self.setProperty("role", "grid")
        self.setAccessibleName("Tệp kèm của bản ghi")
        theme.changed.connect(self._make_room)
        self._make_room()

    def current(self) -> Attachment | None:
        """The chosen file."""
        found = self.records.record_at(self.currentIndex().row())
        return found if isinstance(found, Attachment) else None

    def choose(self, row: int) -> None:
        """Put the cursor on a row, if it is there."""
        if 0 <= row < self.records.rowCount():
            column = self.horizontalHeader().logicalIndex(0)
            self.setCurrentIndex(self.records.index(row, column))

    def _make_room(self) -> None:
        metrics = theme.metrics
        self.setMinimumHeight(metrics.list_head + metrics.row * self._rows + 4)
        for place, column in enumerate(_COLUMNS):
            if not column.stretch:
                self.setColumnWidth(place, column_width(column.width, column.head))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and _is_delete(cast(QKeyEvent, event)):
            # else the window would delete the whole record
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_delete(event):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


def _is_delete(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_Delete
