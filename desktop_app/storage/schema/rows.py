"""What every table is made of: a row, a part row, and the few sorts of columns."""

from __future__ import annotations

from typing import Literal

from peewee import (
    BooleanField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


class Row(Model):
    """A stored record."""

    id = TextField(primary_key=True)
    noun = "bản ghi"

    class Meta:
        legacy_table_names = False


class PartRow(Row):
    """A stored entry of a record's list."""

    owner: ForeignKeyField
    position = IntegerField()


def words() -> TextField:
    return TextField(default="")


def optional() -> TextField:
    """Dates, hours and decimals, kept as text so that nothing is rounded."""
    return TextField(null=True)


def whole() -> IntegerField:
    return IntegerField(null=True)


def flag() -> BooleanField:
    return BooleanField(default=False)


def structure() -> TextField:
    """Lines and rich text as JSON."""
    return TextField(default="[]")


def link(target: type[Row]) -> ForeignKeyField:
    return ForeignKeyField(target, backref="+", on_delete="RESTRICT")


def optional_link(target: type[Row] | Literal["self"]) -> ForeignKeyField:
    return ForeignKeyField(target, backref="+", on_delete="RESTRICT", null=True)


def part_of(target: type[Row]) -> ForeignKeyField:
    return ForeignKeyField(target, backref="+", on_delete="CASCADE")
