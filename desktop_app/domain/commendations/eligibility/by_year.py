"""Checks that look at the year itself: the place in the cluster, the votes, the registration."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.commendations.eligibility.condition import Condition
from desktop_app.domain.commendations.eligibility.facts import Facts
from desktop_app.domain.commendations.eligibility.finding import (
    Finding,
    met,
    not_met,
    unknown,
)
from desktop_app.domain.compacts.registration_board import is_registered
from desktop_app.domain.vietnamese import number, percent


def place(condition: Condition, facts: Facts) -> Finding:
    """Among the first of the cluster by score."""
    own, last = facts.nomination.place, int(condition.count or 1)
    if own is None:
        missing = "bảng xếp hạng của cụm (cột «Thứ hạng» của đề nghị)"
        return unknown("Đề nghị chưa ghi thứ hạng.", missing=missing)
    words = f"Xếp hạng {own} trong cụm."
    return met(words) if own <= last else not_met(words)


def votes(condition: Condition, facts: Facts) -> Finding:
    """The share of votes; counted in whole votes, so that nothing is rounded up to the bar."""
    nomination = facts.nomination
    bar = condition.count or (nomination.award.vote_threshold if nomination.award else None)
    agreed, total = nomination.votes_for, nomination.votes_total
    if agreed is None or not total:
        missing = "biên bản kiểm phiếu (cột «Phiếu» của đề nghị)"
        return unknown("Đề nghị chưa ghi số phiếu.", missing=missing)
    told = f"{agreed}/{total} phiếu ({percent(agreed, total)})"
    if bar is None:
        return unknown(f"{told}; danh mục chưa ghi tỷ lệ cần đạt.")
    words = f"{told}; cần từ {number(bar)}%."
    return met(words) if Decimal(agreed) * 100 >= bar * total else not_met(words)


def registered(_: Condition, facts: Facts) -> Finding:
    """Registered for the award in the period."""
    if is_registered(facts.nomination, facts.registrations):
        return met("Đã đăng ký trong kỳ.")
    return not_met("Chưa đăng ký trong kỳ.", missing="bản đăng ký thi đua")
