"""Danh bạ cụm: each unit with its address, who represents it, whom to call."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Membership, Period
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.framing import issuing_body, letterhead, place_and_date, year_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import unit_with_office

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Đơn vị", 0.29),
    Column("Người đại diện", 0.22),
    Column("Điện thoại", 0.11),
    Column("Cán bộ đầu mối", 0.22),
    Column("Điện thoại", 0.11),
)


class Directory(Paper):
    """Who is in the cluster at the end of the period; for the desk, so nobody signs it."""

    key = "directory"
    name = "Danh bạ cụm"
    record = Period

    def compose(self, record: Period, only: str | None = None) -> Document:
        body = issuing_body(record, None)
        year = record.in_a_sentence
        blocks: tuple[Block, ...] = (
            letterhead(body, place_and_date=place_and_date(body.place, None, year_of(record))),
            Title("DANH BẠ", f"{record.cluster.full_name} {year}"),
            _table(record),
        )
        return Document(f"Danh bạ cụm {record.title}", (Section(blocks, landscape=True),))


def _table(period: Period) -> Table | Paragraph:
    members = period.members_on(period.until)
    if not members:
        return Paragraph("Chưa có đơn vị thành viên.")
    rows = (_row(period, place, member) for place, member in enumerate(members, start=1))
    return Table(_COLUMNS, tuple(rows))


def _row(period: Period, place: int, member: Membership) -> Row:
    name, phone = _person(member.representative, period.until)
    contact, contact_phone = _person(member.contact, period.until)
    return Row((str(place), _unit(period, member), name, phone, contact, contact_phone))


def _unit(period: Period, member: Membership) -> str:
    """Name with office, then what is known of how to reach it."""
    unit = member.unit
    reached = (unit.address, f"ĐT: {unit.phone}" if unit.phone else "")
    lines = (unit_with_office(member, period.until), *reached)
    return "\n".join(line for line in lines if line)


def _person(person: Person | None, day: dt.date | None) -> tuple[str, str]:
    if person is None:
        return "", ""
    named = ", ".join(part for part in (person.signed_name(), person.as_of(day).post) if part)
    return named, person.phone
