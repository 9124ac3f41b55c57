"""A ring around a place in the window, for words that speak of it; the mouse passes through."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import theme

_AROUND = 4
"""Pixels between a place and the ring."""


class Pointer(QWidget):
    """Lies over the whole window and paints nothing but the ring."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.place = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def point_at(self, part: QWidget, inside: QRect | None = None) -> None:
        """Put the ring around a widget, or a piece of it."""
        piece = inside or part.rect()
        window = self._over
        corner = part.mapTo(window, piece.topLeft() if inside else QPoint())
        around = QRect(corner, piece.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        self.place = around.intersected(window.rect().adjusted(1, 1, -1, -1))
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("gold_bar"), 3))
        painter.drawRoundedRect(self.place.adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
