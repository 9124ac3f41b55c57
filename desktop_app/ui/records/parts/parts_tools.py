"""The line over an editable grid: its name, how many rows, and the buttons for rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.ui import icons


class PartsTools(QWidget):
    """Buttons to add and remove rows and to put them in order."""

    def __init__(self, label: QLabel, add_text: str, *, adds: bool, ordered: bool) -> None:
        super().__init__()
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.add = icons.icon_button("plus", add_text, shortcut="Ctrl+Enter")
        self.remove = icons.icon_button("trash-2", "Xoá dòng", shortcut="Ctrl+Del")
        self.up = icons.icon_button("arrow-up", "Lên", shortcut="Alt+↑")
        self.down = icons.icon_button("arrow-down", "Xuống", shortcut="Alt+↓")
        self.add.setText(add_text)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label)
        layout.addWidget(self.note)
        layout.addStretch()
        for button in self.buttons():
            layout.addWidget(button)
            button.setAccessibleName(f"{button.accessibleName()}: {label.text()}")
        for button in (self.add, self.remove):
            button.setVisible(adds)
        for button in (self.up, self.down):
            button.setVisible(ordered)

    def buttons(self) -> tuple[QToolButton, ...]:
        return self.add, self.remove, self.up, self.down

    def show_state(self, row: int, count: int, *, free: bool) -> None:
        """What can be done with the current row."""
        self.add.setEnabled(free)
        self.remove.setEnabled(free and 0 <= row < count)
        self.up.setEnabled(free and 0 < row < count)
        self.down.setEnabled(free and 0 <= row < count - 1)
        self.note.setText(f"({count})" if count else "")
