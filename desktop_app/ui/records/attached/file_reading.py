"""Files read one after the other in the background: a memory stick may be slow."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.attachment import safe_name
from desktop_app.domain.record import Record
from desktop_app.ui.background import Job, ProgressStrip, run_in_background
from desktop_app.ui.records.attached import attached_files

SLOW = 400
"""Milliseconds before a reading is worth a progress bar."""
_SHORT = 32
"""Letters of a name beside the progress bar."""


class FileReading(QObject):
    """A queue of files, each with the record it was chosen for."""

    came = Signal(object, str, str, object)
    """Record, part of it, name and bytes of a file."""
    failed = Signal(object)
    """Why a file was not read."""
    ended = Signal()
    """Nothing is waiting any more."""

    def __init__(self, strip: ProgressStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._job: Job | None = None
        self._waiting: list[tuple[Record, str, Path]] = []
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._show_progress)
        strip.stopped.connect(self._stop)

    @property
    def job(self) -> Job | None:
        """What is being read now."""
        return self._job

    def add(self, owner: Record, chosen: Sequence[Path], part: str = "") -> None:
        """Read these files for a record, or for one part of it."""
        self._waiting += [(owner, part, path) for path in chosen]
        if self._job is None:
            self._read_next()

    def forget(self) -> None:
        """Stop without a word: the data file they were for is closed."""
        if self._job is not None:
            self._job.stop()
        self._job = None
        self._slow.stop()
        self._waiting.clear()

    def _read_next(self) -> None:
        self._slow.stop()
        self._job = None
        if not self._waiting:
            self.ended.emit()
            return
        owner, part, path = self._waiting.pop(0)
        work = functools.partial(attached_files.read_file, path)
        done = functools.partial(self._deliver, owner, part, path.name)
        self._job = run_in_background(work, done, self._fail)
        self._job.setObjectName(safe_name(path.name))
        self._slow.start()

    def _deliver(self, owner: Record, part: str, name: str, content: bytes) -> None:
        self.came.emit(owner, part, name, content)
        self._read_next()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self._read_next()

    def _stop(self) -> None:
        """«Dừng» was pressed: what is in stays, the rest is left."""
        self._waiting.clear()
        self._read_next()

    def _show_progress(self) -> None:
        if self._job is not None:
            name = self._job.objectName()
            shown = name if len(name) <= _SHORT else name[: _SHORT - 1] + "…"
            self._strip.follow(self._job, f"Đang đọc «{shown}»")
