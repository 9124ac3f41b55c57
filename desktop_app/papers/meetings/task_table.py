"""Bảng theo dõi kết luận, nhiệm vụ: every conclusion with unit, due day, state and result."""

from __future__ import annotations

from desktop_app.domain.meetings.follow_up import FollowUp, TaskBook
from desktop_app.domain.vietnamese import long_date, short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import count

_COLUMNS = (
    Column("TT", 0.05, "center"),
    Column("Nội dung kết luận, nhiệm vụ", 0.32),
    Column("Đơn vị thực hiện", 0.19),
    Column("Thời hạn", 0.10, "center"),
    Column("Tình trạng", 0.12),
    Column("Kết quả", 0.22),
)


class TaskTable(Paper):
    """Landscape, one group a meeting; for the secretariat's own use."""

    key = "task-table"
    name = "Bảng theo dõi kết luận, nhiệm vụ"
    record = TaskBook

    def compose(self, record: TaskBook, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}, đến {long_date(record.seen_on)}"
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "BẢNG THEO DÕI KẾT LUẬN, NHIỆM VỤ", subject),
            Table(_COLUMNS, tuple(_rows(record))),
            Paragraph(_summed(record)),
            official_closing(period, None, None),
        )
        return Document(record.title, (Section(blocks, landscape=True),))


def _rows(book: TaskBook) -> list[Row]:
    rows: list[Row] = []
    meeting = ""
    for place, entry in enumerate(book.entries, start=1):
        if entry.meeting.id != meeting:
            meeting = entry.meeting.id
            name = f"{entry.meeting.name} ({short_date(entry.meeting.day)})"
            rows.append(Row((name,), is_group=True))
        rows.append(_row(book, place, entry))
    return rows


def _row(book: TaskBook, place: int, entry: FollowUp) -> Row:
    unit = entry.unit.name_on(entry.meeting.day) if entry.unit else ""
    state = entry.told(book.seen_on) if entry.is_task else ""
    return Row((str(place), entry.text, unit, short_date(entry.due), state, entry.result))


def _summed(book: TaskBook) -> str:
    tasks = [entry for entry in book.entries if entry.is_task]
    still = [entry for entry in tasks if entry.is_open]
    return (
        f"Tổng số {count(len(book.entries))} kết luận, trong đó {count(len(tasks))} nhiệm vụ có "
        f"đơn vị hoặc thời hạn: đã xong {count(len(tasks) - len(still))}, chưa xong "
        f"{count(len(still))}, quá hạn {count(len(book.late))}."
    )
