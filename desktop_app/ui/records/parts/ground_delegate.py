"""Cells with a ground of their own: the style sheet paints cells without what their model gives."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex


class GroundDelegate(QStyledItemDelegate):
    """Lays the ground of a cell before the cell itself is painted."""

    def ground(self, option: QStyleOptionViewItem, index: Index) -> QColor | None:
        """The colour under a cell; None for that of the grid."""
        found = index.data(Qt.ItemDataRole.BackgroundRole)
        return found if isinstance(found, QColor) else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        color = self.ground(option, index)
        if color is not None:
            painter.fillRect(cast(Any, option).rect, color)
        super().paint(painter, option, index)
