"""Danh sách đơn vị thành viên of a period, with representatives and contacts."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Membership, Period, Role
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
from desktop_app.papers.framing import (
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import span

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Đơn vị", 0.31),
    Column("Vai trò", 0.12),
    Column("Người đại diện", 0.20),
    Column("Đầu mối", 0.19),
    Column("Điện thoại", 0.13),
)


class UnitList(Paper):
    """Everybody who was a member in the period, also those who left during it."""

    key = "unit-list"
    name = "Danh sách đơn vị thành viên"
    record = Period

    def compose(self, record: Period, only: str | None = None) -> Document:
        body = issuing_body(record, None)
        day = place_and_date(body.place, None, year_of(record))
        blocks: tuple[Block, ...] = (
            letterhead(body, place_and_date=day),
            Title("DANH SÁCH", _subject(record)),
            members_table(record),
            _closing(record),
        )
        return Document(f"Danh sách đơn vị thành viên {record.title}", (Section(blocks, True),))


def _subject(period: Period) -> str:
    year = period.in_a_sentence
    return f"Đơn vị thành viên {period.cluster.full_name} {year}"


def members_table(period: Period) -> Table | Paragraph:
    """The members by role, or the plain sentence that there are none yet."""
    order = list(Role)
    members = sorted(period.members, key=lambda member: order.index(member.role))
    if not members:
        return Paragraph("Chưa có đơn vị thành viên.")
    rows = (_row(period, place, member) for place, member in enumerate(members, start=1))
    return Table(_COLUMNS, tuple(rows))


def _row(period: Period, place: int, member: Membership) -> Row:
    contact, last_day = member.contact, period.last_day_of(member)
    phone = (contact.phone if contact else "") or member.unit.phone
    return Row(
        (
            str(place),
            member.unit.name_on(last_day),
            _role(period, member),
            _person(member.representative, last_day),
            _person(contact, last_day),
            phone,
        )
    )


def _role(period: Period, member: Membership) -> str:
    since = member.since if member.since and member.since != period.since else None
    until = member.until if member.until and member.until != period.until else None
    days = span(since, until)
    return f"{member.role.label} ({days})" if days else member.role.label


def _person(person: Person | None, day: dt.date | None) -> str:
    if person is None:
        return ""
    return ", ".join(part for part in (person.signed_name(), person.as_of(day).post) if part)


def _closing(period: Period) -> Closing:
    return Closing(right=issuing_signature(period, signer_of(period, None), None))
