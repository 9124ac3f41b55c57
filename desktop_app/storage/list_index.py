"""Order and words of long lists, drawn from the records in the transaction of every change.

Like the index of words beside which it is kept, it can be drawn again at any time and has no
place in the history. It has its own table, of which backups need not tell.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, overload

from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.dossier import by_owner
from desktop_app.domain.long_lists import LISTED, MOST_COLUMNS, Files, Listed
from desktop_app.domain.record import Record
from desktop_app.domain.search_words import Pieces, comparable
from desktop_app.domain.years.period import Period
from desktop_app.storage.connection import plain_errors
from desktop_app.storage.statements import as_list

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

P = TypeVar("P")
_KEYS = tuple(f"key{place}" for place in range(MOST_COLUMNS))
TABLES = (
    "DROP TABLE IF EXISTS search_list",
    "CREATE TABLE search_list (record TEXT PRIMARY KEY, kind TEXT NOT NULL,"
    " period TEXT NOT NULL, figure INTEGER NOT NULL, own BLOB NOT NULL,"
    f" {' BLOB, '.join(_KEYS)} BLOB, shown TEXT NOT NULL, marked TEXT NOT NULL,"
    " plain TEXT NOT NULL)",
    "CREATE INDEX search_list_own ON search_list (kind, period, own)",
    *(
        f"CREATE INDEX search_list_{name} ON search_list (kind, period, {name}, own)"
        f" WHERE {name} IS NOT NULL"
        for name in _KEYS
    ),
)
_BETWEEN = "\x1f"
"""Between the words of two columns; no typed text holds it."""
PAGE = 200
"""Records read at once."""
_KEPT = 12
"""Pages that stay in memory; the window shows one or two."""


class ListIndex:
    """Written by the index of words; asked by the lists."""

    def __init__(self, file: DataFile, database: SqlCipherDatabase) -> None:
        self._file, self._database = file, database

    def put(self, kind: str, records: Iterable[Record]) -> None:
        """Records as they are now, as part of the running transaction."""
        listed = LISTED.get(kind)
        if listed is None:
            return
        some = list(records)
        entered, files = self._entered(kind, some), self._files(listed, some)
        lot = [
            self._row(kind, listed, record, entered[record.id], files.get(record.id, ()))
            for record in some
        ]
        marks = ", ".join("?" * (MOST_COLUMNS + 8))
        sql = f"INSERT OR REPLACE INTO search_list VALUES ({marks})"  # noqa: S608
        self._database.connection().executemany(sql, lot)

    def _row(
        self, kind: str, listed: Listed, record: Any, entered: int, files: Files
    ) -> tuple[Any, ...]:
        seen = listed.seen(record, files) if listed.seen else record
        shown = _BETWEEN.join(column.text(seen) for column in listed.columns)
        keys = [
            None if place == listed.own else column.key(seen)
            for place, column in enumerate(listed.columns)
        ]
        keys += [None] * (MOST_COLUMNS - len(keys))
        period = getattr(record, "period", None)
        figure = int(listed.figure(record)) if listed.figure else 0
        own = listed.place(record) + entered.to_bytes(8, "big")
        where = period.id if period else ""
        return (record.id, kind, where, figure, own, *keys, shown, *comparable(shown))

    def _entered(self, kind: str, records: Sequence[Record]) -> dict[str, int]:
        """The order of entry: numbers of the rows of the records' own table."""
        table = self._file.store_named(kind).table._meta.table_name
        sql = f'SELECT id, rowid FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'  # noqa: S608
        return dict(self.ask(sql, as_list(record.id for record in records)))

    def _files(self, listed: Listed, records: Sequence[Record]) -> dict[str, list[Attachment]]:
        if listed.seen is None:
            return {}
        return by_owner(self._file.attachments.of_records(record.id for record in records))

    def remove(self, kind: str, ids: Iterable[str]) -> None:
        if kind in LISTED:
            lot = [(record_id,) for record_id in ids]
            sql = "DELETE FROM search_list WHERE record = ?"
            self._database.connection().executemany(sql, lot)

    def count(self, kind: str, period: str = "") -> int:
        """How many records of a class, and of a period where they have one, are in."""
        sql = "SELECT count(*) FROM search_list WHERE kind = ? AND period = ?"
        return int(self.ask(sql, kind, period)[0][0])

    def long_list(self, kind: str, least: int, period: Period | None = None) -> LongList | None:
        """The records of a class as a list in pages; None for few, or while some are not in."""
        where = period.id if period else ""
        count = self.count(kind, where)
        if count < least or count != self._file.store_named(kind).count(period):
            return None
        return LongList(self._file, self, kind, where, count)

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with plain_errors():
            return list(self._database.execute_sql(sql, values).fetchall())


