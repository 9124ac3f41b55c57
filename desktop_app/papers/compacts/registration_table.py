"""Bảng tổng hợp đăng ký thi đua: unit by award, counted for collectives and persons apart."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.compacts.registration import Registration, RegistrationState
from desktop_app.domain.compacts.registration_board import RegistrationBoard
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import count

_NUMBER = 0.05
_UNIT = 0.27
_SENT = 0.10


class RegistrationTable(Paper):
    """For the level above: landscape, one column an award."""

    key = "registration-table"
    name = "Bảng tổng hợp đăng ký thi đua"
    record = RegistrationBoard

    def compose(self, record: RegistrationBoard, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}"
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "BẢNG TỔNG HỢP ĐĂNG KÝ THI ĐUA", subject),
            _table(record),
            Paragraph(_missing(record)),
            official_closing(period, None, None),
        )
        return Document(record.title, (Section(blocks, landscape=True),))


def _table(board: RegistrationBoard) -> Table:
    awards = board.awards
    share = (1 - _NUMBER - _UNIT - _SENT) / max(1, len(awards))
    columns = (
        Column("TT", _NUMBER, "center"),
        Column("Đơn vị", _UNIT),
        *(Column(award.name, share, "center") for award in awards),
        Column("Ngày gửi", _SENT, "center"),
    )
    rows = [_row(board, place, each) for place, each in enumerate(board.registrations, start=1)]
    totals = tuple(_counted(board.registrations, award) for award in awards)
    return Table(columns, (*rows, Row(("", "Cộng", *totals, ""))))


def _row(board: RegistrationBoard, place: int, each: Registration) -> Row:
    name = each.unit.name_on(board.period.until) if each.unit else ""
    counts = (_counted((each,), award) for award in board.awards)
    sent = short_date(each.sent_on) if each.counts else each.state.label
    return Row((str(place), name, *counts, sent))


def _counted(registrations: tuple[Registration, ...], award: Award) -> str:
    """«2 TT; 5 CN», only what there is; empty where there is nothing."""
    kinds = [
        line.kind
        for each in registrations
        for line in each.counted
        if line.award and line.award.id == award.id
    ]
    short = {SubjectKind.COLLECTIVE: "TT", SubjectKind.INDIVIDUAL: "CN"}
    found = ((kinds.count(kind), short[kind]) for kind in SubjectKind)
    return "; ".join(f"{number} {word}" for number, word in found if number)


def _missing(board: RegistrationBoard) -> str:
    sent = len(board.registrations) - len(board.missing())
    words = (
        f"TT: tập thể; CN: cá nhân. Đã gửi {count(sent)}/{count(len(board.registrations))} đơn vị"
    )
    return "; ".join((words, *_not_sent(board))) + "."


def _not_sent(board: RegistrationBoard) -> Iterator[str]:
    """«chưa gửi: A, B», «trả lại: C»: their lines are not in the counts."""
    for state in (RegistrationState.DRAFT, RegistrationState.RETURNED):
        own = (each.unit for each in board.missing() if each.state is state)
        names = [unit.name_on(board.period.until) for unit in own if unit]
        if names:
            yield f"{state.label.lower()}: {'; '.join(names)}"
