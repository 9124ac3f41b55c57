"""The delegates of a meeting as papers name them: in the cluster's order, with their deputies."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting, Presence
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Role
from desktop_app.papers.framing import day_of
from desktop_app.papers.wording import capital, comrade, person_named, post_in_body


def in_order(meeting: Meeting, capacity: Capacity) -> tuple[Attendance, ...]:
    """Delegates by unit in the cluster's order, strangers to the cluster last."""
    members = meeting.period.members_on(day_of(meeting.period, meeting.day))
    places = {member.unit.id: place for place, member in enumerate(members)}
    last = len(places)

    def place(person: Attendance) -> tuple[int, str]:
        body = person.body_on(meeting.day)
        return (places.get(person.unit.id, last) if person.unit else last + 1), body

    people = meeting.of_capacity(capacity)
    return tuple(sorted(people, key=place)) if capacity is Capacity.MEMBER else people


def by_body(
    meeting: Meeting, people: Iterable[Attendance]
) -> tuple[tuple[str, tuple[Attendance, ...]], ...]:
    """The delegates of one unit together under its name on the day of the meeting."""
    grouped = groupby(people, key=lambda person: person.body_on(meeting.day))
    return tuple((body, tuple(group)) for body, group in grouped)


def is_marked(meeting: Meeting) -> bool:
    """Whether anybody's presence has been noted yet."""
    return any(person.presence is not Presence.INVITED for person in meeting.attendance)


def named(meeting: Meeting, person: Attendance) -> str:
    """«Đồng chí Đại tá A, Cục trưởng Cục B»; a body invited as such by its own name."""
    body = person.body_on(meeting.day)
    if person.is_body:
        return body
    return capital(comrade(person.rank, person.name, post_in_body(person.post, body, person.unit)))


def label_of(meeting: Meeting, person: Attendance) -> str:
    """«Đại tá A – Cục B», in lists of parts."""
    return " – ".join(part for part in (person.title, person.body_on(meeting.day)) if part)


def named_here(meeting: Meeting, person: Attendance, with_body: bool = False) -> str:
    """Whoever really came: the delegate, or the one who stood in for the delegate."""
    if person.is_body:
        return f"đại diện {person.body_on(meeting.day)}"
    body = person.body_on(meeting.day) if with_body else ""

    def place(post: str) -> str:
        return post_in_body(post, body, person.unit if body else None)

    if person.presence is not Presence.DEPUTY:
        return comrade(person.rank, person.name, place(person.post))
    deputy = comrade(person.deputy_rank, person.deputy_name, place(person.deputy_post))
    instead = comrade(person.rank, person.name, person.post)
    paper = f"; {person.authorisation}" if person.authorisation else ""
    return f"{deputy} (ủy quyền dự thay {instead}{paper})"


def speaker(meeting: Meeting, person: Attendance) -> str:
    """«Đồng chí Đại tá A, Cục trưởng Cục B» of whoever really speaks, before what is said."""
    if person.presence is not Presence.DEPUTY:
        return named(meeting, person)
    body = person.body_on(meeting.day)
    post = post_in_body(person.deputy_post, body, person.unit)
    return capital(comrade(person.deputy_rank, person.deputy_name, post))


def chair_spoken(meeting: Meeting) -> str:
    """The chair as a speaker; the office is said once, in the head of the minutes."""
    return _as_noted(meeting, meeting.chair)


def chair_named(meeting: Meeting) -> str:
    """The chair as noted on the day, with the role in the cluster."""
    role = meeting.chair_role or _office(meeting, meeting.chair)
    words = _as_noted(meeting, meeting.chair)
    is_said = not role or role.casefold() in words.casefold()
    return words if is_said else f"{words}, {role}"


def _office(meeting: Meeting, person: Person | None) -> str:
    """«Cụm trưởng» or «Cụm phó» of whoever speaks for such a unit, not of that one's deputy."""
    unit = person.as_of(meeting.day).unit if person else None
    if person is None or unit is None:
        return ""
    for member in meeting.period.members_on(day_of(meeting.period, meeting.day)):
        if member.unit.id == unit.id and member.role is not Role.MEMBER:
            speaker = member.representative or person
            return member.role.label if speaker.id == person.id else ""
    return ""


def secretary_named(meeting: Meeting) -> str:
    """The writer of the minutes as noted on the day."""
    return _as_noted(meeting, meeting.secretary)


def _as_noted(meeting: Meeting, person: Person | None) -> str:
    for attendance in meeting.attendance:
        if person and attendance.person and attendance.person.id == person.id:
            return named(meeting, attendance)
    return capital(person_named(person, meeting.day))
