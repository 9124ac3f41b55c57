"""A list that opens under a field, narrowed by typing; Enter takes the line in hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.search_words import matches
from desktop_app.ui.records.forms.list_keys import ListKeys

_WIDTH, _HEIGHT = 460, 280


class PickList(QFrame):
    """One line to type in, the lines that fit below. Esc leaves everything as it was."""

    picked = Signal(int)
    """The place of the chosen line among all."""

    def __init__(self, name: str, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._lines = lines
        self.line = QLineEdit()
        self.line.setPlaceholderText(f"{name}: gõ để lọc, Enter để chọn")
        self.line.setAccessibleName(name)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.line.textChanged.connect(self._narrow)
        ListKeys(self.line, self.list, self.take_current)
        self.list.itemClicked.connect(self._take)
        self._narrow("")

    def open_at(self, place: QPoint) -> None:
        """Open with its corner at a place of the screen, the cursor in its line."""
        self.resize(QSize(_WIDTH, _HEIGHT))
        self.move(place)
        self.show()
        self.line.setFocus()

    def take_current(self) -> None:
        """Choose the line in hand."""
        item = self.list.currentItem()
        if item is not None:
            self._take(item)

    def _narrow(self, typed: str) -> None:
        self.list.clear()
        for place, words in enumerate(self._lines):
            if matches(typed, words):
                item = QListWidgetItem(words)
                item.setToolTip(words)
                item.setData(Qt.ItemDataRole.UserRole, place)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        place: int = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.picked.emit(place)
