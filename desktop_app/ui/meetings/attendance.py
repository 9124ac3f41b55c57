"""Delegates drawn up from the members of the period, so that nobody is typed twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting, Presence
from desktop_app.domain.years.period import Membership, Period


def with_members(meeting: Meeting, period: Period) -> tuple[Attendance, ...]:
    """The delegates with one voter for each member unit that has none yet, in cluster order."""
    voting = {part.unit.id for part in meeting.attendance if part.unit and part.votes}
    new = [
        _delegate(member)
        for member in period.members_on(meeting.day)
        if member.unit.id not in voting
    ]
    guests = meeting.of_capacity(Capacity.GUEST)
    others = [part for part in meeting.attendance if part not in guests]
    return (*others, *new, *guests)


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
    made = _delegate(member)
    return part.replace(person=made.person, name=made.name, rank=made.rank, post=made.post)


def _delegate(member: Membership) -> Attendance:
    person = member.representative
    return Attendance(
        unit=member.unit,
        person=person,
        name=person.full_name if person else "",
        rank=person.rank if person else "",
        post=person.post if person else "",
        votes=True,
    )
