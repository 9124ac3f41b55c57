"""«Thành phần tham dự» of the minutes: called, present and absent; chair and secretary."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting, Presence
from desktop_app.domain.rich_text import Run
from desktop_app.domain.vietnamese import clock
from desktop_app.domain.years.period import Role
from desktop_app.papers.blocks import Block, ListItem, Paragraph, Style
from desktop_app.papers.meetings.delegates import (
    by_body,
    chair_named,
    in_order,
    is_marked,
    named,
    named_here,
    secretary_named,
)
from desktop_app.papers.wording import capital, closed, count, enumerated


def blocks(meeting: Meeting, summary: str) -> tuple[Block, ...]:
    """The sentence that sums up, then who came, «Chủ trì», «Thư ký» in the order of form 1.9."""
    groups = [(heading, items) for heading, items in _groups(meeting) if items]
    place = len(groups)
    return (
        Paragraph(summary),
        *(block for n, group in enumerate(groups, start=1) for block in _group(n, *group)),
        _labelled(f"{place + 1}. Chủ trì (chủ tọa):", chair_named(meeting)),
        _labelled(f"{place + 2}. Thư ký (người ghi biên bản):", secretary_named(meeting)),
    )


def _groups(meeting: Meeting) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    return (
        ("Đại biểu khách mời", _one_by_one(meeting, Capacity.GUEST)),
        ("Đại biểu các đơn vị thành viên", _member_units(meeting)),
        (f"Bộ phận phục vụ {meeting.kind.noun}", _one_by_one(meeting, Capacity.STAFF)),
        ("Đại biểu vắng mặt", _absentees(meeting)),
    )


def _group(place: int, heading: str, items: tuple[Block, ...]) -> tuple[Block, ...]:
    return (Paragraph(f"{place}. {heading}", Style.SUBSECTION), *items)


def _labelled(label: str, words: str) -> Paragraph:
    return Paragraph((Run(f"{label} ", bold=True), Run(closed(words))))


def totals(meeting: Meeting) -> str:
    """«triệu tập 12 đồng chí; có mặt 11 đồng chí …; vắng 01 đồng chí»; guests apart."""
    if not meeting.attendance:
        return "có danh sách kèm theo."
    members = meeting.of_capacity(Capacity.MEMBER)
    guests = [p for p in meeting.of_capacity(Capacity.GUEST) if p.is_here]
    words = [f"triệu tập {count(len(members))} đồng chí"]
    if is_marked(meeting):
        words += _presence_words(members)
    if guests:
        words.append(f"khách mời {count(len(guests))} đồng chí")
    return "; ".join(words) + "."


def _presence_words(members: tuple[Attendance, ...]) -> list[str]:
    deputies = sum(p.presence is Presence.DEPUTY for p in members)
    absent = [p for p in members if p.presence is Presence.ABSENT]
    unknown = sum(p.presence is Presence.INVITED for p in members)
    here = f"có mặt {count(sum(p.is_here for p in members))} đồng chí"
    here += f" (trong đó {count(deputies)} đồng chí dự thay theo ủy quyền)" if deputies else ""
    words = [here, f"vắng {count(len(absent))} đồng chí{_excused(absent)}"]
    return words + ([f"chưa điểm danh {count(unknown)} đồng chí"] if unknown else [])


def _excused(absent: list[Attendance]) -> str:
    excused = sum(bool(person.reason) for person in absent)
    return f" (có lý do {count(excused)} đồng chí)" if excused else ""


def _listed(meeting: Meeting, people: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    """Those who came; before presence is noted, all who were asked."""
    if not is_marked(meeting):
        return people
    return tuple(person for person in people if person.is_here)


def _one_by_one(meeting: Meeting, capacity: Capacity) -> tuple[Block, ...]:
    people = _listed(meeting, in_order(meeting, capacity))
    lines = enumerated(capital(_with_hours(meeting, person, True)) for person in people)
    return tuple(ListItem("-", line) for line in lines)


def _member_units(meeting: Meeting) -> tuple[Block, ...]:
    people = _listed(meeting, in_order(meeting, Capacity.MEMBER))
    lines: list[str] = []
    for body, group in by_body(meeting, people):
        names = "; ".join(_with_hours(meeting, person) for person in group)
        lines.append(f"{body}{_role(meeting, group[0])}: {names}" if body else capital(names))
    return tuple(ListItem("-", closed(line)) for line in lines)


def _with_hours(meeting: Meeting, person: Attendance, with_body: bool = False) -> str:
    """Whoever came, and when, where that was late or not to the end."""
    hours = [f"đến lúc {clock(person.arrived)}"] if person.arrived else []
    hours += [f"về lúc {clock(person.left)}"] if person.left else []
    said = f" ({', '.join(hours)})" if hours else ""
    return named_here(meeting, person, with_body) + said


def _role(meeting: Meeting, person: Attendance) -> str:
    member = meeting.period.membership_of(person.unit, meeting.day)
    has_office = member is not None and member.role is not Role.MEMBER
    return f" ({member.role.label})" if member and has_office else ""


def _absentees(meeting: Meeting) -> tuple[Block, ...]:
    items: list[Block] = []
    for person in meeting.absent:
        reason = f"; lý do: {closed(person.reason, '')}" if person.reason else ""
        items.append(ListItem("-", f"{named(meeting, person)}{reason}."))
    return tuple(items)
