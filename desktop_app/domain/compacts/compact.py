"""The compact (giao ước thi đua) of a period: grounds, items, and one signature a member unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.reopening import reopenings
from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


class CompactState(Choice):
    """From draft to summing up; the content is frozen once signed (procedure, 8.1)."""

    DRAFT = "du_thao", "Dự thảo"
    IN_COMMENT = "gop_y", "Đang góp ý"
    AGREED = "thong_nhat", "Đã thống nhất"
    SIGNED = "da_ky", "Đã ký"
    REVIEWED = "so_ket", "Đã sơ kết"
    SUMMED_UP = "tong_ket", "Đã tổng kết"
    CANCELLED = "huy", "Hủy"


NEXT_STATES = {
    CompactState.DRAFT: (CompactState.IN_COMMENT, CompactState.AGREED, CompactState.CANCELLED),
    CompactState.IN_COMMENT: (CompactState.DRAFT, CompactState.AGREED, CompactState.CANCELLED),
    CompactState.AGREED: (CompactState.IN_COMMENT, CompactState.SIGNED, CompactState.CANCELLED),
    CompactState.SIGNED: (CompactState.REVIEWED, CompactState.SUMMED_UP),
    CompactState.REVIEWED: (CompactState.SUMMED_UP,),
    CompactState.SUMMED_UP: (),
    CompactState.CANCELLED: (CompactState.DRAFT,),
}
"""Where a compact can go next; back from a signed one leads only a reason that is kept."""

FROZEN_STATES = (CompactState.SIGNED, CompactState.REVIEWED, CompactState.SUMMED_UP)


class Direction(Choice):
    """How a result is compared with its target (procedure, section 8.1)."""

    NONE = "", "Không so số"
    AT_LEAST = "ge", "≥"
    AT_MOST = "le", "≤"
    EQUAL = "eq", "="
    REDUCE = "giam", "giảm %"
    INCREASE = "tang", "tăng %"


@dataclass(frozen=True, kw_only=True)
class CompactItem(Record):
    """One commitment; items of the same group stand together under its heading."""

    group: str = ""
    text: RichText = NO_TEXT
    target: str = ""
    """The target in words as it is agreed, where a number alone would not say it."""
    direction: Direction = Direction.NONE
    value: Decimal | None = None
    """The common target of all units, in `measure`; % for «giảm» and «tăng»."""
    measure: str = ""

    @property
    def title(self) -> str:
        return self.text.text

    @property
    def has_number(self) -> bool:
        """Whether results are counted; units may have numbers where there is no common one."""
        return self.direction is not Direction.NONE

    def problems(self) -> dict[str, str]:
        if not self.text:
            return {"text": "Cần có nội dung giao ước."}
        if self.value is not None and self.direction is Direction.NONE:
            return {"direction": "Cần chọn cách so sánh: ≥, ≤, =, giảm % hoặc tăng %."}
        return {}


@dataclass(frozen=True, kw_only=True)
class UnitTarget(Record):
    """The target of one unit for one commitment, where it differs from the common one."""

    item: str = ""
    """The id of the commitment."""
    unit: Unit
    value: Decimal | None = None
    is_free: bool = False
    """The commitment's number is not given to this unit at all."""


@dataclass(frozen=True, kw_only=True)
class Signature(Record):
    """One member unit's place in the signature grid."""

    unit: Unit
    signer_name: str = ""
    signer_rank: str = ""
    signer_post: str = ""
    signed_on: dt.date | None = None

    @property
    def is_signed(self) -> bool:
        return self.signed_on is not None


