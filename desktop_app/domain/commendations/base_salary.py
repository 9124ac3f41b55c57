"""The base salary (lương cơ sở) as a dated table: what bonuses are multiples of."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.record import Record, required
from desktop_app.domain.vietnamese import number, short_date


@dataclass(frozen=True, kw_only=True)
class BaseSalary(Record):
    """An amount in đồng a month, from a day until the next one begins."""

    since: dt.date | None = None
    amount: int | None = None
    source: str = ""
    verified: bool = False

    @property
    def title(self) -> str:
        return f"{number(self.amount or 0)} đồng từ {short_date(self.since)}"

    def problems(self) -> dict[str, str]:
        found = required(
            self,
            since="Cần có ngày bắt đầu.",
            amount="Cần có mức lương cơ sở.",
            source="Cần có nguồn.",
        )
        if self.amount is not None and self.amount <= 0:
            found["amount"] = "Mức lương cơ sở phải lớn hơn 0."
        return found


def base_salary_on(salaries: Iterable[BaseSalary], day: dt.date | None) -> BaseSalary | None:
    """What held on a day; None before the first entry or without a day."""
    if day is None:
        return None
    begun = [each for each in salaries if each.since and each.since <= day]
    return max(begun, key=lambda each: each.since or dt.date.min, default=None)


def read_base_salaries(text: str) -> tuple[BaseSalary, ...]:
    """The table that comes with the program; the same text gives the same ids everywhere."""
    return tuple(
        BaseSalary(
            id=f"luong-co-so-{entry['since']}",
            since=dt.date.fromisoformat(entry["since"]),
            amount=entry["amount"],
            source=entry["source"],
            verified=entry["verified"],
        )
        for entry in json.loads(text)
    )
