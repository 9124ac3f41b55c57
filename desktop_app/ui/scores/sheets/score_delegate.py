"""How the cells of a score sheet are edited and painted: lines, long words, signs, paperclips."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui import icons
from desktop_app.ui.records.forms.pasting import watch_pasting
from desktop_app.ui.records.lists.bounded_model import is_there
from desktop_app.ui.records.parts.cell_text_edit import CellTextEdit
from desktop_app.ui.records.parts.ground_delegate import GroundDelegate
from desktop_app.ui.scores.sheets.sheet_columns import COLUMNS, WORDS
from desktop_app.ui.scores.sheets.sheet_model import SheetModel
from desktop_app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_FILLED = "filled"
_CLIP = 13


class ScoreDelegate(GroundDelegate):
    """An open editor is never written to again: the person's half-typed words are theirs."""

    typed = Signal()
    """A key was pressed in an open cell."""
    pasted = Signal(object)
    """Something was pasted into an open cell whose letters seem wrong: a Finding."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        editor: QWidget
        if column.key in WORDS:
            editor = self._words_editor(parent)
        else:
            line = QLineEdit(parent)
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.textEdited.connect(self.typed)
            editor = line
        if is_there(index):
            head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
            editor.setAccessibleName(str(head))
        watch_pasting(editor, self.pasted.emit)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        if isinstance(editor, CellTextEdit):
            editor.set_text(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = _written(editor)
        if text != (index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, text)

    def differs(self, editor: QWidget, index: Index) -> bool:
        """Whether what stands in an editor is not what stands in its cell."""
        return _written(editor) != (index.data(Qt.ItemDataRole.EditRole) or "")

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Words get three lines and more width than their cell, within the grid."""
        rect = cast(Any, option).rect
        if isinstance(editor, CellTextEdit):
            room = cast(QWidget, editor.parentWidget())
            lines = editor.fontMetrics().lineSpacing()
            rect.setHeight(max(rect.height(), 3 * lines + 10))
            rect.setWidth(max(rect.width(), 300))
            rect.moveBottom(min(rect.bottom(), max(room.height(), rect.height())))
            rect.moveRight(min(rect.right(), max(room.width(), rect.width())))
        editor.setGeometry(rect)

    def ground(self, option: QStyleOptionViewItem, index: Index) -> QColor | None:
        """The row in hand is tinted from end to end: the eye finds its way across."""
        grid = cast(Any, option).widget
        in_hand = isinstance(grid, QAbstractItemView) and grid.currentIndex().row() == index.row()
        if in_hand and is_there(index) and not cast(SheetModel, index.model()).problem_at(index):
            return theme.color("accent_soft")
        return super().ground(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect = cast(Any, option).rect
        ratio = painter.device().devicePixelRatioF()
        if COLUMNS[index.column()].key == "files" and index.data():
            clip = icons.pixmap("paperclip", "muted", _CLIP, ratio)
            painter.drawPixmap(rect.left() + 5, rect.center().y() - _CLIP // 2, clip)
        wrong = cast(SheetModel, index.model()).problem_at(index) if is_there(index) else ""
        grid = cast(Any, option).widget
        if isinstance(grid, QAbstractItemView) and grid.currentIndex() == index:
            _frame(painter, rect, theme.tokens.accent, 2)
        elif wrong:
            _frame(painter, rect, theme.tokens.red, 1)
        if wrong and not index.data():
            sign = icons.pixmap("circle-alert", "red", 14, ratio)
            painter.drawPixmap(rect.left() + 5, rect.center().y() - 6, sign)

    def _words_editor(self, parent: QWidget) -> QWidget:
        text = CellTextEdit("Shift+Enter: xuống dòng", parent)
        text.textChanged.connect(self.typed)
        text.done.connect(lambda hint: self._finish(text, hint))
        return text

    def _finish(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)


def _frame(painter: QPainter, rect: QRect, color: str, width: int) -> None:
    painter.save()
    painter.setPen(QPen(QColor(color), width))
    painter.drawRect(rect.adjusted(width // 2, width // 2, -1, -1))
    painter.restore()


def _written(editor: QWidget) -> str:
    if isinstance(editor, CellTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
