"""The cells of the tree editor: codes moved in by their depth, and the sign that folds a branch."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.ui import icons
from desktop_app.ui.records.lists.bounded_model import is_there
from desktop_app.ui.records.parts.parts_delegate import PartsDelegate
from desktop_app.ui.scores.criteria.criteria_model import CriteriaModel

Index = QModelIndex | QPersistentModelIndex
CODE = 0
"""The column that shows the tree."""
_STEP, _SIGN, _MARGIN = 12, 14, 4
_DEEPEST = 8
"""Levels that are moved in; deeper ones stand below each other."""


class CriteriaDelegate(PartsDelegate):
    """Draws the code itself; everything else is as in other grids."""

    folding = Signal(int)
    """The sign of a row was pressed."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == CODE:
            cast(Any, option).text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == CODE and is_there(index):
            self._paint_code(painter, cast(Any, option), index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        is_code = index.column() == CODE and is_there(index)
        if isinstance(event, QMouseEvent) and is_code and self._has_sign(index):
            sign = self._sign(cast(Any, option).rect, index)
            if sign.contains(event.position().toPoint()):
                if event.type() is QEvent.Type.MouseButtonRelease:
                    self.folding.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_code(self, painter: QPainter, option: Any, index: Index) -> None:
        model, criterion = _criterion(index)
        sign = self._sign(option.rect, index)
        if self._has_sign(index):
            name = "chevron-right" if criterion.id in model.folded else "chevron-down"
            ratio = painter.device().devicePixelRatioF()
            pixmap = icons.pixmap(name, "muted", _SIGN, ratio)
            painter.drawPixmap(sign.left(), sign.center().y() - _SIGN // 2, pixmap)
        room = option.rect.adjusted(sign.right() + 3 - option.rect.left(), 0, -2, 0)
        painter.save()
        self.initStyleOption(option, index)
        painter.setFont(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        elide = Qt.TextElideMode.ElideRight
        words = option.fontMetrics.elidedText(index.data() or "", elide, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _sign(self, rect: QRect, index: Index) -> QRect:
        """Where the sign of a row stands, or would stand."""
        model, criterion = _criterion(index)
        depth = min(max(model.tree.depth(criterion), 0), _DEEPEST)
        return QRect(rect.left() + _MARGIN + depth * _STEP, rect.top(), _SIGN, rect.height())

    def _has_sign(self, index: Index) -> bool:
        model, criterion = _criterion(index)
        return not model.tree.is_leaf(criterion)


def _criterion(index: Index) -> tuple[CriteriaModel, Criterion]:
    model = cast(CriteriaModel, index.model())
    return model, model.criteria[index.row()]
