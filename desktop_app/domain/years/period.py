"""The emulation period (kỳ thi đua) of a cluster, its members with roles, and the secretariat."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.issuing import IssuedBy, IssuingBody
from desktop_app.domain.years.voting import Base, TieWay


class PeriodState(Choice):
    """The life of a period, in order (procedure, section 8.1)."""

    PREPARING = "chuan_bi", "Chuẩn bị"
    RUNNING = "dang_thuc_hien", "Đang thực hiện"
    SUMMING_UP = "dang_tong_ket", "Đang tổng kết"
    CLOSED = "da_dong", "Đã đóng"


class RegistrationRule(Choice):
    """What a nomination without a registration means: since 2024 no law asks for one."""

    BLOCKED = "chan", "Không đăng ký thì không đề nghị"
    FLAGGED = "nhac", "Nhắc khi chưa đăng ký"
    FREE = "tu_do", "Không xét đăng ký"


class Role(Choice):
    """A unit's role in the cluster in one period."""

    LEAD = "cum_truong", "Cụm trưởng"
    DEPUTY = "cum_pho", "Cụm phó"
    MEMBER = "thanh_vien", "Thành viên"


class RoleSource(Choice):
    """How the role came about: both ways are met in practice."""

    ELECTED = "bau", "Bầu"
    ASSIGNED = "phan_cong", "Phân công"


class SecretariatRole(Choice):
    """A person's role in the secretariat (Tổ giúp việc)."""

    HEAD = "to_truong", "Tổ trưởng"
    DEPUTY = "to_pho", "Tổ phó"
    CLERK = "thu_ky", "Thư ký"
    MEMBER = "thanh_vien", "Thành viên"


@dataclass(frozen=True, kw_only=True)
class Membership(Record):
    """One unit in one period: its role, for how long, and who speaks for it."""

    unit: Unit
    role: Role = Role.MEMBER
    source: RoleSource = RoleSource.ELECTED
    since: dt.date | None = None
    until: dt.date | None = None
    representative: Person | None = None
    contact: Person | None = None

    @property
    def title(self) -> str:
        return f"{self.unit.name} ({self.role})"

    def holds_on(self, day: dt.date) -> bool:
        return (self.since or dt.date.min) <= day <= (self.until or dt.date.max)

    def overlaps(self, other: Membership) -> bool:
        """Whether both hold on some day."""
        starts = (member.since or dt.date.min for member in (self, other))
        ends = (member.until or dt.date.max for member in (self, other))
        return max(starts) <= min(ends)

    def problems(self) -> dict[str, str]:
        if self.since and self.until and self.until < self.since:
            return {"until": "Ngày thôi là thành viên đứng trước ngày bắt đầu."}
        return {}


