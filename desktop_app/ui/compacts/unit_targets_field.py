"""The targets of a compact: commitments with a number down, member units across."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from desktop_app.domain.compacts.compact import CompactItem, UnitTarget
from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import fold, number
from desktop_app.ui.records.forms.number_field import read_number
from desktop_app.ui.records.parts.matrix_field import MatrixField
from desktop_app.ui.records.parts.matrix_model import CellRule, Line, Place

NOT_GIVEN = "Không giao"
_WORDS = ("k", "khong", fold(NOT_GIVEN))
_LONGEST_HEAD = 26


class UnitTargetsField(MatrixField):
    """An empty cell takes the common number of its row; «k» gives the unit no number at all."""

    def __init__(self, label: str) -> None:
        self._common: dict[str, str] = {}
        rule = CellRule(show=_shown, read=_read, pale=lambda place: self._common.get(place[0], ""))
        super().__init__(
            label,
            rule,
            rows=9,
            tip="Số nhạt: theo chỉ tiêu chung. Gõ số riêng, hoặc «k»: không giao cho đơn vị.",
        )
        self._units: dict[str, Unit] = {}
        self._known: dict[Place, UnitTarget] = {}
        self._made: dict[Place, UnitTarget] = {}

    def follow(self, items: Sequence[CompactItem], units: Iterable[Unit]) -> None:
        """Show the commitments that have a number, and these units."""
        self._units = {unit.id: unit for unit in units}
        self._common = {item.id: number(item.value) for item in items if item.value is not None}
        rows = [
            Line(item.id, _row_title(place, item), item.text.text)
            for place, item in enumerate(items, start=1)
            if item.has_number
        ]
        columns = [Line(unit.id, _head(unit), unit.name) for unit in self._units.values()]
        if (tuple(rows), tuple(columns)) != (self.model.rows, self.model.columns):
            self.model.set_lines(rows, columns)
            self.fit_lines()

    def value(self) -> tuple[UnitTarget, ...]:  # type: ignore[override]
        """The targets that differ from the common one; of rows that are gone there are none."""
        values = self.model.values()
        rows = {row.key for row in self.model.rows}
        places = [p for p in values if p[0] in rows and p[1] in self._units]
        order = {unit: place for place, unit in enumerate(self._units)}
        lines = {row.key: place for place, row in enumerate(self.model.rows)}
        places.sort(key=lambda place: (lines[place[0]], order[place[1]]))
        return tuple(_changed(self._target(place), values[place]) for place in places)

    def _put(self, value: Sequence[Record]) -> None:  # type: ignore[override]
        targets = [target for target in value or () if isinstance(target, UnitTarget)]
        self._known = {(target.item, target.unit.id): target for target in targets}
        self._made = {}
        super()._put({(t.item, t.unit.id): False if t.is_free else t.value for t in targets})

    def _target(self, place: Place) -> UnitTarget:
        """The target of a cell under the id it has, or under one that is made once."""
        if place in self._known:
            return self._known[place]
        if place not in self._made:
            self._made[place] = UnitTarget(item=place[0], unit=self._units[place[1]])
        return self._made[place]


def _read(place: Place, text: str) -> Any:
    if fold(text) in _WORDS:
        return False
    found = read_number(text, 2, 0)
    return None if found is None else Decimal(found)


def _row_title(place: int, item: CompactItem) -> str:
    words = " ".join(item.text.text.split())
    return f"{place}. ({target_words(item) or item.direction.label}) {words}"


def _head(unit: Unit) -> str:
    """The short name; of one that is too long the end, in which units of a cluster differ."""
    name = unit.short_name
    if len(name) <= _LONGEST_HEAD:
        return name
    kept = ""
    for word in reversed(name.split()):
        if len(f"{word} {kept}") > _LONGEST_HEAD:
            break
        kept = f"{word} {kept}".strip()
    return f"… {kept or name[-_LONGEST_HEAD:]}"


def _changed(target: UnitTarget, value: Any) -> UnitTarget:
    is_free = value is False
    return target.replace(value=None if is_free else value, is_free=is_free)


def _shown(value: Any) -> str:
    return NOT_GIVEN if value is False else number(value)
