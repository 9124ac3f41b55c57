"""The data file of one cluster: create, open, check, upgrade, change, close."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from peewee import Delete, Insert, ModelRaw, Query, Update
from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop_app.domain.errors import (
    DataFileError,
)
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import clean_line
from desktop_app.domain.years.period_rules import neighbour_problems
from desktop_app.storage import opening, places, rekeying
from desktop_app.storage.access import Access
from desktop_app.storage.assembled import AssembledRecords
from desktop_app.storage.backups.backup import Content
from desktop_app.storage.connection import connect, plain_errors
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.file_key import FileKey
from desktop_app.storage.file_lock import FileLock
from desktop_app.storage.history import History
from desktop_app.storage.schema.keeping import SettingRow
from desktop_app.storage.search_index import SearchIndex
from desktop_app.storage.statements import in_lots

ENDING = ".thidua"
_CHANGES = (Insert, Update, Delete)


class DataFile(AssembledRecords):
    """An open data file and its stores. One connection, held exclusively, used by one thread."""

    def __init__(
        self,
        path: Path,
        database: SqlCipherDatabase,
        lock: FileLock,
        pages: BinaryIO,
        key: FileKey | None = None,
    ) -> None:
        self.path = path
        self.key = key
        """The key of an encrypted file; none of a plain one, and none once it is closed."""
        self.pages = pages
        """The file as bytes, for backups. Opened and closed around the connection: to close any
        handle of a file gives up all locks that the process holds on it (POSIX)."""
        self.action: tuple[str, int | None] = ("change", None)
        self._database = database
        self._lock = lock
        self.access = Access(self)
        self._open_stores(self)
        self.history = History(self)
        self.search = SearchIndex(self, database)
        self.drafts = Drafts(self)

    @property
    def who(self) -> str:
        """Who is at the desk, as the history names him."""
        return self.access.who

    # --- opening and closing --------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, records: Iterable[Record] = ()) -> DataFile:
        """A new file, filled with the given records. An existing file is never overwritten."""
        if path.exists():
            raise DataFileError(
                f"Đã có tệp «{path.name}» trong thư mục này.",
                kept="Tệp đang có không bị thay đổi.",
                remedy="Hãy chọn tên khác, hoặc mở tệp đang có.",
            )
        places.refuse_shared(path)
        lock = opening.locked(path)
        with opening.cleaned_up(lock):
            database = connect(path)
            pages = path.open("rb")
            try:
                opening.create_tables(database)
                file = cls(path, database, lock, pages)
                file.save_all(records)
            except BaseException:
                database.close()
                pages.close()
                path.unlink(missing_ok=True)
                raise
            file.history.restart()
            return file

    @classmethod
    def open(cls, path: Path, key: FileKey | None = None) -> DataFile:
        """An existing file, checked and upgraded. Raises DataFileError and its kinds.

        `PasswordNeeded` for an encrypted file without the key that `file_key` makes for it.
        """
        key = opening.check_header(path, key)
        places.refuse_shared(path)
        lock = opening.locked(path)
        with opening.cleaned_up(lock):
            pages = path.open("rb")
            try:
                database = connect(path, key)
            except BaseException:
                pages.close()
                raise
            try:
                opening.check_pages(database, key)
                opening.upgrade(path, database, pages, key)
                rekeying.forget_old(path)
                return cls(path, database, lock, pages, key)
            except BaseException:
                database.close()
                pages.close()
                raise

    def close(self) -> None:
        """Folds the log into the file and lets go of it; a second call does nothing."""
        if self._database.is_closed():
            return
        with contextlib.suppress(Exception):
            self._database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self._database.close()
        self.pages.close()
        self.key = None
        self._lock.release()

    @property
    def is_closed(self) -> bool:
        return bool(self._database.is_closed())

    def __enter__(self) -> DataFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- changing -------------------------------------------------------------------------

    @contextlib.contextmanager
    def transaction(
        self, action: str = "change", undoes: int | None = None, *, own: bool = False
    ) -> Iterator[None]:
        """Everything inside is one change: written whole, undone whole. Raises NotAllowed.

        `own` is what the program itself has to write, whoever is at the desk.
        """
        if self._database.in_transaction():
            yield
            return
        if not own:
            self.access.check_change()
        self.action = (action, undoes)
        try:
            with plain_errors(), self._database.atomic("IMMEDIATE"):
                yield
                self.end_lot()
        except BaseException:
            self.forget_loaded()  # nothing of what was taken back is kept
            raise
        finally:
            self.action = ("change", None)
            self.search.forget_noted()
            self.history.end_change()
            for store in self.stores:
                store.end_change()

    def save_all(self, records: Iterable[Record]) -> None:
        """Saves records in the given order as one change."""
        with self.transaction():
            for _ in self.put_all(records):
                pass

    def put_all(self, records: Iterable[Record]) -> Iterator[Record]:
        """Saves records in the given order in the running transaction, and tells of each that
        may be saved as it is."""
        for lot in in_lots(records, type):
            yield from self.store_of(type(lot[0])).put_lot(lot)
            self.end_lot()

    def end_lot(self) -> None:
        """The index follows what was written so far, and what was read for it goes."""
        self.search.write_noted()
        self.forget_many()

    @contextlib.contextmanager
    def taking_in(self) -> Iterator[None]:
        """One change in which a record may come before those it points to; no undo goes behind."""
        with self.transaction():
            self._database.execute_sql("PRAGMA defer_foreign_keys = ON")
            yield
        self.history.restart()

    def run(self, query: Query | ModelRaw, *, own: bool = False) -> Any:
        """The rows of a query, or what a change answers. Raises NotAllowed.

        `own` is what the program itself has to write, whoever is at the desk.
        """
        if isinstance(query, _CHANGES) and not own:
            self.access.check_change()
        with plain_errors():
            result = query.execute(self._database)
            return list(result) if hasattr(result, "__iter__") else result

    def ask(self, words: str, values: Sequence[Any]) -> Any:
        """The one value that answers a question in SQL that was put into words before."""
        return self.rows(words, values)[0][0]

    def rows(self, words: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """What answers a statement that was put into words before."""
        with plain_errors():
            return list(self._database.execute_sql(words, values).fetchall())

    def write(self, words: str, lot: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows. Raises NotAllowed."""
        self.access.check_change()
        with plain_errors():
            self._database.connection().executemany(words, lot)

    # --- what the file remembers for itself -----------------------------------------------

    def setting(self, name: str, default: Any = None) -> Any:
        query = SettingRow.select(SettingRow.value).where(SettingRow.name == name).tuples()
        rows = self.run(query)
        return json.loads(rows[0][0]) if rows else default

    def keep_setting(self, name: str, value: Any) -> None:
        row = SettingRow.insert(name=name, value=json.dumps(value, ensure_ascii=False))
        with self.transaction():
            self.run(row.on_conflict_replace())

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample file; the window's title says so."""
        return bool(self.setting("sample", False))

    # --- copies and checks ----------------------------------------------------------------

    def copy_to(self, target: Path) -> None:
        """A complete copy in one file, changes not yet folded in included.

        Raises DataFileError, also when the target is a file that somebody has open.
        """
        opening.refuse_open_target(self.path, target)
        opening.copy(self._database, target)

    def stand_still(self) -> Content:
        """Until `move_again` the bytes of `pages` stay as they are; saves go to the log."""
        return opening.stand_still(self._database)

    def move_again(self) -> None:
        """The log is folded into the file again as it grows; nothing on a closed file."""
        if not self._database.is_closed():
            opening.move_again(self._database)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in sentences; nothing when all is well."""
        with plain_errors():
            found = [
                f"Trang dữ liệu hỏng: {row[0]}"
                for row in self._database.execute_sql("PRAGMA integrity_check")
                if row[0] != "ok"
            ]
            found += [
                f"Dòng {row[1]} của bảng {row[0]} trỏ tới bản ghi không có trong bảng {row[2]}."
                for row in self._database.execute_sql("PRAGMA foreign_key_check")
            ]
        return (*found, *self.history.problems(), *self._record_problems())

    def _record_problems(self) -> list[str]:
        records = [record for store in self.stores for record in store.all()]
        ids = {record.id for record in records}
        periods = self.periods.all()
        wrong = [(record, record.problems()) for record in records]
        wrong += [(period, neighbour_problems(period, periods)) for period in periods]
        found = [
            f"{clean_line(record.title)}: {sentence}"
            for record, problems in wrong
            for sentence in problems.values()
        ]
        found += [
            f"{attachment.name}: Tệp kèm thuộc một bản ghi không còn trong tệp dữ liệu."
            for attachment in self.attachments.all()
            if attachment.owner not in ids
        ]
        return found
