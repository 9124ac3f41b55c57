"""Biên bản kiểm phiếu: the law has no form; the order is that of published ones."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.meetings.ballot import Ballot
from desktop_app.domain.meetings.counting_team import CountingRole
from desktop_app.domain.vietnamese import clock, long_date
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Document,
    ListItem,
    Paragraph,
    Section,
    Signature,
    Title,
)
from desktop_app.papers.framing import (
    HAND_NOTE,
    issuing_body,
    letterhead,
    place_and_date,
    year_of,
)
from desktop_app.papers.meetings import ballot_result
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, closed


class CountingMinutes(Paper):
    """Base, threshold and result written out; signed by the head and the clerk of the team."""

    key = "counting-minutes"
    name = "Biên bản kiểm phiếu"
    record = Ballot

    def compose(self, record: Ballot, only: str | None = None) -> Document:
        day = record.meeting.day
        body = issuing_body(record.period, day)
        dated = place_and_date(body.place, day, year_of(record.period))
        blocks: tuple[Block, ...] = (
            letterhead(body, place_and_date=dated),
            Title("BIÊN BẢN", f"Kiểm phiếu {record.title}"),
            Paragraph(_opening(record)),
            *numbered_sections(
                ("Tổ kiểm phiếu", _team(record)),
                ("Số phiếu", _counted(record)),
                ("Kết quả", _result(record)),
            ),
            Paragraph("Biên bản được lập thành 02 bản có giá trị như nhau."),
            _closing(record),
        )
        return Document(f"Biên bản kiểm phiếu {record.title}", (Section(blocks),))


def _opening(ballot: Ballot) -> str:
    day = long_date(ballot.meeting.day, year_of(ballot.period))
    place = closed(ballot.meeting.place or OPEN, "")
    return f"Hôm nay, vào hồi {_hour(ballot.taken_at)}, {day}, tại {place}, {ballot.meeting.name}:"


def _hour(time: dt.time | None) -> str:
    return clock(time) if time else f"{OPEN} giờ {OPEN} phút"


def _team(ballot: Ballot) -> tuple[Block, ...]:
    if not ballot.team:
        roles = enumerate(CountingRole, start=1)
        return tuple(ListItem(f"{place}.", f"{OPEN}, {role.label}.") for place, role in roles)
    lines = []
    for place, member in enumerate(ballot.team, start=1):
        unit = member.unit.name_on(ballot.meeting.day) if member.unit else ""
        words = (member.title, member.post, unit, member.role.label)
        lines.append(ListItem(f"{place}.", closed(", ".join(word for word in words if word))))
    return tuple(lines)


def _counted(ballot: Ballot) -> tuple[Block, ...]:
    lines = (*ballot_result.ballots_counted(ballot), ballot_result.rule(ballot))
    return tuple(ListItem(f"{place}.", line) for place, line in enumerate(lines, start=1))


def _result(ballot: Ballot) -> tuple[Block, ...]:
    return ballot_result.table(ballot), Paragraph(ballot_result.conclusion(ballot))


def _closing(ballot: Ballot) -> Closing:
    return Closing(
        left=_signature(ballot, CountingRole.CLERK, "Thư ký"),
        right=_signature(ballot, CountingRole.HEAD, "TM. Tổ kiểm phiếu", "Tổ trưởng"),
    )


def _signature(ballot: Ballot, role: CountingRole, *lines: str) -> Signature:
    name = next((member.title for member in ballot.team if member.role is role), "")
    shown = tuple(line.upper() for line in lines)
    return Signature(shown, name, note="" if name else HAND_NOTE)
