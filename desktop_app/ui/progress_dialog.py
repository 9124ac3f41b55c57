"""Slow work that the window waits for: how far it is, «Dừng», and its answer."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QDialog, QProgressDialog, QVBoxLayout, QWidget

from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Work, run_in_background

_FRAME = 0.05
"""Seconds between two looks at the window."""


class ProgressDialog(QDialog):
    """Closes itself when the work has ended, was stopped or has failed."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.answer: Any = None
        self.error: Exception | None = None
        self.strip = ProgressStrip()
        layout = QVBoxLayout(self)
        layout.addWidget(self.strip)
        self.setMinimumWidth(460)
        self._job: Job | None = None

    def run(self, work: Work) -> None:
        """Do the work and stay open meanwhile."""
        job = self._job = run_in_background(work, self._take, self._fail)
        job.finished.connect(self._end)
        self.strip.follow(job, f"{self.windowTitle()}…")
        self.open()
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        loop.exec()
        self.deleteLater()

    def _take(self, answer: object) -> None:
        self.answer = answer

    def _fail(self, error: Exception) -> None:
        self.error = error

    def _end(self) -> None:
        self._job = None
        self.accept()

    def reject(self) -> None:
        """Esc and the cross stop the work; the dialog goes when the work has let go."""
        if self._job is None:
            super().reject()
        else:
            self.strip.stop()


def wait_with_progress(parent: QWidget | None, title: str, work: Work) -> Any:
    """What the work answers; None when it was stopped or has failed, which is then told."""
    dialog = ProgressDialog(title, parent)
    dialog.run(work)
    if dialog.error is not None:
        messages.tell(parent, dialog.error)
    return dialog.answer


@contextlib.contextmanager
def shown_writing(words: str, parent: QWidget | None) -> Iterator[Callable[[int, int], None]]:
    """Gives what is told how far a long change is, which the file takes from this thread alone.

    The window is painted meanwhile and takes no keys.
    """
    strip = QProgressDialog(words, "", 0, 0, parent)
    strip.setCancelButton(None)
    strip.setWindowTitle("Đang ghi")
    strip.setWindowModality(Qt.WindowModality.WindowModal)
    strip.setMinimumDuration(400)
    shown_at = time.monotonic()

    def tell(done: int, whole: int) -> None:
        nonlocal shown_at
        if time.monotonic() - shown_at > _FRAME:
            strip.setMaximum(whole)
            strip.setValue(done)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            shown_at = time.monotonic()

    try:
        yield tell
    finally:
        strip.close()
        strip.deleteLater()
