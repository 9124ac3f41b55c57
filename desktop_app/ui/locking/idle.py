"""Whether somebody is there: keys and the mouse over any window of the program."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK = 5_000
_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Emits `idle` when nobody has touched the program for so long.

    It looks at windows, not at widgets: a filter over all events of the program would slow
    every one of them.
    """

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = 0.0
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self.touch()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
            self._follow(QGuiApplication.focusWindow())

    def start(self, minutes: int) -> None:
        """Watch from now on."""
        self._seconds = minutes * 60.0
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @property
    def is_watching(self) -> bool:
        return self._timer.isActive()

    def touch(self) -> None:
        """Somebody is there."""
        self._last, self._last_by_calendar = time.monotonic(), time.time()

    def look(self) -> None:
        """Tell when it has been long; the calendar counts the hours a laptop slept."""
        passed = max(time.monotonic() - self._last, time.time() - self._last_by_calendar)
        if self.is_watching and passed >= self._seconds:
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self.touch()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            # a second time it is only moved to the front
            window.installEventFilter(self)
            self.touch()
