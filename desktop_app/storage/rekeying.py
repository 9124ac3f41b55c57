"""A password set, changed or taken off: on a checked copy, which then takes the file's place."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_app import disk
from desktop_app.domain.errors import DataFileDamaged, DataFileError
from desktop_app.storage import opening
from desktop_app.storage.backups.copying import content_of, unlock
from desktop_app.storage.backups.folder import escaped
from desktop_app.storage.connection import connect, plain_errors
from desktop_app.storage.file_key import FileKey

_PART = ".dang-doi-mat-khau"
_ASIDE = ".truoc-doi-mat-khau"
_NUMBERS = ("user_version", "application_id")
"""What `sqlcipher_export` leaves behind."""
_UNSAFE = ("journal_mode = OFF", "synchronous = OFF")
"""A new file that is flushed once when it is whole, and thrown away when it is not."""
_ALL = 'SELECT * FROM "{}"'
"""Names of tables come from the file's own list of them."""
Tell = Callable[[str], object]
"""Hears what is being done; may raise to stop."""


def change_key(
    path: Path, old: FileKey | None, new: FileKey | None, tell: Tell = lambda _: None
) -> Path:
    """Writes a closed file anew under another key, or none; where the old one stands meanwhile.

    The old file stays beside the new one until one of them is opened. Raises DataFileError;
    then the file is as it was.
    """
    old = opening.check_header(path, old)
    lock = opening.locked(path)
    part, aside = _beside(path, _PART), _beside(path, _ASIDE)
    try:
        tell("Đang ghi bản mới của tệp…")
        export(path, old, part, new)
        tell("Đang so bản mới với tệp cũ…")
        _compare(path, old, part, new)
        _set_aside(path, aside)
        part.replace(path)
        disk.settle(path.parent)
    except OSError as error:
        raise _not_changed(path, disk.reason(error)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        lock.release()
    return aside


def forget_old(path: Path) -> None:
    """The file was opened, old or new: what `change_key` set aside or left half written goes.

    It may be in clear where the file is not, so it does not wait for anybody.
    """
    parts = path.parent.glob(f"{escaped(path.stem)}-*{disk.PART}")
    for left in (_beside(path, _ASIDE), _beside(path, _PART), *parts):
        with contextlib.suppress(OSError):
            left.unlink(missing_ok=True)


def take_back(path: Path) -> None:
    """The new file does not open: the old one is the file again. Raises OSError."""
    aside = _beside(path, _ASIDE)
    if aside.exists():
        aside.replace(path)


def export(source: Path, old: FileKey | None, target: Path, new: FileKey | None) -> None:
    """All of a closed file in a new file under another key, on the disk when this returns.

    Raises DataFileError; then there is no new file.
    """
    try:
        target.unlink(missing_ok=True)
        with plain_errors():
            _export(source, old, target, new)
        with target.open("rb+") as written:
            os.fsync(written.fileno())
    except BaseException as error:
        for left in (target, _beside(target, "-journal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_changed(source, disk.reason(error)) from error
        raise


def same_rows(one: Path, one_key: FileKey | None, other: Path, other_key: FileKey | None) -> bool:
    """Whether two closed files hold the same rows in every table. Raises DataFileError."""
    return _rows_of(one, one_key) == _rows_of(other, other_key)


# --- how ----------------------------------------------------------------------------------


def _export(source: Path, old: FileKey | None, target: Path, new: FileKey | None) -> None:
    # as a connection of its own: it folds a log that a crash left into the file
    database = connect(source, old)
    try:
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        raw = new.raw if new else ""
        database.execute_sql("ATTACH DATABASE ? AS other KEY ?", (str(target), raw))
        for pragma in _UNSAFE:
            database.execute_sql(f"PRAGMA other.{pragma}")
        database.execute_sql("SELECT sqlcipher_export('other')").fetchone()
        for name in _NUMBERS:
            number = database.execute_sql(f"PRAGMA main.{name}").fetchone()[0]
            database.execute_sql(f"PRAGMA other.{name} = {number}")
        database.execute_sql("PRAGMA other.journal_mode = WAL")
        database.execute_sql("DETACH DATABASE other")
    finally:
        database.close()


def _compare(path: Path, old: FileKey | None, part: Path, new: FileKey | None) -> None:
    equal = content_of(part, new) == content_of(path, old) and same_rows(path, old, part, new)
    encrypted = new is None or new.opens(part)
    if not (equal and encrypted):
        raise DataFileError(
            "Bản mới của tệp không giống bản cũ nên không được dùng.",
            kept="Tệp và mật khẩu vẫn như trước.",
            remedy="Hãy kiểm tra ổ đĩa rồi thử lại.",
        )


def _rows_of(path: Path, key: FileKey | None) -> dict[str, str]:
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with contextlib.closing(driver.connect(uri, uri=True)) as database:
            unlock(database, key)
            listed = "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
            return {
                name: f"{sql} {_sum(database, name)}"
                for name, sql in database.execute(listed).fetchall()
            }
    except driver.Error as error:
        raise DataFileDamaged(
            f"Tệp «{path.name}» bị hỏng nên không đổi được mật khẩu.",
            kept="Tệp được giữ nguyên như đang có.",
            remedy="Hãy phục hồi một bản sao lưu rồi thử lại.",
        ) from error


def _sum(database: driver.Connection, table: str) -> str:
    """A sum of all rows, in whatever order they lie."""
    total = 0
    # the index of words keeps none of its own: its tables beside it are counted
    if table == "search_words":
        return ""
    for row in database.execute(_ALL.format(table)):
        digest = hashlib.blake2b(repr(row).encode("utf-8", "surrogatepass"), digest_size=16)
        total += int.from_bytes(digest.digest(), "big")
    return f"{total:x}"


def _set_aside(path: Path, aside: Path) -> None:
    """The old file under a second name, so that at no moment there is no file at all."""
    aside.unlink(missing_ok=True)
    try:
        os.link(path, aside)
    except OSError:
        # a stick knows no second names
        shutil.copyfile(path, aside)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _not_changed(path: Path, why: str) -> DataFileError:
    return DataFileError(
        f"Chưa đổi được mật khẩu của «{path.name}»: không ghi được bản mới của tệp, {why}.",
        kept="Tệp và mật khẩu vẫn như trước.",
        remedy="Hãy kiểm tra chỗ trống (cần bằng hai lần cỡ tệp) và quyền ghi rồi thử lại.",
    )
