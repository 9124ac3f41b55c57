"""What the data file knows already: what the words of a list are looked up in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line, fold
from desktop_app.domain.years.period import Period

if TYPE_CHECKING:
    from desktop_app.exchange.lists.row_reader import RowReader


@dataclass(frozen=True)
class Known:
    """Records of the file, read before the list; `meeting` is the one that delegates are for."""

    today: dt.date
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()
    awards: tuple[Award, ...] = ()
    periods: tuple[Period, ...] = ()
    period: Period | None = None
    meeting: Meeting | None = None
    nominations: tuple[Nomination, ...] = ()
    decisions: tuple[Decision, ...] = ()
    of_day: bool = field(default=False)
    """Whether a decision goes to the period of its day instead of to `period`."""

    def unit(self, row: RowReader, name: str = "unit", *, must: bool = False) -> Unit | None:
        """The unit that a row names, or the group it stands in; a complaint where there is none."""
        words = row.line(name)
        if not words:
            found = self.units_called(row.group)
            if len(found) == 1:
                row.notice(name, f"Ô trống: lấy «{found[0].short_name}» của dòng nhóm phía trên.")
                return found[0]
            if must:
                row.complain(name, "Cần có đơn vị.")
            return None
        found = self.units_called(words)
        if len(found) == 1:
            return found[0]
        why = "là tên của nhiều đơn vị" if found else "chưa có trong danh sách đơn vị"
        row.complain(name, f"«{words}» {why}; hãy ghi đúng tên, tên viết tắt hoặc mã.")
        return None

    def units_called(self, words: str) -> list[Unit]:
        """The units of this name or code; without accents only where nothing agrees exactly."""
        line = clean_line(words)
        exact, plain = self._units_by_name
        found = exact.get(line.casefold()) or plain.get(fold(line), {})
        return list(found.values())

    @cached_property
    def _units_by_name(self) -> tuple[dict[str, dict[str, Unit]], dict[str, dict[str, Unit]]]:
        exact: dict[str, dict[str, Unit]] = {}
        plain: dict[str, dict[str, Unit]] = {}
        for unit in self.units:
            for name in names_of(unit):
                exact.setdefault(name.casefold(), {})[unit.id] = unit
                plain.setdefault(fold(name), {})[unit.id] = unit
        return exact, plain

    def people_called(self, name: str, unit: Unit | None) -> list[Person]:
        """The people of this name, accents counted; of the unit where one is known."""
        same = self._people_by_name.get(clean_line(name).casefold(), [])
        return [p for p in same if unit is None or (p.unit and p.unit.id == unit.id)]

    @cached_property
    def _people_by_name(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self.people:
            found.setdefault(clean_line(person.full_name).casefold(), []).append(person)
        return found

    def person(self, row: RowReader, name: str, unit: Unit | None) -> Person | None:
        """The one person of the register that is meant; nobody where it could be several."""
        found = self.people_called(name, unit) if name else []
        if len(found) > 1:
            row.notice("name", f"Có {len(found)} người tên «{name}» trong danh bạ: không gắn ai.")
        return found[0] if len(found) == 1 else None

    def award(self, row: RowReader, day: dt.date | None, name: str = "award") -> Award | None:
        """The award of the catalogue that a row names; a complaint where there is none."""
        words = row.line(name)
        if not words:
            row.complain(name, "Cần có danh hiệu hoặc hình thức khen thưởng.")
            return None
        named = [a for a in self.awards if fold(words) in (fold(a.name), fold(a.code))]
        held = [award for award in named if award.holds_on(day)] or named
        if not held:
            row.complain(name, f"«{words}» không có trong danh mục khen thưởng.")
            return None
        return held[-1]


def names_of(unit: Unit) -> Iterable[str]:
    """Code and all names a unit ever had."""
    names = (name for named in unit.names for name in (named.full, named.short))
    return [clean_line(name) for name in (unit.code, *names) if name]
