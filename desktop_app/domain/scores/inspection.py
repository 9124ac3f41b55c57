"""An inspection (kiểm tra, kiểm tra chéo) of one unit: team, findings, and what was mended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


class InspectionKind(Choice):
    """By the cluster's own team, or by members inspecting each other."""

    CLUSTER = "kiem_tra", "Kiểm tra"
    CROSS = "kiem_tra_cheo", "Kiểm tra chéo"


class InspectionState(Choice):
    """From the plan to the last mended finding (procedure, section 8.1)."""

    PLANNED = "ke_hoach", "Kế hoạch"
    RUNNING = "dang", "Đang kiểm tra"
    CONCLUDED = "ket_luan", "Đã kết luận"
    MENDED = "khac_phuc", "Đã khắc phục"


class TeamRole(Choice):
    """A person's role in the team."""

    HEAD = "to_truong", "Tổ trưởng"
    DEPUTY = "to_pho", "Tổ phó"
    CLERK = "thu_ky", "Thư ký"
    MEMBER = "thanh_vien", "Thành viên"


@dataclass(frozen=True, kw_only=True)
class TeamMember(Record):
    """One person of the team, with name and post as they were on the day."""

    person: Person | None = None
    name: str = ""
    post: str = ""
    unit: Unit | None = None
    role: TeamRole = TeamRole.MEMBER

    @property
    def title(self) -> str:
        return self.name or (self.person.full_name if self.person else "")

    @property
    def from_unit(self) -> Unit | None:
        return self.unit or (self.person.unit if self.person else None)

    def problems(self) -> dict[str, str]:
        return {} if self.title else {"name": "Cần có họ và tên."}


@dataclass(frozen=True, kw_only=True)
class Finding(Record):
    """What the team found, and what it means for a score."""

    criterion: str = ""
    """The criterion's id; empty for a remark that touches no score."""
    text: str = ""
    points_effect: Decimal | None = None
    """Points the team proposes to add or, below zero, to take away."""
    mended_on: dt.date | None = None

    def problems(self) -> dict[str, str]:
        found = required(self, text="Cần có nội dung phát hiện.")
        if self.points_effect is not None and not self.criterion:
            found["criterion"] = "Cần chọn tiêu chí bị cộng, trừ điểm."
        return found


@dataclass(frozen=True, kw_only=True)
class Inspection(Record):
    """One unit inspected once."""

    period: Period
    criteria: CriteriaSet | None = None
    """The set whose criteria the findings name."""
    kind: InspectionKind = InspectionKind.CLUSTER
    team_name: str = ""
    leader_unit: Unit | None = None
    """The unit that leads the team."""
    unit: Unit | None = None
    """The unit inspected."""
    day: dt.date | None = None
    members: tuple[TeamMember, ...] = ()
    findings: tuple[Finding, ...] = ()
    conclusion: str = ""
    recommendations: str = ""
    follow_up: str = ""
    """What the unit did about it, and until when."""
    state: InspectionState = InspectionState.PLANNED
    note: str = ""

    @property
    def title(self) -> str:
        when = f" ngày {short_date(self.day)}" if self.day else ""
        return f"{self.kind} {self.unit.short_name if self.unit else ''}{when}".strip()

    @property
    def points_effect(self) -> Decimal:
        """What all findings together propose to add or to take away."""
        return sum((finding.points_effect or Decimal(0) for finding in self.findings), Decimal(0))

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that are not mended yet."""
        return tuple(finding for finding in self.findings if finding.mended_on is None)

    def problems(self) -> dict[str, str]:
        found = required(self, unit="Cần chọn đơn vị được kiểm tra.")
        found |= part_problems(self, "members", "findings")
        found |= self._own_unit_problems() | self._finding_problems() | self._state_problems()
        if sum(member.role is TeamRole.HEAD for member in self.members) > 1:
            found["members"] = "Tổ kiểm tra chỉ có một Tổ trưởng."
        return found

    def _own_unit_problems(self) -> dict[str, str]:
        if self.unit is None:
            return {}
        found: dict[str, str] = {}
        words = f"{self.unit.short_name} không kiểm tra chính mình."
        if self.leader_unit and self.leader_unit.id == self.unit.id:
            found["leader_unit"] = words
        for row, member in enumerate(self.members):
            if member.from_unit and member.from_unit.id == self.unit.id:
                found[f"members.{row}.unit"] = f"Dòng {row + 1}: {words}"
        return found

    def _finding_problems(self) -> dict[str, str]:
        if self.criteria is None:
            return {}
        known = {criterion.id for criterion in self.criteria.criteria}
        return {
            f"findings.{row}.criterion": f"Dòng {row + 1}: Tiêu chí không có trong bộ tiêu chí."
            for row, finding in enumerate(self.findings)
            if finding.criterion and finding.criterion not in known
        }

    def _state_problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        order = list(InspectionState)
        reached = order.index(self.state)
        if reached >= order.index(InspectionState.RUNNING) and self.day is None:
            found["day"] = "Cần có ngày kiểm tra."
        if reached >= order.index(InspectionState.CONCLUDED) and not self.conclusion:
            found["conclusion"] = "Cần có kết luận kiểm tra."
        if self.state is InspectionState.MENDED and not self.follow_up:
            found["follow_up"] = "Cần ghi kết quả khắc phục."
        return found

    @property
    def next_state(self) -> InspectionState | None:
        """The state that follows; None after the last."""
        order = list(InspectionState)
        place = order.index(self.state) + 1
        return order[place] if place < len(order) else None

    def moved(self, state: InspectionState) -> Inspection:
        """The inspection in its next state. Raises UserFacingError when a step is skipped."""
        following = self.next_state
        if following is None:
            raise UserFacingError(f"Cuộc kiểm tra đã ở «{self.state}», không còn bước tiếp.")
        if state is not following:
            raise UserFacingError(f"Sau «{self.state}» là «{following}», không phải «{state}».")
        after = self.replace(state=state)
        if problems := after.problems():
            raise UserFacingError(" ".join(problems.values()))
        return after
