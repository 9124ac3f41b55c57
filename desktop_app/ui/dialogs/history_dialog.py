"""The history of a record, or of the whole file: who changed what, with the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.record import Record
from desktop_app.storage import DataFile
from desktop_app.ui.dialogs.history_pane import HistoryPane


class HistoryDialog(QDialog):
    """Accepted when something was restored."""

    def __init__(
        self, file: DataFile, record: Record | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = f"Lịch sử: {record.title}" if record else "Nhật ký thay đổi"
        self.setWindowTitle(title)
        self.pane = HistoryPane()
        history = file.history
        self.pane.show_entries(file, history.of_record(record.id) if record else history.recent())
        self.pane.restored.connect(self.accept)
        heading = QLabel(title)
        heading.setProperty("role", "h2")
        heading.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.pane.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self.pane, 1)
        layout.addWidget(buttons)
        self.resize(860, 560)
