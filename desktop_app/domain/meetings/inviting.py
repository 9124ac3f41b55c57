"""Who is invited by rule, where they sit, and whether the invitation comes in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting
from desktop_app.domain.meetings.presence import standing_in
from desktop_app.domain.units.person import Person, ServiceState
from desktop_app.domain.vietnamese import clean_line, name_sort_key, short_date
from desktop_app.domain.years.period import Membership, Period, Secretariat

DAYS_AHEAD = 3
"""Working days before the meeting by which an invitation must be there (Quyết định
45/2018/QĐ-TTg; documents, section 2.4), unless the meeting is urgent. Only a note follows."""

GUEST_SEAT = "KM"
"""Before the number of a guest's seat."""


def by_register(
    meeting: Meeting, period: Period, secretariats: Iterable[Secretariat] = ()
) -> tuple[Attendance, ...]:
    """One voter for each member unit that has none yet, then the secretariat as staff.

    Who is on the list already is not put there twice; guests stay last but for staff.
    """
    people = [part for part in meeting.attendance if part.capacity is Capacity.MEMBER]
    voting = {part.unit.id for part in people if part.unit and part.votes}
    new = [
        delegate_of(member, meeting.day)
        for member in period.members_on(meeting.day)
        if member.unit.id not in voting
    ]
    others = [part for part in meeting.attendance if part.capacity is not Capacity.MEMBER]
    guests = [part for part in others if part.capacity is Capacity.GUEST]
    staff = [part for part in others if part.capacity is Capacity.STAFF]
    listed = (*_unseen(new, meeting.attendance), *meeting.attendance)
    helpers = [_helper(m.person, meeting.day) for s in secretariats for m in s.members]
    return (*people, *_unseen(new, meeting.attendance), *guests, *staff, *_unseen(helpers, listed))


def delegate_of(member: Membership, day: dt.date | None) -> Attendance:
    """The voting delegate of a unit: who speaks for it, with the post of the day."""
    person = member.representative.as_of(day) if member.representative else None
    return Attendance(
        unit=member.unit,
        person=member.representative,
        name=person.full_name if person else "",
        rank=person.rank if person else "",
        post=person.post if person else "",
        votes=True,
    )


def _helper(person: Person, day: dt.date | None) -> Attendance:
    then = person.as_of(day)
    return Attendance(
        unit=then.unit,
        person=person,
        name=then.full_name,
        rank=then.rank,
        post=then.post,
        capacity=Capacity.STAFF,
    )


def _unseen(parts: Iterable[Attendance], listed: Iterable[Attendance]) -> list[Attendance]:
    seen = {part.person.id for part in listed if part.person}
    return [part for part in parts if part.person is None or part.person.id not in seen]


def guest_of(body: str) -> Attendance:
    """A body that is invited as such; it names its delegate later."""
    return Attendance(organisation=clean_line(body), capacity=Capacity.GUEST)


def known_guests(bodies: Iterable[str], meetings: Iterable[Meeting]) -> tuple[Attendance, ...]:
    """Guests to choose from: bodies of templates, then the guests of other meetings, each once."""
    earlier = sorted(meetings, key=lambda meeting: str(meeting.starts), reverse=True)
    asked = [part for meeting in earlier for part in meeting.of_capacity(Capacity.GUEST)]
    found: list[Attendance] = []
    for part in (*map(guest_of, bodies), *map(_anew, asked)):
        if not any(part.is_same_as(known) for known in found):
            found.append(part)
    return tuple(found)


def _anew(part: Attendance) -> Attendance:
    """A guest of another meeting as one who is only just asked."""
    return Attendance(
        unit=part.unit,
        organisation=part.organisation,
        person=part.person,
        name=part.name,
        rank=part.rank,
        post=part.post,
        capacity=Capacity.GUEST,
    )


def deputies(part: Attendance, people: Sequence[Person], day: dt.date | None) -> list[Person]:
    """Who may stand in for a delegate: officers of the unit in service, by given name."""
    if part.unit is None:
        return []
    there = [
        person
        for person in people
        if (unit := person.as_of(day).unit) is not None
        and unit.id == part.unit.id
        and person.service_state is ServiceState.SERVING
        and (part.person is None or person.id != part.person.id)
    ]
    return sorted(there, key=lambda person: name_sort_key(person.full_name))


