"""A bar of words or a field and the buttons beside it, which go under it where room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.ui.records.flow_row import FlowRow

_MOST_LINES = 2
"""Of words that may be cut short; their tooltip holds the rest."""
Margins = tuple[int, int, int, int]


class FlowBar(QWidget):
    """A row while all fits into it; what stands at the left takes the room that is over."""

    def __init__(
        self, left: QWidget, *, least: int | None, margins: Margins, parent: QWidget | None = None
    ) -> None:
        """`least`: pixels in which what stands at the left is still of use; None: all its words."""
        super().__init__(parent)
        self._left, self._least = left, least
        if isinstance(left, QLabel):
            left.setWordWrap(True)
            # where buttons leave it little width it must not grow in height instead
            left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._buttons = FlowRow()
        self._buttons.setSpacing(8)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(*margins)
        self._layout.setSpacing(8)
        self._layout.addWidget(left, 1)
        self._layout.addLayout(self._buttons)

    def add(self, button: QWidget) -> None:
        self._buttons.addWidget(button)

    def event(self, event: QEvent) -> bool:
        # a button was shown or hidden, or its words have become longer
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins, gap = self._layout.contentsMargins(), self._layout.spacing()
        room = self.width() - margins.left() - margins.right()
        beside = room - self._buttons.one_row - gap if self._buttons.one_row else room
        fits = self._least_width() <= beside or not self._buttons.one_row
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        height = self._buttons.heightForWidth(room)
        own = self._left_height(beside if fits else room)
        self._left.setVisible(fits or own > 0)
        if fits:
            height = max(height, own)
        elif own:
            height += gap + own
        self.setFixedHeight(height + margins.top() + margins.bottom())

    def _least_width(self) -> int:
        if self._least is None and isinstance(self._left, QLabel):
            return self._left.fontMetrics().horizontalAdvance(self._left.text())
        return self._least or 0

    def _left_height(self, width: int) -> int:
        if not isinstance(self._left, QLabel):
            return self._left.sizeHint().height()
        if not self._left.text():
            return 0
        wanted = self._left.heightForWidth(width)
        line = self._left.fontMetrics().lineSpacing()
        return wanted if self._least is None else min(wanted, _MOST_LINES * line)
