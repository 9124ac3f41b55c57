"""A person (cá nhân): an officer who represents, writes, signs, guests or is honoured."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.unit import Unit


class ServiceState(Choice):
    """Whether a person still works in the unit (procedure, section 8.1)."""

    SERVING = "dang_cong_tac", "Đang công tác"
    MOVED = "chuyen_di", "Chuyển đi"
    RETIRED = "nghi_huu", "Nghỉ hưu"


@dataclass(frozen=True, kw_only=True)
class Posting(Record):
    """A unit and a post a person had for some time."""

    unit: Unit | None = None
    post: str = ""
    since: dt.date | None = None
    until: dt.date | None = None

    def problems(self) -> dict[str, str]:
        found = {} if self.unit or self.post else {"post": "Cần có đơn vị hoặc chức vụ."}
        if self.since and self.until and self.until < self.since:
            found["until"] = "Ngày kết thúc đứng trước ngày bắt đầu."
        return found


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Names are not unique: two officers may well share one."""

    full_name: str = ""
    rank: str = ""
    post: str = ""
    unit: Unit | None = None
    service_number: str = ""
    birth_date: dt.date | None = None
    phone: str = ""
    service_state: ServiceState = ServiceState.SERVING
    service_state_since: dt.date | None = None
    postings: tuple[Posting, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return self.full_name

    def as_of(self, day: dt.date | None) -> Person:
        """With the unit and the post of a day: a posting that has ended by now tells them.

        What stands in the record itself holds since the last of them; ranks are not dated.
        """
        ended = (p for p in self.postings if p.until and day and day <= p.until)
        held = next((p for p in ended if p.since is None or (day and p.since <= day)), None)
        if held is None:
            return self
        return self.replace(unit=held.unit or self.unit, post=held.post or self.post)

    def signed_name(self, with_rank: bool = True) -> str:
        """The name as it stands under a signature; the rank before it is a setting."""
        return f"{self.rank} {self.full_name}".strip() if with_rank else self.full_name

    def name_and_post(self) -> str:
        """«Đại tá Nguyễn Văn A, Phó Giám đốc», as people are chosen from lists and listed."""
        return ", ".join(part for part in (self.signed_name(), self.post) if part)

    def problems(self) -> dict[str, str]:
        found = required(self, full_name="Cần có họ và tên.") | part_problems(self, "postings")
        if self.service_state is not ServiceState.SERVING and self.service_state_since is None:
            left = self.service_state.label.lower()
            found["service_state_since"] = f"Cần có ngày {left}."
        return found
