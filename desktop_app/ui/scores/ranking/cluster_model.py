"""All sheets of a round beside each other: criteria down, units across, one sort of score."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from desktop_app.domain.scores.scoreboard import Score, Scoreboard
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line, number
from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index
from desktop_app.ui.scores.sheets.score_rows import ROOT, ScoreRows, aligned, head_aligned
from desktop_app.ui.theme import theme

KINDS = (
    ("final", "Điểm chính thức"),
    ("own", "Tự chấm"),
    ("first", "Sau thẩm định lần 1"),
    ("second", "Sau thẩm định lần 2"),
)
FIXED = 3
"""Columns before those of the units: code, criterion, maximum."""
_HEADS = ("Mã", "Tiêu chí", "Tối đa")
_MOST_SIGNS, _HALF = 30, 12
"""Signs that three lines over a column have room for, and of each end of a longer name."""
_TOTALS = ("Tổng điểm", "Tổng điểm được giao", "Hoàn thành")


class ClusterModel(ScoreRows):
    """Only looked at: scores are typed in the sheet of a unit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = KINDS[0][0]
        self.units: tuple[Unit, ...] = ()

    def show(self, board: Scoreboard | None, units: tuple[Unit, ...], kind: str) -> None:
        """Another board, in this order of units, with another sort of score."""
        self.beginResetModel()
        self._show_rows(board)
        self.units, self.kind = units, kind
        self.endResetModel()

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else FIXED + len(self.units)

    def cell_data(self, index: Index, role: int) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(column >= FIXED - 1)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if not self.is_leaf(row):
            return self.group_look(role)
        if role == Qt.ItemDataRole.ForegroundRole and column >= FIXED:
            score = self._score(row, column)
            return theme.color("muted") if score.missing or not score.is_assigned else None
        return None

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        is_unit = section >= FIXED
        if role == Qt.ItemDataRole.DisplayRole:
            return column_name(self.units[section - FIXED]) if is_unit else _HEADS[section]
        if role == Qt.ItemDataRole.ToolTipRole and is_unit:
            return self.units[section - FIXED].name
        return head_aligned() if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _score(self, row: int, column: int) -> Score:
        assert self.board is not None
        return self.board.score(self.rows[row], self.units[column - FIXED])

    def _text(self, row: int, column: int) -> str:
        assert self.board is not None
        criterion = self.rows[row]
        if column < FIXED:
            worth = number(self.board.criteria.tree.worth(criterion))
            return (criterion.code, self.name(row), worth)[column]
        return shown(self._score(row, column), self.kind, self.is_leaf(row))

    def _tip(self, row: int, column: int) -> str:
        name = clean_line(self.rows[row].title)
        if column < FIXED:
            return name
        score, unit = self._score(row, column), self.units[column - FIXED]
        source = f" ({score.source.label.lower()})" if score.source else ""
        return f"{unit.short_name}\n{name}: {number(getattr(score, self.kind))}{source}"


class TotalsModel(BoundedModel):
    """The foot of the board: totals, what each unit can have, and the share it reached."""

    def __init__(self, cluster: ClusterModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cluster = cluster
        cluster.modelAboutToBeReset.connect(self.beginResetModel)
        cluster.modelReset.connect(self.endResetModel)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._cluster.board is None else len(_TOTALS)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._cluster.columnCount()

    def cell_data(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(index.column() >= FIXED - 1)
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(10, QFont.Weight.DemiBold)
        return theme.color("header") if role == Qt.ItemDataRole.BackgroundRole else None

    def _text(self, row: int, column: int) -> str:
        board = self._cluster.board
        assert board is not None
        if column < FIXED:
            return ("", _TOTALS[row], number(board.criteria.max_total) if row == 0 else "")[column]
        total = board.total(self._cluster.units[column - FIXED])
        value = getattr(total, self._cluster.kind)
        if row == 0:
            return number(value)
        if row == 1:
            return number(total.worth)
        share = total.share_of(value)
        return "" if share is None else f"{number(share)}%"


def column_name(unit: Unit) -> str:
    """The unit over its narrow column; of a long name the code, else its beginning and its end."""
    name = unit.short_name
    if len(name) <= _MOST_SIGNS:
        return name
    return unit.code or f"{name[:_HALF].rstrip()}… {name[-_HALF:].lstrip()}"


def shown(score: Score, kind: str, is_leaf: bool) -> str:
    """A score in a cell: a dash where it is not assigned, nothing while it is missing."""
    if is_leaf and not score.is_assigned:
        return "–"
    if is_leaf and score.missing:
        return ""
    return number(getattr(score, kind))
