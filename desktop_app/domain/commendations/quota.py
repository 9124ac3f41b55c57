"""Quotas (chỉ tiêu): how many of an award a cluster may propose in a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.record import Record, required
from desktop_app.domain.years.period import Period

COUNTED = (
    NominationState.HONOURED,
    NominationState.SUBMITTED,
    NominationState.SUPPLEMENT,
    NominationState.DECIDED,
)
"""A mere proposal takes no seat: the cluster chooses among more than it may send up."""


@dataclass(frozen=True, kw_only=True)
class AwardQuota(Record):
    """The seats of an award in a period; no law fixes them for a cluster."""

    period: Period
    award: Award | None = None
    seats: int | None = None
    basis: str = ""
    """Who has set it, in which paper."""
    note: str = ""

    @property
    def title(self) -> str:
        return f"Chỉ tiêu {self.award.name}" if self.award else "Chỉ tiêu"

    def taken_by(self, nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
        """The nominations that fill its seats."""
        return tuple(n for n in nominations if n.state in COUNTED and self.is_for(n))

    def is_for(self, nomination: Nomination) -> bool:
        same_period = nomination.period.id == self.period.id
        award = nomination.award
        return bool(same_period and award and self.award and award.is_same(self.award))

    def problems(self) -> dict[str, str]:
        found = required(
            self, award="Cần chọn danh hiệu hoặc hình thức.", seats="Cần ghi số lượng."
        )
        if self.seats is not None and self.seats < 0:
            found["seats"] = "Số lượng không được âm."
        return found


def quota_problem(
    nomination: Nomination, quotas: Iterable[AwardQuota], nominations: Iterable[Nomination]
) -> str:
    """Why a nomination finds no seat; empty when there is one, or a reason is given."""
    quota = next((quota for quota in quotas if quota.is_for(nomination)), None)
    if quota is None or quota.seats is None or nomination.quota_reason:
        return ""
    others = [n for n in quota.taken_by(nominations) if n.id != nomination.id]
    if len(others) < quota.seats:
        return ""
    award = quota.award.name if quota.award else ""
    return (
        f"Chỉ tiêu «{award}» {quota.period.in_a_sentence} là {quota.seats}, "
        f"đã có {len(others)} đề nghị."
    )
