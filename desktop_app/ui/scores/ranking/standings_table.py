"""The table of places: a unit a row, sections across, read only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.ranking import Standing
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.vietnamese import number
from desktop_app.ui.theme import theme

_UNIT = 1
_REMARK = "Ghi chú"
_MANY = 9
"""More columns than this scroll sideways, so that names of units keep their room."""
_NAME_WIDTH = 220


class StandingsTable(QTableWidget):
    """Shows the standings of a round by total or by one section."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "grid")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Bảng xếp hạng")
        self.verticalHeader().hide()
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._units: list[str] = []

    def show_standings(self, scored: ScoreRound | None, section: Criterion | None) -> None:
        """Other rows; the chosen unit stays chosen while it is among them."""
        chosen = self.chosen_unit()
        self.setRowCount(0)
        self._units = []
        if scored is None:
            self.setColumnCount(0)
            return
        heads = _heads(scored, section)
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        standings = scored.standings_in(section)
        has_remarks = any(_remark(standing) for standing in standings)
        self.setColumnHidden(len(heads) - 1, not has_remarks)
        self.setRowCount(len(standings))
        for row, standing in enumerate(standings):
            self._units.append(standing.unit.id)
            self._show_row(row, _cells(scored, standing, section), standing)
        self._measure()
        if chosen in self._units:
            self.selectRow(self._units.index(chosen))
        elif self._units:
            self.selectRow(0)

    def chosen_unit(self) -> str | None:
        """The id of the unit in the chosen row."""
        row = self.currentRow()
        return self._units[row] if 0 <= row < len(self._units) else None

    def _show_row(self, row: int, cells: Sequence[str], standing: Standing) -> None:
        told = "\n".join((standing.unit.name, *standing.tie_notes, standing.bar)).strip()
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(told if column <= _UNIT else text)
            if column not in (_UNIT, len(cells) - 1):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)

    def _measure(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        is_wide = self.columnCount() > _MANY
        if is_wide:
            header.setSectionResizeMode(_UNIT, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(_UNIT, _NAME_WIDTH)
        else:
            header.setSectionResizeMode(_UNIT, QHeaderView.ResizeMode.Stretch)
        for row in range(self.rowCount()):
            self.setRowHeight(row, theme.metrics.row)
        # all of it: the sheet around it scrolls
        height = header.sizeHint().height() + self.verticalHeader().length()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        self.setFixedHeight(height + bar + 2 * self.frameWidth() + 2)


def _heads(scored: ScoreRound, section: Criterion | None) -> list[str]:
    if section is not None:
        return ["Hạng", "Đơn vị", "Điểm", "Tỷ lệ", _REMARK]
    sections = [f"Phần {root.code}" for root in scored.criteria.tree.roots]
    last = ["Năm trước"] if scored.last_year else []
    return ["Hạng", "Đơn vị", *sections, "Tổng điểm", "Tỷ lệ", *last, _REMARK]


def _cells(scored: ScoreRound, standing: Standing, section: Criterion | None) -> list[str]:
    share = standing.score.completion
    sections = [] if section else [number(score.final) for score in standing.sections]
    is_compared = bool(scored.last_year) and section is None
    before = [scored.last_year_in_words(standing.unit)] if is_compared else []
    return [
        str(standing.place),
        standing.unit.short_name,
        *sections,
        number(standing.score.final),
        "–" if share is None else f"{number(share)}%",
        *before,
        _remark(standing),
    ]


def _remark(standing: Standing) -> str:
    """What must catch the eye in the row; the reasons stand under the table."""
    equal = ("đồng hạng",) if standing.shares_place else ()
    words = ", ".join((*(("điểm liệt",) if standing.knocked_out else ()), *equal))
    return words[:1].upper() + words[1:]
