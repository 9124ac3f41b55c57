"""A dialog that begins by reading a file: in the background, stopped when the dialog is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Work, run_in_background
from desktop_app.ui.records.forms.plain_label import plain_label


class ReadingDialog(QDialog):
    """A subclass places `heading` and `strip`, calls `read` at the end of its building, and shows
    in `came` what was found. What cannot be read is told, and the dialog given up.
    """

    def __init__(self, title: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.setWindowTitle(title)
        self.heading = plain_label(heading, "h2")
        self.strip = ProgressStrip()

    def read(self, work: Work, words: str) -> None:
        """Begin; `words` stand beside the bar until the work tells more."""
        self._job = run_in_background(work, self.came, self._failed)
        self.strip.follow(self._job, words)
        self.strip.stopped.connect(self.reject)

    def came(self, found: Any) -> None:
        """The answer of the work is here."""
        raise NotImplementedError

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.stop()
        super().done(result)

    def _failed(self, error: Exception) -> None:
        messages.tell(self, error)
        self.reject()
