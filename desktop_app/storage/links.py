"""Which tables point to which, asked of the schema, and which records: what is in use stays."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from peewee import SQL, ForeignKeyField, Select, fn

from desktop_app.storage.schema import RECORD_TABLES, PartRow, Row

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


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
def _question_of_use(table: type[Row]) -> tuple[str, int]:
    """Whether any record points to one of this table: SQL, and how often it takes the id."""
    links = links_to(table)
    found = [fn.EXISTS(field.model.select(SQL("1")).where(field == "")) for field in links]
    if not found:
        return "", 0
    words, values = Select(columns=[reduce(or_, found)]).sql()
    return words, len(values)


def users_of(file: DataFile, table: type[Row], record_id: str) -> dict[type[Row], set[str]]:
    """The records that point to one of this table, by their own table."""
    found: dict[type[Row], set[str]] = {}
    for field in links_to(table):
        user = field.model
        is_part = issubclass(user, PartRow)
        query = user.select(user.owner if is_part else user.id).where(field == record_id)
        ids = {row[0] for row in file.run(query.tuples())}
        found.setdefault(user.owner.rel_model if is_part else user, set()).update(ids)
    return found


def uses_of(file: DataFile, table: type[Row], record_id: str) -> list[str]:
    """«2 hội nghị» for every link that points to a record; nothing for one that may go.

    One question over all links, put into words once: an undone list asks it row by row.
    """
    words, count = _question_of_use(table)
    if not count or not file.ask(words, [record_id] * count):
        return []
    return [use for field in links_to(table) if (use := _use(file, field, record_id))]


def _use(file: DataFile, field: ForeignKeyField, record_id: str) -> str:
    user = field.model
    is_part = issubclass(user, PartRow)
    users = user.owner if is_part else user.id
    query = user.select(fn.COUNT(users.distinct())).where(field == record_id).tuples()
    count = file.run(query)[0][0]
    noun = user.owner.rel_model.noun if is_part else user.noun
    return f"{count} {noun}" if count else ""
