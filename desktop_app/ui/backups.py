"""Backups while one works: when the next is due, made in the background, told in a word."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.vietnamese import short_date
from desktop_app.storage.backups.backup import Backup, Reason
from desktop_app.storage.backups.copying import make_backup
from desktop_app.storage.backups.folder import (
    backups_of,
    copy_to_second_place,
    folder_of,
    thin_out,
)
from desktop_app.storage.backups.following import encrypt_plain
from desktop_app.ui import messages
from desktop_app.ui.background import Job, Report, run_in_background, wait_for
from desktop_app.ui.records.memory import settings

if TYPE_CHECKING:
    from desktop_app.storage import DataFile
    from desktop_app.storage.file_key import FileKey

EVERY = dt.timedelta(minutes=30)
"""At most this much work is newer than the newest backup."""
REMIND_AFTER = dt.timedelta(days=7)
"""How long the second place may go without a backup before the person is reminded."""
_LOOK = 60_000
_SECOND = "backup/second_place"
_SECOND_AT = "backup/second_place_at"
_log = logging.getLogger(__name__)


class Backups(QObject):
    """Watches one open file. The sample file is backed up only when somebody asks for it."""

    def __init__(self, window: QWidget, made: Callable[[], object]) -> None:
        """`made` is called after every backup that was made."""
        super().__init__(window)
        self._window = window
        self._made = made
        self._file: DataFile | None = None
        self._job: Job | None = None
        self.newest: Backup | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)

    def watch(self, file: DataFile) -> None:
        """From now on this file is backed up as it changes."""
        self._file = file
        self.newest = next(iter(backups_of(file.path)), None)
        self._timer.start()

    def leave(self) -> None:
        """The file is about to be closed: one more backup if it changed, waited for."""
        self._timer.stop()
        if self._job is None and self._is_wanted:
            self.begin(Reason.CLOSE)
        self._wait()
        self._file = None
        self.newest = None

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """No backup begins while something else copies the pages of the file."""
        self._wait()
        self._timer.stop()
        try:
            yield
        finally:
            if self._file is not None:
                self._timer.start()

    def look(self) -> None:
        """Begin the backup that is due, if one is."""
        reason = self.due(dt.datetime.now())
        if reason and self._job is None:
            self.begin(reason)

    def due(self, now: dt.datetime) -> Reason | None:
        """The first of a day, or the next one half an hour after the last."""
        if not self._is_wanted:
            return None
        if self.newest is None or self.newest.made_at.date() < now.date():
            return Reason.DAY
        return Reason.WORK if now - self.newest.made_at >= EVERY else None

    def begin(self, reason: Reason) -> None:
        """A backup now, in the background; a second one waits for the first."""
        self._wait()
        file = self._file
        if file is None:
            return
        try:
            content = file.stand_still()
        except UserFacingError as error:
            self._fail(error)
            return
        pages, path, key, second = file.pages, file.path, file.key, second_place()

        def work(report: Report) -> tuple[Backup, bool]:
            made = make_backup(pages, path, folder_of(path), reason, content, report, key=key)
            thin_out(path)
            if key:
                encrypt_plain(path, None, key)
            return made, second is not None and _put_there(made, path, second, key)

        self._job = run_in_background(work, self._end, self._fail)

    def made_now(self, reason: Reason) -> Backup | None:
        """A backup of what is in the file now, waited for; None where it failed, which is told."""
        before = self.newest
        self.begin(reason)
        self._wait()
        return self.newest if self.newest is not before else None

    def second_place_is_late(self, now: dt.datetime) -> bool:
        """Whether a second place is named and has had no backup for long."""
        kept = str(settings().value(_SECOND_AT, ""))
        if second_place() is None:
            return False
        return not kept or now - dt.datetime.fromisoformat(kept) > REMIND_AFTER

    def in_words(self) -> str:
        """«Sao lưu gần nhất: hôm nay 08:00»."""
        if self.newest is None:
            return "Chưa sao lưu"
        made, today = self.newest.made_at, dt.date.today()
        day = "hôm nay" if made.date() == today else short_date(made.date())
        late = self.second_place_is_late(dt.datetime.now())
        again = "; nơi thứ hai quá 7 ngày chưa có bản mới" if late else ""
        return f"Sao lưu gần nhất: {day} {made:%H:%M}{again}"

    @property
    def _is_wanted(self) -> bool:
        """Whether something was saved that no backup has yet."""
        file = self._file
        if file is None or file.is_sample:
            return False
        changes = file.history.newest()
        return changes > (self.newest.content.changes if self.newest else 0)

    def _end(self, answer: tuple[Backup, bool]) -> None:
        made, is_twice = answer
        self._free()
        self.newest = made
        if is_twice:
            settings().setValue(_SECOND_AT, made.made_at.isoformat())
        self._made()

    def _fail(self, error: Exception) -> None:
        self._free()
        _log.warning("a backup was not made", exc_info=error)
        messages.tell(self._window, error)

    def _free(self) -> None:
        self._job = None
        if self._file is not None:
            self._file.move_again()

    def _wait(self) -> None:
        """Until the backup on its way is done."""
        if self._job is not None:
            wait_for(self._job)


def second_place() -> Path | None:
    """The folder for second copies, on another disk or a stick; None where none is named."""
    kept = str(settings().value(_SECOND, ""))
    return Path(kept) if kept else None


def name_second_place(folder: Path | None) -> None:
    """From now on every backup is copied there too."""
    settings().setValue(_SECOND, str(folder) if folder else "")
    settings().setValue(_SECOND_AT, "")


def _put_there(made: Backup, path: Path, folder: Path, key: FileKey | None) -> bool:
    """Whether the second place has it too; a stick that is not there is no error."""
    if not folder.exists():
        return False
    try:
        copy_to_second_place(made, folder)
    except OSError as error:
        _log.warning("the second place was not written", exc_info=error)
        return False
    thin_out(path, folder)
    if key:
        # a stick that was not there when the password was set
        encrypt_plain(path, folder, key)
    return True
