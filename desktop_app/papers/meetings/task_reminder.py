"""Công văn đôn đốc: to the units whose tasks from conclusions are overdue."""

from __future__ import annotations

from desktop_app.domain.meetings.follow_up import FollowUp, TaskBook
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date, short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import letter_head, official_closing, year_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, finished

_ABOUT = "đôn đốc thực hiện kết luận, nhiệm vụ quá thời hạn"
_NOT_SPREAD = "Nhiệm vụ không phổ biến (gửi riêng đơn vị)"


class TaskReminder(Paper):
    """One letter to all late units, or one a unit; number and day are left to the pen."""

    key = "task-reminder"
    name = "Công văn đôn đốc nhiệm vụ"
    record = TaskBook

    def parts(self, record: TaskBook) -> tuple[tuple[str, str], ...]:
        return tuple((unit.id, _name(unit, record)) for unit in record.late_units)

    def compose(self, record: TaskBook, only: str | None = None) -> Document:
        period = record.period
        units = [unit for unit in record.late_units if only in (None, unit.id)]
        names = tuple(_name(unit, record) for unit in units) or (OPEN,)
        blocks: tuple[Block, ...] = (
            *letter_head(period, None, None, _ABOUT, names),
            *_body(record, units),
            official_closing(period, None, None, ("Như trên",)),
        )
        return Document(f"Đôn đốc nhiệm vụ {period.in_a_sentence}", (Section(blocks),))


def _body(book: TaskBook, units: list[Unit]) -> tuple[Block, ...]:
    if not units:
        words = "Đến nay không có nhiệm vụ nào giao cho các đơn vị quá thời hạn"
        return (Paragraph(finished(words)),)
    day = long_date(book.seen_on)
    whom = "đơn vị" if len(units) == 1 else "các đơn vị có tên nêu trên"
    until = long_date(None, year_of(book.period))
    return (
        Paragraph(
            f"Qua theo dõi việc thực hiện kết luận các hội nghị của {book.period.cluster.name}, "
            f"đến {day} Tổ giúp việc chưa nhận được kết quả các nhiệm vụ sau đây đã quá thời hạn:"
        ),
        _table(book, units),
        Paragraph(
            finished(
                f"Đề nghị {whom} khẩn trương thực hiện và báo cáo kết quả, nêu rõ lý do chậm, "
                f"về Tổ giúp việc trước {until} để tổng hợp, báo cáo Cụm trưởng"
            )
        ),
    )


def _table(book: TaskBook, units: list[Unit]) -> Table:
    """One line a task; a single unit is not named in every line."""
    several = len(units) > 1
    columns = (
        Column("TT", 0.06, "center"),
        *((Column("Đơn vị", 0.22),) if several else ()),
        Column("Nhiệm vụ", 0.32 if several else 0.46),
        Column("Giao tại", 0.20 if several else 0.26),
        Column("Thời hạn", 0.11, "center"),
        Column("Quá hạn", 0.09, "center"),
    )
    late = [(unit, each) for unit in units for each in book.late_of(unit)]
    rows = [
        _row(book, place, _name(unit, book) if several else "", each)
        for place, (unit, each) in enumerate(late, start=1)
    ]
    return Table(columns, tuple(rows))


def _row(book: TaskBook, place: int, unit: str, each: FollowUp) -> Row:
    text = _NOT_SPREAD if unit and each.is_confidential else each.text
    meeting = f"{each.meeting.name}, {short_date(each.meeting.day)}"
    days = f"{each.days_late(book.seen_on)} ngày"
    named = (unit,) if unit else ()
    return Row((str(place), *named, text, meeting, short_date(each.due), days))


def _name(unit: Unit, book: TaskBook) -> str:
    return unit.name_on(book.period.until)
