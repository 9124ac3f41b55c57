"""The page «Điều kiện» of a nomination: what it meets, what is open, and what was found out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.commendations.eligibility.answers import Verdict, judged
from desktop_app.domain.commendations.eligibility.condition import Attestation
from desktop_app.domain.commendations.eligibility.facts import Facts
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.commendations.repetition import NEARLY_EQUAL, Repetition, repetitions
from desktop_app.ui import icons, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.background import Job, run_in_background
from desktop_app.ui.commendations.dossiers.passages_dialog import PassagesDialog
from desktop_app.ui.commendations.rules.attestation_dialog import AttestationDialog
from desktop_app.ui.commendations.rules.conditions_table import ConditionsTable
from desktop_app.ui.commendations.rules.likeness_setting import LikenessBox
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.forms.note_line import NoteLine

_PAUSE = 250
"""Milliseconds after the last change before the conditions are looked up again."""

Gather = Callable[[Nomination], Callable[[], Facts]]
"""Reads on the screen's thread what the file has, and gives the work that is left."""


class ConditionsField(Field):
    """Its value are the attestations; the answers are looked up again when something changes."""

    heading = True

    def __init__(self) -> None:
        super().__init__("Điều kiện xét tặng")
        self.label.setProperty("role", "h2")
        self.gather: Gather | None = None
        self.likeness_bar: Callable[[], float] = lambda: NEARLY_EQUAL
        self.keep_likeness_bar: Callable[[float], object] = lambda bar: None
        """From which likeness on texts are told of, as the file has it and keeps it."""
        self._attestations: tuple[Attestation, ...] = ()
        self._nomination: Nomination | None = None
        self._looked_up: Nomination | None = None
        self._job: Job | None = None
        self._repetitions: tuple[Repetition, ...] = ()
        self._read_only = False
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._look_up_if_seen)
        self.verdict = Verdict(())
        self.table = ConditionsTable()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.warning = NoteLine("Thành tích gần như trùng")
        self._layout.addWidget(self.label)
        self._layout.addWidget(self.summary)
        self._layout.addWidget(self.warning)
        self._layout.addWidget(self._build_passages_button())
        self._layout.addWidget(self._build_buttons())
        self._add_editors(self.table)
        self._layout.setStretchFactor(self.table, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.table.cellActivated.connect(lambda *_: self.attest())
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self._show(Verdict(()), ())

    def value(self) -> tuple[Attestation, ...]:
        return self._attestations

    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        self.likeness_box.setEnabled(not on)
        self._show_buttons()

    def follow(self, nomination: Nomination) -> None:
        """Another nomination, or the same one with something changed."""
        if self._nomination is None or nomination.id != self._nomination.id:
            self._show(Verdict(()), ())
        self._nomination = nomination
        if self.isVisible():
            self._wait.start()

    def leave(self) -> None:
        """No nomination is shown any more."""
        self._wait.stop()
        self._nomination = self._looked_up = None
        if self._job:
            self._job.stop()
            self._job = None
        self._show(Verdict(()), ())

    def file_changed(self) -> None:
        """Decisions, restrictions or the catalogue may be others now."""
        self._looked_up = None
        if self.isVisible():
            self._wait.start()

    def look_up(self) -> None:
        """Answer the conditions, in a thread: a file may hold ten thousand grants."""
        self._wait.stop()
        nomination = self._nomination
        if nomination is None or self.gather is None or nomination == self._looked_up:
            return
        self._looked_up = nomination
        if self._job:
            self._job.stop()
        rest, day, bar = self.gather(nomination), _day_of(nomination), self.likeness_bar()
        self.likeness_box.show_bar(bar)
        self._job = run_in_background(
            lambda _: _answered(rest(), day, bar), self._came, self._failed
        )

    def attest(self) -> None:
        """Ask what was found out for the condition in hand, and on what it rests."""
        answer = self.table.current()
        if answer is None or self._read_only:
            return
        dialog = AttestationDialog(answer, self)
        if asked(dialog):
            self.keep(dialog.attestation())

    def keep(self, found: Attestation) -> None:
        """One more result, or another one for the same condition."""
        others = (a for a in self._attestations if a.condition != found.condition)
        self.put((*others, found))

    def take_back(self) -> None:
        """Without the result for the condition in hand."""
        answer = self.table.current()
        if answer and answer.attested and not self._read_only:
            gone = answer.condition.id
            self.put(tuple(a for a in self._attestations if a.condition != gone))

    def show_passages(self) -> None:
        """The texts that are nearly alike, side by side."""
        asked(PassagesDialog(self._repetitions, self))

    def take_bar(self) -> None:
        """Another bar is chosen: the file keeps it, and the texts are compared anew."""
        self.keep_likeness_bar(self.likeness_box.bar)
        self._looked_up = None
        self.look_up()

    # --- within -------------------------------------------------------------------------------

    def _look_up_if_seen(self) -> None:
        """A window that was closed meanwhile has no file to look into."""
        if self.isVisible():
            self.look_up()

    def _put(self, value: Any) -> None:
        self._attestations = tuple(value or ())

    def _came(self, found: tuple[Verdict, tuple[Repetition, ...]]) -> None:
        self._job = None
        self._show(*found)

    def _failed(self, error: Exception) -> None:
        self._looked_up = None
        self.summary.setText("Chưa kiểm tra được điều kiện. Hãy mở lại đề nghị này.")
        messages.tell(self, error)

    def _show(self, verdict: Verdict, found: tuple[Repetition, ...]) -> None:
        self.verdict, self._repetitions = verdict, found
        year = f" Đủ điều kiện sớm nhất: thành tích năm {verdict.year}." if verdict.year else ""
        self.summary.setText(f"{verdict.summary}.{year}".replace("..", "."))
        self.table.show_verdict(verdict)
        self.warning.show_notes(one.words for one in found)
        self._show_buttons()

    def _show_buttons(self) -> None:
        answer = self.table.current()
        self.attest_button.setEnabled(answer is not None and not self._read_only)
        attested = bool(answer and answer.attested)
        self.back_button.setEnabled(attested and not self._read_only)
        self.passages_button.setVisible(bool(self._repetitions))

    def _build_buttons(self) -> QWidget:
        self.attest_button = self._button("Ghi kết quả xác minh…", "clipboard-check", self.attest)
        self.back_button = self._button("Bỏ kết quả", "undo-2", self.take_back)
        return _in_a_row(self.attest_button, self.back_button)

    def _build_passages_button(self) -> QWidget:
        """In a row of its own: beside the preview three buttons are cut short."""
        self.passages_button = self._button("Xem đoạn trùng…", "columns-3", self.show_passages)
        self.likeness_box = LikenessBox()
        self.likeness_box.activated.connect(lambda _: self.take_bar())
        return _in_a_row(self.passages_button, self.likeness_box)

    def _button(self, text: str, icon: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        icons.wear(button, icon)
        button.clicked.connect(lambda: do())
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait.start(0)


def _day_of(nomination: Nomination) -> dt.date:
    """The law that counts: of the period's last day, as the list of awards has it."""
    return nomination.period.until or dt.date.today()


def _answered(facts: Facts, day: dt.date, bar: float) -> tuple[Verdict, tuple[Repetition, ...]]:
    return judged(facts, day), repetitions(facts, bar)


def _in_a_row(*buttons: QWidget) -> QWidget:
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return bar