def with_deputy(part: Attendance, deputy: Person, day: dt.date | None) -> Attendance:
    """The delegate sends a deputy; the paper that says so is written in by hand."""
    then = deputy.as_of(day)
    return standing_in(part, then.full_name, then.rank, then.post, part.authorisation)


def in_cluster_order(meeting: Meeting) -> tuple[Attendance, ...]:
    """Members by unit (lead, deputy, others), the voter of a unit first, then guests, then staff.

    Delegates whose unit is no member that day come after the units that are.
    """
    day = meeting.day or meeting.period.until
    members = meeting.period.members_on(day)
    places = {member.unit.id: place for place, member in enumerate(members)}
    capacities = (Capacity.MEMBER, Capacity.GUEST, Capacity.STAFF)

    def place(part: Attendance) -> tuple[int, int, bool]:
        if part.capacity is not Capacity.MEMBER:
            return capacities.index(part.capacity), 0, False
        return (
            0,
            places.get(part.unit.id, len(places)) if part.unit else len(places),
            not part.votes,
        )

    return tuple(sorted(meeting.attendance, key=place))


def seated(meeting: Meeting) -> tuple[Attendance, ...]:
    """Seats 1, 2, 3 … for members in the cluster's order, KM1, KM2 … for guests.

    Seats that were named in words («Bàn chủ tọa») stay; whoever serves the meeting has none.
    """
    seats: dict[str, str] = {}
    numbers = {Capacity.MEMBER: 0, Capacity.GUEST: 0}
    for part in in_cluster_order(meeting):
        if part.capacity in numbers and _is_counted(part.seat):
            numbers[part.capacity] += 1
            sign = GUEST_SEAT if part.capacity is Capacity.GUEST else ""
            seats[part.id] = f"{sign}{numbers[part.capacity]}"
    return tuple(part.replace(seat=seats.get(part.id, part.seat)) for part in meeting.attendance)


def _is_counted(seat: str) -> bool:
    return not seat or seat.removeprefix(GUEST_SEAT).isdigit()


def working_days_between(first: dt.date, day: dt.date) -> int:
    """Working days (Monday to Friday) from a day on until another, the last not counted."""
    span = (first + dt.timedelta(days=step) for step in range((day - first).days))
    return sum(one.weekday() < 5 for one in span)


def last_day_to_send(day: dt.date) -> dt.date:
    """The last day on which an invitation can be there in time."""
    sent = day
    while working_days_between(sent, day) < DAYS_AHEAD:
        sent -= dt.timedelta(days=1)
    return sent


def sending_note(meeting: Meeting) -> str:
    """Whether the invitation comes in time: a note, for an urgent meeting may be called later."""
    day, sent = meeting.day, meeting.invitation_date
    if day is None:
        return ""
    last = short_date(last_day_to_send(day))
    if sent is None:
        return f"Giấy mời cần đến nơi chậm nhất {last} (trước {DAYS_AHEAD} ngày làm việc)."
    if sent > day:
        return "Ngày gửi giấy mời đứng sau ngày họp."
    ahead = working_days_between(sent, day)
    if ahead >= DAYS_AHEAD:
        return ""
    return (
        f"Gửi ngày {short_date(sent)} chỉ trước hội nghị {ahead} ngày làm việc; giấy mời phải đến "
        f"trước ít nhất {DAYS_AHEAD} ngày (chậm nhất {last}), trừ cuộc họp đột xuất."
    )


def people_notes(meeting: Meeting) -> tuple[str, ...]:
    """What should be looked at among the delegates, a sentence each; nothing is refused."""
    if not meeting.attendance:
        return ()
    found = []
    chair = meeting.chair
    if chair and all(not p.person or p.person.id != chair.id for p in meeting.attendance):
        found.append(f"Người chủ trì {chair.full_name} chưa có trong danh sách đại biểu.")
    voting = {part.unit.id for part in meeting.attendance if part.unit and part.votes}
    members = meeting.period.members_on(meeting.day)
    lacking = [m.unit.short_name for m in members if m.unit.id not in voting]
    if lacking:
        found.append(f"Chưa có đại biểu biểu quyết: {'; '.join(lacking)}.")
    bodies = [part.organisation for part in meeting.attendance if part.is_body]
    if bodies:
        found.append(f"Chưa có tên đại biểu của: {'; '.join(bodies)}.")
    return tuple(found)
