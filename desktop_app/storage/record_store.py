"""The base of every store: complete records in, complete records out, each write in the history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, cast

from peewee import SQL, Expression, ForeignKeyField, fn

from desktop_app.domain.errors import InvalidRecord, RecordInUse, RecordMissing
from desktop_app.domain.record import Record
from desktop_app.domain.years.period import Period
from desktop_app.storage import statements
from desktop_app.storage.links import links_to, question_of_use
from desktop_app.storage.plain import (
    Plain,
    R,
    from_plain,
    kinds_of,
    relinked,
    to_plain,
)
from desktop_app.storage.row_coding import decoded, encoded, link_ids
from desktop_app.storage.schema import PartRow, Row

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

_CHUNK = 5000
"""Ids asked for at once: well below SQLite's limit on variables of a statement."""


class RecordStore(Generic[R]):
    """Keeps one family of records. A subclass names its record, its table and its parts' tables."""

    record: ClassVar[type[Record]]
    table: ClassVar[type[Row]]
    parts: ClassVar[Mapping[str, type[PartRow]]] = {}
    once_per: ClassVar[tuple[str, ...]] = ()
    """Links that together stand in one record only, e.g. period and unit."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._loaded: dict[str, R] = {}
        self._ahead: dict[str, Plain | None] = {}
        """Images as they are in the file, of records that are about to be written."""

    # --- reading --------------------------------------------------------------------------

    def get(self, record_id: str) -> R:
        """The complete record. Raises RecordMissing."""
        found = self.load([record_id]).get(record_id)
        if found is None:
            raise RecordMissing(
                f"Không tìm thấy {self.table.noun} này: có thể nó đã bị xoá.",
                remedy="Hãy nạp lại danh sách (F5).",
            )
        return found

    def find(self, record_id: str) -> R | None:
        return self.load([record_id]).get(record_id)

    def all(self) -> tuple[R, ...]:
        """Every record, in the order of entry."""
        return self._where(None)

    def of_period(self, period: Period) -> tuple[R, ...]:
        """The records of one period, in the order of entry."""
        return self._where(self.table._meta.fields["period"] == period.id)

    def count(self) -> int:
        return int(self._file.run(self.table.select(fn.COUNT(self.table.id)).tuples())[0][0])

    def load(self, ids: Iterable[str]) -> dict[str, R]:
        """Complete records by id; those not in the file are left out."""
        wanted = set(ids)
        self._fetch([record_id for record_id in wanted if record_id not in self._loaded])
        return {record_id: self._loaded[record_id] for record_id in wanted & self._loaded.keys()}

    def forget(self) -> None:
        """Drop what was read: something in the file has changed."""
        self._loaded.clear()

    def _where(self, condition: Expression | None) -> tuple[R, ...]:
        query = self.table.select(self.table.id).order_by(SQL("rowid"))
        if condition is not None:
            query = query.where(condition)
        ids = [row[0] for row in self._file.rows(*query.sql())]
        found = self.load(ids)
        return tuple(found[record_id] for record_id in ids)

    def _fetch(self, ids: list[str]) -> None:
        for start in range(0, len(ids), _CHUNK):
            self._fetch_chunk(ids[start : start + _CHUNK])

    def _fetch_chunk(self, ids: list[str]) -> None:
        rows = statements.rows_among(self._file, self.table, "id", ids)
        plains = {row["id"]: decoded(self.record, row) for row in rows}
        for name, table in self.parts.items():
            self._fetch_parts(plains, name, table)
        self._load_links(list(plains.values()))
        for record_id, plain in plains.items():
            record = from_plain(self.record, plain, self._file.linked)
            self._loaded[record_id] = cast(R, record)

    def _fetch_parts(self, plains: dict[str, Plain], name: str, table: type[PartRow]) -> None:
        part = self._part(name)
        for plain in plains.values():
            plain[name] = []
        for row in statements.rows_among(self._file, table, "owner", plains):
            plains[row["owner"]][name].append(decoded(part, row))

    def _part(self, name: str) -> type[Record]:
        return next(kind.type for kind in kinds_of(self.record) if kind.name == name)

    def _load_links(self, plains: list[Plain]) -> None:
        """Reads everything the records point to with one query a family, not one a link."""
        for target, ids in link_ids(self.record, plains).items():
            self._file.store_of(target).load(ids)

    # --- writing --------------------------------------------------------------------------

    def save(self, record: R) -> R:
        """Writes the whole record with its history entry, and reads it. Raises InvalidRecord."""
        self.put(record)
        return self.get(record.id)

    def put(self, record: R) -> None:
        """The same without reading it back, which costs as much: for many at once."""
        problems = record.problems() | self.file_problems(record)
        if problems:
            raise InvalidRecord(problems)
        with self._file.transaction():
            before = self._image(record.id)
            after = to_plain(record)
            if after != before:
                self._write(after)
                self._file.history.add(self.record, record.title, record.id, before, after)

    def file_problems(self, record: R) -> dict[str, str]:
        """Field → sentence for what the other records of the file forbid."""
        if not self.once_per:
            return {}
        place = self._place(record)
        twin = next((o for o in self.all() if o.id != record.id and self._place(o) == place), None)
        sentence = f"Đã có «{twin.title}» trong tệp." if twin else ""
        return {self.once_per[-1]: sentence} if twin else {}

    def _place(self, record: R) -> tuple[str, ...]:
        links = (getattr(record, name) for name in self.once_per)
        return tuple(link.id if link else "" for link in links)

    def take_in(self, record: R) -> None:
        """Writes a record as it came from another file: what was true there is not judged here."""
        plain = to_plain(record)
        self._write(plain)
        self._file.history.add(self.record, record.title, record.id, None, plain)

    def delete(self, record: R) -> None:
        """Removes the record with its attachments; undo brings all back. Raises RecordInUse."""
        with self._file.transaction():
            before = self._image(record.id)
            if before is None:
                return
            self._refuse_if_used(record.id, record.title)
            self._remove(record.id)
            self._file.history.add(self.record, record.title, record.id, before, None)
            # after the record, so that the history names the change by the record
            for attachment in self._file.attachments.of_record(record):
                self._file.attachments.delete(attachment)

    def merge(self, kept: R, gone: R) -> R:
        """Saves `kept`, lets everything point to it that pointed to `gone`, and deletes that one.

        One change, undone whole. Raises InvalidRecord.
        """
        with self._file.transaction():
            self.save(kept)
            self._move_links(gone.id, kept.id)
            for attached in self._file.attachments.of_record(gone):
                self._file.attachments.save(attached.replace(owner=kept.id))
            self.delete(gone)
        return self.get(kept.id)

    def put_back(self, record_id: str, image: Plain | None, title: str) -> None:
        """Brings a record to an earlier image (None: it did not exist), as a change of its own."""
        before = self._image(record_id)
        if image is None:
            self._refuse_if_used(record_id, title)
            self._remove(record_id)
        else:
            self._write(image)
        self._file.history.add(self.record, title, record_id, before, image)

    def _image(self, record_id: str) -> Plain | None:
        if record_id in self._ahead:
            return self._ahead.pop(record_id)
        if not statements.is_there(self._file, self.table, record_id):
            return None
        return to_plain(self.get(record_id))

    def read_ahead(self, ids: Collection[str]) -> None:
        """The images of records that this transaction writes next, at once and not one by one."""
        found = self.load(ids)
        self._ahead = {i: to_plain(found[i]) if i in found else None for i in ids}

    def end_change(self) -> None:
        """The transaction is over: what was read ahead may be no longer so."""
        self._ahead.clear()

    def _write(self, plain: Plain) -> None:
        self._ahead.pop(plain["id"], None)
        statements.upsert(self._file, self.table, [encoded(self.record, plain)])
        for name, table in self.parts.items():
            self._write_parts(table, self._part(name), plain["id"], plain.get(name, []))
        self._file.forget_loaded()

    def _write_parts(
        self, table: type[PartRow], part: type[Record], owner: str, plains: list[Plain]
    ) -> None:
        statements.delete_others(self._file, table, owner, (plain["id"] for plain in plains))
        rows = (
            encoded(part, plain) | {"owner": owner, "position": position}
            for position, plain in enumerate(plains)
        )
        statements.upsert(self._file, table, rows)

    def _remove(self, record_id: str) -> None:
        self._ahead.pop(record_id, None)
        statements.delete(self._file, self.table, record_id)
        self._file.forget_loaded()

    def _refuse_if_used(self, record_id: str, title: str) -> None:
        if not self._is_used(record_id):
            return
        uses = [use for field in links_to(self.table) if (use := self._use(field, record_id))]
        if uses:
            raise RecordInUse(
                f"Chưa xoá được {self.table.noun} «{title}»: còn {', '.join(uses)} gắn với bản "
                "ghi này.",
                kept="Dữ liệu không thay đổi.",
                remedy="Hãy gỡ bản ghi này khỏi những nơi đang dùng trước khi xoá.",
            )

    def _move_links(self, gone: str, kept: str) -> None:
        """Turns the links in place: rewriting whole meetings would take seconds."""
        for store in self._file.stores:
            store.end_change()
        users = [
            (store, user)
            for table, ids in self.users_of(gone).items()
            for store in self._file.stores
            if store.table is table
            for user in store.load(ids).values()
        ]
        for store, user in users:
            before = to_plain(user)
            after = relinked(store.record, before, self.record, gone, kept)
            self._file.history.add(store.record, user.title, user.id, before, after)
        for field in links_to(self.table):
            self._file.run(field.model.update({field: kept}).where(field == gone))
        self._file.forget_loaded()

    def users_of(self, record_id: str) -> dict[type[Row], set[str]]:
        """The records that point to this one, by their table."""
        found: dict[type[Row], set[str]] = {}
        for field in links_to(self.table):
            user = field.model
            is_part = issubclass(user, PartRow)
            query = user.select(user.owner if is_part else user.id).where(field == record_id)
            ids = {row[0] for row in self._file.run(query.tuples())}
            found.setdefault(user.owner.rel_model if is_part else user, set()).update(ids)
        return found

    def _is_used(self, record_id: str) -> bool:
        """One question over all links, put into words once: an undone list asks it row by row."""
        words, count = question_of_use(self.table)
        return bool(count) and bool(self._file.ask(words, [record_id] * count))

    def _use(self, field: ForeignKeyField, record_id: str) -> str:
        user = field.model
        is_part = issubclass(user, PartRow)
        users = user.owner if is_part else user.id
        query = user.select(fn.COUNT(users.distinct())).where(field == record_id).tuples()
        count = self._file.run(query)[0][0]
        noun = user.owner.rel_model.noun if is_part else user.noun
        return f"{count} {noun}" if count else ""
