"""Which tables point to which, asked of the schema: what is in use cannot be deleted."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_

from peewee import SQL, ForeignKeyField, Select, fn

from desktop_app.storage.schema import RECORD_TABLES, Row


def links_to(table: type[Row]) -> list[ForeignKeyField]:
    """Every restricted link of another record to this table."""
    return [
        field
        for user in RECORD_TABLES
        for field in user._meta.sorted_fields
        if isinstance(field, ForeignKeyField)
        and field.rel_model is table
        and field.on_delete == "RESTRICT"
    ]


@cache
def question_of_use(table: type[Row]) -> tuple[str, int]:
    """Whether any record points to one of this table: SQL, and how often it takes the id."""
    links = links_to(table)
    found = [fn.EXISTS(field.model.select(SQL("1")).where(field == "")) for field in links]
    if not found:
        return "", 0
    words, values = Select(columns=[reduce(or_, found)]).sql()
    return words, len(values)
