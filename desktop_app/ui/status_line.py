"""The line at the foot of the window: what was just done, else when was saved and backed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

if TYPE_CHECKING:
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile
    from desktop_app.ui.backups import Backups

PASSING = 6000
"""Milliseconds that a sentence about what was just done stays."""


class StatusLine:
    """Two labels in the window's status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self._left = QLabel()
        self._left.setContentsMargins(8, 0, 8, 0)
        self._right = QLabel()
        self.passing = QTimer(bar, singleShot=True, interval=PASSING)
        bar.addWidget(self._left, 1)
        bar.addPermanentWidget(self._right)

    def say(self, sentence: str) -> None:
        """A sentence that passes."""
        self._left.setText(sentence)
        self.passing.start()

    def clear(self) -> None:
        """No file, so nothing is the case."""
        self.passing.stop()
        for label in (self._left, self._right):
            label.clear()
            label.setToolTip("")

    def show(self, file: DataFile, period: Period | None, backups: Backups) -> None:
        """What is the case: saved when, how many members, backed up when; which file, who."""
        saved = file.history.last_saved()
        units = len({m.unit.id for m in period.members}) if period else 0
        when = f"Đã lưu lúc {saved:%H:%M, %d/%m/%Y} · " if saved else ""
        if not self.passing.isActive():
            self._left.setText(f"{when}{units} đơn vị thành viên · {backups.in_words()}")
        account = file.access.account
        role = f" ({account.role.label})" if file.access.is_on and account else ""
        self._right.setText(f"Tệp: {file.path.name}   Người dùng: {file.who}{role}   F1: Trợ giúp")
        self._right.setToolTip(str(file.path))
