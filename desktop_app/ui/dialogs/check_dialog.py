"""«Kiểm tra dữ liệu»: whether the file is whole, and which records want mending."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.storage import DataFile


class CheckDialog(QDialog):
    """Says in one sentence how the file is, and lists what is wrong."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kiểm tra dữ liệu")
        problems = file.check()
        layout = QVBoxLayout(self)
        heading = QLabel(
            f"Có {len(problems)} điều cần xem lại." if problems else "Tệp dữ liệu nguyên vẹn."
        )
        heading.setProperty("role", "h2")
        layout.addWidget(heading)
        counts = ", ".join(f"{store.count()} {store.table.noun}" for store in file.stores)
        summary = QLabel(f"{file.path}\n{counts}.")
        summary.setWordWrap(True)
        summary.setProperty("role", "muted")
        layout.addWidget(summary)
        if problems:
            found = QListWidget()
            found.setWordWrap(True)
            found.addItems(problems)
            layout.addWidget(found, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)
