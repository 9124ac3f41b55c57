"""Checks that look for a paper, at the years of service, or that only a person can answer."""

from __future__ import annotations

from desktop_app.domain.commendations.eligibility.condition import Condition
from desktop_app.domain.commendations.eligibility.facts import Facts
from desktop_app.domain.commendations.eligibility.finding import NO_YEAR, Finding, met, unknown
from desktop_app.domain.search_words import matches
from desktop_app.domain.vietnamese import fold, short_date


def paper(condition: Condition, facts: Facts) -> Finding:
    """A paper of that name that has come in, or a file with the name."""
    found = next((name for name in facts.papers if matches(fold(condition.paper), name)), None)
    if found:
        return met(f"Có «{found}» trong hồ sơ.")
    return unknown("Chưa thấy trong hồ sơ và tệp kèm của đề nghị.", missing=condition.paper)


def service(condition: Condition, facts: Facts) -> Finding:
    """Years since the earliest posting that is known; there may have been older ones."""
    year, wanted, person = facts.year, condition.years or 0, facts.nomination.person
    if year is None:
        return NO_YEAR
    days = [p.since for p in person.postings if p.since] if person else []
    missing = "bản trích quá trình công tác"
    if not days:
        return unknown("Tệp chưa ghi quá trình công tác.", missing=missing)
    first = min(days)
    words = f"Công tác từ {short_date(first)} (theo tệp)"
    if year - first.year >= wanted:
        return met(f"{words}, đã đủ {wanted} năm.")
    return unknown(f"{words}, chưa đủ {wanted} năm.", missing=missing, year=first.year + wanted)


def by_hand(condition: Condition, _: Facts) -> Finding:
    """Nothing in the data file answers it."""
    return unknown("Cán bộ đối chiếu hồ sơ và ghi kết quả xác minh.", missing=condition.paper)