class LongList:
    """Every record of a class, or of its records of a period, in no order yet."""

    def __init__(
        self, file: DataFile, index: ListIndex, kind: str, period: str, count: int
    ) -> None:
        self._file, self._index, self._kind, self._period = file, index, kind, period
        self._count = count

    def __len__(self) -> int:
        return self._count

    def arranged(self, column: int | None, descending: bool, pieces: Pieces) -> Pages:
        """In the order of a column (None: the list's own), narrowed to what has all pieces."""
        is_own = column is None or column == LISTED[self._kind].own
        way = " DESC" if descending and column is not None else ""
        where = "kind = ? AND period = ?"
        if not is_own:
            where += f" AND {_KEYS[column or 0]} IS NOT NULL"
        for _, is_plain in pieces:
            where += f" AND instr({'plain' if is_plain else 'marked'}, ?) > 0"
        # of a narrowed list the few that are left are sorted: to walk the index would jump about
        by = "+" if pieces else ""
        names = ("own",) if is_own else (_KEYS[column or 0], "own")
        order = ", ".join(f"{by}{name}{way}" for name in names)
        values = (self._kind, self._period, *(text for text, _ in pieces))
        sql = f"SELECT record FROM search_list WHERE {where} ORDER BY {order}"  # noqa: S608
        ids = self._ids(sql, values, is_whole=not pieces)
        return Pages(self._file, self._index, self._kind, ids, partial(self._sum, where, values))

    def _sum(self, where: str, values: tuple[str, ...]) -> int:
        sql = f"SELECT total(figure) FROM search_list WHERE {where}"  # noqa: S608
        return int(self._index.ask(sql, *values)[0][0])

    def _ids(self, sql: str, values: tuple[str, ...], *, is_whole: bool) -> _Ids:
        """Of a whole list the first page alone: the rest is asked for when it is scrolled to."""
        ask = self._index.ask
        if not is_whole:
            return _Ids([row[0] for row in ask(sql, *values)], None)
        first = [row[0] for row in ask(f"{sql} LIMIT {PAGE}", *values)]
        rest = (lambda: [row[0] for row in ask(sql, *values)]) if len(first) == PAGE else None
        return _Ids(first, rest, self._count)


class _Ids:
    """Ids of a list's rows, the later ones read when they are first wanted."""

    def __init__(self, first: list[str], rest: Any, count: int | None = None) -> None:
        self._known, self._rest = first, rest
        self.count = len(first) if count is None or rest is None else count

    def part(self, start: int, end: int) -> list[str]:
        if end > len(self._known):
            self._read_all()
        return self._known[start:end]

    def place_of(self, record_id: str) -> int:
        """-1 for one that is not there."""
        if record_id not in self._known:
            self._read_all()
        return self._known.index(record_id) if record_id in self._known else -1

    def _read_all(self) -> None:
        if self._rest is not None:
            self._known, self._rest = self._rest(), None
            self.count = len(self._known)


class Pages(Sequence[Any]):
    """Records in their order, read a page at a time.

    One that was deleted since is None, and has no words, until the list is shown anew.
    """

    def __init__(
        self, file: DataFile, index: ListIndex, kind: str, ids: _Ids, total: Callable[[], int]
    ) -> None:
        self._store, self._index, self._ids = file.store_named(kind), index, ids
        self._total = total
        self._pages: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        self._shown: OrderedDict[int, tuple[tuple[str, ...], ...]] = OrderedDict()

    def __len__(self) -> int:
        return self._ids.count

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        if not 0 <= place < len(self):
            raise IndexError(place)
        number, row = divmod(place, PAGE)
        page = self._page(number)
        return page[row] if row < len(page) else None

    def __iter__(self) -> Iterator[Any]:
        for place in range(len(self)):
            yield self[place]

    @property
    def figure(self) -> int:
        """The sum of the records' numbers that the foot of the list tells."""
        return self._total()

    def place_of(self, record_id: str | None) -> int:
        """The row of a record, or -1."""
        return self._ids.place_of(record_id) if record_id else -1

    def texts(self, place: int) -> tuple[str, ...]:
        """The words of a row, column by column, without reading its record."""
        number, row = divmod(place, PAGE)
        page = _kept(self._shown, number, self._read_texts)
        return page[row] if row < len(page) else ()

    def _page(self, number: int) -> tuple[Any, ...]:
        return _kept(self._pages, number, self._read_records)

    def _read_records(self, number: int) -> tuple[Any, ...]:
        ids = self._ids.part(number * PAGE, (number + 1) * PAGE)
        found = self._store.load(ids)
        return tuple(found.get(record_id) for record_id in ids)

    def _read_texts(self, number: int) -> tuple[tuple[str, ...], ...]:
        ids = self._ids.part(number * PAGE, (number + 1) * PAGE)
        marks = ", ".join("?" * len(ids))
        sql = f"SELECT record, shown FROM search_list WHERE record IN ({marks})"  # noqa: S608
        found: dict[str, str] = dict(self._index.ask(sql, *ids))
        return tuple(
            tuple(found[record_id].split(_BETWEEN)) if record_id in found else ()
            for record_id in ids
        )


def _kept(pages: OrderedDict[int, P], number: int, read: Callable[[int], P]) -> P:
    """A page from memory, or read; those looked at longest ago go."""
    if number not in pages:
        pages[number] = read(number)
        if len(pages) > _KEPT:
            pages.popitem(last=False)
    pages.move_to_end(number)
    return pages[number]
