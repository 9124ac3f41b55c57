"""The handover of the cluster's affairs to the next lead unit, item by item."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class HandoverState(Choice):
    """Whether the minutes of handover are signed (procedure, section 8.1)."""

    DRAFT = "du_thao", "Dự thảo"
    SIGNED = "da_ky", "Đã ký"


@dataclass(frozen=True, kw_only=True)
class HandoverItem(Record):
    """One thing that changes hands."""

    text: str = ""
    count: int | None = None
    measure: str = ""
    """What is counted: bộ, tập, tệp, chiếc."""
    condition: str = ""
    """Bản chính, bản sao, tệp điện tử, còn tốt …"""
    note: str = ""

    def problems(self) -> dict[str, str]:
        return required(self, text="Cần có tên hồ sơ, tài liệu, hiện vật.")


@dataclass(frozen=True, kw_only=True)
class Handover(Record):
    """The handover of one period; once signed it is only looked at."""

    period: Period
    giver: Unit | None = None
    receiver: Unit | None = None
    giver_person: Person | None = None
    receiver_person: Person | None = None
    witness: str = ""
    day: dt.date | None = None
    place: str = ""
    state: HandoverState = HandoverState.DRAFT
    items: tuple[HandoverItem, ...] = ()
    unfinished: str = ""
    """Work that goes over with the files, a line each."""
    note: str = ""

    @property
    def title(self) -> str:
        return f"Bàn giao Cụm trưởng {self.period.in_a_sentence}"

    @property
    def is_signed(self) -> bool:
        return self.state is HandoverState.SIGNED

    def problems(self) -> dict[str, str]:
        found = required(self, giver="Cần chọn bên giao.") | part_problems(self, "items")
        if self.giver and self.receiver and self.giver.id == self.receiver.id:
            found["receiver"] = "Bên nhận phải khác bên giao."
        if self.is_signed:
            found |= required(
                self, receiver="Cần chọn bên nhận.", day="Biên bản đã ký phải có ngày."
            )
            if not self.items:
                found["items"] = "Biên bản đã ký phải có danh mục bàn giao."
        return found
