"""Many things that only the window's own thread can give: taken in slices, the window is painted.

Rows of a table and records of the file cannot be read from another thread.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

T = TypeVar("T")

_SLICE = 0.03
"""Seconds between two looks at the window."""


def gathered(parent: QWidget | None, title: str, items: Iterator[T], count: int) -> list[T] | None:
    """All of them; None when the person stopped. What takes no time shows no dialog.

    What the items raise is passed on.
    """
    gatherer = _Gatherer(items)
    if gatherer.take_slice():
        return gatherer.found
    dialog = GatheringDialog(title, gatherer, count, parent)
    dialog.run()
    if gatherer.error is not None:
        raise gatherer.error
    return gatherer.found if gatherer.is_whole else None


class _Gatherer(Generic[T]):
    def __init__(self, items: Iterator[T]) -> None:
        self.found: list[T] = []
        self.is_whole = False
        self.error: Exception | None = None
        self._items = items

    def take_slice(self) -> bool:
        """Some more; whether these were the last."""
        end = time.monotonic() + _SLICE
        for item in self._items:
            self.found.append(item)
            if time.monotonic() > end:
                return False
        self.is_whole = True
        return True


class GatheringDialog(QDialog):
    """How far it is, and «Dừng»."""

    def __init__(
        self, title: str, gatherer: _Gatherer[T], count: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self._gatherer = gatherer
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, count)
        self._stop = QPushButton("Dừng")
        self._stop.setAccessibleName("Dừng công việc đang chạy")
        self._stop.clicked.connect(self.reject)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(QLabel(f"{title}…"))
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def run(self) -> None:
        """Stay open until everything is there or the person has stopped."""
        self._timer.start(0)
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        self.open()
        loop.exec()
        self._timer.stop()
        self.deleteLater()

    def _go_on(self) -> None:
        try:
            is_last = self._gatherer.take_slice()
        except Exception as error:  # noqa: BLE001 - handed to whoever waits
            self._gatherer.error = error
            self.reject()
            return
        self._bar.setValue(len(self._gatherer.found))
        if is_last:
            self.accept()

    def done(self, result: int) -> None:
        self._timer.stop()
        super().done(result)
