"""Work elsewhere, answer here: a job runs in a thread and reports on the screen's own thread."""

from __future__ import annotations

import functools
import itertools
import logging
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from desktop_app.ui.collecting import collect_here_alone

T = TypeVar("T")
Work = Callable[["Report"], Any]
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]
Progress = Callable[[int, int, str], object]

_log = logging.getLogger(__name__)
_running: dict[int, Job] = {}
_numbers = itertools.count(1)
_waited_for: list[Job] = []


class Stopped(Exception):
    """The person pressed «Dừng»; raised inside the work, which may tidy up and pass it on."""


class Report:
    """What the work is given: it tells how far it is and learns that it should stop."""

    def __init__(self, tell: Callable[[int, int, str], None], stop: threading.Event) -> None:
        self._tell = tell
        self._stop = stop

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Say how far the work is. Raises Stopped when it is not wanted any more."""
        self.check()
        self._tell(done, total, text)

    def check(self) -> None:
        """Raises Stopped when the work is not wanted any more."""
        if self._stop.is_set():
            raise Stopped


class _Task:
    """The half of a job that lives in the thread: it knows its job by number alone.

    What it was given and what it answers is let go of on the screen's thread, by `Job`: a widget
    whose last name was forgotten in the other one would be destroyed there.
    """

    def __init__(self, number: int, work: Work, post: _Post) -> None:
        self._number = number
        self._post = post
        self.work: Work | None = work
        self.answer: Any = None
        self.error: Exception | None = None
        self.stop = threading.Event()

    def run(self) -> None:
        """The work itself; called in the thread."""
        assert self.work is not None
        try:
            self.answer = self.work(Report(self._tell, self.stop))
        except Stopped as stopped:
            self.error = stopped
        except Exception as error:  # noqa: BLE001 - handed over to the screen's thread
            _log.info("work in the background failed", exc_info=error)
            self.error = error
        try:
            self._post.over.emit(self._number)
        except RuntimeError:
            _log.info("the program ended before its work")

    def _tell(self, done: int, total: int, text: str) -> None:
        self._post.told.emit(self._number, done, total, text)


class Job(QObject):
    """A piece of work on its way, as seen from the screen; it never leaves the screen's thread."""

    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(
        self, work: Work, on_done: Done, on_error: Failed, on_progress: Progress | None
    ) -> None:
        super().__init__()
        self.number = next(_numbers)
        self._on_done: Done | None = on_done
        self._on_error: Failed | None = on_error
        self._on_progress = on_progress
        self._task = _Task(self.number, work, _post())

    @property
    def is_stopped(self) -> bool:
        return self._task.stop.is_set()

    def stop(self) -> None:
        """Ask the work to stop; its answer is not delivered any more."""
        self._task.stop.set()

    def start(self) -> None:
        """Hand the work to a thread."""
        # not a QRunnable: the bindings keep each one that was ever started
        QThreadPool.globalInstance().start(self._task.run)

    def deliver(self) -> None:
        """The work is over: what it was given is let go of, and somebody told."""
        task = self._task
        answer, error = task.answer, task.error
        on_done, on_error = self._on_done, self._on_error
        task.work = task.answer = task.error = None
        self._on_done = self._on_error = self._on_progress = None
        _running.pop(self.number, None)
        self.finished.emit()
        if self.is_stopped:
            return
        if error is None:
            _call(on_done, answer)
        else:
            _call(on_error, error)

    def tell(self, done: int, total: int, text: str) -> None:
        """How far the work is."""
        if self.is_stopped:
            return
        self.progressed.emit(done, total, text)
        _call(self._on_progress, done, total, text)


class _Post(QObject):
    """Brings what is said in the threads to the jobs on the screen's thread, where it stays."""

    told = Signal(int, int, int, str)
    over = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        queued = Qt.ConnectionType.QueuedConnection
        self.told.connect(self._tell, queued)
        self.over.connect(self._deliver, queued)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        job = _running.get(number)
        if job is not None:
            job.deliver()

    @Slot(int, int, int, str)
    def _tell(self, number: int, done: int, total: int, text: str) -> None:
        job = _running.get(number)
        if job is not None:
            job.tell(done, total, text)


@functools.cache
def _post() -> _Post:
    return _Post()


def run_in_background(
    work: Work, on_done: Done, on_error: Failed, on_progress: Progress | None = None
) -> Job:
    """Run `work(report)` in a thread; the other three are called on the screen's thread.

    After `job.stop()` nothing is called any more, so an answer that comes too late is lost.
    Callbacks that are methods of a closed window are left out.
    """
    collect_here_alone()
    job = Job(work, on_done, on_error, on_progress)
    _running[job.number] = job
    job.start()
    return job


def wait_for(job: Job) -> None:
    """Until a piece of work is done; the window is painted meanwhile and takes no keys."""
    if job.number in _running:
        loop = QEventLoop()
        job.finished.connect(loop.quit)
        _waited_for.append(job)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        _waited_for.remove(job)


def result_of(work: Callable[[], T]) -> T:
    """What a short piece of work gives, done elsewhere and waited for. Raises what it raises."""
    answers: list[T] = []
    errors: list[Exception] = []
    wait_for(run_in_background(lambda _: work(), answers.append, errors.append))
    for error in errors:
        raise error
    return answers[0]


def is_waited_for() -> bool:
    """Whether somebody stands in `wait_for`, so that nothing may be taken from under him."""
    return bool(_waited_for)


def finish(milliseconds: int = 10_000) -> bool:
    """Stop all work and wait for it: a thread that outlives the program's end crashes it."""
    for job in list(_running.values()):
        job.stop()
    pool = QThreadPool.globalInstance()
    end = time.monotonic() + milliseconds / 1000
    # Qt's own waiting keeps the interpreter's lock, for which the work would wait in turn.
    while pool.activeThreadCount() and time.monotonic() < end:
        time.sleep(0.01)
    return not pool.activeThreadCount()


def _call(callback: Callable[..., object] | None, *answer: object) -> None:
    """Unless nobody wants to be called, or what was to be called is gone from the screen."""
    if callback is not None and _alive(callback):
        callback(*answer)


def _alive(callback: Callable[..., object]) -> bool:
    while isinstance(callback, functools.partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class ProgressStrip(QWidget):
    """A line with what is being done, how far it is, and «Dừng»; hidden while nothing runs."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._text = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._button = QPushButton("Dừng")
        self._button.setAccessibleName("Dừng công việc đang chạy")
        # Enter in a dialog is for the dialog's own button.
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._text)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._button)
        self.hide()

    def follow(self, job: Job, text: str) -> None:
        """Show this job until it ends."""
        self._job = job
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._button.setEnabled(True)
        job.progressed.connect(self._show_progress)
        job.finished.connect(self._finish)
        self.show()

    def stop(self) -> None:
        """Stop what is followed."""
        if self._job:
            self._job.stop()
            self._button.setEnabled(False)
            self._text.setText("Đang dừng…")
            self.stopped.emit()

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if text:
            self._text.setText(text)

    def _finish(self) -> None:
        if self.sender() in (None, self._job):
            self._job = None
            self.hide()
