"""The table of answers: each condition, what the file says to it, and where it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop_app.domain.commendations.eligibility.answers import Answer, Verdict
from desktop_app.domain.commendations.eligibility.finding import Outcome
from desktop_app.ui import icons
from desktop_app.ui.records.lists.chip import WrappedDelegate
from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.records.lists.still_table import dress_still
from desktop_app.ui.theme import theme
from desktop_app.ui.tokens import Tone

TONES = {
    Outcome.MET: Tone.GREEN,
    Outcome.NOT_MET: Tone.RED,
    Outcome.OPEN: Tone.AMBER,
    Outcome.NOT_NEEDED: Tone.GREY,
}
SIGNS = {
    Outcome.MET: ("circle-check", "green"),
    Outcome.NOT_MET: ("circle-alert", "red"),
    Outcome.OPEN: ("circle-help", "amber"),
    Outcome.NOT_NEEDED: ("circle", "muted"),
}
_HEADS = ("Kết quả", "Điều kiện và căn cứ")
_WIDTH = 116


class ConditionsTable(QTableWidget):
    """A row a condition; the outcome is a word with a sign before the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        dress_still(self, _HEADS, "Điều kiện xét tặng", stretched=[1])
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self._measure)
        self._measure()

    def show_verdict(self, verdict: Verdict) -> None:
        """These answers; the row in hand stays in hand."""
        if verdict == self._verdict:
            return
        row = max(self.currentRow(), 0)
        self._verdict = verdict
        self.setRowCount(len(verdict.answers))
        for place, answer in enumerate(verdict.answers):
            self.setItem(place, 0, _outcome_item(answer))
            self.setItem(place, 1, _words_item(answer))
        if verdict.answers:
            self.selectRow(min(row, len(verdict.answers) - 1))

    def current(self) -> Answer | None:
        """The answer in hand."""
        answers = self._verdict.answers if self._verdict else ()
        row = self.currentRow()
        return answers[row] if 0 <= row < len(answers) else None

    def _measure(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(theme.metrics.row)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(0, _WIDTH * theme.text_size // 100)
        self.setMinimumHeight(theme.metrics.list_head + theme.metrics.row * 9)


def _outcome_item(answer: Answer) -> QTableWidgetItem:
    item = QTableWidgetItem(answer.outcome.label)
    item.setData(TONE_ROLE, TONES[answer.outcome])
    return item


def _words_item(answer: Answer) -> QTableWidgetItem:
    condition = answer.condition
    item = QTableWidgetItem(f"{condition.sentence}\n{answer.words}\n{condition.article}")
    item.setIcon(icons.icon(*SIGNS[answer.outcome]))
    item.setToolTip(f"{condition.check.label}. {condition.article}")
    return item
