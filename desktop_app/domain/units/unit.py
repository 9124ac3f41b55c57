"""A unit (đơn vị): stable through the years, with names, a place and forerunners that change."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required


class UnitKind(Choice):
    """What sort of body a unit is (procedure, section 8.1)."""

    DEPARTMENT = "cuc", "Cục"
    COMMAND = "bo_tu_lenh", "Bộ Tư lệnh"
    INSTITUTE = "vien", "Viện"
    OFFICE = "van_phong", "Văn phòng"
    PROVINCE_POLICE = "cong_an_tinh", "Công an tỉnh, thành phố"
    SCHOOL = "truong", "Học viện, trường"
    OTHER = "khac", "Khác"


class SuccessionKind(Choice):
    """How a unit came out of an older one (procedure, section 8.1)."""

    RENAMED = "doi_ten", "Đổi tên"
    MERGED = "sap_nhap", "Sáp nhập"
    SPLIT = "chia_tach", "Chia tách"


@dataclass(frozen=True, kw_only=True)
class UnitName(Record):
    """A full and a short name with the days they hold; an open end is None."""

    full: str
    short: str = ""
    since: dt.date | None = None
    until: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    def problems(self) -> dict[str, str]:
        found = required(self, full="Cần có tên đơn vị.")
        if self.since and self.until and self.until < self.since:
            found["until"] = "Ngày hết dùng tên đứng trước ngày bắt đầu."
        return found


@dataclass(frozen=True, kw_only=True)
class Succession(Record):
    """An older unit that a unit came out of, with the day and the decision."""

    unit: Unit
    kind: SuccessionKind = SuccessionKind.MERGED
    day: dt.date | None = None
    decision: str = ""
    """Number and body of the decision as they are cited."""

    @property
    def title(self) -> str:
        return f"{self.kind}: {self.unit.name}"

    def problems(self) -> dict[str, str]:
        return required(self, day="Cần có ngày kế thừa.")


@dataclass(frozen=True, kw_only=True)
class Unit(Record):
    """A member of clusters. It is never removed while a record of any year names it."""

    code: str = ""
    kind: UnitKind = UnitKind.OTHER
    level: int = 1
    """1: department or province police; 2: basic unit; 3: below a basic unit (procedure, 5.3)."""
    parent: Unit | None = None
    """The unit it stands under."""
    names: tuple[UnitName, ...] = ()
    predecessors: tuple[Succession, ...] = ()
    inactive_from: dt.date | None = None
    """The first day it no longer works; its old papers keep it."""
    head_post: str = ""
    """The post of its head as it is signed, e.g. «Cục trưởng»."""
    phone: str = ""
    address: str = ""
    profile: str = ""
    """What it is there for and what is special about it (chức năng, đặc điểm)."""
    note: str = ""

    @property
    def title(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The newest full name."""
        return self.names[-1].full if self.names else ""

    @property
    def short_name(self) -> str:
        """The newest short name, or the full one where there is none."""
        return (self.names[-1].short or self.names[-1].full) if self.names else ""

    def name_on(self, day: dt.date | None) -> str:
        """The full name that held on that day, so that a paper of 2018 keeps the name of 2018."""
        held = [name for name in self.names if day is None or name.holds_on(day)]
        return held[-1].full if held else self.name

    def short_name_on(self, day: dt.date | None) -> str:
        """The short name that held on that day, or the full one where there was none."""
        held = [name for name in self.names if day is None or name.holds_on(day)]
        return (held[-1].short or held[-1].full) if held else self.short_name

    def is_active_on(self, day: dt.date) -> bool:
        """Whether it still works on a day."""
        return self.inactive_from is None or day < self.inactive_from

    def problems(self) -> dict[str, str]:
        found = {} if self.names else {"names": "Cần có tên đơn vị."}
        found |= part_problems(self, "names", "predecessors") | self._relation_problems()
        if self.level not in (1, 2, 3):
            found["level"] = "Cấp đơn vị là 1, 2 hoặc 3."
        if undated := self._names_without_start():
            found |= undated
        elif _overlap(self.names):
            found["names"] = "Hai tên đơn vị trùng thời gian dùng."
        return found

    def _names_without_start(self) -> dict[str, str]:
        """Only the oldest name may lack its first day: nobody may know it any more."""
        oldest = min(self.names, key=lambda name: name.since or dt.date.min, default=None)
        return {
            f"names.{row}.since": f"Dòng {row + 1}: cần có ngày bắt đầu dùng tên."
            for row, name in enumerate(self.names)
            if name is not oldest and name.since is None
        }

    def _relation_problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if self.parent and self._leads_here(self.parent):
            found["parent"] = "Đơn vị cấp trên lại thuộc chính đơn vị này, hoặc kế thừa nó."
        older = [succession.unit for succession in self.predecessors]
        if len({unit.id for unit in older}) < len(older):
            found["predecessors"] = "Một đơn vị tiền thân được ghi hai lần."
        if any(self._leads_here(unit) for unit in older):
            found["predecessors"] = "Đơn vị tiền thân lại thuộc chính đơn vị này, hoặc kế thừa nó."
        return found

    def _leads_here(self, start: Unit) -> bool:
        return any(unit.id == self.id for unit in _reached_from(start))


def successors(unit: Unit, units: Iterable[Unit]) -> tuple[tuple[Unit, Succession], ...]:
    """The units that came out of this one, each with how."""
    return tuple(
        (newer, succession)
        for newer in units
        for succession in newer.predecessors
        if succession.unit.id == unit.id
    )


def _reached_from(unit: Unit) -> Iterator[Unit]:
    """The unit and all that its parents and predecessors lead to."""
    yield unit
    above = (unit.parent,) if unit.parent else ()
    for next_unit in (*above, *(succession.unit for succession in unit.predecessors)):
        yield from _reached_from(next_unit)


def _overlap(names: tuple[UnitName, ...]) -> bool:
    spans = sorted((name.since or dt.date.min, name.until or dt.date.max) for name in names)
    return any(later[0] <= earlier[1] for earlier, later in itertools.pairwise(spans))
