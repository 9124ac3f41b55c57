"""The editors that open in the cells of an editable grid."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui import icons
from desktop_app.ui.records.forms.choice_fields import NOTHING, RecordPicker
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.forms.pasting import watch_pasting
from desktop_app.ui.records.lists.bounded_model import is_there
from desktop_app.ui.records.lists.chip import leave_edges
from desktop_app.ui.records.parts.cell_text_edit import CellTextEdit
from desktop_app.ui.records.parts.part_column import PartColumn
from desktop_app.ui.records.parts.parts_model import PartsModel
from desktop_app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
MOST_LINES = 5
"""How far a row grows with a long text."""
_NO_COLUMN = PartColumn("", "")
"""Of a cell that is not there."""
_HINTS = {"date": "ngày/tháng/năm", "time": "giờ:phút"}


class PartsDelegate(QStyledItemDelegate):
    """Lines for words, numbers and days; combos for what is chosen; a sign on what is wrong."""

    typed = Signal()
    """A key was pressed in an open cell."""
    pasted = Signal(object)
    """Something was pasted into an open cell whose letters seem wrong: a Finding."""

    def differs(self, editor: QWidget, index: Index) -> bool:
        """Whether what stands in an editor is not what stands in its cell."""
        if isinstance(editor, RecordPicker):
            return clean_line(editor.line.text()) != clean_line(index.data() or "")
        if isinstance(editor, CellTextEdit):
            return bool(editor.toPlainText() != index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QLineEdit):
            return bool(editor.text() != index.data(Qt.ItemDataRole.EditRole))
        return False

    def plain_text(self, editor: QWidget, index: Index) -> str | None:
        """The words that stand in an open cell of plain text; None for all other cells."""
        if self._column(index).kind != "text":
            return None
        if isinstance(editor, CellTextEdit):
            return editor.toPlainText()
        return editor.text() if isinstance(editor, QLineEdit) else None

    def _column(self, index: Index) -> PartColumn:
        if not is_there(index):
            return _NO_COLUMN
        return cast(PartsModel, index.model()).columns[index.column()]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._column(index)
        editor: QWidget
        if column.kind == "choice":
            editor = self._choice_editor(parent, column)
        elif column.kind == "record":
            editor = self._record_editor(parent, column)
        elif column.multiline:
            editor = self._text_editor(parent, column)
        else:
            line = QLineEdit(parent)
            line.setPlaceholderText(column.placeholder or _HINTS.get(column.kind, ""))
            if column.kind == "number":
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.textEdited.connect(self.typed)
            editor = line
        editor.setAccessibleName(column.head)
        watch_pasting(editor, self.pasted.emit)
        return editor

    def _text_editor(self, parent: QWidget, column: PartColumn) -> QWidget:
        text = CellTextEdit(column.placeholder, parent)
        text.textChanged.connect(self.typed)
        text.done.connect(lambda hint: self._finish(text, hint))
        return text

    def _finish(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def _choice_editor(self, parent: QWidget, column: PartColumn) -> QWidget:
        combo = CalmCombo(parent)
        if column.nullable:
            combo.addItem(NOTHING, None)
        for option in column.options():
            combo.addItem(option.label)
        combo.activated.connect(lambda _: self.commitData.emit(combo))
        return combo

    def _record_editor(self, parent: QWidget, column: PartColumn) -> QWidget:
        picker = RecordPicker(column.text, parent)
        picker.set_records(column.options())
        picker.line.textEdited.connect(self.typed)
        picker.picked.connect(lambda: self.commitData.emit(picker))
        return picker

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, RecordPicker):
            editor.set_record(value)
            raw = cast(PartsModel, index.model()).raw_at(index)
            editor.line.setText(editor.line.text() if raw is None else raw)
            written = len(editor.line.text())
            editor.line.setSelection(written, -written)
        elif isinstance(editor, CalmCombo):
            options = _options(self._column(index))
            editor.setCurrentIndex(options.index(value) if value in options else -1)
        elif isinstance(editor, CellTextEdit):
            editor.set_text(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value: Any = None
        if isinstance(editor, RecordPicker):
            editor.resolve()
            value = editor.line.text() if editor.is_open() else editor.record()
        elif isinstance(editor, CalmCombo):
            if editor.currentIndex() < 0:
                return
            value = _options(self._column(index))[editor.currentIndex()]
        elif isinstance(editor, CellTextEdit):
            value = editor.toPlainText()
        elif isinstance(editor, QLineEdit):
            value = editor.text()
        known = cast(PartsModel, model).raw_at(index)
        if value != (index.data(Qt.ItemDataRole.EditRole) if known is None else known):
            model.setData(index, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = cast(Any, option).rect
        if isinstance(editor, CellTextEdit):
            lines = editor.fontMetrics().lineSpacing()
            rect.setHeight(max(rect.height(), 3 * lines + 10))
            room = max(cast(QWidget, editor.parentWidget()).height(), rect.height())
            rect.moveBottom(min(rect.bottom(), room))
        editor.setGeometry(rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not self._column(index).multiline:
            return QSize(super().sizeHint(option, index).width(), theme.metrics.row)
        leave_edges(option)
        size = super().sizeHint(option, index)
        tallest = MOST_LINES * cast(Any, option).fontMetrics.lineSpacing() + 10
        return QSize(size.width(), min(max(size.height(), theme.metrics.row), tallest))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if not is_there(index) or not cast(PartsModel, index.model()).problem_at(index):
            return
        rect = cast(Any, option).rect
        painter.save()
        painter.setPen(QPen(QColor(theme.tokens.red), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
        if not index.data():
            sign = icons.pixmap("circle-alert", "red", 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(rect.left() + 5, rect.center().y() - 6, sign)


def _options(column: PartColumn) -> list[Any]:
    return ([None] if column.nullable else []) + column.options()
