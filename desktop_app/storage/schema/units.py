"""Units, their names and forerunners; people and their postings."""

from __future__ import annotations

from peewee import IntegerField

from desktop_app.storage.schema.rows import (
    PartRow,
    Row,
    link,
    optional,
    optional_link,
    part_of,
    words,
)


class UnitRow(Row):
    noun = "đơn vị"
    code = words()
    kind = words()
    level = IntegerField(default=1)
    parent = optional_link("self")
    inactive_from = optional()
    head_post = words()
    phone = words()
    address = words()
    profile = words()
    note = words()

    class Meta:
        table_name = "unit"


class UnitNameRow(PartRow):
    owner = part_of(UnitRow)
    full = words()
    short = words()
    since = optional()
    until = optional()

    class Meta:
        table_name = "unit_name"


class SuccessionRow(PartRow):
    owner = part_of(UnitRow)
    unit = link(UnitRow)
    kind = words()
    day = optional()
    decision = words()

    class Meta:
        table_name = "succession"


class PersonRow(Row):
    noun = "cán bộ"
    full_name = words()
    rank = words()
    post = words()
    unit = optional_link(UnitRow)
    service_number = words()
    birth_date = optional()
    phone = words()
    service_state = words()
    service_state_since = optional()
    note = words()

    class Meta:
        table_name = "person"


class PostingRow(PartRow):
    owner = part_of(PersonRow)
    unit = optional_link(UnitRow)
    post = words()
    since = optional()
    until = optional()

    class Meta:
        table_name = "posting"


TABLES = (
    UnitRow,
    UnitNameRow,
    SuccessionRow,
    PersonRow,
    PostingRow,
)
