"""Attached files: their names beside records, their bytes once by SHA-256."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from peewee import SQL, Model

from desktop_app.domain.attachment import Attachment, free_name, safe_name
from desktop_app.domain.errors import DataFileDamaged, UserFacingError
from desktop_app.domain.record import Record
from desktop_app.storage.plain import Plain
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema import RECORD_TABLES
from desktop_app.storage.schema.keeping import AttachmentRow, ContentRow
from desktop_app.storage.statements import as_list

LARGEST = 20 * 1024 * 1024
"""Bytes; a larger file is refused with a sentence (design/window, 4)."""


class AttachmentStore(RecordStore[Attachment]):
    record = Attachment
    table = AttachmentRow

    def of_record(self, owner: Record) -> tuple[Attachment, ...]:
        """All files of a record, those of its parts included."""
        return self._where(AttachmentRow.owner == owner.id)

    def of_records(self, owners: Iterable[str]) -> tuple[Attachment, ...]:
        """All files of several records."""
        among = SQL("owner IN (SELECT value FROM json_each(?))", [as_list(owners)])
        return self._where(among)

    def of_part(self, owner: Record, part: str) -> tuple[Attachment, ...]:
        """The files of one part of a record; those of the whole for an empty part."""
        return tuple(found for found in self.of_record(owner) if found.part == part)

    def add(self, owner: Record, name: str, content: bytes, part: str = "") -> Attachment:
        """Keeps a file beside a record or its part; one that is there already stays as it is.

        Raises UserFacingError when it is too large.
        """
        refuse_if_too_large(name, len(content))
        sha256 = hashlib.sha256(content).hexdigest()
        wanted = safe_name(name)
        there = self.of_part(owner, part)
        for other in there:
            if (other.name, other.sha256) == (wanted, sha256):
                return other
        attachment = Attachment(
            owner=owner.id,
            part=part,
            name=free_name(wanted, [other.name for other in there]),
            sha256=sha256,
            size=len(content),
            added_at=dt.datetime.now().replace(microsecond=0),
        )
        with self._file.transaction():
            self.keep_content(sha256, content)
            return self.save(attachment)

    def _write_all(self, plains: Sequence[Plain]) -> None:
        super()._write_all(plains)
        for owner in {plain["owner"] for plain in plains}:
            self._file.search.note_files(owner)

    def _remove(self, record_id: str) -> None:
        gone = self.find(record_id)
        super()._remove(record_id)
        if gone is not None:
            self._file.search.note_files(gone.owner)

    def keep_content(self, sha256: str, content: bytes) -> None:
        """The bytes of a sum, once, before the attachment that names it."""
        row = ContentRow.insert(sha256=sha256, bytes=content)
        self._file.run(row.on_conflict_ignore())

    def drop_old_contents(self, since: dt.datetime) -> int:
        """Bytes of files that were deleted before a moment; how many contents went.

        Bytes that anything in the file still names stay. The history keeps that the files were
        there, and backups of that time keep the bytes.
        """
        gone = self._shas_of_gone(dt.datetime.min) - self._shas_of_gone(since)
        kept = {sha for table in _tables_with_bytes() for sha in self._shas(table)}
        there = set(self._shas(ContentRow))
        going = (gone & there) - kept
        if going:
            self._file.run(ContentRow.delete().where(ContentRow.sha256.in_(going)), own=True)
        return len(going)

    def _shas_of_gone(self, since: dt.datetime) -> set[str]:
        """The contents of attached files that were deleted or changed since a moment."""
        return {str(image["sha256"]) for image in self._file.history.gone(Attachment, since)}

    def _shas(self, table: type[Model]) -> list[str]:
        column = table._meta.fields["sha256"]
        return [row[0] for row in self._file.run(table.select(column).tuples())]

    def content(self, attachment: Attachment) -> bytes:
        """The bytes, checked against their hash. Raises DataFileDamaged."""
        query = ContentRow.select(ContentRow.bytes).where(ContentRow.sha256 == attachment.sha256)
        rows = self._file.run(query.tuples())
        content = bytes(rows[0][0]) if rows else b""
        if hashlib.sha256(content).hexdigest() != attachment.sha256:
            raise DataFileDamaged(
                f"Tệp kèm «{attachment.name}» trong tệp dữ liệu đã bị hỏng.",
                kept="Các dữ liệu khác vẫn mở được.",
                remedy="Hãy đính kèm lại tệp này từ bản gốc.",
            )
        return content


def _tables_with_bytes() -> tuple[type[Model], ...]:
    """The tables of records that name a content by its sum."""
    named = (table for table in RECORD_TABLES if "sha256" in table._meta.fields)
    return (AttachmentRow, *named)


def refuse_if_too_large(name: str, size: int) -> None:
    """Raises UserFacingError for a file that is larger than what is kept."""
    if size > LARGEST:
        raise UserFacingError(
            f"Tệp «{name}» lớn hơn 20 MB nên không đính kèm được.",
            kept="Các tệp kèm khác không thay đổi.",
            remedy="Hãy nén hoặc quét lại tệp ở độ phân giải thấp hơn.",
        )
