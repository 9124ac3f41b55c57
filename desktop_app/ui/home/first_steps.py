"""«Việc đầu tiên»: what a new file still needs, each line a button that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton

from desktop_app.domain.years.guide import FIRST_STEPS, GUIDE
from desktop_app.ui import icons
from desktop_app.ui.home.begun import is_begun
from desktop_app.ui.home.cards import Card

if TYPE_CHECKING:
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile

_A_ROW = 3
"""Buttons beside each other: with the largest text they still fit the smallest window."""


class FirstSteps(Card):
    """Shown until the year can begin; then it goes by itself."""

    chosen = Signal(object)
    """A step whose place is to be shown."""
    tour_asked = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Việc đầu tiên")
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(6)
        for step in GUIDE:
            if step.key in FIRST_STEPS:
                button = QPushButton(step.name)
                button.setToolTip(f"{step.place}. {step.words}")
                button.clicked.connect(lambda _=False, each=step: self.chosen.emit(each))
                grid.addWidget(button, *divmod(len(self.buttons), _A_ROW))
                self.buttons[step.key] = button
        grid.setColumnStretch(_A_ROW, 1)
        self.tour = _quiet("Xem một năm qua các bước", "list-ordered")
        self.tour.clicked.connect(self.tour_asked)
        self.sample = _quiet("Mở dữ liệu mẫu để xem thử", "book-open")
        self.sample.clicked.connect(self.sample_asked)
        row = QHBoxLayout()
        row.addWidget(self.tour)
        row.addWidget(self.sample)
        row.addStretch(1)
        self.body.addLayout(grid)
        self.body.addLayout(row)

    def show_state(self, file: DataFile, period: Period) -> None:
        """Tick what is there; nothing is left: the card hides."""
        begun = {key: is_begun(file, period, key) for key in FIRST_STEPS}
        for key, button in self.buttons.items():
            icons.wear(button, "check" if begun[key] else "plus", "green" if begun[key] else "text")
            button.setAccessibleName(f"{button.text()}: {'đã có' if begun[key] else 'chưa có'}")
        self.setVisible(not all(begun.values()))


def _quiet(text: str, icon: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "flat")
    icons.wear(button, icon)
    return button
