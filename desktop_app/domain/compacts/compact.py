"""The compact (giao ước thi đua) of a period: grounds, items, and one signature a member unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.unit import Unit
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


FROZEN_STATES = (CompactState.SIGNED, CompactState.REVIEWED, CompactState.SUMMED_UP)


@dataclass(frozen=True, kw_only=True)
class CompactItem(Record):
    """One commitment; items of the same group stand together under its heading."""

    group: str = ""
    text: str = ""
    target: str = ""
    """The numeric target with its unit as it is agreed, e.g. «giảm ≥ 5 %»."""

    def problems(self) -> dict[str, str]:
        return required(self, text="Cần có nội dung giao ước.")


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
    closing: str = ""
    signed_on: dt.date | None = None
    place: str = ""
    signatures: tuple[Signature, ...] = ()

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
        if self.state in FROZEN_STATES:
            found |= self._signing_problems()
        return found

    def _signing_problems(self) -> dict[str, str]:
        if self.signed_on is None:
            return {"signed_on": "Giao ước đã ký phải có ngày ký."}
        signed = {signature.unit.id for signature in self.signatures if signature.is_signed}
        waiting = [
            member.unit.short_name
            for member in self.period.members_on(self.signed_on)
            if member.unit.id not in signed
        ]
        if waiting:
            return {"signatures": "Chưa đủ chữ ký, còn thiếu: " + "; ".join(waiting) + "."}
        return {}
