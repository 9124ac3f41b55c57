"""What is read from and written to the tables of records: each statement is put into words once.

To put a query together again for every row takes longer than to run it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, TypeVar

from peewee import Field, ForeignKeyField, TextField

from desktop_app.storage.schema import PartRow, Row

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

T = TypeVar("T")
Table = type[Row] | type[PartRow]
_AMONG = "IN (SELECT value FROM json_each(?))"
"""However many ids there are: one variable, and the same words."""


_LOT = 250
"""Records that are read ahead and put into the index together: less than a tenth of a second."""


def in_lots(items: Iterable[T], kind_of: Callable[[T], object]) -> Iterator[list[T]]:
    """The items in their order, those of a kind that stand together in lots."""
    for _, run in groupby(items, kind_of):
        while lot := list(islice(run, _LOT)):
            yield lot


def rows_among(file: DataFile, table: Table, column: str, ids: Iterable[str]) -> list[Any]:
    """Whole rows as dictionaries, where a column is one of these ids; parts in their order."""
    words, names, others = _reading(table, column)
    found = [dict(zip(names, row, strict=True)) for row in file.rows(words, [as_list(ids)])]
    for name, value in others:
        for row in found:
            row[name] = value(row[name])
    return found


def is_there(file: DataFile, table: Table, record_id: str) -> bool:
    """Whether a table has a row of this id."""
    words = f'SELECT 1 FROM "{table._meta.table_name}" WHERE "id" = ?'  # noqa: S608
    return bool(file.rows(words, [record_id]))


def upsert(file: DataFile, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert or update in place: «INSERT OR REPLACE» would delete the parts of the old row."""
    lots: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        lots.setdefault(tuple(row), []).append(row)
    for names, lot in lots.items():
        words, others, defaults = _writing(table, names)
        made = [[*row.values(), *defaults] for row in lot]
        for place, value in others:
            for values in made:
                values[place] = value(values[place])
        file.write(words, made)


def delete_others(file: DataFile, table: type[PartRow], kept: Mapping[str, Iterable[str]]) -> None:
    """Of each owner the parts that are not among those kept."""
    column = table._meta.fields["owner"].column_name
    words = f'DELETE FROM "{table._meta.table_name}" WHERE "{column}" = ? AND "id" NOT {_AMONG}'  # noqa: S608
    file.write(words, [(owner, as_list(ids)) for owner, ids in kept.items()])


def delete(file: DataFile, table: Table, record_id: str) -> None:
    file.write(f'DELETE FROM "{table._meta.table_name}" WHERE "id" = ?', [(record_id,)])  # noqa: S608


def as_list(ids: Iterable[str]) -> str:
    """Ids as one variable of a statement."""
    return json.dumps(list(ids))


@cache
def _reading(
    table: Table, column: str
) -> tuple[str, tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """SQL, the names of what it answers, and those whose values are not as the file has them."""
    fields = table._meta.sorted_fields
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    order = ' ORDER BY "position"' if issubclass(table, PartRow) else ""
    where = table._meta.fields[column].column_name
    words = f'SELECT {columns} FROM "{table._meta.table_name}" WHERE "{where}" {_AMONG}{order}'  # noqa: S608
    others = tuple((field.name, field.python_value) for field in fields if not _is_text(field))
    return words, tuple(field.name for field in fields), others


def _is_text(field: Field) -> bool:
    kept = field.rel_field if isinstance(field, ForeignKeyField) else field
    return isinstance(kept, TextField)


@cache
def _writing(
    table: Table, names: tuple[str, ...]
) -> tuple[str, tuple[tuple[int, Callable[[Any], Any]], ...], tuple[Any, ...]]:
    """SQL for rows of these names, the places of values that are made ready for the file, and
    what stands for columns they lack.

    A column that an older image lacks begins with its default and stays as it is in an old row.
    """
    meta = table._meta
    defaults = {field.name: field.db_value(value) for field, value in meta.defaults.items()}
    lacking = {name: value for name, value in defaults.items() if name not in names}
    columns = {name: f'"{meta.fields[name].column_name}"' for name in (*names, *lacking)}
    changed = (f"{columns[name]} = excluded.{columns[name]}" for name in names if name != "id")
    words = (
        f'INSERT INTO "{meta.table_name}" ({", ".join(columns.values())})'  # noqa: S608
        f" VALUES ({', '.join('?' * len(columns))})"
        f' ON CONFLICT ("id") DO UPDATE SET {", ".join(changed)}'
    )
    fields = enumerate(meta.fields[name] for name in names)
    others = tuple((place, field.db_value) for place, field in fields if not _is_text(field))
    return words, others, tuple(lacking.values())
