"""Drafts: what stands in a form and is not saved yet, kept so that a crash costs seconds."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.record import Record, new_id
from desktop_app.storage.plain import Plain, from_plain, to_plain
from desktop_app.storage.schema.keeping import DraftRow

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

_WORDS = "words"
"""The kind of drafts that belong to no record."""


@dataclass(frozen=True)
class Draft:
    """One kept draft: the record as it was typed, and what it was begun from."""

    record_id: str
    kind: str
    """The name of the record's class."""
    noun: str
    """What people call such a record: «hội nghị»."""
    title: str
    at: dt.datetime
    image: Plain
    base: Plain | None
    """None for a record that was never saved."""


@dataclass(frozen=True)
class KeptWords:
    """What was typed where no draft could be kept: the words beside each editor, and its own."""

    id: str
    title: str
    """What stood over the dialog, or the record that was being edited."""
    at: dt.datetime
    words: tuple[tuple[str, str], ...]


class Drafts:
    """The drafts of a file. They are no history: saving or giving up a form drops its draft.

    A draft changes no record, so each write is one statement that stands for itself: what was
    read of the file stays read, and the window does not look again.
    """

    def __init__(self, file: DataFile) -> None:
        self._file = file

    def keep(self, record: Record, base: Record | None) -> None:
        """Writes the record as it stands in the form; durable when this returns."""
        row = DraftRow.insert(
            record=record.id,
            kind=type(record).__name__,
            title=record.title,
            image=_text(record),
            base=_text(base) if base else None,
            at=dt.datetime.now().isoformat(timespec="seconds"),
        )
        self._file.run(row.on_conflict_replace())

    def drop(self, record_id: str) -> None:
        """The form was saved or given up."""
        self._file.run(DraftRow.delete().where(DraftRow.record == record_id))

    def keep_words(self, title: str, words: Sequence[tuple[str, str]]) -> None:
        """Writes what was typed in a dialog; also for somebody who may change nothing.

        Once: the lock may have to be tried again.
        """
        if any((one.title, one.words) == (title, tuple(words)) for one in self.words()):
            return
        row = DraftRow.insert(
            record=new_id(),
            kind=_WORDS,
            title=title,
            image=json.dumps(words, ensure_ascii=False),
            base=None,
            at=dt.datetime.now().isoformat(timespec="milliseconds"),
        )
        self._file.run(row, own=True)

    def words(self) -> tuple[KeptWords, ...]:
        """Of every dialog that had to close, the oldest first."""
        query = DraftRow.select().where(DraftRow.kind == _WORDS).order_by(DraftRow.at)
        return tuple(
            KeptWords(
                id=row["record"],
                title=row["title"],
                at=dt.datetime.fromisoformat(row["at"]),
                words=tuple((label, text) for label, text in json.loads(row["image"])),
            )
            for row in self._file.run(query.dicts())
        )

    def drop_words(self, kept: Iterable[KeptWords]) -> None:
        """They are not needed any more."""
        ids = [one.id for one in kept]
        self._file.run(DraftRow.delete().where(DraftRow.record.in_(ids)), own=True)

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest first."""
        rows = self._file.run(DraftRow.select().order_by(DraftRow.at.desc()).dicts())
        known = {store.record.__name__ for store in self._file.stores}
        return tuple(self._draft(row) for row in rows if row["kind"] in known)

    def find(self, record_id: str) -> Draft | None:
        rows = self._file.run(DraftRow.select().where(DraftRow.record == record_id).dicts())
        return self._draft(rows[0]) if rows else None

    def record_of(self, draft: Draft) -> Record:
        """The record as it was typed. Raises RecordMissing when something it names is gone."""
        store = self._file.store_named(draft.kind)
        return from_plain(store.record, draft.image, self._file.linked)

    def is_outdated(self, draft: Draft) -> bool:
        """Whether the saved record has changed since the draft was begun, or is gone."""
        return self.saved_image(draft) != draft.base

    def saved_image(self, draft: Draft) -> Plain | None:
        """The record of the draft as it is saved now; None when there is none."""
        saved = self._file.store_named(draft.kind).find(draft.record_id)
        return to_plain(saved) if saved else None

    def _draft(self, row: dict[str, str]) -> Draft:
        return Draft(
            record_id=row["record"],
            kind=row["kind"],
            noun=self._file.store_named(row["kind"]).table.noun,
            title=row["title"],
            at=dt.datetime.fromisoformat(row["at"]),
            image=json.loads(row["image"]),
            base=json.loads(row["base"]) if row["base"] else None,
        )


def _text(record: Record) -> str:
    return json.dumps(to_plain(record), ensure_ascii=False)
