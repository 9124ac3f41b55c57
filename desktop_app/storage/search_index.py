"""The index of everything that can be looked for, kept in the transaction of every change.

It is drawn from the records and can be drawn again at any time: it has no version of the file, no
place in the history, and what an older file lacks of it is added bit by bit while a person works.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop_app.domain.long_lists import LISTED
from desktop_app.domain.record import Record
from desktop_app.domain.search_text import names_of, words_of
from desktop_app.domain.search_words import comparable, typed_words
from desktop_app.storage import links, list_index
from desktop_app.storage.connection import plain_errors
from desktop_app.storage.list_index import ListIndex
from desktop_app.storage.search_hits import Found, hit_of, query_of
from desktop_app.storage.statements import as_list

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

KINDS = (
    *("Unit", "Person", "Meeting", "Decision", "Nomination", "Submission", "Compact"),
    *("OfficialDocument", "Attachment", "Campaign", "Activity", "Exemplar", "Registration"),
    *("Consultation", "CompactAnnex", "Mirror", "CriteriaSet", "ScoreSheet", "Inspection"),
    *("Ballot", "Handover", "DirectDuties", "YearPlan", "YearReport", "Secretariat", "Period"),
    *("MeetingTemplate", "Award", "CertificateTemplate", "BlankEntry", "Restriction"),
    *("AwardQuota", "BaseSalary", "FundEntry"),
)
"""The records that can be found, by class, in the order in which hits are shown."""
_NAMING = ("Cluster",)
"""Not looked for itself, but its name and code stand in the titles of others: 01/KH-CTĐ2."""
RULES = f"4 {' '.join(KINDS)}"
"""The number is counted up when texts are compared or kept in another way. A file with an index
of other rules or kinds has it drawn again."""
AT_ONCE = 5
"""Hits of one kind; more are only told of."""
_KEY = "search_rules"
_LOT = 24
_WRITTEN = 2000
"""Records drawn at once: their words lie in memory together."""
_ENTRY = (
    "INSERT INTO search_entry (id, record, kind, title, period, names, words)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (record) DO UPDATE SET title = excluded.title,"
    " period = excluded.period, names = excluded.names, words = excluded.words"
)
_WORDS = "INSERT OR REPLACE INTO search_words (rowid, folded, exact) VALUES (?, ?, ?)"
_BITS = 32
_TOP = 2 * len(KINDS) << _BITS

_TABLES = (
    "DROP TABLE IF EXISTS search_entry",
    "DROP TABLE IF EXISTS search_words",
    "CREATE TABLE search_entry (id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE,"
    " kind TEXT NOT NULL, title TEXT NOT NULL, period TEXT NOT NULL, names TEXT NOT NULL,"
    " words TEXT NOT NULL)",
    # the words themselves stand in search_entry; «remove_diacritics» does not know đ
    "CREATE VIRTUAL TABLE search_words USING fts5(folded, exact, content='',"
    " contentless_delete=1, detail=column, prefix='1 2 3',"
    " tokenize='unicode61 remove_diacritics 0')",
    *list_index.TABLES,
)


class SearchIndex:
    """What the box of «Tìm mọi nơi» asks. Names come before what stands in a text."""

    def __init__(self, file: DataFile, database: SqlCipherDatabase) -> None:
        self._file = file
        self._database = database
        self.lists = ListIndex(file, database)
        """Order and words of long lists, written with the words of the same records."""
        self._changed: dict[str, str] = {}
        """Record → its class, for what the running transaction has changed."""
        self._missing: list[tuple[str, str]] | None = None
        if self._ask("SELECT value FROM setting WHERE name = ?", _KEY) != [(RULES,)]:
            self.start_over()

    # --- keeping --------------------------------------------------------------------------

    def note(self, kind: str, record_id: str) -> None:
        """A record is written or deleted in the running transaction."""
        if kind in KINDS or kind in _NAMING:
            self._changed[record_id] = kind

    def forget_noted(self) -> None:
        """The transaction is over."""
        self._changed.clear()

    def write_noted(self) -> None:
        """Everything noted, and whatever names it, as part of the running transaction."""
        while self._changed:
            noted, self._changed = self._changed, {}
            for kind in dict.fromkeys(noted.values()):
                self._write(kind, [record for record, its in noted.items() if its == kind])

    def _write(self, kind: str, ids: list[str]) -> None:
        if kind in _NAMING:
            for record_id in ids:
                self._note_users(kind, record_id)
            return
        for start in range(0, len(ids), _WRITTEN):
            self._write_lot(kind, ids[start : start + _WRITTEN])

    def _write_lot(self, kind: str, ids: list[str]) -> None:
        records = self._file.store_named(kind).load(ids)
        known = {record: (entry, names) for record, entry, names in self._known(ids)}
        self._remove(kind, {i: known[i][0] for i in ids if i in known and i not in records})
        (new,) = self._ask("SELECT coalesce(max(id), 0) + 1 FROM search_entry")[0]
        named: dict[int, tuple[Record, str]] = {}
        for record_id in ids:
            if (record := records.get(record_id)) is None:
                continue
            names = names_of(record)
            entry, old = known.get(record_id, (new + len(named), names))
            if old != names or kind == "Award":  # lists tell which of its papers are missing
                self._note_users(kind, record_id)
            named[entry] = record, names
        self._put(kind, named)

    def _known(self, ids: list[str]) -> list[tuple[Any, ...]]:
        return self._ask(
            "SELECT record, id, names FROM search_entry"
            " WHERE record IN (SELECT value FROM json_each(?))",
            as_list(ids),
        )

    def note_files(self, owner: str) -> None:
        """Files of a record come or go: its list may tell of them."""
        if (kind := self.kind_of(owner)) in LISTED and LISTED[kind].seen:
            self.note(kind, owner)

    def _note_users(self, kind: str, record_id: str) -> None:
        """A new name stands in the titles and texts of others too."""
        named = self._file.store_named(kind).table
        for table, ids in links.users_of(self._file, named, record_id).items():
            user = next(store for store in self._file.stores if store.table is table)
            for each in ids:
                self.note(user.record.__name__, each)

    def _put(self, kind: str, named: dict[int, tuple[Record, str]]) -> None:
        """Records by the number of their entry, each with its names."""
        entries, named_rows, worded_rows = [], [], []
        named_block, worded_block = _blocks(kind)
        for entry, (record, names) in sorted(named.items()):
            words = words_of(record)
            where = getattr(getattr(record, "period", None), "name", "")
            entries.append((entry, record.id, kind, record.title, where, names, words))
            marked, plain = comparable(names)
            more_marked, more_plain = comparable(words)
            named_rows.append((_row(named_block, entry), plain, marked))
            texts = f"{plain}\n{more_plain}", f"{marked}\n{more_marked}"
            worded_rows.append((_row(worded_block, entry), *texts))
        self._do_all(_ENTRY, entries)
        self.lists.put(kind, (record for record, _ in named.values()))
        # row numbers upwards: at each step back FTS5 writes out what it has gathered
        self._do_all(_WORDS, [*worded_rows, *named_rows])

    def _remove(self, kind: str, entries: dict[str, int]) -> None:
        self.lists.remove(kind, entries)
        for block in sorted(_blocks(kind)):
            rows = [(_row(block, entry),) for entry in sorted(entries.values())]
            self._do_all("DELETE FROM search_words WHERE rowid = ?", rows)
        gone = [(entry,) for entry in entries.values()]
        self._do_all("DELETE FROM search_entry WHERE id = ?", gone)

    # --- drawing what an older file lacks ---------------------------------------------------

    def start_over(self) -> None:
        """Empty; `build` draws it again."""
        with plain_errors(), self._database.atomic("IMMEDIATE"):
            for statement in _TABLES:
                self._do(statement)
            self._do("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", _KEY, RULES)
        self._missing = None

    def build(self, limit: int) -> int:
        """Add some of the records that are not in yet. Answers how many are left."""
        if self._missing is None:
            self._missing = self._not_in_yet()
        some, self._missing = self._missing[:limit], self._missing[limit:]
        if some:
            with self._file.transaction():
                for kind, record_id in some:
                    self.note(kind, record_id)
        return len(self._missing)

    @property
    def is_whole(self) -> bool:
        """Whether it is known that nothing is missing."""
        return self._missing == []

    def count(self) -> int:
        """How many records can be found."""
        return int(self._ask("SELECT count(*) FROM search_entry")[0][0])

    def _not_in_yet(self) -> list[tuple[str, str]]:
        return [
            (store.record.__name__, row[0])
            for store in self._file.stores
            if store.record.__name__ in KINDS
            for row in self._ask(
                f'SELECT id FROM "{store.table._meta.table_name}"'  # noqa: S608
                " WHERE id NOT IN (SELECT record FROM search_entry) ORDER BY rowid"
            )
        ]

    # --- finding --------------------------------------------------------------------------

    def find(self, typed: str) -> tuple[Found, ...]:
        """What is meant by the typed words, kind by kind; nothing for no words."""
        words = typed_words(typed)
        if not words:
            return ()
        query = query_of(words)
        if not query:
            return ()
        by_kind, named = self._entries(query)
        wanted = [entry for entries in by_kind.values() for entry in entries[:AT_ONCE]]
        marks = ", ".join("?" * len(wanted))
        rows = {
            row[0]: row
            for row in self._ask(
                "SELECT id, kind, record, title, period, words FROM search_entry"  # noqa: S608
                f" WHERE id IN ({marks})",
                *wanted,
            )
        }
        return tuple(
            Found(
                kind,
                tuple(hit_of(rows[entry], words) for entry in entries[:AT_ONCE]),
                by_name=kind in named,
                has_more=len(entries) > AT_ONCE,
            )
            for kind, entries in by_kind.items()
        )

    def kind_of(self, record_id: str) -> str:
        """The class of a record that can be found; empty for others."""
        rows = self._ask("SELECT kind FROM search_entry WHERE record = ?", record_id)
        return str(rows[0][0]) if rows else ""

    def _entries(self, query: str) -> tuple[dict[str, list[int]], set[str]]:
        """Kind → entries, those found by their names first; and the kinds of the latter.

        Jumps over what nobody sees.
        """
        found: dict[str, list[int]] = {kind: [] for kind in KINDS}
        named: set[str] = set()
        below = _TOP
        while below > 0:
            rows = self._ask(
                "SELECT rowid FROM search_words WHERE search_words MATCH ? AND rowid < ?"
                " ORDER BY rowid DESC LIMIT ?",
                *(query, below, _LOT),
            )
            for (row,) in rows:
                kind = _kind(row >> _BITS)
                own = found[kind]
                if row >> _BITS >= len(KINDS):
                    named.add(kind)
                entry = row & ((1 << _BITS) - 1)
                if len(own) <= AT_ONCE and entry not in own:
                    own.append(entry)
            if len(rows) < _LOT:
                break
            below = rows[-1][0]
            while below and len(found[_kind((below - 1) >> _BITS)]) > AT_ONCE:
                below = (below - 1) >> _BITS << _BITS
        return {kind: entries for kind, entries in found.items() if entries}, named

    # --- the file --------------------------------------------------------------------------

    def _ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with plain_errors():
            return list(self._database.execute_sql(sql, values).fetchall())

    def _do(self, sql: str, *values: object) -> None:
        self._database.execute_sql(sql, values)

    def _do_all(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        self._database.connection().executemany(sql, rows)


def _blocks(kind: str) -> tuple[int, int]:
    """Where a kind's names and texts stand: rows are read from the last to the first."""
    place = len(KINDS) - 1 - KINDS.index(kind)
    return place + len(KINDS), place


def _kind(block: int) -> str:
    return KINDS[len(KINDS) - 1 - block % len(KINDS)]


def _row(block: int, entry: int) -> int:
    return (block << _BITS) | entry
