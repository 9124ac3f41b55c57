"""Danh sách đại biểu ký tên: rows tall enough for a pen, totals at the foot."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting, Presence
from desktop_app.domain.vietnamese import clock, long_date
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.framing import issuing_body, letterhead, plain_signature
from desktop_app.papers.meetings.delegates import in_order, is_marked
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, closed, count

ROW_HEIGHT = 10.0
"""In mm: a signature needs 9 at least."""
EMPTY_ROWS = 10
"""Rows to write in where nobody has been entered yet."""

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Họ và tên", 0.17),
    Column("Cấp bậc hàm", 0.09),
    Column("Chức vụ", 0.14),
    Column("Đơn vị", 0.19),
    Column("Vai trò", 0.09),
    Column("Ký tên", 0.14),
    Column("Ghi chú", 0.13),
)


class SignInSheet(Paper):
    """The list laid out at the door of the meeting."""

    key = "sign-in-sheet"
    name = "Danh sách đại biểu ký tên"
    record = Meeting

    def compose(self, record: Meeting, only: str | None = None) -> Document:
        blocks: tuple[Block, ...] = (
            letterhead(issuing_body(record.period, record.day)),
            Title("DANH SÁCH ĐẠI BIỂU", f"Dự {record.name}", remark=_remark(record)),
            Table(_COLUMNS, _rows(record)),
            Paragraph(_totals(record)),
            _closing(record),
        )
        return Document(f"Danh sách đại biểu {record.name}", (Section(blocks, landscape=True),))


def _remark(meeting: Meeting) -> str:
    when = f"{clock(meeting.starts)}, {long_date(meeting.day)}" if meeting.starts else ""
    words = "; ".join(closed(part, "") for part in (when, meeting.place) if part)
    return f"({words})" if words else ""


def _rows(meeting: Meeting) -> tuple[Row, ...]:
    people = _everybody(meeting)
    rows = tuple(_row(meeting, place, person) for place, person in enumerate(people, start=1))
    return rows or tuple(
        Row((str(place), *[""] * (len(_COLUMNS) - 1)), height=ROW_HEIGHT)
        for place in range(1, EMPTY_ROWS + 1)
    )


def _everybody(meeting: Meeting) -> tuple[Attendance, ...]:
    order = (Capacity.MEMBER, Capacity.GUEST, Capacity.STAFF)
    return tuple(person for capacity in order for person in in_order(meeting, capacity))


def _row(meeting: Meeting, place: int, person: Attendance) -> Row:
    is_deputy = person.presence is Presence.DEPUTY
    names = (
        (person.deputy_name, person.deputy_rank, person.deputy_post)
        if is_deputy
        else (person.name, person.rank, person.post)
    )
    cells = (str(place), *names, person.body_on(meeting.day), _role(meeting, person), "")
    return Row((*cells, _note(person)), height=ROW_HEIGHT)


def _role(meeting: Meeting, person: Attendance) -> str:
    known = person.person.id if person.person else ""
    if meeting.chair and known == meeting.chair.id:
        return "Chủ trì"
    if meeting.secretary and known == meeting.secretary.id:
        return "Thư ký"
    return "Đại biểu" if person.capacity is Capacity.MEMBER else person.capacity.label


def _note(person: Attendance) -> str:
    if person.presence is Presence.DEPUTY:
        return f"Dự thay {person.title}"
    if person.presence is Presence.ABSENT:
        return f"Vắng: {person.reason}" if person.reason else "Vắng"
    return ""


def _totals(meeting: Meeting) -> str:
    listed = len(meeting.attendance)
    here, absent = OPEN, OPEN
    if is_marked(meeting):
        here, absent = count(len(meeting.present)), count(len(meeting.absent))
    total = count(listed) if listed else OPEN
    return f"Tổng số: {total} đồng chí; có mặt: {here} đồng chí; vắng: {absent} đồng chí."


def _closing(meeting: Meeting) -> Closing:
    with_rank = meeting.period.cluster.print_rank
    return Closing(right=plain_signature("Người lập danh sách", meeting.secretary, with_rank))
