"""What is done a moment later, unless the one it is for is gone by then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, act: Callable[[], object], pause: int = 0) -> None:
    """Do it once the events at hand are done, or after `pause` milliseconds.

    A timer of the owner's own: what `QTimer.singleShot` with a context was to call stays in
    memory for good when the context goes first, and with it a whole dialog.
    """
    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start(pause)
