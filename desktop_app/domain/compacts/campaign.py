"""Movements and campaigns of the year, and the joint activities of the cluster."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import (
    Choice,
    Record,
    number_problems,
    part_problems,
    required,
)
from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


class CampaignKind(Choice):
    """The standing movement, a special campaign, or a drive started elsewhere."""

    MOVEMENT = "phong_trao", "Phong trào thi đua"
    CAMPAIGN = "dot_thi_dua", "Đợt thi đua đặc biệt"
    DRIVE = "cuoc_van_dong", "Cuộc vận động"

    @property
    def noun(self) -> str:
        """The words a name of this kind often begins with."""
        nouns = {CampaignKind.MOVEMENT: "phong trào", CampaignKind.CAMPAIGN: "đợt thi đua"}
        return nouns.get(self, "cuộc vận động")


class CampaignState(Choice):
    """Where a campaign stands."""

    PLANNED = "chuan_bi", "Chuẩn bị"
    RUNNING = "dang_thuc_hien", "Đang thực hiện"
    ENDED = "ket_thuc", "Đã kết thúc"
    SUMMED_UP = "da_tong_ket", "Đã tổng kết"


NEXT_STATES = {
    CampaignState.PLANNED: (CampaignState.RUNNING,),
    CampaignState.RUNNING: (CampaignState.ENDED, CampaignState.PLANNED),
    CampaignState.ENDED: (CampaignState.SUMMED_UP, CampaignState.RUNNING),
    CampaignState.SUMMED_UP: (CampaignState.ENDED,),
}
"""One step on, or one step back where a state was set by mistake."""


@dataclass(frozen=True, kw_only=True)
class CampaignPhase(Record):
    """A phase with its days and its result."""

    name: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    content: str = ""
    result: str = ""

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên giai đoạn.")
        if self.since and self.until and self.until < self.since:
            found["until"] = "Ngày kết thúc đứng trước ngày bắt đầu."
        return found


@dataclass(frozen=True, kw_only=True)
class CampaignUnit(Record):
    """A unit's part in the campaign; a pilot unit (đơn vị làm điểm) goes first."""

    unit: Unit
    is_pilot: bool = False
    result: str = ""


@dataclass(frozen=True, kw_only=True)
class Campaign(Record):
    """A movement or campaign: its launch, its phases, its units and its report."""

    period: Period
    kind: CampaignKind = CampaignKind.CAMPAIGN
    name: str = ""
    launched_by: str = ""
    launched_on: dt.date | None = None
    launch_place: str = ""
    speaker: Person | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    goal: str = ""
    launch_text: RichText = NO_TEXT
    state: CampaignState = CampaignState.PLANNED
    phases: tuple[CampaignPhase, ...] = ()
    units: tuple[CampaignUnit, ...] = ()
    report_number: int | None = None
    report_date: dt.date | None = None
    report_text: RichText = NO_TEXT
    """What the report says beside the results of phases and units."""

    @property
    def title(self) -> str:
        return self.name

    @property
    def in_a_sentence(self) -> str:
        """«phong trào “Vì an ninh Tổ quốc”»; a name that says its kind itself stands alone."""
        if self.name.casefold().startswith(self.kind.noun):
            return self.name[:1].lower() + self.name[1:]
        return f"{self.kind.noun} “{self.name}”"

    @property
    def pilots(self) -> tuple[Unit, ...]:
        return tuple(part.unit for part in self.units if part.is_pilot)

    @property
    def reported(self) -> int:
        """How many units have told their result."""
        return sum(bool(part.result) for part in self.units)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên phong trào, đợt thi đua.")
        found |= number_problems(self, "report_number") | part_problems(self, "phases")
        found |= _units_twice("units", (part.unit for part in self.units))
        return found | self._days_out_of_order() | self._phases_outside()

    def _days_out_of_order(self) -> dict[str, str]:
        found = {}
        if self.since and self.until and self.until < self.since:
            found["until"] = "Ngày kết thúc đứng trước ngày bắt đầu."
        if self.launched_on and self.until and self.until < self.launched_on:
            found["launched_on"] = "Ngày phát động đứng sau ngày kết thúc đợt."
        start = self.launched_on or self.since
        if self.report_date and start and self.report_date < start:
            found["report_date"] = "Ngày báo cáo đứng trước ngày phát động."
        return found

    def _phases_outside(self) -> dict[str, str]:
        first, last = self.since or dt.date.min, self.until or dt.date.max
        days = f"{short_date(self.since) or '…'} – {short_date(self.until) or '…'}"
        return {
            f"phases.{row}.{name}": f"Dòng {row + 1}: ngày nằm ngoài thời gian của đợt ({days})."
            for row, phase in enumerate(self.phases)
            for name, day in (("since", phase.since), ("until", phase.until))
            if day and first <= last and not first <= day <= last
        }


def state_problems(before: Campaign | None, after: Campaign) -> dict[str, str]:
    """The sentence beside the state when it skips a step."""
    if before is None or after.state is before.state:
        return {}
    allowed = NEXT_STATES[before.state]
    if after.state in allowed:
        return {}
    words = " hoặc ".join(f"«{state}»" for state in allowed)
    return {"state": f"Sau «{before.state}» là {words}, không phải «{after.state}»."}


def _units_twice(name: str, units: Iterable[Unit]) -> dict[str, str]:
    """The sentence in the cell of each unit that stands in a row above already."""
    seen: dict[str, int] = {}
    found = {}
    for row, unit in enumerate(units):
        first = seen.setdefault(unit.id, row)
        if first != row:
            found[f"{name}.{row}.unit"] = f"Dòng {row + 1}: đơn vị đã có ở dòng {first + 1}."
    return found


class ActivityKind(Choice):
    """What units do together."""

    SPORTS = "hoi_thao", "Hội thao, văn nghệ"
    CHARITY = "tinh_nghia", "Tình nghĩa, an sinh"
    MEMORIAL = "dang_huong", "Dâng hương, báo công"
    OTHER = "khac", "Hoạt động khác"


@dataclass(frozen=True, kw_only=True)
class Contribution(Record):
    """What one unit gave."""

    unit: Unit
    amount: Decimal | None = None
    """In đồng."""
    other: str = ""
    """Days of work, goods, people taking part."""

    def problems(self) -> dict[str, str]:
        if self.amount is not None and self.amount < 0:
            return {"amount": "Số tiền không được âm."}
        if self.amount is not None and self.amount % 1:
            return {"amount": "Số tiền là đồng chẵn, không có phần lẻ."}
        return {}


@dataclass(frozen=True, kw_only=True)
class Activity(Record):
    """A joint activity of the cluster with the contributions of its units."""

    period: Period
    kind: ActivityKind = ActivityKind.SPORTS
    name: str = ""
    day: dt.date | None = None
    place: str = ""
    host: Unit | None = None
    content: str = ""
    result: str = ""
    contributions: tuple[Contribution, ...] = ()

    @property
    def title(self) -> str:
        return self.name

    @property
    def total(self) -> Decimal:
        """All money given, in đồng."""
        return sum((part.amount or Decimal(0) for part in self.contributions), Decimal(0))

    @property
    def givers(self) -> int:
        """How many units gave something, money or other things."""
        return sum(bool(part.amount or part.other) for part in self.contributions)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên hoạt động.") | part_problems(self, "contributions")
        return found | _units_twice("contributions", (part.unit for part in self.contributions))
