"""Bảng tổng hợp «3 trực tiếp»: what the heads of the units did themselves, and what is open."""

from __future__ import annotations

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.duties import DirectDuties, Duty, DutyEntry
from desktop_app.domain.years.duty_board import DutyBoard
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.framing import (
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    receivers,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import closed, count, enumerated

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Đơn vị", 0.23),
    *(Column(duty.label, 0.24) for duty in Duty),
)
_GAP = "Chưa ghi nhận"
_SHORT = {
    Duty.PLANNING: "xây dựng kế hoạch, phát động",
    Duty.CHECKING: "kiểm tra, đánh giá kết quả",
    Duty.REVIEWING: "bình xét khen thưởng",
}


class DirectDutiesPaper(Paper):
    """Units × duties; a gap is said twice, in its cell and under the table."""

    key = "direct-duties"
    name = "Bảng tổng hợp 3 trực tiếp"
    record = DutyBoard

    def compose(self, record: DutyBoard, only: str | None = None) -> Document:
        period = record.period
        body = issuing_body(period, None)
        subject = f"Thực hiện “3 trực tiếp” của thủ trưởng các đơn vị {period.in_a_sentence}"
        blocks: tuple[Block, ...] = (
            letterhead(body, place_and_date=place_and_date(body.place, None, year_of(period))),
            Title("BẢNG TỔNG HỢP", subject),
            _table(record),
            *_gaps(record),
            Closing(
                right=issuing_signature(period, signer_of(period, None), None),
                receivers=receivers((f"Các đơn vị thành viên {period.cluster.name}",)),
            ),
        )
        return Document(f"Bảng tổng hợp 3 trực tiếp {period.title}", (Section(blocks, True),))


def _table(board: DutyBoard) -> Table | Paragraph:
    if not board.rows:
        return Paragraph("Chưa có đơn vị thành viên.")
    rows = (
        Row((str(place), _unit(duties), *(_cell(entry) for entry in duties.entries)))
        for place, duties in enumerate(board.rows, start=1)
    )
    return Table(_COLUMNS, tuple(rows))


def _unit(duties: DirectDuties) -> str:
    """The name it bore on its last day as a member."""
    period = duties.period
    member = period.membership_of(duties.unit)
    return duties.unit.name_on(period.last_day_of(member) if member else period.until)


def _cell(entry: DutyEntry) -> str:
    """When, by whom and with which paper, a line each; whose unit it is stands beside."""
    if not entry.done_on:
        return _GAP
    person = entry.person.as_of(entry.done_on) if entry.person else None
    who = f"{person.signed_name()}, {person.post}".strip(", ") if person else ""
    paper = f"Văn bản: {closed(entry.paper, '')}" if entry.paper else ""
    lines = (f"Ngày {short_date(entry.done_on)}", who, paper)
    return "\n".join(line for line in lines if line)


def _gaps(board: DutyBoard) -> tuple[Block, ...]:
    """Which unit lacks what; that nothing is missing is said too."""
    if not board.rows:
        return ()
    whole = len(board.rows) - len(board.gaps)
    head = f"{count(whole)}/{count(len(board.rows))} đơn vị đã ghi nhận đủ 3 nội dung"
    if not board.gaps:
        return (Paragraph(closed(head)),)
    lines = enumerated(f"{_unit(duties)}: {_named(duties.gaps)}" for duties in board.gaps)
    items = (ListItem("-", line) for line in lines)
    return Paragraph(f"{head}; chưa ghi nhận:"), *items


def _named(gaps: tuple[Duty, ...]) -> str:
    if len(gaps) == len(Duty):
        return f"cả {len(Duty)} nội dung"
    return ", ".join(_SHORT[duty] for duty in gaps)
