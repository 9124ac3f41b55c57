"""Registration of titles (đăng ký thi đua): what each unit aims at, and where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class RegistrationState(Choice):
    """The way of a unit's registration at the secretariat's desk."""

    DRAFT = "nhap", "Chưa gửi"
    SENT = "da_gui", "Chờ duyệt"
    RETURNED = "tra_lai", "Trả lại"
    ACCEPTED = "da_duyet", "Đã duyệt"


class LineState(Choice):
    """What became of one registered title (procedure, section 8.1)."""

    REGISTERED = "dang_ky", "Đã đăng ký"
    CHANGED = "dieu_chinh", "Điều chỉnh"
    WITHDRAWN = "rut", "Rút"


NEXT_STATES = {
    RegistrationState.DRAFT: (RegistrationState.SENT,),
    RegistrationState.SENT: (RegistrationState.ACCEPTED, RegistrationState.RETURNED),
    RegistrationState.RETURNED: (RegistrationState.SENT,),
    RegistrationState.ACCEPTED: (RegistrationState.RETURNED,),
}


@dataclass(frozen=True, kw_only=True)
class RegistrationLine(Record):
    """One title aimed at, by the unit itself, a part of it, or a person."""

    award: Award | None = None
    kind: SubjectKind = SubjectKind.COLLECTIVE
    person: Person | None = None
    name: str = ""
    """Who registers, where it is neither the unit itself nor a known person."""
    state: LineState = LineState.REGISTERED
    note: str = ""

    def problems(self) -> dict[str, str]:
        found = required(self, award="Cần chọn danh hiệu hoặc hình thức.")
        if self.award and not self.award.is_for(self.kind):
            found["award"] = f"«{self.award.name}» không dành cho {self.kind.label.lower()}."
        if self.kind is SubjectKind.INDIVIDUAL and not (self.person or self.name):
            found["name"] = "Cần có họ và tên cá nhân."
        return found


@dataclass(frozen=True, kw_only=True)
class Registration(Record):
    """The registration of one unit in one period."""

    period: Period
    unit: Unit | None = None
    sent_on: dt.date | None = None
    state: RegistrationState = RegistrationState.DRAFT
    reason: str = ""
    """Why it was returned."""
    lines: tuple[RegistrationLine, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return f"Đăng ký thi đua: {self.unit.name}" if self.unit else "Đăng ký thi đua"

    @property
    def standing(self) -> tuple[RegistrationLine, ...]:
        """The lines that were not withdrawn."""
        return tuple(line for line in self.lines if line.state is not LineState.WITHDRAWN)

    @property
    def counts(self) -> bool:
        """Whether it has reached the secretariat and was not sent back."""
        return self.state in (RegistrationState.SENT, RegistrationState.ACCEPTED)

    @property
    def counted(self) -> tuple[RegistrationLine, ...]:
        """The lines that papers and nominations may rest on."""
        return self.standing if self.counts else ()

    def has(self, line: RegistrationLine) -> bool:
        """Whether the same award stands already for the same subject."""
        return any(
            own.award is not None
            and line.award is not None
            and own.award.is_same(line.award)
            and self.who(own).is_same(self.who(line))
            for own in self.standing
        )

    def who(self, line: RegistrationLine) -> Subject:
        """Who registers in a line, under whatever name."""
        return Subject(line.kind, self.unit, line.person, line.name)

    def subject(self, line: RegistrationLine) -> str:
        """The printed name of who registers."""
        if line.name:
            return line.name
        if line.kind is SubjectKind.INDIVIDUAL and line.person:
            return line.person.full_name
        return self.unit.name_on(self.sent_on or self.period.until) if self.unit else ""

    def is_late(self, today: dt.date) -> bool:
        """Whether nothing was sent by the period's day, or it was sent after it."""
        due = self.period.registration_due
        return due is not None and due < (self.sent_on or today)

    def problems(self) -> dict[str, str]:
        found = required(self, unit="Cần chọn đơn vị.") | part_problems(self, "lines")
        if self.unit and self.period.membership_of(self.unit) is None:
            found["unit"] = f"{self.unit.name} không phải thành viên của kỳ này."
        for row, line in enumerate(self.lines):
            if line.award and not line.award.holds_within(self.period.since, self.period.until):
                words = f"«{line.award.name}» không có hiệu lực trong kỳ này."
                found[f"lines.{row}.award"] = f"Dòng {row + 1}: {words}"
        if self.state is RegistrationState.RETURNED and not self.reason:
            found["reason"] = "Cần ghi lý do trả lại."
        if self.state is not RegistrationState.DRAFT and self.sent_on is None:
            found["sent_on"] = "Cần có ngày gửi."
        return found | self._twice()

    def _twice(self) -> dict[str, str]:
        seen: dict[tuple[str, ...], list[tuple[int, Subject]]] = {}
        for row, line in enumerate(self.lines):
            if line.award is None or line.state is LineState.WITHDRAWN:
                continue
            who = self.who(line)
            for name in who.names:
                alike = seen.setdefault((line.award.code, line.award.name, name), [])
                for earlier, other in alike:
                    if who.is_same(other):
                        words = f"Dòng {row + 1}: đã đăng ký ở dòng {earlier + 1}."
                        return {f"lines.{row}.award": words}
                alike.append((row, who))
        return {}


def state_problems(before: Registration | None, after: Registration) -> dict[str, str]:
    """The sentence beside the state when it skips a step."""
    if before is None:
        return {}
    was = before.state
    if after.state is was or after.state in NEXT_STATES[was]:
        return {}
    allowed = " hoặc ".join(f"«{state}»" for state in NEXT_STATES[was])
    return {"state": f"Sau «{was}» là {allowed}, không phải «{after.state}»."}
