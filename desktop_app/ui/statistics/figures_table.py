"""The table of figures on the screen: names stay in sight, sums stand out, a cell can be opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
)

from desktop_app.domain.statistics.figures import Figures, shown
from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index
from desktop_app.ui.theme import theme

_NAMES, _WORDS = 280, 210
"""The most pixels that the names of lines, and a column of words, may take."""
_FIGURES = (64, 150)
"""The least and the most of a column of figures."""
_MOST_ROWS = 16
"""More rows than this scroll inside the table."""


class FiguresModel(BoundedModel):
    """Rows and heads of one table of figures."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: Figures | None = None
        self._shortened: set[int] = set()

    def show_figures(self, figures: Figures | None) -> None:
        """Another table."""
        self.beginResetModel()
        self.figures = figures
        metrics = QFontMetrics(theme.font(10, QFont.Weight.DemiBold))
        lines = figures.lines if figures and not figures.is_list else ()
        room = _scaled(_NAMES) - 24
        self._shortened = {
            place for place, line in enumerate(lines) if metrics.horizontalAdvance(line.name) > room
        }
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(self.figures.lines) if self.figures and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.figures.heads) if self.figures and not parent.isValid() else 0

    def cell_data(self, index: Index, role: int) -> Any:
        assert self.figures is not None
        line = self.figures.lines[index.row()]
        value = line.values[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            head = self.figures.heads[index.column()].words
            return f"{line.name}\n{head}: {shown(value)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_words = isinstance(value, str)
            side = Qt.AlignmentFlag.AlignLeft if is_words else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and line.is_total:
            return theme.font(10, QFont.Weight.DemiBold)
        return None

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        assert self.figures is not None
        across = orientation is Qt.Orientation.Horizontal
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if across:
                return self.figures.heads[section].words
            line = self.figures.lines[section]
            is_short = role == Qt.ItemDataRole.DisplayRole and section in self._shortened
            return line.label if is_short else line.name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = not across or self.figures.is_list
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class FiguresTable(QTableView):
    """Read only; double click or Enter asks for what is behind a cell."""

    opened = Signal(str, str)
    """The keys of a line and of a column."""
    pointed = Signal()
    """Another cell is in hand."""

    def __init__(self) -> None:
        super().__init__()
        self._model = FiguresModel()
        self.setModel(self._model)
        self.setProperty("role", "grid")
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Bảng thống kê")
        names = self.verticalHeader()
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setHighlightSections(False)
        self._corner = self._label_of_corner()
        self.activated.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda *_: self.pointed.emit())
        theme.changed.connect(self._measure)

    @property
    def figures(self) -> Figures | None:
        """The table that is shown."""
        return self._model.figures

    def show_figures(self, figures: Figures | None) -> None:
        """Another table; the first cell is in hand."""
        self._model.show_figures(figures)
        self._corner.setText(figures.first if figures else "")
        self._measure()
        if figures and figures.lines and figures.heads:
            self.setCurrentIndex(self._model.index(0, 0))
        self.pointed.emit()

    def cell(self) -> tuple[str, str] | None:
        """The keys of the line and of the column in hand."""
        index, figures = self.currentIndex(), self.figures
        if figures is None or not index.isValid():
            return None
        return figures.lines[index.row()].key, figures.heads[index.column()].key

    def _open(self, _: QModelIndex) -> None:
        cell = self.cell()
        if cell is not None:
            self.opened.emit(*cell)

    def _label_of_corner(self) -> QLabel:
        """What the names are names of, over them."""
        label = QLabel()
        label.setProperty("role", "muted")
        corner = self.findChild(QAbstractButton)
        assert corner is not None
        corner.setEnabled(False)
        layout = QVBoxLayout(corner)
        layout.setContentsMargins(8, 0, 4, 0)
        layout.addWidget(label)
        return label

    def _measure(self) -> None:
        """Names and heads as wide as they need within bounds; few rows are all in sight."""
        figures = self.figures
        metrics = QFontMetrics(theme.font(10, QFont.Weight.DemiBold))
        self.horizontalHeader().setFixedHeight(theme.metrics.list_head)
        self.verticalHeader().setDefaultSectionSize(theme.metrics.row)
        if figures is None:
            return
        names = [figures.first, *(line.name for line in figures.lines[:200])]
        longest = max(metrics.horizontalAdvance(name) for name in names) + 24
        self.verticalHeader().setFixedWidth(min(longest, _scaled(_NAMES)))
        for place, head in enumerate(figures.heads):
            self.setColumnWidth(
                place, _width(figures, place, metrics.horizontalAdvance(head.words))
            )
        self._fit_height(figures)

    def _fit_height(self, figures: Figures) -> None:
        """No room is kept for a scroll bar that is not there."""
        rows = min(len(figures.lines), _MOST_ROWS)
        needed = self.verticalHeader().width() + self.horizontalHeader().length()
        is_wide = needed > self.width() - 2 * self.frameWidth()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        height = theme.metrics.list_head + rows * theme.metrics.row + bar
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.figures is not None:
            self._fit_height(self.figures)


def _width(figures: Figures, place: int, head: int) -> int:
    if not figures.is_list:
        least, most = map(_scaled, _FIGURES)
        return min(max(head + 24, least), most)
    metrics = QFontMetrics(theme.font(10))
    words = (shown(line.values[place]) for line in figures.lines[:200])
    longest = max((metrics.horizontalAdvance(each) for each in words), default=0)
    return min(max(head, longest) + 24, _scaled(_WORDS))


def _scaled(pixels: int) -> int:
    return round(pixels * theme.text_size / 100)
