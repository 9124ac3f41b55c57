"""How a data file is made, locked, checked and upgraded before its stores touch it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from peewee import PeeweeException
from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop_app import disk
from desktop_app.domain.errors import (
    DataFileBusy,
    DataFileDamaged,
    DataFileError,
    DataFileTooNew,
    PasswordNeeded,
)
from desktop_app.storage import migrations
from desktop_app.storage.backups.backup import Content, Reason
from desktop_app.storage.backups.copying import counted, make_backup
from desktop_app.storage.backups.folder import folder_of
from desktop_app.storage.connection import errors_of_pages, plain_errors, pragma
from desktop_app.storage.file_key import FileKey, Lock, lock_of
from desktop_app.storage.file_lock import FileLock, Holder
from desktop_app.storage.schema import APPLICATION_ID, TABLES


def create_tables(database: SqlCipherDatabase) -> None:
    """Make the tables of a new file and say whose and of which version it is."""
    with plain_errors(), database.bind_ctx(TABLES), database.atomic():
        database.create_tables(TABLES)
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute_sql(f"PRAGMA user_version = {migrations.VERSION}")


def locked(path: Path) -> FileLock:
    """The lock of a data file, taken. Raises DataFileError where another program holds it."""
    lock = FileLock(path)
    try:
        holder = lock.take()
    except OSError as error:
        raise DataFileError(
            f"Không ghi được vào thư mục «{path.parent}»: {disk.reason(error)}.",
            kept="Không có gì thay đổi.",
            remedy="Hãy chọn một thư mục khác, ví dụ thư mục Tài liệu.",
        ) from error
    if holder:
        raise _busy(path, holder)
    return lock


def _busy(path: Path, holder: Holder) -> DataFileBusy:
    since = f" từ {holder.since:%H:%M ngày %d/%m/%Y}" if holder.since else ""
    return DataFileBusy(
        f"Tệp «{path.name}» đang được {holder.who} mở trên máy {holder.computer}{since}.",
        kept="Tệp không bị thay đổi.",
        remedy="Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại ở đây.",
    )


@contextlib.contextmanager
def cleaned_up(lock: FileLock) -> Iterator[None]:
    """Let the lock go when what is done under it fails."""
    try:
        yield
    except BaseException:
        lock.release()
        raise


def check_header(path: Path, key: FileKey | None = None) -> FileKey | None:
    """The key the file is to be opened with, before SQLite may touch it: none for a plain file.

    Raises PasswordNeeded for an encrypted file that the given key does not open.
    """
    try:
        with path.open("rb") as handle:
            header = handle.read(100)
    except OSError as error:
        raise DataFileError(
            f"Không mở được tệp «{path}».",
            kept="Không có gì thay đổi.",
            remedy="Hãy kiểm tra tên tệp, ổ đĩa hoặc thẻ nhớ rồi thử lại.",
        ) from error
    lock = lock_of(header[:16])
    if lock is Lock.ENCRYPTED:
        return _fitting(path, key, header[:16])
    if lock is Lock.DAMAGED:
        raise _damaged_lock(path)
    application = int.from_bytes(header[68:72], "big")
    if len(header) < 100 or lock is Lock.FOREIGN or application not in (0, APPLICATION_ID):
        raise _not_ours(path)
    _refuse_newer(int.from_bytes(header[60:64], "big"))
    return None


def _fitting(path: Path, key: FileKey | None, header: bytes) -> FileKey:
    if key is None or key.header != header:
        raise PasswordNeeded(
            f"Tệp «{path.name}» có mật khẩu.",
            kept="Tệp không bị thay đổi.",
            remedy="Hãy mở tệp trong cửa sổ chương trình và gõ mật khẩu.",
        )
    return key


def _damaged_lock(path: Path) -> DataFileDamaged:
    return DataFileDamaged(
        f"Phần khoá ở đầu tệp «{path.name}» đã bị hỏng: mật khẩu nào cũng không mở được.",
        kept="Tệp được giữ nguyên như đang có.",
        remedy="Hãy mở một bản sao lưu gần nhất; mật khẩu của bản sao lưu vẫn như cũ.",
    )


def _not_ours(path: Path) -> DataFileDamaged:
    return DataFileDamaged(
        f"«{path.name}» không phải tệp dữ liệu của chương trình, hoặc đã bị hỏng.",
        kept="Tệp được giữ nguyên như đang có.",
        remedy="Hãy chọn tệp khác, hoặc mở một bản sao lưu.",
    )


def _refuse_newer(version: int) -> None:
    if version > migrations.VERSION:
        raise DataFileTooNew(
            f"Tệp do bản mới hơn của chương trình tạo ra (phiên bản {version}).",
            kept="Tệp được giữ nguyên, chưa bị đụng đến.",
            remedy="Hãy cài bản mới của chương trình rồi mở lại.",
        )


def check_pages(database: SqlCipherDatabase, key: FileKey | None = None) -> None:
    """Raises DataFileDamaged; of an encrypted file every page is compared with its seal."""
    with errors_of_pages():
        torn = key and database.execute_sql("PRAGMA cipher_integrity_check").fetchone()
        answer = torn[0] if torn else pragma(database, "quick_check")
        application = pragma(database, "application_id")
    if answer != "ok" or application != APPLICATION_ID:
        raise DataFileDamaged(
            "Tệp dữ liệu bị hỏng nên không mở.",
            kept="Tệp được giữ nguyên như đang có.",
            remedy="Hãy mở một bản sao lưu gần nhất.",
        )


def upgrade(
    path: Path, database: SqlCipherDatabase, pages: BinaryIO, key: FileKey | None = None
) -> None:
    """Brings an older file up to date, after a backup of it as it is."""
    version = int(pragma(database, "user_version"))
    _refuse_newer(version)
    if version == migrations.VERSION:
        return
    content = stand_still(database)
    make_backup(pages, path, folder_of(path), Reason.UPGRADE, content, key=key)
    move_again(database)
    with plain_errors():
        migrations.upgrade(database, version)


def stand_still(database: SqlCipherDatabase) -> Content:
    """From now on changes stay in the log beside the file, so that its pages can be copied."""
    with plain_errors():
        database.execute_sql("PRAGMA wal_autocheckpoint = 0")
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return counted(database.execute_sql)


def move_again(database: SqlCipherDatabase) -> None:
    """The log is folded into the file again as it grows."""
    with plain_errors():
        database.execute_sql("PRAGMA wal_autocheckpoint = 1000")


def copy(database: SqlCipherDatabase, target: Path) -> None:
    """Written under another name first, so that a full disk leaves no half copy behind."""
    try:
        with disk.beside(target) as part:
            database.execute_sql("VACUUM INTO ?", (str(part),))
    except (OSError, PeeweeException) as error:
        why = disk.reason(error) if isinstance(error, OSError) else "đĩa đã đầy hoặc không ghi được"
        raise DataFileError(
            f"Chưa ghi được bản sao «{target}»: {why}.",
            kept="Tệp đang mở còn nguyên, mọi lần lưu trước vẫn ở trong đó.",
            remedy="Hãy kiểm tra chỗ trống và quyền ghi của thư mục, hoặc chọn nơi khác.",
        ) from error


def refuse_open_target(source: Path, target: Path) -> None:
    """A copy must not replace a file in use: what is saved there later would be lost."""
    if not target.exists():
        return
    if target.samefile(source):
        raise DataFileError(
            "Không thể lưu bản sao đè lên chính tệp đang mở.",
            kept="Tệp đang mở còn nguyên.",
            remedy="Hãy chọn tên khác hoặc thư mục khác cho bản sao.",
        )
    locked(target).release()
