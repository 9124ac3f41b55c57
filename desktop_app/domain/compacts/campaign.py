"""Movements and campaigns of the year, and the joint activities of the cluster."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class CampaignKind(Choice):
    """The standing movement, a special campaign, or a drive started elsewhere."""

    MOVEMENT = "phong_trao", "Phong trào thi đua"
    CAMPAIGN = "dot_thi_dua", "Đợt thi đua đặc biệt"
    DRIVE = "cuoc_van_dong", "Cuộc vận động"


class CampaignState(Choice):
    """Where a campaign stands."""

    PLANNED = "chuan_bi", "Chuẩn bị"
    RUNNING = "dang_thuc_hien", "Đang thực hiện"
    ENDED = "ket_thuc", "Đã kết thúc"
    SUMMED_UP = "da_tong_ket", "Đã tổng kết"


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
    def pilots(self) -> tuple[Unit, ...]:
        return tuple(part.unit for part in self.units if part.is_pilot)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên phong trào, đợt thi đua.")
        found |= part_problems(self, "phases")
        if self.since and self.until and self.until < self.since:
            found["until"] = "Ngày kết thúc đứng trước ngày bắt đầu."
        ids = [part.unit.id for part in self.units]
        if len(ids) != len(set(ids)):
            found["units"] = "Mỗi đơn vị chỉ ghi một dòng."
        return found | self._phases_outside()

    def _phases_outside(self) -> dict[str, str]:
        first, last = self.since or dt.date.min, self.until or dt.date.max
        return {
            f"phases.{row}.{name}": f"Dòng {row + 1}: ngày nằm ngoài thời gian của đợt."
            for row, phase in enumerate(self.phases)
            for name, day in (("since", phase.since), ("until", phase.until))
            if day and not first <= day <= last
        }


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

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên hoạt động.") | part_problems(self, "contributions")
        ids = [part.unit.id for part in self.contributions]
        if len(ids) != len(set(ids)):
            found["contributions"] = "Mỗi đơn vị chỉ ghi một dòng."
        return found
