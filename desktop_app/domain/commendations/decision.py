"""Decisions (quyết định khen thưởng), the grants (lượt) they make, and what a certificate says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class GrantState(Choice):
    """What has become of a grant."""

    DECIDED = "co_quyet_dinh", "Có quyết định"
    PRESENTED = "da_trao", "Đã trao"
    ANNULLED = "huy_bo", "Hủy bỏ"
    RECALLED = "thu_hoi", "Thu hồi"


@dataclass(frozen=True, kw_only=True)
class Grant(Record):
    """One occurrence (lượt) of an award: its year, its decision's day and its presentation differ.

    A grant keeps the printed name of its day; the year of the achievement, the decision's
    date and the presentation date are three fields on purpose.
    """

    nomination: Nomination | None = None
    award: Award | None = None
    kind: SubjectKind = SubjectKind.COLLECTIVE
    unit: Unit | None = None
    person: Person | None = None
    name: str = ""
    description: str = ""
    """The line under the name: post and unit, or the managing body."""
    achievement_year: str = ""
    achievement: str = ""
    amount: Decimal | None = None
    """Bonus in đồng."""
    register_number: str = ""
    presented_on: dt.date | None = None
    presented_at: str = ""
    presented_by: str = ""
    presented_to: str = ""
    """Who received it, where that is not the honoured person."""
    ended_on: dt.date | None = None
    """The day of the decision that annulled or recalled it."""
    ended_by: str = ""
    """Number and body of that decision."""
    ended_because: str = ""
    state: GrantState = GrantState.DECIDED

    @property
    def title(self) -> str:
        return self.name

    @property
    def stands(self) -> bool:
        """Whether it was neither annulled nor recalled."""
        return self.state not in (GrantState.ANNULLED, GrantState.RECALLED)

    @property
    def who(self) -> Subject:
        """Who was honoured, under whatever name."""
        return Subject(self.kind, self.unit, self.person, self.name)

    def problems(self) -> dict[str, str]:
        found = required(
            self, name="Cần có tên tập thể, cá nhân.", award="Cần chọn danh hiệu, hình thức."
        )
        if self.state is GrantState.PRESENTED and self.presented_on is None:
            found["presented_on"] = "Đã trao thì phải có ngày trao."
        if self.amount is not None and self.amount < 0:
            found["amount"] = "Tiền thưởng không được âm."
        if not self.stands:
            ended = self.state.label.lower()
            found |= required(
                self,
                ended_by=f"Cần ghi quyết định {ended}.",
                ended_because=f"Cần ghi lý do {ended}.",
            )
        return found


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """A decision and the wording of its certificates.

    A cluster has no legal personality: who may sign is a matter of law, so title, issuing
    authority and signer of the certificate are fields and nothing here presumes them.
    """

    period: Period
    number: str = ""
    date: dt.date | None = None
    body: str = ""
    subject: str = ""
    grounds: tuple[str, ...] = ()
    """The acts a draft of it leans on, a line each."""
    place: str = ""
    signer_name: str = ""
    signer_rank: str = ""
    signer_authority: str = ""
    signer_post: str = ""
    certificate_title: str = "Giấy chứng nhận"
    certificate_authority: str = ""
    certificate_verb: str = "Tặng"
    grants: tuple[Grant, ...] = ()

    @property
    def title(self) -> str:
        return self.number or self.subject

    @property
    def count(self) -> int:
        """The occurrences (lượt) that stand: neither annulled nor recalled."""
        return sum(grant.stands for grant in self.grants)

    def problems(self) -> dict[str, str]:
        found = required(
            self,
            number="Cần có số quyết định.",
            date="Cần có ngày quyết định.",
            body="Cần có cơ quan ra quyết định.",
        )
        for row, grant in enumerate(self.grants):
            if grant.presented_on and self.date and grant.presented_on < self.date:
                found[f"grants.{row}.presented_on"] = (
                    f"Dòng {row + 1}: ngày trao đứng trước ngày quyết định."
                )
        return found | part_problems(self, "grants")
