"""A list of delegates of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.meetings.meeting import Attendance, Capacity
from desktop_app.domain.record import Record
from desktop_app.exchange.lists.kind import ListKind, ListRow
from desktop_app.exchange.lists.known import Known
from desktop_app.exchange.lists.list_field import ListField
from desktop_app.exchange.lists.person_fields import (
    NAME,
    POST,
    RANK,
    RANK_AND_POST,
    UNIT,
    rank_and_post,
)
from desktop_app.exchange.lists.row_reader import RowReader


class Delegates(ListKind):
    """Each row becomes a delegate of the chosen meeting; a body we do not know is a guest's."""

    key, label, noun = "delegates", "Đại biểu hội nghị", "đại biểu"
    needs_meeting = True
    fields = (
        NAME,
        RANK,
        POST,
        RANK_AND_POST,
        UNIT,
        ListField("capacity", "Tư cách", ("tu cach dai bieu", "thanh phan"), example="Thành viên"),
        ListField("votes", "Biểu quyết", ("quyen bieu quyet",), example="x", width=12),
        ListField("seat", "Chỗ", ("cho ngoi", "so ghe", "ghe"), width=10),
    )

    def record(self, row: RowReader, known: Known) -> Attendance | None:
        rank, post = rank_and_post(row)
        name, body = row.line("name"), row.line("unit")
        ours = known.units_called(body) if body else []
        unit = known.unit(row) if ours or not body else None
        if body and not ours:
            row.notice(
                "unit", f"«{body}» không phải đơn vị trong tệp: ghi là cơ quan của khách mời."
            )
        person = known.person(row, name, unit) if unit else None
        is_guest = bool(body) and not ours
        return Attendance(
            unit=unit,
            organisation=body if is_guest else "",
            person=person,
            name=name,
            rank=rank or (person.rank if person else ""),
            post=post or (person.post if person else ""),
            capacity=row.choice(
                "capacity", Capacity, Capacity.GUEST if is_guest else Capacity.MEMBER
            ),
            votes=row.flag("votes"),
            seat=row.line("seat"),
        )

    def twin(self, record: Record, known: Known, others: Sequence[Record]) -> Record | None:
        assert isinstance(record, Attendance)
        there = known.meeting.attendance if known.meeting else ()
        for other in (*there, *others):
            if isinstance(other, Attendance) and record.is_same_as(other):
                return other
        return None

    def to_save(self, rows: Sequence[ListRow], known: Known) -> list[Record]:
        """The meeting with the new delegates after those it has."""
        assert known.meeting is not None
        new = [row.record for row in rows if isinstance(row.record, Attendance)]
        whole = known.meeting.replace(attendance=(*known.meeting.attendance, *new))
        return [whole] if new else []
