"""The award catalogue: titles and forms of commendation, each with the days it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.commendations.eligibility.condition import Condition
from desktop_app.domain.record import Choice, Record, part_problems, required


class AwardGroup(Choice):
    """Two lists kept apart from the start, since users mix them up."""

    TITLE = "danh_hieu", "Danh hiệu thi đua"
    FORM = "hinh_thuc", "Hình thức khen thưởng"


class AwardLevel(Choice):
    """The level an award belongs to."""

    BASE = "co_so", "Cơ sở"
    MINISTRY = "bo", "Bộ"
    GOVERNMENT = "chinh_phu", "Chính phủ"
    STATE = "nha_nuoc", "Nhà nước"


class SubjectKind(Choice):
    """Whom an award is for."""

    COLLECTIVE = "tap_the", "Tập thể"
    INDIVIDUAL = "ca_nhan", "Cá nhân"


class VoteBase(Choice):
    """What the share of votes for an award is a share of."""

    MEMBERS = "thanh_vien", "Tổng số thành viên (Hội đồng, cụm)"
    PRESENT = "co_mat", "Số thành viên có mặt"
    VALID = "hop_le", "Số phiếu hợp lệ"


@dataclass(frozen=True, kw_only=True)
class Award(Record):
    """One entry of the catalogue: data the secretary can edit, never a rule in code."""

    code: str = ""
    name: str = ""
    group: AwardGroup = AwardGroup.TITLE
    level: AwardLevel = AwardLevel.MINISTRY
    for_collective: bool = False
    for_individual: bool = False
    decided_by: str = ""
    bonus_collective: Decimal | None = None
    """Multiple of the base salary for a collective (a setting; source beside it)."""
    bonus_individual: Decimal | None = None
    physical_item: str = ""
    """What is handed over besides the decision (hiện vật): flag, certificate, badge."""
    dossier_papers: tuple[str, ...] = ()
    """The papers that belong to its dossier, a line each."""
    vote_threshold: Decimal | None = None
    """The share of votes it takes, in percent; the council's rule, not the cluster's."""
    vote_base: VoteBase | None = None
    quota_note: str = ""
    conditions: tuple[Condition, ...] = ()
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    source: str = ""
    verified: bool = False
    place_in_list: int = 0

    @property
    def title(self) -> str:
        return self.name

    def holds_on(self, day: dt.date | None) -> bool:
        if day is None:
            return True
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_until is None or day <= self.valid_until)

    def holds_within(self, since: dt.date | None, until: dt.date | None) -> bool:
        """Whether it holds on some day of a span."""
        begun = self.valid_from is None or until is None or self.valid_from <= until
        return begun and (self.valid_until is None or since is None or since <= self.valid_until)

    def is_same(self, other: Award) -> bool:
        """Whether both are one award, be it as a later law keeps it."""
        return (self.code, self.name) == (other.code, other.name)

    def is_for(self, kind: SubjectKind) -> bool:
        return self.for_collective if kind is SubjectKind.COLLECTIVE else self.for_individual

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên danh hiệu, hình thức.", code="Cần có mã.")
        if not (self.for_collective or self.for_individual):
            found["for_collective"] = "Cần chọn tập thể hoặc cá nhân."
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            found["valid_until"] = "Ngày hết hiệu lực đứng trước ngày có hiệu lực."
        if self.vote_threshold is not None and not 0 < self.vote_threshold <= 100:
            found["vote_threshold"] = "Tỷ lệ phiếu từ trên 0 đến 100%."
        return found | part_problems(self, "conditions")


def awards_within(
    awards: Iterable[Award], since: dt.date | None, until: dt.date | None
) -> tuple[Award, ...]:
    """The awards that hold on some day of a span, each once: as the later law has it."""
    held = [award for award in awards if award.holds_within(since, until)]
    latest = {
        (award.code, award.name): award
        for award in sorted(held, key=lambda award: award.valid_from or dt.date.min)
    }
    return tuple(sorted(latest.values(), key=lambda award: award.place_in_list))


def awards_on(awards: Iterable[Award], day: dt.date | None) -> tuple[Award, ...]:
    """The catalogue as it was on a day, in its own order."""
    held = (award for award in awards if award.holds_on(day))
    return tuple(sorted(held, key=lambda award: award.place_in_list))
