"""The targets of a criteria set: criteria down, member units across."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from desktop_app.domain.record import Record
from desktop_app.domain.scores.criteria_tree import CriteriaTree
from desktop_app.domain.scores.criterion import Criterion, Kind, Target
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import fold, number
from desktop_app.ui.records.forms.number_field import read_number
from desktop_app.ui.records.parts.matrix_field import MatrixField
from desktop_app.ui.records.parts.matrix_model import CellRule, Line, Place

NOT_ASSIGNED = "Không giao"
_WORDS = ("k", "khong", fold(NOT_ASSIGNED))
_LONGEST_HEAD = 26
_INHERITED = "–"
_DECIMALS = 4


class TargetsField(MatrixField):
    """Its value is the tuple of targets; an empty cell says «assigned, without a figure»."""

    def __init__(self, label: str) -> None:
        rule = CellRule(show=_shown, read=self._read, closed=self._closed)
        super().__init__(label, rule, rows=10)
        self._tree = CriteriaTree(())
        self._units: dict[str, Unit] = {}
        self._known: dict[Place, Target] = {}
        self._made: dict[Place, Target] = {}

    def follow(self, criteria: Sequence[Criterion], units: Iterable[Unit]) -> None:
        """Show these criteria and units; targets of others are forgotten."""
        self._tree = CriteriaTree(criteria)
        self._units = {unit.id: unit for unit in units}
        rows = [self._row(criterion) for criterion in self._tree.in_order]
        columns = [Line(unit.id, _head(unit), unit.name) for unit in self._units.values()]
        if (tuple(rows), tuple(columns)) != (self.model.rows, self.model.columns):
            self.model.set_lines(rows, columns)
            self.fit_lines()

    def value(self) -> tuple[Target, ...]:  # type: ignore[override]
        """The targets that were given, as they stand now, and behind them the new ones."""
        values = self.model.values()
        found: list[Target] = []
        for place, target in self._known.items():
            says_nothing = target.assigned and target.value is None
            if self._is_there(place) and (place in values or says_nothing):
                found.append(_changed(target, values.get(place)))
        new = (place for place in self._places() if place in values and place not in self._known)
        return (*found, *(_changed(self._fresh(place), values[place]) for place in new))

    def set_cell_problems(self, problems: dict[tuple[int, str], str]) -> None:
        targets = self.value()
        places = ((targets[row], said) for (row, _), said in problems.items())
        self.set_place_problems({(one.criterion, one.unit.id): said for one, said in places})

    def _places(self) -> list[Place]:
        """Every cell of criteria and units that are there, row by row."""
        return [(row.key, unit) for row in self.model.rows for unit in self._units]

    def _is_there(self, place: Place) -> bool:
        return self._tree.find(place[0]) is not None and place[1] in self._units

    def _put(self, value: Sequence[Record]) -> None:  # type: ignore[override]
        targets = [target for target in value or () if isinstance(target, Target)]
        self._known = {(target.criterion, target.unit.id): target for target in targets}
        self._made = {}
        filled = (one for one in targets if one.value is not None or not one.assigned)
        super()._put({(t.criterion, t.unit.id): t.value if t.assigned else False for t in filled})

    def _fresh(self, place: Place) -> Target:
        """One target for a cell, under one id, however often the value is asked for."""
        if place not in self._made:
            self._made[place] = Target(criterion=place[0], unit=self._units[place[1]])
        return self._made[place]

    def _row(self, criterion: Criterion) -> Line:
        measure = f" ({criterion.unit_of_measure})" if criterion.unit_of_measure else ""
        title = "   " * self._tree.depth(criterion) + criterion.title + measure
        is_group = criterion.kind is Kind.GROUP
        return Line(criterion.id, title.replace("\n", " "), criterion.title, is_group)

    def _read(self, place: Place, text: str) -> Any:
        """A figure, or False for «not assigned»."""
        if fold(text) in _WORDS:
            return False
        criterion = self._tree.find(place[0])
        if criterion is None or criterion.kind is not Kind.QUANTITATIVE:
            raise ValueError(
                f"«{text}»: chỉ tiêu bằng số chỉ dành cho tiêu chí định lượng; "
                "gõ «k» nếu không giao."
            )
        found = read_number(text, _DECIMALS, 0)
        return None if found is None else Decimal(found)

    def _closed(self, place: Place) -> str:
        """A dash where a group above is taken from the unit."""
        criterion = self._tree.find(place[0])
        values = self.model.values()
        above = self._tree.path(criterion)[:-1] if criterion else ()
        taken = any(values.get((one.id, place[1])) is False for one in above)
        return _INHERITED if taken else ""


def _head(unit: Unit) -> str:
    """What fits over a column in three lines; the whole name is in its hint."""
    name = unit.short_name
    return name if len(name) <= _LONGEST_HEAD else name[: _LONGEST_HEAD - 1].rstrip() + "…"


def _changed(target: Target, value: Any) -> Target:
    """The target with what stands in its cell: a figure, False for «not assigned», or nothing."""
    assigned = value is not False
    return target.replace(value=value if assigned else None, assigned=assigned)


def _shown(value: Any) -> str:
    return NOT_ASSIGNED if value is False else number(value)
