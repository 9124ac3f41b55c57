"""The fund for commendations (quỹ khen thưởng): what came in, what was paid, what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.record import Choice, Record, required
from desktop_app.domain.years.period import Period


class FundWay(Choice):
    """Into the fund or out of it."""

    IN = "thu", "Thu"
    OUT = "chi", "Chi"


@dataclass(frozen=True, kw_only=True)
class FundEntry(Record):
    """One line of the ledger."""

    period: Period
    day: dt.date | None = None
    way: FundWay = FundWay.OUT
    amount: Decimal | None = None
    purpose: str = ""
    """What it was paid for, or where it came from."""
    paper: str = ""
    """The voucher (chứng từ) as it is cited."""
    receiver: str = ""
    decision: Decision | None = None
    grant: str = ""
    """The id of the grant it pays, where it pays one."""
    note: str = ""

    @property
    def title(self) -> str:
        return self.purpose

    @property
    def signed(self) -> Decimal:
        """What it adds to the balance."""
        amount = self.amount or Decimal(0)
        return amount if self.way is FundWay.IN else -amount

    def problems(self) -> dict[str, str]:
        found = required(
            self,
            day="Cần có ngày.",
            amount="Cần có số tiền.",
            purpose="Cần ghi nội dung thu, chi.",
        )
        if self.amount is not None and self.amount <= 0:
            found["amount"] = "Số tiền phải lớn hơn 0."
        return found


def in_order(entries: Iterable[FundEntry]) -> list[FundEntry]:
    """By day; what came in first on the same day, so that nothing is paid before it is there."""
    return sorted(entries, key=lambda e: (e.day or dt.date.max, e.way is FundWay.OUT))


def balances(entries: Iterable[FundEntry]) -> dict[str, Decimal]:
    """Entry id → what is left in the fund after it."""
    found, left = {}, Decimal(0)
    for entry in in_order(entries):
        left += entry.signed
        found[entry.id] = left
    return found


def payments(
    decision: Decision, day: dt.date, entries: Iterable[FundEntry]
) -> tuple[FundEntry, ...]:
    """What is still to be paid by a decision, a line a grant; what was paid stays out."""
    paid = {entry.grant for entry in entries if entry.grant}
    return tuple(
        FundEntry(
            period=decision.period,
            day=day,
            amount=grant.amount,
            purpose=f"Tiền thưởng {grant.award.name}" if grant.award else "Tiền thưởng",
            receiver=grant.name,
            decision=decision,
            grant=grant.id,
        )
        for grant in decision.grants
        if grant.stands and grant.amount and grant.id not in paid
    )
