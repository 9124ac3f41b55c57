"""What the pages of a meeting's form choose from: the period, units, people, numbered papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import Attendance
from desktop_app.domain.meetings.template import MeetingTemplate
from desktop_app.domain.record import Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period, Secretariat


@dataclass(frozen=True)
class Choices:
    """Taken from the data file whenever the list of meetings is read."""

    period: Period | None = None
    units: Sequence[Unit] = ()
    people: Sequence[Person] = ()
    numbered: Callable[[], Sequence[Record]] = tuple
    """All papers with a number, so that the next one can be offered."""
    secretariats: Sequence[Secretariat] = ()
    """Those of the period, whose members serve its meetings."""
    guests: Sequence[Attendance] = ()
    """Guests to invite again: bodies of the templates, guests of other meetings."""
    templates: Sequence[MeetingTemplate] = ()


CurrentChoices = Callable[[], Choices]
"""Asked when needed: the choices change with the file while the form stays."""
