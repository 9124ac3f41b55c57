"""Counting year by year between two looks at the keyboard, so that the window never waits."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.statistics.answers import answer, made_ready
from desktop_app.domain.statistics.award_list import MOST_LISTED
from desktop_app.domain.statistics.question import Question, Subject
from desktop_app.storage import DataFile

SLICE = 0.03
"""Seconds of counting at a time; a step more is begun only within them."""


class Gathering(QObject):
    """One question on its way; the file's only connection belongs to the window's own thread."""

    done = Signal(object)
    """The Figures."""
    progressed = Signal(int, int)
    """Years done, and all of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._file: DataFile | None = None
        self._question: Question | None = None
        self._raw: list[Any] = []
        self._facts: list[Any] = []
        self._next = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def start(self, file: DataFile, question: Question) -> None:
        """Ask; what was asked before is given up."""
        self._file, self._question = file, question
        self._raw, self._facts, self._next = [], [], 0
        self._timer.start()

    def stop(self) -> None:
        """Nothing more is asked of the file."""
        self._timer.stop()
        self._file = self._question = None

    def _go_on(self) -> None:
        file, question = self._file, self._question
        if file is None or question is None or file.is_closed:
            return
        end = time.monotonic() + SLICE
        while not self._is_done(question) and time.monotonic() < end:
            self._take_a_step(file, question)
        if not self._is_done(question):
            self.progressed.emit(self._next, len(question.periods))
            self._timer.start()
        else:
            facts = self._facts
            self.stop()
            self.done.emit(answer(question, facts))

    def _take_a_step(self, file: DataFile, question: Question) -> None:
        """Make one fact ready, or read the next year."""
        if self._raw:
            self._facts.append(made_ready(self._raw.pop(0)))
        else:
            self._raw = list(file.facts_of(question, question.periods[self._next]))
            self._next += 1

    def _is_done(self, question: Question) -> bool:
        enough = question.subject is Subject.AWARD_LIST and len(self._facts) > MOST_LISTED
        return enough or (not self._raw and self._next == len(question.periods))
