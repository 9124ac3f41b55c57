"""The editor of a grid's long texts: several lines, and Enter still goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from desktop_app.ui.records.forms.pasting import PlainEdit

_HINTS = {
    Qt.Key.Key_Return: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}


class CellTextEdit(PlainEdit):
    """Shift+Enter begins a new line."""

    done = Signal(object)
    """Enter or Tab: where to go on."""

    def __init__(self, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(2)

    def set_text(self, text: str) -> None:
        """Put a text in and choose all of it, as lines do; nobody is told."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.selectAll()
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hint = _HINTS.get(Qt.Key(event.key()))
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if hint is None:
            super().keyPressEvent(event)
        elif enter and shift:
            self.insertPlainText("\n")
        else:
            self.done.emit(hint)
