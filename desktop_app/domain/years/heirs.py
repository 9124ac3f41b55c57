"""Which unit of a new period stands in the place of one of the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.units.unit import SuccessionKind, Unit
from desktop_app.domain.years.period import Period


@dataclass(frozen=True)
class Heirs:
    """What belongs to one unit goes to the unit itself or to its only heir, never to several."""

    places: dict[str, Unit]
    """Id of a unit of the last period → the one that has its place."""
    divided: tuple[Unit, ...]
    """Units of the last period that were merged or split: nobody has their place alone."""

    def told(self, units: set[str]) -> str:
        """The sentence on what these units had and nobody gets; empty where there is nothing."""
        names = "; ".join(unit.short_name for unit in self.divided if unit.id in units)
        return f"chưa chép của {names} (sáp nhập hoặc chia tách)" if names else ""


def heirs_between(last: Period, new: Period) -> Heirs:
    """Compares the members of two periods, the newer one with its forerunners."""
    before = {member.unit.id: member.unit for member in last.members}
    after = {member.unit.id: member.unit for member in new.members}
    places = {unit_id: unit for unit_id, unit in after.items() if unit_id in before}
    divided: list[Unit] = []
    for old in before.values():
        claims = [claim for unit in after.values() if (claim := _claim(unit, old, before))]
        if old.id in after or not claims:
            continue
        if len(claims) == 1 and claims[0].is_whole and claims[0].unit.id not in before:
            places[old.id] = claims[0].unit
        else:
            divided.append(old)
    return Heirs(places, tuple(divided))


@dataclass(frozen=True)
class _Claim:
    """A unit that came out of an older one; whole where it is all of it and of nothing else."""

    unit: Unit
    is_whole: bool


def _claim(unit: Unit, old: Unit, before: dict[str, Unit]) -> _Claim | None:
    reached = list(_forerunners(unit))
    ways = [is_split for forerunner, is_split in reached if forerunner.id == old.id]
    if not ways:
        return None
    own = {old.id, *(forerunner.id for forerunner, _ in _forerunners(old))}
    others = {forerunner.id for forerunner, _ in reached} & before.keys() - own
    return _Claim(unit, is_whole=not others and not any(ways))


def _forerunners(unit: Unit, is_split: bool = False) -> Iterator[tuple[Unit, bool]]:
    """All units it came out of, each with whether a split lies between."""
    for succession in unit.predecessors:
        here = is_split or succession.kind is SuccessionKind.SPLIT
        yield succession.unit, here
        yield from _forerunners(succession.unit, here)
