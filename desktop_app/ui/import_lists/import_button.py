"""The button under a list that takes in a list of the same sort."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.ui import icons
from desktop_app.ui.view import View


def import_button(view: View, kind: str, what: str) -> QToolButton:
    """Asks the window to take in a list of a kind; `what` is what its rows are."""
    button = QToolButton()
    button.setText("Nhập từ tệp…")
    button.setToolTip(f"Nhập {what} từ Excel, CSV, LibreOffice hoặc bảng Word")
    button.setAccessibleName(f"Nhập {what} từ tệp")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    icons.wear(button, "file-up", "muted")
    button.clicked.connect(lambda: view.import_wanted.emit(kind))
    return button
