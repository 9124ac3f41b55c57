"""A backup first, then many records as one change, with the window painted meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.domain.record import Record
from desktop_app.storage.backups.backup import Reason
from desktop_app.ui.progress_dialog import shown_writing

if TYPE_CHECKING:
    from desktop_app.storage import DataFile
    from desktop_app.ui.backups import Backups


def back_up_first(backups: Backups | None) -> bool:
    """A backup of the file as it is, waited for. False when it was not made, which is told."""
    if backups is None:
        return True
    return backups.made_now(Reason.IMPORT) is not None


def save_as_one(
    file: DataFile, records: Sequence[Record], words: str, parent: QWidget | None
) -> None:
    """All or none of them, as one change. Raises UserFacingError with nothing written."""
    done = 0
    with shown_writing(words, parent) as tell, file.transaction():
        try:
            for done, _ in enumerate(file.put_all(records), 1):
                tell(done, len(records))
        except InvalidRecord as error:
            raise _nothing_written(f"«{records[done].title}»: {error.what}", error) from error
        except UserFacingError as error:  # of the file, not of one record
            raise _nothing_written(error.what, error) from error


def _nothing_written(words: str, error: UserFacingError) -> UserFacingError:
    kept = "Chưa có gì được ghi: cả danh sách được giữ nguyên như trước khi nhập."
    return UserFacingError(words, kept, error.remedy)
