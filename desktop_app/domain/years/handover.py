"""The handover of the cluster's affairs to the next lead unit, item by item."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.reopening import reopenings, with_reason
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
        found = required(self, text="Cần có tên hồ sơ, tài liệu, hiện vật.")
        if self.count is not None and self.count < 0:
            found["count"] = "Số lượng không được âm."
        return found


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


def reopened(handover: Handover, day: dt.date, reason: str) -> Handover:
    """A draft again, with the reason kept in its note as a dated line."""
    note = with_reason(handover.note, day, reason)
    return handover.replace(state=HandoverState.DRAFT, note=note)


def signed_problems(before: Handover | None, after: Handover) -> dict[str, str]:
    """The sentence beside what may not change: signed minutes, and reasons once given."""
    if before is None:
        return {}
    if reopenings(after.note) < reopenings(before.note):
        return {"note": "Lý do mở lại đã ghi phải được giữ."}
    if not before.is_signed:
        return {}
    if not after.is_signed:
        has_reason = reopenings(after.note) > reopenings(before.note)
        return {} if has_reason else {"state": "Cần có lý do mở lại."}
    words = "Biên bản bàn giao đã ký: muốn sửa phải mở lại."
    names = (field.name for field in dataclasses.fields(before))
    return {name: words for name in names if getattr(before, name) != getattr(after, name)}
