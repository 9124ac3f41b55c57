"""The list of what is to be done; pressing a line opens its record."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.year_tasks import Task
from desktop_app.ui.records.lists.chip import ChipDelegate
from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.records.lists.still_table import dress_still
from desktop_app.ui.theme import theme
from desktop_app.ui.tokens import Tone

_HEADS = ("Nội dung", "Hạn", "Tình trạng")


class TaskList(QStackedWidget):
    """Overdue first; an empty list says so instead of being a grey pane."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[Task, ...] = ()
        self.table = QTableWidget(0, len(_HEADS))
        self._empty = QLabel("Không có việc nào đang chờ.")
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dress()
        self.addWidget(self.table)
        self.addWidget(self._empty)

    def show_tasks(self, tasks: tuple[Task, ...], today: dt.date) -> None:
        self._tasks = tasks
        self.setCurrentWidget(self.table if tasks else self._empty)
        self.table.setRowCount(len(tasks))
        for row, task in enumerate(tasks):
            state, tone = _state(task, today)
            cells = (task.text, short_date(task.due), state)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 2:
                    item.setData(TONE_ROLE, tone)
                self.table.setItem(row, column, item)

    def _dress(self) -> None:
        table = self.table
        dress_still(table, _HEADS, "Việc cần làm", stretched=[0])
        table.setShowGrid(False)
        table.setItemDelegateForColumn(2, ChipDelegate(table))
        table.verticalHeader().setDefaultSectionSize(theme.metrics.row)
        table.setColumnWidth(1, 96)
        table.setColumnWidth(2, 150)
        table.cellActivated.connect(lambda row, _: self._choose(row))
        table.cellClicked.connect(lambda row, _: self._choose(row))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._tasks):
            self.chosen.emit(self._tasks[row].record)


def _state(task: Task, today: dt.date) -> tuple[str, Tone]:
    left = task.days_left(today)
    if left is None:
        return "Chưa định ngày", Tone.GREY
    if left < 0:
        return f"Quá hạn {-left} ngày", Tone.RED
    if left <= 14:
        return f"Còn {left} ngày", Tone.AMBER
    return "Chưa đến hạn", Tone.BLUE