@dataclass(frozen=True, kw_only=True)
class Compact(Record):
    """The compact of a period."""

    period: Period
    name: str = ""
    version: int = 1
    state: CompactState = CompactState.DRAFT
    grounds: tuple[str, ...] = ()
    slogan: str = ""
    opening: str = ""
    items: tuple[CompactItem, ...] = ()
    targets: tuple[UnitTarget, ...] = ()
    measures: RichText = NO_TEXT
    responsibilities: RichText = NO_TEXT
    closing: str = ""
    signed_on: dt.date | None = None
    place: str = ""
    signatures: tuple[Signature, ...] = ()
    note: str = ""
    """Remarks; reasons for opening a signed compact again stand here."""

    @property
    def title(self) -> str:
        return self.name

    @property
    def is_frozen(self) -> bool:
        return self.state in FROZEN_STATES

    @property
    def signed_count(self) -> int:
        return sum(signature.is_signed for signature in self.signatures)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên giao ước.") | part_problems(self, "items")
        found |= stranger_signatures(self.period, self.signatures)
        if self.state in FROZEN_STATES:
            found |= self._signing_problems()
        return found

    def _signing_problems(self) -> dict[str, str]:
        if self.signed_on is None:
            return {"signed_on": "Giao ước đã ký phải có ngày ký."}
        missing = missing_signatures(self.period, self.signed_on, self.signatures)
        return {"signatures": missing} if missing else {}

    @property
    def numbered_items(self) -> tuple[CompactItem, ...]:
        """Commitments for which a number was agreed, for all units or for some."""
        own = {target.item for target in self.targets if target.value is not None}
        return tuple(
            item
            for item in self.items
            if item.has_number and (item.value is not None or item.id in own)
        )

    def moved(self, state: CompactState) -> Compact:
        """The compact in its next state. Raises UserFacingError when the step is not one."""
        if state not in NEXT_STATES[self.state]:
            raise UserFacingError(_step_refusal(self.state, state))
        return self.replace(state=state)

    def target_of(self, item: CompactItem, unit: Unit) -> Decimal | None:
        """The number a unit must reach; None where it has none."""
        own = next((t for t in self.targets if t.item == item.id and t.unit.id == unit.id), None)
        if own is None:
            return item.value
        return None if own.is_free else own.value if own.value is not None else item.value


def _step_refusal(now: CompactState, wanted: CompactState) -> str:
    following = NEXT_STATES[now]
    if not following:
        return f"Giao ước «{now}» không chuyển tiếp được nữa."
    allowed = " hoặc ".join(f"«{state}»" for state in following)
    return f"Sau «{now}» là {allowed}, không phải «{wanted}»."


_FREE_WHEN_SIGNED = ("state", "note")


def change_problems(before: Compact | None, after: Compact) -> dict[str, str]:
    """What a saved compact may not become: steps skipped, a signed text changed."""
    if before is None:
        return {}
    if before.is_frozen and not after.is_frozen:
        if after.state is CompactState.AGREED and reopenings(after.note) > reopenings(before.note):
            return {}
        return {"state": "Giao ước đã ký chỉ được mở lại khi có lý do."}
    if after.state is not before.state and after.state not in NEXT_STATES[before.state]:
        return {"state": _step_refusal(before.state, after.state)}
    if not before.is_frozen:
        return {}
    words = "Giao ước đã ký: nội dung giữ nguyên, thay đổi bằng phụ lục."
    names = (field.name for field in fields(before) if field.name not in _FREE_WHEN_SIGNED)
    return {name: words for name in names if getattr(before, name) != getattr(after, name)}


def stranger_signatures(period: Period, signatures: Iterable[Signature]) -> dict[str, str]:
    """The sentence beside each signature by a unit that was not a member on the day it signed."""
    found: dict[str, str] = {}
    for row, signature in enumerate(signatures):
        day = signature.signed_on
        held = {m.unit.id for m in period.members if day and m.holds_on(day)}
        if day and signature.unit.id not in held:
            name = signature.unit.name_on(day)
            found[f"signatures.{row}.signed_on"] = (
                f"Dòng {row + 1}: {name} không phải thành viên ngày {short_date(day)}."
            )
    return found


def missing_signatures(period: Period, day: dt.date, signatures: Iterable[Signature]) -> str:
    """The sentence naming the members of a day that have not signed; empty when all have."""
    signed = {signature.unit.id for signature in signatures if signature.is_signed}
    waiting = [
        member.unit.short_name for member in period.members_on(day) if member.unit.id not in signed
    ]
    return "Chưa đủ chữ ký, còn thiếu: " + "; ".join(waiting) + "." if waiting else ""


def compact_in_force(compacts: Sequence[Compact]) -> Compact | None:
    """The signed compact of a period, or else its newest draft that was not cancelled."""

    def weight(compact: Compact) -> tuple[bool, bool, int]:
        return compact.is_frozen, compact.state is not CompactState.CANCELLED, compact.version

    return max(reversed(compacts), key=weight, default=None)
