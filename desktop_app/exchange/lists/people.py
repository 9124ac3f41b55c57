"""A list of people for the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.record import Record
from desktop_app.domain.units.duplicates import merged
from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import clean_line
from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.known import Known
from desktop_app.exchange.lists.list_field import Holds, ListField
from desktop_app.exchange.lists.person_fields import (
    NAME,
    POST,
    RANK,
    RANK_AND_POST,
    UNIT,
    rank_and_post,
)
from desktop_app.exchange.lists.row_reader import RowReader


class People(ListKind):
    """Two officers may share a name: the unit, the birth date and the number tell them apart."""

    key, label, noun = "people", "Cán bộ", "cán bộ"
    fields = (
        replace(NAME, name="full_name"),
        RANK,
        POST,
        RANK_AND_POST,
        UNIT,
        ListField(
            "service_number",
            "Số hiệu",
            ("so hieu cand", "so hieu cong an nhan dan", "shcand", "so hieu can bo"),
            Holds.DIGITS,
            example="012-345",
            width=14,
        ),
        ListField(
            "birth_date",
            "Ngày sinh",
            ("ngay thang nam sinh", "sinh ngay", "nam sinh", "ngay sinh nam"),
            Holds.DAY,
            example="05/03/1975",
            width=14,
        ),
        ListField(
            "phone",
            "Điện thoại",
            ("so dien thoai", "dien thoai lien he", "di dong", "dt", "sdt"),
            Holds.DIGITS,
            example="0912345678",
            width=16,
        ),
        ListField("note", "Ghi chú", ("chu thich",)),
    )

    def record(self, row: RowReader, known: Known) -> Person | None:
        rank, post = rank_and_post(row)
        born = row.day("birth_date", year_will_do=True)
        if born and born > known.today:
            row.complain("birth_date", f"Ngày sinh {born:%d/%m/%Y} ở sau hôm nay.")
        note = row.line("note")
        if year := row.year_alone("birth_date"):
            row.notice("birth_date", f"Chỉ có năm sinh {year}: được ghi vào «Ghi chú».")
            note = "; ".join(filter(None, (note, f"Sinh năm {year}")))
        return Person(
            full_name=row.line("full_name"),
            rank=rank,
            post=post,
            unit=known.unit(row),
            service_number=row.digits("service_number"),
            birth_date=born,
            phone=row.digits("phone", is_phone=True),
            note=note,
        )

    def twin(self, record: Record, known: Known, others: Sequence[Record]) -> Record | None:
        assert isinstance(record, Person)
        for other in (*known.people, *others):
            if isinstance(other, Person) and _is_same(record, other):
                return other
        return None

    def describe(self, record: Record) -> str:
        assert isinstance(record, Person)
        unit = record.unit.short_name if record.unit else ""
        number = f"số hiệu {record.service_number}" if record.service_number else ""
        return ", ".join(filter(None, (record.signed_name(), unit, number)))

    def filled(self, twin: Record, record: Record) -> Record | None:
        assert isinstance(twin, Person)
        assert isinstance(record, Person)
        return merged(twin, record)


def _is_same(one: Person, other: Person) -> bool:
    if one.service_number and other.service_number:
        return one.service_number == other.service_number
    if clean_line(one.full_name).casefold() != clean_line(other.full_name).casefold():
        return False
    if one.birth_date and other.birth_date:
        return one.birth_date == other.birth_date
    return (one.unit.id if one.unit else "") == (other.unit.id if other.unit else "")
