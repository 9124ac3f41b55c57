"""The board of the whole cluster: a wide grid with its totals always in sight at the foot."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.records.parts.ground_delegate import GroundDelegate
from desktop_app.ui.records.parts.parts_grid import PartsGrid
from desktop_app.ui.scores.ranking.cluster_model import FIXED, ClusterModel, TotalsModel
from desktop_app.ui.theme import theme

_WIDTHS = (62, 200, 72)
_UNIT = 82
_BAR = 10
"""Pixels of a scroll bar (style_sheet)."""


class ClusterBoard(QWidget):
    """Enter or a double click on a cell goes to that row of that unit's sheet."""

    opened = Signal(object, object)
    """A unit and a criterion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClusterModel(self)
        self.grid = _Grid()
        self.grid.setModel(self.model)
        self.grid.setAccessibleName("Điểm toàn cụm")
        self.grid.stretch(1)
        self.foot = _Foot()
        self.foot.setModel(TotalsModel(self.model, self))
        self.foot.setAccessibleName("Tổng điểm toàn cụm")
        self.grid.horizontalHeader().sectionResized.connect(
            lambda section, _, size: self.foot.setColumnWidth(section, size)
        )
        self.grid.horizontalScrollBar().valueChanged.connect(
            self.foot.horizontalScrollBar().setValue
        )
        self.grid.doubleClicked.connect(self._open)
        self.grid.entered_cell.connect(lambda: self._open(self.grid.currentIndex()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.foot)
        theme.changed.connect(self._measure)

    def show_board(self, board: Scoreboard | None, units: tuple[Unit, ...], kind: str) -> None:
        """These units in this order; the cell in hand stays."""
        at = self.grid.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), FIXED)
        self.model.show(board, units, kind)
        self._measure()
        self.grid.setCurrentIndex(self.model.index(row, column))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() >= FIXED:
            unit = self.model.units[index.column() - FIXED]
            self.opened.emit(unit, self.model.rows[index.row()])

    def _measure(self) -> None:
        metrics, size = theme.metrics, theme.text_size
        header = self.grid.horizontalHeader()
        header.setFixedHeight(max(metrics.list_head, 3 * header.fontMetrics().lineSpacing() + 10))
        for table in (self.grid, self.foot):
            table.verticalHeader().setDefaultSectionSize(metrics.row - 2)
        for column in range(self.model.columnCount()):
            width = _WIDTHS[column] if column < FIXED else _UNIT
            self.grid.setColumnWidth(column, width * size // 100)
            self.foot.setColumnWidth(column, width * size // 100)
        rows = self.foot.model().rowCount()
        self.foot.setFixedHeight(rows * (metrics.row - 2) + 2)
        self.grid.fit()


class _Grid(PartsGrid):
    entered_cell = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(False)
        self.setItemDelegate(GroundDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit()
        else:
            super().keyPressEvent(event)


class _Foot(QTableView):
    """Moves with the grid above it and is never entered."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setItemDelegate(GroundDelegate(self))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "grid")
        # as wide as the grid above beside its own bar
        self.setViewportMargins(0, 0, _BAR, 0)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
