"""Order and words of long lists, drawn from the records in the transaction of every change.

Like the index of words beside which it is kept, it can be drawn again at any time and has no
place in the history. It has its own table, of which backups need not tell.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop_app.domain.long_lists import LISTED, MOST_COLUMNS
from desktop_app.domain.record import Record
from desktop_app.domain.search_words import Pieces, comparable
from desktop_app.storage.connection import plain_errors

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

P = TypeVar("P")
_KEYS = tuple(f"key{place}" for place in range(MOST_COLUMNS))
TABLES = (
    "DROP TABLE IF EXISTS search_list",
    "CREATE TABLE search_list (record TEXT PRIMARY KEY, kind TEXT NOT NULL,"
    f" {' BLOB, '.join(_KEYS)} BLOB, shown TEXT NOT NULL, marked TEXT NOT NULL,"
    " plain TEXT NOT NULL)",
    "CREATE INDEX search_list_kind ON search_list (kind)",
    *(
        f"CREATE INDEX search_list_{name} ON search_list (kind, {', '.join(own)}, record)"
        for name in _KEYS
        for own in [dict.fromkeys((name, _KEYS[0]))]
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
        columns = LISTED.get(kind)
        if columns is None:
            return
        spare = [None] * (MOST_COLUMNS - len(columns))
        lot = []
        for record in records:
            shown = _BETWEEN.join(column.text(record) for column in columns)
            keys = (column.key(record) for column in columns)
            lot.append((record.id, kind, *keys, *spare, shown, *comparable(shown)))
        marks = ", ".join("?" * (MOST_COLUMNS + 5))
        sql = f"INSERT OR REPLACE INTO search_list VALUES ({marks})"  # noqa: S608
        self._database.connection().executemany(sql, lot)

    def remove(self, kind: str, ids: Iterable[str]) -> None:
        if kind in LISTED:
            lot = [(record_id,) for record_id in ids]
            sql = "DELETE FROM search_list WHERE record = ?"
            self._database.connection().executemany(sql, lot)

    def count(self, kind: str) -> int:
        """How many records of a class are in."""
        return int(self.ask("SELECT count(*) FROM search_list WHERE kind = ?", kind)[0][0])

    def long_list(self, kind: str, least: int) -> LongList | None:
        """All records of a class as a list in pages; None for few, or while some are not in."""
        count = self.count(kind)
        if count < least or count != self._file.store_named(kind).count():
            return None
        return LongList(self._file, self, kind, count)

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with plain_errors():
            return list(self._database.execute_sql(sql, values).fetchall())


class LongList:
    """Every record of a class, in no order yet."""

    def __init__(self, file: DataFile, index: ListIndex, kind: str, count: int) -> None:
        self._file, self._index, self._kind, self._count = file, index, kind, count

    def __len__(self) -> int:
        return self._count

    def arranged(self, column: int | None, descending: bool, pieces: Pieces) -> Pages:
        """In the order of a column (None: the list's own), narrowed to what has all pieces."""
        name = _KEYS[column or 0]
        way = " DESC" if descending and column is not None else ""
        own = dict.fromkeys((name, _KEYS[0]))
        # of a narrowed list the few that are left are sorted: to walk the index would jump about
        by = "+" if pieces else ""
        order = ", ".join(f"{by}{name}{way}" for name in (*own, "record"))
        where = "".join(
            f" AND instr({'plain' if is_plain else 'marked'}, ?) > 0" for _, is_plain in pieces
        )
        sql = f"SELECT record FROM search_list WHERE kind = ?{where} ORDER BY {order}"  # noqa: S608
        values = (self._kind, *(text for text, _ in pieces))
        return Pages(
            self._file, self._index, self._kind, self._ids(sql, values, is_whole=not pieces)
        )

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

    def __init__(self, file: DataFile, index: ListIndex, kind: str, ids: _Ids) -> None:
        self._store, self._index, self._ids = file.store_named(kind), index, ids
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
