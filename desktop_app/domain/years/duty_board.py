"""The «3 trực tiếp» of a whole period: a row for each member, also where nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.duties import DirectDuties, Duty, DutyEntry
from desktop_app.domain.years.period import Period


@dataclass(frozen=True, kw_only=True)
class DutyBoard(Record):
    """Units × duties; what is not recorded stands as an open row and is never written by itself."""

    period: Period
    recorded: tuple[DirectDuties, ...] = ()

    @property
    def title(self) -> str:
        return f"«3 trực tiếp» {self.period.in_a_sentence}"

    @property
    def rows(self) -> tuple[DirectDuties, ...]:
        """Members in the cluster's order, then those who left in the year, all with three duties.

        What was recorded for a unit that is no member any more stays, at the end.
        """
        known = {duties.unit.id: duties for duties in self.recorded}
        units = {unit.id: unit for unit in self._units()}
        found = (known.get(unit.id) or open_duties(self.period, unit) for unit in units.values())
        return tuple(_completed(duties) for duties in found)

    @property
    def gaps(self) -> tuple[DirectDuties, ...]:
        """The rows in which a duty is still open."""
        return tuple(duties for duties in self.rows if duties.gaps)

    def including(self, duties: DirectDuties) -> DutyBoard:
        """The board with a row as it stands on the screen now."""
        others = tuple(other for other in self.recorded if other.unit.id != duties.unit.id)
        return self.replace(recorded=(*others, duties))

    def _units(self) -> Iterator[Unit]:
        yield from (member.unit for member in self.period.members_on(None))
        yield from (member.unit for member in self.period.members)
        yield from (duties.unit for duties in self.recorded)


def open_duties(period: Period, unit: Unit) -> DirectDuties:
    """A row nobody has filled in; its id follows from its place, so that it stays the same row."""
    row = f"3tt-{period.id}-{unit.id}"
    return _completed(DirectDuties(id=row, period=period, unit=unit, entries=()))


def _completed(duties: DirectDuties) -> DirectDuties:
    """The three entries in their order; a recorded one stays as it is."""
    known = {entry.duty: entry for entry in duties.entries}
    entries = (
        known.get(duty) or DutyEntry(id=f"{duties.id}-{duty.value}", duty=duty) for duty in Duty
    )
    return duties.replace(entries=tuple(entries))
