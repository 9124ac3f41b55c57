"""Checks that look at discipline and complaints, as far back as the condition says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.commendations.eligibility.condition import Condition
from desktop_app.domain.commendations.eligibility.facts import Facts
from desktop_app.domain.commendations.eligibility.finding import (
    NO_YEAR,
    Finding,
    met,
    not_met,
    unknown,
)
from desktop_app.domain.commendations.restriction import Restriction, RestrictionKind


def conduct(condition: Condition, facts: Facts) -> Finding:
    """Nothing against the subject in the last years, the year of the achievement included."""
    year, back = facts.year, condition.years or 1
    if year is None:
        return NO_YEAR
    held = _touching(facts.restrictions, year - back + 1, year)
    if not held:
        return met(f"Tệp không ghi kỷ luật, khiếu nại nào trong {back} năm.")
    ends = [r.until for r in held]
    free = max(end.year for end in ends if end) + back if all(ends) else None
    return not_met(f"{_told(held)}.", year=free)


def members_conduct(_: Condition, facts: Facts) -> Finding:
    """Nobody of the unit disciplined from a warning (cảnh cáo) up in the year."""
    year = facts.year
    if year is None:
        return NO_YEAR
    severe = (r for r in facts.member_restrictions if r.kind is RestrictionKind.WARNING)
    held = [r for r in _touching(severe, year, year) if r.since and r.since.year == year]
    if held:
        names = "; ".join(f"{r.called}: {r.in_a_sentence}" for r in held)
        return not_met(f"{names}.", year=year + 1)
    words = "Tệp không ghi cá nhân nào bị kỷ luật từ cảnh cáo trở lên trong năm."
    return unknown(words, missing="xác nhận của đơn vị")


def _touching(known: Iterable[Restriction], first: int, last: int) -> list[Restriction]:
    start, end = dt.date(first, 1, 1), dt.date(last, 12, 31)
    return [r for r in known if (r.since or start) <= end and (r.until is None or r.until >= start)]


def _told(held: Iterable[Restriction]) -> str:
    return "; ".join(r.in_a_sentence for r in held)
