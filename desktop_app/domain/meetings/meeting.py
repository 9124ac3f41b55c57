"""A meeting (hội nghị, cuộc họp): who came, what was on, how it was voted, what was concluded."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.record import Choice, Record, number_problems, part_problems, required
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line
from desktop_app.domain.years.period import Period


class MeetingKind(Choice):
    """The meetings of a cluster's year (procedure, section 2)."""

    SIGNING = "ky_ket", "Ký kết giao ước"
    MID_YEAR = "so_ket", "Sơ kết 6 tháng"
    INSPECTION = "kiem_tra", "Kiểm tra"
    HONOURING = "binh_xet", "Bình xét, suy tôn"
    YEAR_END = "tong_ket", "Tổng kết"
    BRIEFING = "giao_ban", "Giao ban"
    SECRETARIAT = "to_giup_viec", "Họp Tổ giúp việc"
    OTHER = "khac", "Khác"

    @property
    def noun(self) -> str:
        """What its papers call it."""
        small = (MeetingKind.BRIEFING, MeetingKind.SECRETARIAT, MeetingKind.OTHER)
        return "cuộc họp" if self in small else "hội nghị"


class MeetingForm(Choice):
    """Face to face or over a line."""

    IN_PERSON = "truc_tiep", "Trực tiếp"
    ONLINE = "truc_tuyen", "Trực tuyến"
    MIXED = "ket_hop", "Trực tiếp kết hợp trực tuyến"


class MeetingState(Choice):
    """From the plan to the adopted minutes."""

    PLANNED = "du_kien", "Dự kiến"
    INVITED = "da_moi", "Đã mời"
    RUNNING = "dang_dien_ra", "Đang diễn ra"
    ENDED = "da_ket_thuc", "Đã kết thúc"
    ADOPTED = "da_thong_qua", "Đã thông qua biên bản"
    POSTPONED = "hoan", "Hoãn"
    CANCELLED = "huy", "Hủy"


WITH_REASON = (MeetingState.POSTPONED, MeetingState.CANCELLED)
"""States that say why."""


class Capacity(Choice):
    """In what capacity somebody attends."""

    MEMBER = "thanh_vien", "Thành viên"
    GUEST = "khach", "Khách mời"
    STAFF = "phuc_vu", "Phục vụ"


class Presence(Choice):
    """Whether the invited person came, or who came instead."""

    INVITED = "da_moi", "Đã mời"
    PRESENT = "co_mat", "Có mặt"
    DEPUTY = "uy_quyen", "Ủy quyền dự thay"
    ABSENT = "vang", "Vắng"


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Record):
    """One item of the agenda."""

    text: str = ""
    presenter: str = ""
    starts: dt.time | None = None
    minutes: int | None = None
    """Planned length in minutes."""
    chair_words: str = ""
    """What the chair says to lead into it, for the running order (kịch bản điều hành)."""
    is_done: bool = False
    """Dealt with; what is not can be carried to the next meeting."""
    carried_from: str = ""
    """The meeting it was left over from."""

    def problems(self) -> dict[str, str]:
        found = required(self, text="Cần có nội dung chương trình.")
        if self.minutes is not None and self.minutes < 0:
            found["minutes"] = "Thời lượng không được âm."
        return found


@dataclass(frozen=True, kw_only=True)
class Attendance(Record):
    """One invited delegate, with name, rank and post as they were on the day."""

    unit: Unit | None = None
    organisation: str = ""
    """Where a guest comes from, when it is no unit of ours."""
    person: Person | None = None
    name: str = ""
    rank: str = ""
    post: str = ""
    capacity: Capacity = Capacity.MEMBER
    votes: bool = False
    """Whether this delegate speaks for the unit in votes."""
    presence: Presence = Presence.INVITED
    reason: str = ""
    deputy_name: str = ""
    deputy_rank: str = ""
    deputy_post: str = ""
    authorisation: str = ""
    seat: str = ""
    arrived: dt.time | None = None
    """When a late delegate came; None: from the beginning."""
    left: dt.time | None = None
    """When a delegate went before the end."""

    @property
    def title(self) -> str:
        return f"{self.rank} {self.name}".strip()

    @property
    def is_body(self) -> bool:
        """Whether a body is invited as such, which has not named its delegate."""
        return not self.name and self.capacity is Capacity.GUEST and bool(self.organisation)

    def is_same_as(self, other: Attendance) -> bool:
        """Whether two rows name one delegate; two officers of the register may share a name."""
        if self.person and other.person:
            return self.person.id == other.person.id
        return bool(self.name or self.is_body) and self._named() == other._named()

    def _named(self) -> tuple[str, ...]:
        body = self.unit.id if self.unit else self.organisation
        return tuple(clean_line(words).casefold() for words in (self.name, self.rank, body))

    @property
    def is_here(self) -> bool:
        return self.presence in (Presence.PRESENT, Presence.DEPUTY)

    def is_here_at(self, time: dt.time | None) -> bool:
        """Whether the delegate was in the room at a time of day; without one, at all."""
        if not self.is_here or time is None:
            return self.is_here
        came, went = self.arrived or dt.time.min, self.left or dt.time.max
        return came <= time < went if self.left else came <= time

    def body_on(self, day: dt.date | None) -> str:
        """The unit's or organisation's name on the day of the meeting."""
        return self.unit.name_on(day) if self.unit else self.organisation

    def problems(self) -> dict[str, str]:
        found = {} if self.is_body else required(self, name="Cần có họ và tên đại biểu.")
        if self.presence is Presence.DEPUTY and not self.deputy_name:
            found["deputy_name"] = "Cần có họ và tên người được ủy quyền."
        if self.votes and self.capacity is not Capacity.MEMBER:
            found["votes"] = "Chỉ đại biểu của đơn vị thành viên có quyền biểu quyết."
        if self.arrived and self.left and self.left < self.arrived:
            found["left"] = "Giờ về đứng trước giờ đến."
        return found


