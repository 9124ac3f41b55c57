"""The rows of the tree editor: criteria in their order, with depths, sums and folded branches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from desktop_app.domain.record import Record
from desktop_app.domain.scores.criteria_tree import CriteriaTree
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.vietnamese import number
from desktop_app.ui.records.lists.bounded_model import Index
from desktop_app.ui.records.parts.part_column import PartColumn
from desktop_app.ui.records.parts.parts_model import PartsModel
from desktop_app.ui.theme import theme

SUM = "sum"
"""The field of the column that is counted."""


class CriteriaModel(PartsModel):
    """Criteria as rows, each before its children."""

    def __init__(self, columns: Sequence[PartColumn], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.folded: set[str] = set()
        """Ids of the criteria whose branches are not shown."""
        self._known_tree: CriteriaTree | None = None
        for signal in (self.dataChanged, self.modelReset, self.rowsInserted, self.rowsRemoved):
            signal.connect(self._forget_tree)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All rows, those that nobody has filled yet too."""
        return tuple(self._parts)  # type: ignore[arg-type]

    @property
    def tree(self) -> CriteriaTree:
        """The tree of what stands in the rows."""
        if self._known_tree is None:
            self._known_tree = CriteriaTree(self.criteria)
        return self._known_tree

    def row_of(self, criterion_id: str) -> int:
        """The row of a criterion; -1 where there is none."""
        ids = (part.id for part in self._parts)
        return next((row for row, known in enumerate(ids) if known == criterion_id), -1)

    def rearrange(self, criteria: Sequence[Criterion], fresh: Criterion | None = None) -> None:
        """Other rows; what is typed wrongly stays, and a fresh one counts once it is filled."""
        self.beginResetModel()
        self._parts = list(criteria)
        self._problems.clear()
        if fresh is not None:
            self._fresh[fresh.id] = next(part for part in self._parts if part.id == fresh.id)
        self.endResetModel()

    def is_hidden(self, criterion: Criterion) -> bool:
        """Whether it stands below a folded branch."""
        above = self.tree.path(criterion)[:-1]
        return any(one.id in self.folded for one in above)

    def sum_text(self, part: Record) -> str:
        """What the children are worth together; empty for a leaf."""
        assert isinstance(part, Criterion)
        if self.tree.is_leaf(part):
            return ""
        below = number(self.tree.sum_below(part))
        return below if self._fits(part) else f"{below} ≠ {number(part.most)}"

    def _fits(self, part: Criterion) -> bool:
        return part.max_points is None or self.tree.sum_below(part) == part.max_points

    # --- figures that stand beside the grid -------------------------------------------------

    def put_figure(self, row: int, name: str, value: Any) -> None:
        """A figure of a criterion that has no column."""
        part = self._parts[row]
        self._raw.pop((part.id, name), None)
        self._parts[row] = part.replace(**{name: value})
        self._say_row(row)

    def put_unreadable(self, row: int, name: str, text: str, why: str) -> None:
        """What is typed in a figure's field and is no value; it is kept until it is mended."""
        self._raw[(self._parts[row].id, name)] = (text, why)
        self._say_row(row)

    def unreadable_figures(self, row: int) -> dict[str, str]:
        """Name → text of the figures of a row that could not be read."""
        part = self._parts[row]
        return {name: raw[0] for (owner, name), raw in self._raw.items() if owner == part.id}

    def figure_problems(self, row: int) -> dict[str, str]:
        """What is wrong with the figures of a row, by name."""
        return {name: said for (at, name), said in self._problems.items() if at == row}

    def problem_at(self, index: Index) -> str:
        """Figures have no cell of their own: theirs is that of the kind."""
        found = super().problem_at(index)
        if found or not self.holds(index) or self.columns[index.column()].field != "kind":
            return found
        shown = {column.field for column in self.columns}
        part = self._parts[index.row()]
        raw = {name: why for (owner, name), (_, why) in self._raw.items() if owner == part.id}
        said = self.figure_problems(index.row()) | raw
        return next((words for name, words in said.items() if name not in shown), "")

    # --- rows -------------------------------------------------------------------------------

    def set_cell(self, index: Index, value: Any, role: int) -> bool:
        done = super().set_cell(index, value, role)
        self._make_group_above(index.row())
        return done

    def cell_data(self, index: Index, role: int) -> Any:
        part = self._parts[index.row()]
        assert isinstance(part, Criterion)
        if role == Qt.ItemDataRole.FontRole and part.kind is Kind.GROUP:
            font = QFont()
            font.setBold(True)
            return font
        is_sum = self.columns[index.column()].field == SUM
        if role == Qt.ItemDataRole.ForegroundRole and is_sum and not self._fits(part):
            return theme.color("amber")
        return super().cell_data(index, role)

    def _make_group_above(self, row: int) -> None:
        """What has children is a group, once a child is more than an empty row."""
        part = self._parts[row]
        assert isinstance(part, Criterion)
        above = self.tree.parent(part)
        if above is None or above.kind is Kind.GROUP or self.is_untouched(row):
            return
        place = self.row_of(above.id)
        self._parts[place] = above.replace(kind=Kind.GROUP)
        self._say_row(place)

    def _say_row(self, row: int) -> None:
        last = self.index(row, len(self.columns) - 1)
        self.dataChanged.emit(self.index(row, 0), last)

    def _forget_tree(self) -> None:
        self._known_tree = None
