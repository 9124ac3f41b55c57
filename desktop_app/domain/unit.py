"""A unit (đơn vị): stable through the years, with names that change on given days."""

from __future__ import annotations

import datetime as dt
import itertools
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
class Unit(Record):
    """A member of clusters. It is never removed while a record of any year names it."""

    code: str = ""
    kind: UnitKind = UnitKind.OTHER
    level: int = 1
    """1: department or province police; 2: basic unit; 3: below a basic unit (procedure, 5.3)."""
    names: tuple[UnitName, ...] = ()
    head_post: str = ""
    """The post of its head as it is signed, e.g. «Cục trưởng»."""
    phone: str = ""
    address: str = ""
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

    def problems(self) -> dict[str, str]:
        found = {} if self.names else {"names": "Cần có tên đơn vị."}
        found |= part_problems(self, "names")
        if self.level not in (1, 2, 3):
            found["level"] = "Cấp đơn vị là 1, 2 hoặc 3."
        if _overlap(self.names):
            found["names"] = "Hai tên đơn vị trùng thời gian dùng."
        return found


def _overlap(names: tuple[UnitName, ...]) -> bool:
    spans = sorted((name.since or dt.date.min, name.until or dt.date.max) for name in names)
    return any(later[0] <= earlier[1] for earlier, later in itertools.pairwise(spans))