@dataclass(frozen=True, kw_only=True)
class Override(Record):
    """A person's own wording in place of what the minutes draw from the records."""

    place: str = ""
    """Which part of the minutes: «attendance», «votes» …"""
    text: str = ""
    basis: str = ""
    """What stood there from the records then: if it reads otherwise now, the person is told."""

    def problems(self) -> dict[str, str]:
        return required(self, place="Cần có vị trí trong biên bản.")


@dataclass(frozen=True, kw_only=True)
class Meeting(Record):
    """A meeting with everything its papers say."""

    period: Period
    kind: MeetingKind = MeetingKind.SIGNING
    name: str = ""
    form: MeetingForm = MeetingForm.IN_PERSON
    state: MeetingState = MeetingState.PLANNED
    state_reason: str = ""
    """Why it was postponed or cancelled."""
    starts: dt.datetime | None = None
    ends: dt.datetime | None = None
    place: str = ""
    chair: Person | None = None
    chair_role: str = ""
    """The chair's role in the meeting where it is not plainly «Cụm trưởng»."""
    secretary: Person | None = None
    grounds: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    course: RichText = field(default_factory=RichText)
    votes: tuple[Vote, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    overrides: tuple[Override, ...] = ()
    minutes_number: int | None = None
    minutes_copies: int = 2
    minutes_receivers: tuple[str, ...] = ()
    adopted_share: str = ""
    """How the minutes were adopted, e.g. «100% đại biểu nhất trí»."""
    invitation_number: int | None = None
    invitation_date: dt.date | None = None
    invitation_note: str = ""

    @property
    def title(self) -> str:
        return self.name

    @property
    def day(self) -> dt.date | None:
        return self.starts.date() if self.starts else None

    @property
    def is_adopted(self) -> bool:
        """Adopted minutes are read-only until they are reopened."""
        return self.state is MeetingState.ADOPTED

    def of_capacity(self, capacity: Capacity) -> tuple[Attendance, ...]:
        return tuple(person for person in self.attendance if person.capacity is capacity)

    @property
    def present(self) -> tuple[Attendance, ...]:
        return tuple(person for person in self.attendance if person.is_here)

    @property
    def absent(self) -> tuple[Attendance, ...]:
        return tuple(p for p in self.attendance if p.presence is Presence.ABSENT)

    @property
    def voters_present(self) -> int:
        """Voting delegates in the room, deputies with authorisation included."""
        return self.voters_at(None)

    def voters_at(self, time: dt.time | None) -> int:
        """Voting delegates in the room at a time of day: late ones in, those who left out."""
        return sum(person.votes and person.is_here_at(time) for person in self.attendance)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên hội nghị.", starts="Cần có ngày và giờ bắt đầu.")
        if self.starts and self.ends and self.ends < self.starts:
            found["ends"] = "Giờ kết thúc đứng trước giờ bắt đầu."
        if self.minutes_copies < 1:
            found["minutes_copies"] = "Biên bản phải có ít nhất 1 bản."
        found |= number_problems(self, "minutes_number", "invitation_number")
        found |= part_problems(self, "agenda", "attendance", "votes", "conclusions", "overrides")
        if self.state in WITH_REASON and not self.state_reason:
            found["state_reason"] = f"Cần ghi lý do {self.state.label.lower()}."
        found = self._vote_problems() | found
        return found | self._voter_problems() | self._repeated_delegates()

    def _vote_problems(self) -> dict[str, str]:
        """Votes of more than were in the room; nothing while nobody's presence is noted."""
        found: dict[str, str] = {}
        for row, vote in enumerate(self.votes if self.present else ()):
            there = self.voters_at(vote.taken_at)
            if vote.voters > there:
                when = f" lúc {vote.taken_at:%H:%M}" if vote.taken_at else ""
                found[f"votes.{row}.voters"] = (
                    f"Số biểu quyết ({vote.voters}) lớn hơn số đại biểu có quyền biểu quyết "
                    f"có mặt{when} ({there})."
                )
        return found

    def _repeated_delegates(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for row, part in enumerate(self.attendance):
            first = next((n for n in range(row) if part.is_same_as(self.attendance[n])), None)
            if first is not None:
                shown = part.name or part.organisation
                found[f"attendance.{row}.name"] = (
                    f"Dòng {row + 1}: {shown} đã có ở dòng {first + 1}."
                )
        return found

    def _voter_problems(self) -> dict[str, str]:
        units = [p.unit.id for p in self.attendance if p.votes and p.unit]
        twice = {unit for unit in units if units.count(unit) > 1}
        names = [p.unit.name for p in self.attendance if p.unit and p.unit.id in twice]
        if names:
            return {"attendance": f"Mỗi đơn vị chỉ có một đại biểu biểu quyết: {names[0]}."}
        return {}
