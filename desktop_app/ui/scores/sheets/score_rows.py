"""The rows that both grids of scores have: the tree of criteria, groups as sums of their parts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index
from desktop_app.ui.theme import theme

ROOT = QModelIndex()
_FEW = 20
"""So many rows are painted one by one; more are painted as one block."""


class ScoreRows(BoundedModel):
    """Criteria in the order of the tree, indented by depth."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Scoreboard | None = None
        self.rows: tuple[Criterion, ...] = ()
        self._places: dict[str, int] = {}

    def _show_rows(self, board: Scoreboard | None) -> None:
        self.board = board
        self.rows = board.criteria.tree.in_order if board else ()
        self._places = {criterion.id: place for place, criterion in enumerate(self.rows)}

    def row_of(self, criterion: str) -> int:
        """The row of a criterion's id; -1 when it is not here."""
        return self._places.get(criterion, -1)

    def is_leaf(self, row: int) -> bool:
        return self.board is not None and self.board.criteria.tree.is_leaf(self.rows[row])

    def name(self, row: int) -> str:
        """The criterion in its own words, set in by its depth."""
        assert self.board is not None
        criterion = self.rows[row]
        return "    " * self.board.criteria.tree.depth(criterion) + clean_line(criterion.text)

    def say_changed(self, rows: Collection[int]) -> None:
        """These rows are painted anew."""
        last = self.columnCount() - 1
        if len(rows) > _FEW:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def group_look(self, role: int) -> Any:
        """What makes a row of sums stand out."""
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(10, QFont.Weight.DemiBold)
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.color("header")
        return None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)


def aligned(is_number: bool) -> int:
    """Numbers stand at the right."""
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def head_aligned() -> int:
    """Heads of several lines, in the middle."""
    return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
