"""Phiếu bầu: one for each voter, with a numbered stub to cut off; the ballot has no number."""

from __future__ import annotations

from math import ceil

from desktop_app.domain.meetings.ballot import Ballot
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Gap,
    Paragraph,
    Row,
    Section,
    Slip,
    SlipGrid,
    Style,
    Table,
    Title,
)
from desktop_app.papers.framing import issuing_body, letterhead
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import count

ROW_HEIGHT = 10.0
"""In mm: room for a clear cross."""
_SLIP_ROW = 7.0
_COLUMNS = (
    Column("STT", 0.08, "center"),
    Column("Đơn vị, cá nhân", 0.56),
    Column("Đồng ý", 0.18, "center"),
    Column("Không đồng ý", 0.18, "center"),
)
_CUT = "– " * 40
_SLIPS_ACROSS = ((2, 2, 22, 8), (1, 2, 60, 10), (1, 1, 60, 30))
"""Across, down, letters of a name in a line, and lines of names that have room on a slip."""


class BallotPapers(Paper):
    """As many as there are voters in the room; who has which number is not written down."""

    key = "ballot-papers"
    name = "Phiếu bầu"
    record = Ballot

    def compose(self, record: Ballot, only: str | None = None) -> Document:
        sheets = tuple(Section(_sheet(record, place + 1)) for place in range(_copies(record)))
        return Document(f"Phiếu bầu {record.title}", sheets)


class BallotSlips(Paper):
    """The same four to a sheet; two, or one, where so many stand on the ballot."""

    key = "ballot-slips"
    name = "Phiếu bầu, 4 phiếu một tờ"
    record = Ballot

    def compose(self, record: Ballot, only: str | None = None) -> Document:
        slips = tuple(_slip(record, place + 1) for place in range(_copies(record)))
        grid = SlipGrid(slips, *_layout(record))
        return Document(f"Phiếu bầu {record.title}", (Section((grid,)),))


def _copies(ballot: Ballot) -> int:
    return ballot.present or ballot.members or 1


def _stub(place: int) -> str:
    return f"Cuống phiếu số {count(place)} (giữ tại Tổ kiểm phiếu)"


def _sheet(ballot: Ballot, place: int) -> tuple[Block, ...]:
    return (
        Paragraph(_stub(place)),
        Paragraph(_CUT.strip(), Style.CENTRED),
        Gap(4),
        letterhead(issuing_body(ballot.period, ballot.meeting.day)),
        Title("PHIẾU BẦU", ballot.title, remark=f"({ballot.meeting.name})"),
        _table(ballot, ROW_HEIGHT),
        Paragraph(_advice(ballot)),
    )


def _slip(ballot: Ballot, place: int) -> Slip:
    body = issuing_body(ballot.period, ballot.meeting.day)
    return Slip(
        stub=_stub(place),
        head=(body.parent, body.name),
        title="PHIẾU BẦU",
        subject=ballot.title,
        table=_table(ballot, _SLIP_ROW),
        note=_advice(ballot),
    )


def _layout(ballot: Ballot) -> tuple[int, int]:
    """Slips across and down a page, so that names and boxes keep a size one can mark."""
    names = [name for _, name in _names(ballot)]
    for across, down, letters, room in _SLIPS_ACROSS:
        if sum(ceil(len(name) / letters) or 1 for name in names) <= room:
            return across, down
    return 1, 1


def _names(ballot: Ballot) -> list[tuple[int, str]]:
    day = ballot.meeting.day
    return [(row, one.name_on(day)) for row, one in enumerate(ballot.candidates, start=1)]


def _table(ballot: Ballot, height: float) -> Table:
    rows = (Row((str(row), name, "", ""), height=height) for row, name in _names(ballot))
    return Table(_COLUMNS, tuple(rows))


def _advice(ballot: Ballot) -> str:
    most = f" Chọn không quá {count(ballot.seats)}." if ballot.seats else ""
    return f"Đánh dấu X vào một ô «Đồng ý» hoặc «Không đồng ý» ở mỗi dòng.{most} Không ký tên."
