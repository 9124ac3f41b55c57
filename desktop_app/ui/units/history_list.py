"""What a unit was part of, line by line; pressing a line opens its record."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.units.history_entry import HistoryEntry, HistoryKind
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.records.lists.chip import WrappedDelegate
from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.records.lists.still_table import dress_still
from desktop_app.ui.theme import theme
from desktop_app.ui.tokens import Tone

_HEADS = ("Thời gian", "Loại", "Nội dung", "Tình trạng")
_WIDTHS = (94, 114, 0, 116)
_KIND, _TEXT, _STATE = 1, 2, 3
_TONES = {
    HistoryKind.ROLE: Tone.BLUE,
    HistoryKind.COMPACT: Tone.GREEN,
    HistoryKind.MEETING: Tone.GREY,
    HistoryKind.NOMINATION: Tone.AMBER,
    HistoryKind.GRANT: Tone.GOLD,
    HistoryKind.SUCCESSION: Tone.GREY,
    HistoryKind.REGISTRATION: Tone.AMBER,
    HistoryKind.SCORES: Tone.BLUE,
    HistoryKind.INSPECTION: Tone.GREY,
    HistoryKind.CAMPAIGN: Tone.GREEN,
    HistoryKind.ACTIVITY: Tone.GREEN,
    HistoryKind.EXEMPLAR: Tone.GOLD,
    HistoryKind.HANDOVER: Tone.BLUE,
}


class HistoryList(QStackedWidget):
    """The newest first; an empty list says so instead of being a grey pane."""

    chosen = Signal(object)
    """The record of the line that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[HistoryEntry, ...] = ()
        self.table = QTableWidget(0, len(_HEADS))
        self._empty = QLabel("Đơn vị chưa có mặt trong kỳ thi đua, hội nghị hay đề nghị nào.")
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._dress()
        self.addWidget(self.table)
        self.addWidget(self._empty)
        theme.changed.connect(self._measure)
        self._measure()

    def show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """These lines, in this order."""
        self.entries = entries
        self.setCurrentWidget(self.table if entries else self._empty)
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            when = short_date(entry.day) or f"Năm {entry.year}"
            cells = (when, entry.kind.label, entry.text, entry.state)
            for column, text in enumerate(cells):
                self.table.setItem(row, column, _item(entry, column, text))
        self.table.scrollToTop()

    def _dress(self) -> None:
        table = self.table
        dress_still(table, _HEADS, "Lịch sử của đơn vị", stretched=[_TEXT])
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setItemDelegate(WrappedDelegate(table))
        table.cellActivated.connect(lambda row, _: self._choose(row))
        table.cellClicked.connect(lambda row, _: self._choose(row))

    def _measure(self) -> None:
        rows = self.table.verticalHeader()
        rows.setMinimumSectionSize(theme.metrics.row)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.table.setColumnWidth(column, width * theme.text_size // 100)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.entries):
            self.chosen.emit(self.entries[row].record)


def _item(entry: HistoryEntry, column: int, text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(f"{text}\nBấm để mở." if column == _TEXT else text)
    if column == _KIND:
        item.setData(TONE_ROLE, _TONES[entry.kind])
    elif column == _STATE and entry.is_missing:
        item.setData(TONE_ROLE, Tone.RED)
    return item
