"""The foot of a form: how it stands, and its buttons, which go under it where room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.ui.records.forms.flow_row import FlowRow

_LEAST_WORDS = 60
"""Pixels in which the line at the left can still say something."""
_MOST_LINES = 2
"""Of the line at the left, where it stands over the buttons; its tooltip holds the rest."""


class FormFoot(QWidget):
    """A row while all fits into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        self.status.setWordWrap(True)
        # where buttons leave it little width it must not grow in height over the form instead
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        tools = QWidget()
        self._tools = QHBoxLayout(tools)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(0)
        self._buttons = FlowRow()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(tools)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(16, 6, 16, 10)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.status, 1)
        self._layout.addLayout(self._buttons)

    def add_tool(self, button: QWidget) -> None:
        """A small button, before the others."""
        self._tools.addWidget(button)

    def add_action(self, button: QPushButton) -> None:
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
        fits = self._buttons.one_row + gap + _LEAST_WORDS <= room
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self.status.setVisible(fits or bool(self.status.text()))
        height = self._buttons.heightForWidth(room)
        if not fits and self.status.text():
            height += gap + self._words_height(room)
        self.setFixedHeight(height + margins.top() + margins.bottom())

    def _words_height(self, room: int) -> int:
        most = _MOST_LINES * self.status.fontMetrics().lineSpacing()
        return min(self.status.heightForWidth(room), most)
