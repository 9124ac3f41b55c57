"""What a period may not do beside the other periods of its cluster, and after its own past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.reopening import reopenings, with_reason
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period, PeriodState


def neighbour_problems(period: Period, others: Iterable[Period]) -> dict[str, str]:
    """The sentence beside a name or a day that another period of the cluster already has."""
    found: dict[str, str] = {}
    for other in others:
        if other.id == period.id or other.cluster.id != period.cluster.id:
            continue
        if other.name.casefold() == period.name.casefold():
            found.setdefault("name", f"Cụm đã có kỳ «{other.name}».")
        if _share_a_day(period, other):
            field = "since" if _holds(other, period.since) else "until"
            days = f"{short_date(other.since)} – {short_date(other.until)}"
            found.setdefault(field, f"Trùng ngày với kỳ «{other.name}» ({days}).")
    return found


def state_problems(before: Period | None, after: Period) -> dict[str, str]:
    """The sentence beside the state when it skips a step, or is opened again without a reason."""
    if before is None:
        return {}
    if before.is_closed and not after.is_closed:
        has_reason = reopenings(after.note) > reopenings(before.note)
        return {} if has_reason else {"state": "Cần có lý do mở lại."}
    order = list(PeriodState)
    following = order[min(order.index(before.state) + 1, len(order) - 1)]
    if order.index(after.state) > order.index(following):
        return {"state": f"Sau «{before.state}» là «{following}», chưa phải «{after.state}»."}
    return {}


def reopened(period: Period, day: dt.date, reason: str) -> Period:
    """The period with the reason for opening it again kept in its note, as a dated line."""
    return period.replace(note=with_reason(period.note, day, reason))


def _share_a_day(one: Period, other: Period) -> bool:
    if not (one.since and one.until and other.since and other.until):
        return False
    return max(one.since, other.since) <= min(one.until, other.until)


def _holds(period: Period, day: dt.date | None) -> bool:
    return bool(day and period.since and period.until and period.since <= day <= period.until)
