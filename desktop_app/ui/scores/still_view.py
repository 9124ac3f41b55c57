"""A view whose texts change with each key without the whole window being laid out anew."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.view import View


class StillView(View):
    """Its contents stand in `body`.

    A layout passes every changed text on to the layout above it, up to the window, and the tabs
    on that way paint all they show. This view has no layout of its own: there the way ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self.body = QWidget(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.setGeometry(self.rect())

    def sizeHint(self) -> QSize:
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.body.minimumSizeHint()
