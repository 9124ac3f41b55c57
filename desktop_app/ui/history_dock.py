"""The history of the record in hand, beside it: follows from record to record while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.dialogs.history_pane import HEADS, HistoryPane

if TYPE_CHECKING:
    from desktop_app.domain.record import Record
    from desktop_app.storage import DataFile
    from desktop_app.ui.main_window import MainWindow

_WIDTH = 360


class HistoryDock(QDockWidget):
    """Reads the history only while it is seen, and only when record or history are others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__("Lịch sử bản ghi", window)
        self.setObjectName("history")
        self.setAllowedAreas(
            Qt.DockWidgetArea.RightDockWidgetArea | Qt.DockWidgetArea.BottomDockWidgetArea
        )
        self._window = window
        self._shown: tuple[str, int] | None = None
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.pane = HistoryPane(heads=HEADS[:3])
        for column, width in enumerate((165, 95)):
            self.pane.list.setColumnWidth(column, width)
        self.pane.detail.setColumnWidth(0, 110)
        self.pane.restored.connect(window.reload)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.addWidget(self.title)
        layout.addWidget(self.pane, 1)
        layout.addWidget(self.pane.restore)
        self.setWidget(inside)
        self.setMinimumWidth(_WIDTH)
        self.visibilityChanged.connect(lambda _: self.follow())

    def follow(self) -> None:
        """Show the history of the record that is in hand now."""
        file = self._window.file
        if not self.isVisible():
            return
        record = self._window.page().record if file is not None else None
        wanted = (record.id, file.history.newest()) if record and file else None
        if wanted == self._shown and wanted is not None:
            return
        self._shown = wanted
        self._show(file, record)

    def _show(self, file: DataFile | None, record: Record | None) -> None:
        if file is None or record is None:
            self.title.setText("Chọn một bản ghi đã lưu để xem lịch sử của nó.")
            self.pane.show_entries(None, ())
            return
        self.title.setText(record.title)
        self.pane.show_entries(file, file.history.of_record(record.id))