@dataclass(frozen=True, kw_only=True)
class Period(Record):
    """One emulation year of the cluster; a school year works as well, so it has two days."""

    cluster: Cluster
    name: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    movement: str = ""
    slogan: str = ""
    state: PeriodState = PeriodState.PREPARING
    issued_by: IssuedBy = IssuedBy.CLUSTER
    registration_rule: RegistrationRule = RegistrationRule.FLAGGED
    registration_due: dt.date | None = None
    vote_base: Base = Base.MEMBERS
    vote_threshold: Decimal = Decimal(50)
    """What a candidate needs, in % of the base; like all rules of voting a setting."""
    vote_more_than: bool = True
    """Whether it takes more than the threshold; otherwise reaching it is enough."""
    vote_quorum: Decimal | None = None
    """Members that must be present, in %; None: two thirds."""
    vote_self: bool = True
    """Whether a unit may vote on itself."""
    vote_ties: TieWay = TieWay.SECOND_ROUND
    members: tuple[Membership, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return f"Năm {self.name}" if self.name.isdigit() else f"Kỳ {self.name}"

    @property
    def in_a_sentence(self) -> str:
        """«năm 2018», as the title stands within a sentence."""
        return self.title[:1].lower() + self.title[1:]

    @property
    def is_closed(self) -> bool:
        return self.state is PeriodState.CLOSED

    def members_on(self, day: dt.date | None) -> tuple[Membership, ...]:
        """Members in the cluster's order: lead unit, deputy, then the others as listed.

        Without a day, the members as the period ends. A paper may be dated before the period
        begins or after it has ended; the nearest day on which it has members counts then.
        """
        order = list(Role)
        counted = self._day_with_members(day)
        held = (member for member in self.members if member.holds_on(counted))
        return tuple(sorted(held, key=lambda member: order.index(member.role)))

    def _day_with_members(self, day: dt.date | None) -> dt.date:
        first = min((m.since or dt.date.min for m in self.members), default=dt.date.min)
        last = max((m.until or dt.date.max for m in self.members), default=dt.date.max)
        first, last = max(first, self.since or first), min(last, self.until or last)
        return min(last, max(first, day or last))

    @property
    def units_of_the_year(self) -> tuple[Unit, ...]:
        """In the cluster's order; units that left within the year come after those that stayed."""
        held = (*self.members_on(None), *self.members)
        return tuple({member.unit.id: member.unit for member in held}.values())

    def lead_on(self, day: dt.date | None) -> Membership | None:
        """The lead unit's membership on a day; the days count as for `members_on`."""
        return self._with_role(Role.LEAD, day)

    def deputy_on(self, day: dt.date | None) -> Membership | None:
        """The deputy's membership on a day."""
        return self._with_role(Role.DEPUTY, day)

    def _with_role(self, role: Role, day: dt.date | None) -> Membership | None:
        return next((member for member in self.members_on(day) if member.role is role), None)

    def membership_of(self, unit: Unit | None, day: dt.date | None = None) -> Membership | None:
        """The unit's membership on a day, else its last: a role may change within the period."""
        own = [member for member in self.members if unit and member.unit.id == unit.id]
        held = [member for member in own if day and member.holds_on(day)]
        return max(held or own, key=lambda member: member.until or dt.date.max, default=None)

    def last_day_of(self, member: Membership) -> dt.date | None:
        """The last day of the period on which a unit was a member: its names count then."""
        return min((day for day in (self.until, member.until) if day), default=None)

    def issuing_body(self, day: dt.date | None = None) -> IssuingBody:
        """In whose name the period's papers are made out: a setting of the period."""
        lead = self.lead_on(day)
        if self.issued_by is IssuedBy.LEAD_UNIT and lead:
            return IssuingBody.of_lead_unit(self.cluster, lead.unit, day)
        return IssuingBody.of_cluster(self.cluster)

    def problems(self) -> dict[str, str]:
        found = required(
            self,
            name="Cần có tên kỳ thi đua, ví dụ 2026.",
            since="Cần có ngày bắt đầu.",
            until="Cần có ngày kết thúc.",
        )
        if self.since and self.until and self.until < self.since:
            found["until"] = "Ngày kết thúc đứng trước ngày bắt đầu."
        for name in ("vote_threshold", "vote_quorum"):
            share = getattr(self, name)
            if share is not None and not 0 < share <= 100:
                found[name] = "Tỷ lệ phải lớn hơn 0% và không quá 100%."
        return found | part_problems(self, "members") | self._member_problems()

    def _member_problems(self) -> dict[str, str]:
        """Cell by cell where a day is wrong, over the whole list where rows do not fit together."""
        found = self._days_outside()
        pairs = tuple(itertools.combinations(self.members, 2))
        clash = next((text for pair in pairs if (text := self._clash(*pair))), "")
        if clash:
            found["members"] = clash
        elif self.members and not any(member.role is Role.LEAD for member in self.members):
            found["members"] = "Cần chọn một đơn vị Cụm trưởng."
        elif not found and (gap := self._days_without_lead()):
            first, last = (short_date(day) for day in gap)
            found["members"] = f"Từ {first} đến {last} chưa có đơn vị Cụm trưởng."
        return found

    def _days_without_lead(self) -> tuple[dt.date, dt.date] | None:
        """The first days of the period on which nobody leads."""
        if not (self.members and self.since and self.until):
            return None
        leads = [member for member in self.members if member.role is Role.LEAD]
        day = self.since
        for lead in sorted(leads, key=lambda lead: lead.since or dt.date.min):
            start = lead.since or self.since
            if start > day:
                return day, start - dt.timedelta(days=1)
            if lead.until is None or lead.until >= self.until:
                return None
            day = max(day, lead.until + dt.timedelta(days=1))
        return (day, self.until) if day <= self.until else None

    def _days_outside(self) -> dict[str, str]:
        first, last = self.since or dt.date.min, self.until or dt.date.max
        days = f"({short_date(self.since) or '…'} – {short_date(self.until) or '…'})"
        return {
            f"members.{row}.{name}": f"Dòng {row + 1}: {short_date(day)} nằm ngoài kỳ {days}."
            for row, member in enumerate(self.members)
            for name, day in (("since", member.since), ("until", member.until))
            if day and first <= last and not first <= day <= last
        }

    def _clash(self, one: Membership, other: Membership) -> str:
        """Why two rows cannot both hold; empty when they can."""
        if not one.overlaps(other):
            return ""
        day = max(member.since or self.since or dt.date.min for member in (one, other))
        on = f"Ngày {short_date(day)}" if day > dt.date.min else "Trong kỳ"
        if one.unit.id == other.unit.id:
            return f"{on}: {one.unit.name} được ghi hai lần."
        if one.role is other.role and one.role is not Role.MEMBER:
            names = f"{one.unit.name} và {other.unit.name}"
            return f"{on} có hai đơn vị {one.role}: {names}. Mỗi ngày chỉ có một."
        return ""


@dataclass(frozen=True, kw_only=True)
class SecretariatMember(Record):
    """A person in the secretariat with a role and a task."""

    person: Person
    role: SecretariatRole = SecretariatRole.MEMBER
    task: str = ""


class SecretariatState(Choice):
    """The life of the decision that sets up the secretariat (procedure, section 8.1)."""

    DRAFT = "du_thao", "Dự thảo"
    ISSUED = "ban_hanh", "Đã ban hành"
    ENDED = "het_hieu_luc", "Hết hiệu lực"


@dataclass(frozen=True, kw_only=True)
class Secretariat(Record):
    """The secretariat of a period with the decision that set it up."""

    period: Period
    state: SecretariatState = SecretariatState.DRAFT
    grounds: tuple[str, ...] = ()
    """Căn cứ of the decision; without any the paper takes its usual ones."""
    decision_number: str = ""
    decision_date: dt.date | None = None
    signed_by: str = ""
    members: tuple[SecretariatMember, ...] = ()

    @property
    def title(self) -> str:
        return f"Tổ giúp việc {self.period.name}"

    def problems(self) -> dict[str, str]:
        heads = [member for member in self.members if member.role is SecretariatRole.HEAD]
        found = part_problems(self, "members")
        if len(heads) > 1:
            found["members"] = "Tổ giúp việc chỉ có một Tổ trưởng."
        if self.state is not SecretariatState.DRAFT:
            found |= required(
                self,
                decision_number="Quyết định đã ban hành phải có số.",
                decision_date="Quyết định đã ban hành phải có ngày.",
            )
        return found
