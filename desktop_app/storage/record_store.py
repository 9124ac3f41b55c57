"""The base of every store: complete records in, complete records out, each write in the history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, cast

from peewee import SQL, Expression, fn

from desktop_app.domain.errors import InvalidRecord, RecordInUse, RecordMissing
from desktop_app.domain.record import Record
from desktop_app.domain.years.period import Period
from desktop_app.storage import links, statements
from desktop_app.storage.history_entry import Change
from desktop_app.storage.plain import Plain, R, from_plain, kinds_of, links_of, relinked, to_plain
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
    judged_alone: ClassVar[bool] = False
    """Whether no other record can forbid one of these: then many are written at a stroke."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._loaded: dict[str, R] = {}
        self._ahead: dict[str, Plain | None] = {}
        """Images as they are in the file, of records that are about to be written."""
        self._given: set[str] = set()
        """Records in memory as they came to be saved: after the change they are read."""

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

    def count(self, period: Period | None = None) -> int:
        query = self.table.select(fn.COUNT(self.table.id)).tuples()
        own = query.where(self.table._meta.fields["period"] == period.id) if period else query
        return int(self._file.run(own)[0][0])

    def load(self, ids: Iterable[str]) -> dict[str, R]:
        """Complete records by id; those not in the file are left out."""
        wanted = set(ids)
        self._fetch([record_id for record_id in wanted if record_id not in self._loaded])
        return {record_id: self._loaded[record_id] for record_id in wanted & self._loaded.keys()}

    def forget(self, *, beyond: int = 0) -> None:
        """Drop what was read, where it is more than so many records."""
        if len(self._loaded) > beyond:
            self._loaded.clear()

    def forget_some(self, ids: Iterable[str]) -> None:
        for record_id in ids:
            self._loaded.pop(record_id, None)

    def _where(self, condition: Expression | SQL | None) -> tuple[R, ...]:
        query = self.table.select(self.table.id).order_by(SQL("rowid"))
        asked = query if condition is None else query.where(condition)
        ids = [row[0] for row in self._file.rows(*asked.sql())]
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
            self._loaded[record_id] = cast(R, from_plain(self.record, plain, self._file.linked))

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
        self._judge(record)
        with self._file.transaction():
            before = self._image(record.id)
            after = to_plain(record)
            if after != before:
                self._write(after)
                self._file.history.add(self.record, record.title, record.id, before, after)

    def put_lot(self, records: Sequence[R]) -> Iterator[R]:
        """Many in the running transaction, and tells of each as it is judged."""
        ids = {record.id for record in records}
        self.read_ahead(ids)
        if not self.judged_alone or len(ids) < len(records):
            for record in records:
                self.put(record)
                yield record
            return
        changes: list[Change] = []
        for record in records:
            self._judge(record)
            before, after = self._image(record.id), to_plain(record)
            if after != before:
                changes.append(Change(record.title, record.id, before, after))
            yield record
        plains = [change.after for change in changes if change.after]
        self._write_all(plains)
        self._file.history.add_lot(self.record, changes)
        self._load_links(plains)
        given = {record.id: record for record in records if self._is_as_read(record)}
        self._loaded.update(given)
        self._given.update(given)

    def _is_as_read(self, record: R) -> bool:
        """Whether what was just written would be read as this: then it need not be."""
        return all(self._file.linked(type(link), link.id) == link for link in links_of(record))

    def _judge(self, record: R) -> None:
        if problems := record.problems() | self.file_problems(record):
            raise InvalidRecord(problems)

    def file_problems(self, record: R) -> dict[str, str]:
        """Field → sentence for what the other records of the file forbid."""
        if not self.once_per:
            return {}
        place = self._place(record)
        twin = next((o for o in self.all() if o.id != record.id and self._place(o) == place), None)
        return {self.once_per[-1]: f"Đã có «{twin.title}» trong tệp."} if twin else {}

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
        self.forget_some(self._given)
        self._given.clear()

    def _write(self, plain: Plain) -> None:
        self._write_all([plain])

    def _write_all(self, plains: Sequence[Plain]) -> None:
        for plain in plains:
            self._ahead.pop(plain["id"], None)
        rows = [encoded(self.record, plain) for plain in plains]
        statements.upsert(self._file, self.table, rows)
        for name, table in self.parts.items():
            self._write_parts(table, self._part(name), {p["id"]: p.get(name, []) for p in plains})
        self._file.forget_changed(self.record, [plain["id"] for plain in plains])

    def _write_parts(
        self, table: type[PartRow], part: type[Record], owned: Mapping[str, list[Plain]]
    ) -> None:
        kept = {owner: [plain["id"] for plain in plains] for owner, plains in owned.items()}
        statements.delete_others(self._file, table, kept)
        rows = [
            encoded(part, plain) | {"owner": owner, "position": position}
            for owner, plains in owned.items()
            for position, plain in enumerate(plains)
        ]
        statements.upsert(self._file, table, rows)

    def _remove(self, record_id: str) -> None:
        self._ahead.pop(record_id, None)
        statements.delete(self._file, self.table, record_id)
        self._file.forget_changed(self.record, [record_id])

    def _refuse_if_used(self, record_id: str, title: str) -> None:
        if uses := links.uses_of(self._file, self.table, record_id):
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
            for table, ids in links.users_of(self._file, self.table, gone).items()
            for store in self._file.stores
            if store.table is table
            for user in store.load(ids).values()
        ]
        for store, user in users:
            before = to_plain(user)
            after = relinked(store.record, before, self.record, gone, kept)
            self._file.history.add(store.record, user.title, user.id, before, after)
        for field in links.links_to(self.table):
            self._file.run(field.model.update({field: kept}).where(field == gone))
        self._file.forget_loaded()
