"""Autosave: what is typed into a form goes into a draft of the file, so a crash costs seconds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.typed_words import words_in

if TYPE_CHECKING:
    from desktop_app.storage import DataFile

IDLE = 2000
"""Milliseconds after the last key before the draft is written."""
LONGEST = 4000
"""Milliseconds that a person who never pauses can type before it is written all the same."""


class DraftKeeper(QObject):
    """Watches a form and keeps its edits as a draft of the file.

    It waits while an input method holds a half-made word, but never longer than `LONGEST`:
    reading the fields takes nothing out of the person's hands.
    """

    told = Signal(str)
    """How it stands with the draft, in a few words."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self.file: DataFile | None = None
        self.is_new = False
        """Whether the shown record was never saved."""
        self.whole: Callable[[Record], tuple[Record, Record | None]] | None = None
        """For a form of a part: the record of the file with the part in it, and as it is saved."""
        self._form = form
        self._kept = ""
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._maybe_keep)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.timeout.connect(self.keep)
        form.touched.connect(self._touched)

    def keep(self) -> None:
        """Write what stands in the form now, durable when this returns."""
        self._stop()
        form = self._form
        if self.file is None or form.shown is None or form.is_read_only:
            return
        record: Record = form.record_as_typed()
        if not form.differs(record):
            self.drop()
            return
        base: Record | None = None if self.is_new else form.shown
        if self.whole is not None:
            record, base = self.whole(record)
        try:
            self.file.drafts.keep(record, base)
        except UserFacingError as error:
            # said in the foot and tried again with the next key: no window over what is typed
            self.told.emit(f"Chưa tự lưu được bản nháp: {error.what}")
            return
        self._kept = record.id
        self.told.emit(f"Bản nháp tự lưu {dt.datetime.now():%H:%M}")

    def keep_unreadable(self, title: str) -> None:
        """What stands in fields and is no value, so that no record can hold it: in words.

        Raises UserFacingError.
        """
        unread = [field for field in self._form.fields.values() if field.own_problem()]
        words = [said for field in unread for said in words_in(field)]
        if words and self.file is not None:
            self.file.drafts.keep_words(title, words)

    @property
    def kept(self) -> str:
        """The id of the record whose edits are in the file as a draft; empty for none."""
        return self._kept

    def drop(self) -> None:
        """The form was saved or given up: its draft has nothing more to say."""
        self._stop()
        if self._kept and self.file is not None:
            self.file.drafts.drop(self._kept)
        self._kept = ""
        self.told.emit("")

    def take_over(self, record_id: str) -> None:
        """A draft of an earlier day stands in the form: it goes when the form is saved."""
        self._kept = record_id

    def _touched(self) -> None:
        if self._form.shown is None or self._form.is_read_only:
            return
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()

    def _maybe_keep(self) -> None:
        if self._form.is_composing:
            self._idle.start()
        else:
            self.keep()

    def _stop(self) -> None:
        self._idle.stop()
        self._longest.stop()
