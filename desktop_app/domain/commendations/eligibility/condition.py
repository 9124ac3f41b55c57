"""The conditions of an award as dated data, and what somebody has found out for one of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import Choice, Record, required


class Check(Choice):
    """How a condition is looked up in the data file."""

    PLACE = "hang", "Thứ hạng trong cụm"
    VOTES = "phieu", "Tỷ lệ phiếu"
    REGISTERED = "dang_ky", "Đã đăng ký thi đua"
    SAME_YEAR = "cung_nam", "Có danh hiệu trong năm"
    CONSECUTIVE = "lien_tuc", "Danh hiệu các năm liên tục"
    COUNT_WITHIN = "so_lan", "Số lần trong các năm"
    HELD_FOR = "da_co", "Đã có từ trước"
    INTERVAL = "gian_cach", "Khoảng cách với lần trước"
    ONE_STATE_AWARD = "mot_lan", "Một lần cấp Nhà nước trong năm"
    MEMBER_HAS = "co_ca_nhan", "Có cá nhân đạt danh hiệu"
    CONDUCT = "ky_luat", "Không kỷ luật, khiếu nại"
    MEMBERS_CONDUCT = "ky_luat_ca_nhan", "Không cá nhân bị kỷ luật"
    SERVICE = "tham_nien", "Số năm công tác"
    PAPER = "giay_to", "Có giấy tờ"
    BY_HAND = "xac_minh", "Cán bộ xác minh"


class ForWhom(Choice):
    """Whom a condition is for; the codes of the two are those of SubjectKind."""

    BOTH = "ca_hai", "Tập thể và cá nhân"
    COLLECTIVE = "tap_the", "Tập thể"
    INDIVIDUAL = "ca_nhan", "Cá nhân"


_NEEDS = {
    Check.CONSECUTIVE: ("codes", "count"),
    Check.COUNT_WITHIN: ("codes", "count", "years"),
    Check.SAME_YEAR: ("codes",),
    Check.HELD_FOR: ("codes", "years"),
    Check.INTERVAL: ("years",),
    Check.MEMBER_HAS: ("codes", "count"),
    Check.CONDUCT: ("years",),
    Check.SERVICE: ("years",),
    Check.PLACE: ("count",),
    Check.PAPER: ("paper",),
}
_WANTED = {
    "codes": "Cần ghi mã danh hiệu, hình thức được tính.",
    "count": "Cần ghi số lượng (hoặc hạng).",
    "years": "Cần ghi số năm.",
    "paper": "Cần ghi tên giấy tờ.",
}


@dataclass(frozen=True, kw_only=True)
class Condition(Record):
    """One condition: the sentence people read, how it is looked up, and where it is written.

    `codes`, `count`, `years` and `paper` are the parameters of the check; all are the
    secretary's to change when the law does.
    """

    sentence: str = ""
    check: Check = Check.BY_HAND
    codes: str = ""
    """Codes of the awards that count, with a blank between them."""
    count: Decimal | None = None
    """How many, up to which place, or which share of the votes in percent."""
    years: int | None = None
    paper: str = ""
    """The paper that proves it, as it would be named in the dossier."""
    for_whom: ForWhom = ForWhom.BOTH
    either: str = ""
    """«a1», «a2»: branches of group a, of which one is enough; empty: always needed."""
    article: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    verified: bool = False
    """Whether somebody has compared it with the text of the law."""
    verified_until: dt.date | None = None
    """The last day for which that was done: a later law may have changed it."""

    @property
    def title(self) -> str:
        return self.sentence

    @property
    def award_codes(self) -> tuple[str, ...]:
        return tuple(self.codes.split())

    def holds_on(self, day: dt.date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    def is_verified_on(self, day: dt.date) -> bool:
        """Whether its text is known to be right for a day."""
        return self.verified and (self.verified_until is None or day <= self.verified_until)

    def is_for(self, kind: str) -> bool:
        """Whether it is asked of a kind of subject, given by its code."""
        return self.for_whom is ForWhom.BOTH or self.for_whom.value == kind

    def problems(self) -> dict[str, str]:
        found = required(
            self, sentence="Cần có nội dung điều kiện.", article="Cần có điều khoản, văn bản."
        )
        needs = _NEEDS.get(self.check, ())
        found |= required(self, **{name: _WANTED[name] for name in needs})
        for name in ("count", "years"):
            value = getattr(self, name)
            if name in needs and value is not None and value < 1:
                found[name] = "Phải từ 1 trở lên."
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            found["valid_until"] = "Ngày hết hiệu lực đứng trước ngày có hiệu lực."
        return found


@dataclass(frozen=True, kw_only=True)
class Attestation(Record):
    """What a person has found out for a condition that the data file cannot answer."""

    condition: str = ""
    """The id of the condition."""
    is_met: bool = True
    basis: str = ""
    """The paper or the enquiry it rests on."""

    @property
    def title(self) -> str:
        return self.basis

    def problems(self) -> dict[str, str]:
        return required(self, basis="Cần ghi căn cứ xác minh.")
