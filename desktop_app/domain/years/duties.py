"""The heads' three direct duties («3 trực tiếp»): done when, by whom, with which paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class Duty(Choice):
    """What the head of a unit must do in person (procedure, section 6)."""

    PLANNING = "ke_hoach", "Trực tiếp chỉ đạo xây dựng kế hoạch, phát động"
    CHECKING = "kiem_tra", "Trực tiếp kiểm tra, đánh giá kết quả"
    REVIEWING = "binh_xet", "Trực tiếp bình xét khen thưởng"


@dataclass(frozen=True, kw_only=True)
class DutyEntry(Record):
    """One duty: without a day it is not done yet."""

    duty: Duty = Duty.PLANNING
    done_on: dt.date | None = None
    person: Person | None = None
    paper: str = ""
    note: str = ""

    def problems(self) -> dict[str, str]:
        if (self.person or self.paper) and not self.done_on:
            what = "người thực hiện" if self.person else "văn bản"
            return {"done_on": f"Đã có {what} thì cần có ngày."}
        return {}


def _one_of_each() -> tuple[DutyEntry, ...]:
    return tuple(DutyEntry(duty=duty) for duty in Duty)


@dataclass(frozen=True, kw_only=True)
class DirectDuties(Record):
    """The three duties of one unit in one period."""

    period: Period
    unit: Unit
    entries: tuple[DutyEntry, ...] = field(default_factory=_one_of_each)

    @property
    def title(self) -> str:
        return f"«3 trực tiếp» {self.unit.name}"

    @property
    def done(self) -> tuple[DutyEntry, ...]:
        return tuple(entry for entry in self.entries if entry.done_on)

    @property
    def gaps(self) -> tuple[Duty, ...]:
        """The duties nobody has done yet, in their order."""
        done = {entry.duty for entry in self.done}
        return tuple(duty for duty in Duty if duty not in done)

    def problems(self) -> dict[str, str]:
        found = {
            f"entries.{row}.{name}": sentence
            for row, entry in enumerate(self.entries)
            for name, sentence in entry.problems().items()
        }
        duties = [entry.duty for entry in self.entries]
        if len(duties) != len(set(duties)):
            found["entries"] = "Mỗi nội dung «trực tiếp» chỉ ghi một dòng."
        return found
