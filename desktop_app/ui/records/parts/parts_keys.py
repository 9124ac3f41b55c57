"""The keys of an editable grid while no cell is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from desktop_app.ui.records.parts.parts_table import PartsTable


class PartsKeys(QObject):
    """Ctrl+Enter, Ctrl+Del, Alt+arrows, Ctrl+V, Enter, Del and Esc."""

    def __init__(self, field: PartsTable) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._is_own(event):
                # else the window would delete the whole record on Ctrl+Del
                event.accept()
                return True
            # Enter in an open cell comes here too, but there it belongs to the cell
            free = not self._field.table.is_typing()
            if event.type() is QEvent.Type.KeyPress and free and self._handle(event):
                return True
        return super().eventFilter(watched, event)

    def _is_own(self, event: QKeyEvent) -> bool:
        """Whether a key is the grid's, even where the window has an action on it."""
        return _is_own_key(event) or self._takes_back(event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        """Whether Ctrl+Z is about letters that were put right after pasting."""
        undo = event.matches(QKeySequence.StandardKey.Undo)
        return undo and not self._field.table.is_typing() and self._field.paste_offer.can_take_back

    def _handle(self, event: QKeyEvent) -> bool:
        field, key = self._field, event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Paste):
            field.paste()
        elif self._takes_back(event):
            field.paste_offer.take_back()
        elif enter and (control or not field.model.rowCount()):
            field.add_row()
        elif enter:
            field.edit_current()
        elif control and key == Qt.Key.Key_Delete:
            field.remove_row()
        elif key == Qt.Key.Key_Escape:
            return field.give_up_row()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            field.move_row(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and not field.model.read_only:
            field.empty_cell()
        else:
            return False
        return True


def _is_own_key(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_V)
    return control and event.key() in own
