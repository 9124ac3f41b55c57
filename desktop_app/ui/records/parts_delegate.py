"""The editors that open in the cells of an editable grid."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui import icons
from desktop_app.ui.records.choice_fields import NOTHING, RecordPicker
from desktop_app.ui.records.field import CalmCombo
from desktop_app.ui.records.parts_model import PartColumn, PartsModel
from desktop_app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_HINTS = {"date": "dd/mm/yyyy", "time": "giờ:phút"}


class PartsDelegate(QStyledItemDelegate):
    """Lines for words, numbers and days; combos for what is chosen; a sign on what is wrong."""

    def _column(self, index: Index) -> PartColumn:
        return cast(PartsModel, index.model()).columns[index.column()]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._column(index)
        editor: QWidget
        if column.kind == "choice":
            editor = self._choice_editor(parent, column)
        elif column.kind == "record":
            editor = self._record_editor(parent, column)
        else:
            line = QLineEdit(parent)
            line.setPlaceholderText(column.placeholder or _HINTS.get(column.kind, ""))
            if column.kind == "number":
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
            editor = line
        editor.setAccessibleName(column.head)
        return editor

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
        picker.picked.connect(lambda: self.commitData.emit(picker))
        return picker

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, RecordPicker):
            editor.set_record(value)
            written = len(editor.line.text())
            editor.line.setSelection(written, -written)
        elif isinstance(editor, CalmCombo):
            options = _options(self._column(index))
            editor.setCurrentIndex(options.index(value) if value in options else -1)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value: Any = None
        if isinstance(editor, RecordPicker):
            editor.resolve()
            if editor.is_open():
                return
            value = editor.record()
        elif isinstance(editor, CalmCombo):
            if editor.currentIndex() < 0:
                return
            value = _options(self._column(index))[editor.currentIndex()]
        elif isinstance(editor, QLineEdit):
            value = editor.text()
        if value != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(cast(Any, option).rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if not cast(PartsModel, index.model()).problem_at(index):
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
