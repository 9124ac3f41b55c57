"""What is filled in at a delegate's row, so that nobody is typed twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.meetings.inviting import delegate_of
from desktop_app.domain.meetings.meeting import Attendance, Presence
from desktop_app.domain.years.period import Period


def all_present(parts: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Everyone still only invited is present; who was marked otherwise stays so."""
    return tuple(
        part.replace(presence=Presence.PRESENT) if part.presence is Presence.INVITED else part
        for part in parts
    )


def filled(part: Attendance, period: Period | None, day: dt.date | None) -> Attendance:
    """A delegate whose unit was just chosen: name, rank and post of its representative."""
    member = period.membership_of(part.unit, day) if period else None
    if member is None or part.name or member.representative is None:
        return part
    made = delegate_of(member, day)
    return part.replace(person=made.person, name=made.name, rank=made.rank, post=made.post)
