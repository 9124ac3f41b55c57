"""The team that counts the votes of a ballot (Tổ kiểm phiếu)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit


class CountingRole(Choice):
    """A person's role in the counting team (Tổ kiểm phiếu)."""

    HEAD = "to_truong", "Tổ trưởng"
    CLERK = "thu_ky", "Thư ký"
    MEMBER = "thanh_vien", "Thành viên"


@dataclass(frozen=True, kw_only=True)
class CountingMember(Record):
    """One person of the counting team."""

    person: Person | None = None
    name: str = ""
    post: str = ""
    unit: Unit | None = None
    role: CountingRole = CountingRole.MEMBER

    @property
    def title(self) -> str:
        return self.name or (self.person.full_name if self.person else "")

    def problems(self) -> dict[str, str]:
        return {} if self.title else {"name": "Cần có họ và tên."}
