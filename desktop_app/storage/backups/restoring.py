"""A backup in the place of the data file; the file that stood there is set aside, never lost."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from pathlib import Path

from desktop_app import disk
from desktop_app.domain.errors import DataFileError
from desktop_app.storage import opening
from desktop_app.storage.backups.backup import Backup
from desktop_app.storage.backups.copying import content_of, sha256_of
from desktop_app.storage.backups.folder import escaped
from desktop_app.storage.file_key import FileKey
from desktop_app.storage.rekeying import export, same_rows

_PART = ".dang-phuc-hoi"
_ASIDE = "-truoc-phuc-hoi-"
_BESIDE = ("-wal", "-shm", "-journal")


def check(backup: Backup, key: FileKey | None = None) -> FileKey | None:
    """The key of a backup that is still what it was when it was made: none of a plain one.

    Raises DataFileError; `PasswordNeeded` when it is encrypted and the given key is not its own.
    """
    try:
        same = sha256_of(backup.path) == backup.sha256
    except OSError as error:
        raise _damaged(backup) from error
    if not same:
        raise _damaged(backup)
    own = opening.check_header(backup.path, key)
    if content_of(backup.path, own) != backup.content:
        raise _damaged(backup)
    return own


def restore(backup: Backup, path: Path, key: FileKey | None = None) -> Path | None:
    """Puts a backup where the closed data file is; where the file that stood there is now.

    With a key the file has it afterwards, also when the backup is a plain one. Raises
    DataFileError; then the data file stands as it was.
    """
    own = check(backup, key)
    lock = opening.locked(path)
    part = path.with_name(path.name + _PART)
    aside = _free(path.with_name(f"{path.stem}{_ASIDE}{_now()}{path.suffix}"))
    try:
        _copy(backup, part, own, key)
        moved = _set_aside(path, aside)
        part.replace(path)
        disk.settle(path.parent)
    except OSError as error:
        _put_back(path, aside)
        raise DataFileError(
            f"Chưa phục hồi được từ «{backup.path.name}»: {disk.reason(error)}.",
            kept="Tệp dữ liệu còn nguyên như trước.",
            remedy="Hãy kiểm tra chỗ trống và quyền ghi của thư mục rồi thử lại.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        lock.release()
    return aside if moved else None


def set_aside_files(path: Path) -> tuple[Path, ...]:
    """The files that stood in the place of a data file before backups took it."""
    return tuple(sorted(path.parent.glob(f"{escaped(path.stem)}{_ASIDE}*{path.suffix}")))


def _copy(backup: Backup, part: Path, own: FileKey | None, key: FileKey | None) -> None:
    if key and own is None:
        # what has a password is at no moment written without one
        export(backup.path, None, part, key)
        same = same_rows(backup.path, None, part, key)
    else:
        shutil.copyfile(backup.path, part)
        with part.open("rb+") as copied:
            os.fsync(copied.fileno())
        same = sha256_of(part) == backup.sha256
    if not same:
        raise OSError("the copy differs")


def _set_aside(path: Path, aside: Path) -> bool:
    """The file with what belongs to it under another name; False where there was none.

    A file that was closed as it should be gets a second name, so that at no moment there is no
    file at all. One with a log beside it goes away first: another file must not find that log.
    """
    if not path.exists():
        return False
    if not any(path.with_name(path.name + ending).exists() for ending in _BESIDE):
        with contextlib.suppress(OSError):  # a stick knows no second names
            os.link(path, aside)
            return True
    for ending in ("", *_BESIDE):
        source = path.with_name(path.name + ending)
        if source.exists():
            source.replace(aside.with_name(aside.name + ending))
    return True


def _put_back(path: Path, aside: Path) -> None:
    if not aside.exists():
        return
    if path.exists():
        if path.samefile(aside):
            aside.unlink()
        return
    for ending in ("", *_BESIDE):
        source = aside.with_name(aside.name + ending)
        if source.exists():
            source.replace(path.with_name(path.name + ending))


def _free(path: Path) -> Path:
    """The name itself, or one with a number where it is taken."""
    place = 2
    found = path
    while found.exists():
        found = path.with_name(f"{path.stem}-{place}{path.suffix}")
        place += 1
    return found


def _now() -> str:
    return f"{dt.datetime.now():%Y%m%d-%H%M%S}"


def _damaged(backup: Backup) -> DataFileError:
    return DataFileError(
        f"Bản sao lưu «{backup.path.name}» đã bị hỏng hoặc bị sửa.",
        kept="Tệp dữ liệu còn nguyên như trước.",
        remedy="Hãy chọn một bản sao lưu khác.",
    )
