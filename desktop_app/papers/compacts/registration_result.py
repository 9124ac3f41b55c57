"""Đăng ký và kết quả: what each unit aimed at beside what it was granted at year end."""

from __future__ import annotations

from collections import Counter

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Grant, GrantState
from desktop_app.domain.compacts.registration import Registration
from desktop_app.domain.compacts.registration_board import RegistrationBoard
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper

_COLUMNS = (
    Column("TT", 0.06, "center"),
    Column("Danh hiệu, hình thức", 0.46),
    Column("Đăng ký", 0.16, "center"),
    Column("Đạt", 0.16, "center"),
    Column("Chênh lệch", 0.16, "center"),
)


class RegistrationResult(Paper):
    """Counted in occurrences (lượt), unit by unit."""

    key = "registration-result"
    name = "Đăng ký và kết quả khen thưởng"
    record = RegistrationBoard

    def compose(self, record: RegistrationBoard, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}"
        rows = [row for each in record.registrations for row in _rows(record, each)]
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "ĐĂNG KÝ VÀ KẾT QUẢ KHEN THƯỞNG", subject),
            *((Table(_COLUMNS, tuple(rows)),) if rows else (Paragraph("Chưa có số liệu."),)),
            official_closing(period, None, None),
        )
        return Document(f"Đăng ký và kết quả {period.in_a_sentence}", (Section(blocks),))


def _rows(board: RegistrationBoard, each: Registration) -> list[Row]:
    if each.unit is None:
        return []
    aimed = Counter(line.award.id for line in each.standing if line.award)
    granted = Counter(grant.award.id for grant in _valid(board, each) if grant.award)
    awards: dict[str, Award] = {
        line.award.id: line.award for line in each.standing if line.award
    } | {grant.award.id: grant.award for grant in _valid(board, each) if grant.award}
    ordered = sorted(awards.values(), key=lambda award: (award.place_in_list, award.name))
    rows = [Row((each.unit.name_on(board.period.until),), is_group=True)]
    rows += [
        _row(place, award, aimed[award.id], granted[award.id])
        for place, award in enumerate(ordered, start=1)
    ]
    return rows if ordered else [*rows, Row(("", "Không đăng ký, chưa có kết quả", "", "", ""))]


def _valid(board: RegistrationBoard, each: Registration) -> tuple[Grant, ...]:
    """What was granted and stands."""
    assert each.unit is not None
    gone = (GrantState.ANNULLED, GrantState.RECALLED)
    return tuple(grant for grant in board.of_unit(each.unit) if grant.state not in gone)


def _row(place: int, award: Award, aimed: int, granted: int) -> Row:
    gap = granted - aimed
    told = "đúng đăng ký" if gap == 0 else f"+{gap}" if gap > 0 else f"−{-gap}"
    return Row((str(place), award.name, str(aimed or ""), str(granted or ""), told))
