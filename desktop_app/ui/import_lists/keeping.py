"""A backup first, then many records as one change, with the window painted meanwhile."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.storage.backups.backup import Reason

if TYPE_CHECKING:
    from desktop_app.storage import DataFile
    from desktop_app.ui.backups import Backups

_FRAME = 0.05
"""Seconds between two looks at the window."""


def back_up_first(backups: Backups | None) -> bool:
    """A backup of the file as it is, waited for. False when it was not made, which is told."""
    if backups is None:
        return True
    return backups.made_now(Reason.IMPORT) is not None


def save_as_one(
    file: DataFile, records: Sequence[Record], words: str, parent: QWidget | None
) -> None:
    """All or none of them, as one change. Raises UserFacingError with nothing written."""
    strip = _strip(len(records), words, parent)
    shown_at = time.monotonic()
    try:
        with file.transaction():
            for done, record in enumerate(records, 1):
                try:
                    file.store_of(type(record)).put(record)
                except UserFacingError as error:
                    raise _named(record, error) from error
                if time.monotonic() - shown_at > _FRAME:
                    strip.setValue(done)
                    QCoreApplication.processEvents(
                        QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
                    )
                    shown_at = time.monotonic()
    finally:
        strip.close()
        strip.deleteLater()


def _named(record: Record, error: UserFacingError) -> UserFacingError:
    kept = "Chưa có gì được ghi: cả danh sách được giữ nguyên như trước khi nhập."
    return UserFacingError(f"«{record.title}»: {error.what}", kept, error.remedy)


def _strip(count: int, words: str, parent: QWidget | None) -> QProgressDialog:
    strip = QProgressDialog(words, "", 0, count, parent)
    strip.setCancelButton(None)
    strip.setWindowTitle("Đang ghi")
    strip.setWindowModality(Qt.WindowModality.WindowModal)
    strip.setMinimumDuration(400)
    return strip
