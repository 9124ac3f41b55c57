"""The copy itself: written under another name, opened and counted, and only then a backup."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from sqlcipher3 import dbapi2 as driver

from desktop_app import disk
from desktop_app.domain.errors import DataFileError
from desktop_app.storage.backups.backup import (
    Backup,
    Content,
    Reason,
    manifest_of,
    name_of,
)
from desktop_app.storage.file_key import FileKey

_PIECE = 1 << 20
_HEAD = "SELECT seq, {} FROM history ORDER BY seq DESC LIMIT 1"
_COUNT = 'SELECT count(*) FROM "{}"'
"""Names of tables come from the file's own list of them."""
Tell = Callable[[int, int], object]
"""Is told how many bytes of how many are written; may raise to stop."""


def make_backup(
    source: BinaryIO,
    path: Path,
    folder: Path,
    reason: Reason,
    content: Content,
    tell: Tell = lambda _done, _whole: None,
    *,
    key: FileKey | None = None,
) -> Backup:
    """A checked copy of a file that stands still, read from `source`, in `folder`.

    The copy of an encrypted file is encrypted; `key` is needed to check it.
    Raises DataFileError when it cannot be written or is not equal; nothing half is left behind.
    """
    made_at = dt.datetime.now().replace(microsecond=0)
    target = _free(folder / name_of(path, made_at, reason))
    try:
        if not folder.exists():
            folder.mkdir(parents=True)
            disk.settle(folder.parent)
        with disk.beside(target) as part:
            sha256, size = _write(source, part, tell)
            _check_equal(content, content_of(part, key), folder)
        backup = Backup(target, made_at, reason, content, sha256, size)
        write_whole(manifest_of(target), backup.manifest().encode("utf-8"))
    except OSError as error:
        raise DataFileError(
            f"Chưa sao lưu được vào «{folder}»: {disk.reason(error)}.",
            kept="Tệp đang mở còn nguyên; các bản sao lưu cũ không bị đụng đến.",
            remedy="Hãy kiểm tra chỗ trống và quyền ghi của thư mục, hoặc chọn nơi khác.",
        ) from error
    return backup


def _check_equal(content: Content, found: Content, folder: Path) -> None:
    if found != content:
        raise DataFileError(
            "Bản sao lưu vừa ghi không giống tệp đang mở nên không được giữ lại.",
            kept="Tệp đang mở còn nguyên.",
            remedy=f"Hãy kiểm tra ổ đĩa của «{folder}» rồi sao lưu lại. "
            f"Khác ở: {_differing(content, found)}.",
        )


def _free(target: Path) -> Path:
    """The name itself; one with a number, which is sorted behind it, where it is taken."""
    found, place = target, 2
    while found.exists() or manifest_of(found).exists():
        found = target.with_name(f"{target.stem}_{place}{target.suffix}")
        place += 1
    return found


def content_of(path: Path, key: FileKey | None = None) -> Content:
    """What a closed data file holds, read without changing it. Raises DataFileError."""
    try:
        with contextlib.closing(
            driver.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as database:
            unlock(database, key)
            if database.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise driver.DatabaseError("quick_check")
            if key and database.execute("PRAGMA cipher_integrity_check").fetchone():
                raise driver.DatabaseError("cipher_integrity_check")
            return counted(database.execute)
    except driver.Error as error:
        raise DataFileError(
            f"Bản sao «{path.name}» bị hỏng.",
            kept="Tệp đang mở còn nguyên.",
            remedy="Hãy kiểm tra ổ đĩa rồi sao lưu lại.",
        ) from error


def unlock(database: driver.Connection, key: FileKey | None) -> None:
    """Gives a connection that was just opened its key."""
    if key:
        database.execute("PRAGMA key = '{}'".format(key.raw.replace("'", "''")))
        database.execute("PRAGMA cipher_compatibility = 4")
    database.execute("PRAGMA cipher_log_level = NONE")


def counted(execute: Callable[[str], object]) -> Content:
    """Version, head of the history and rows of every table, through an open connection."""

    def ask(sql: str) -> list[tuple[object, ...]]:
        return list(execute(sql).fetchall())  # type: ignore[attr-defined]

    names = [
        str(row[0])
        for row in ask(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'search_%'"
            " ORDER BY name"
        )
    ]
    rows = {name: int(str(ask(_COUNT.format(name))[0][0])) for name in names}
    version = int(str(ask("PRAGMA user_version")[0][0]))
    columns = {str(row[1]) for row in ask('PRAGMA table_info("history")')}
    seal = "seal" if "seal" in columns else "''"
    last = ask(_HEAD.format(seal)) if columns else []
    changes, head = (int(str(last[0][0])), str(last[0][1])) if last else (0, "")
    return Content(version, changes, head, rows)


def sha256_of(path: Path) -> str:
    """The sum of a file's bytes."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """A small file, whole or not at all."""
    with disk.beside(path) as part:
        part.write_bytes(content)


def _write(source: BinaryIO, part: Path, tell: Tell) -> tuple[str, int]:
    source.seek(0, os.SEEK_END)
    whole = source.tell()
    source.seek(0)
    digest = hashlib.sha256()
    done = 0
    with part.open("wb") as target:
        while piece := source.read(min(_PIECE, whole - done)):
            if target.write(piece) != len(piece):
                raise OSError("short write")
            digest.update(piece)
            done += len(piece)
            tell(done, whole)
    return digest.hexdigest(), done


def _differing(wanted: Content, found: Content) -> str:
    names = [name for name, count in wanted.rows.items() if found.rows.get(name) != count]
    return ", ".join(names[:3]) or "phiên bản"
