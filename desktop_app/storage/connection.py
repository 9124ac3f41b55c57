"""One connection to one SQLite file through sqlcipher3, with durable and exclusive settings."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as driver

from desktop_app.domain.errors import DataFileBusy, DataFileDamaged, DataFileError, RecordInUse
from desktop_app.storage.file_key import FileKey

_PATIENCE = 1
"""Seconds to wait for another program that holds the file: the window stands still meanwhile."""
_PRAGMAS = (
    # Of a damaged file the driver would print a line for every page; it is said once, by us.
    ("cipher_log_level", "NONE"),
    # Exclusive before WAL: the shared-memory file is then never needed.
    ("locking_mode", "EXCLUSIVE"),
    ("journal_mode", "WAL"),
    # FULL: a save that the screen confirms survives a power cut; NORMAL loses the last ones.
    ("synchronous", "FULL"),
    ("foreign_keys", "ON"),
    ("busy_timeout", "1000"),
)
_DAMAGE = ("malformed", "not a database", "corrupt", "vtable constructor failed")
_EXPECTED = {
    "foreign_keys": 1,
    "synchronous": 2,
    "journal_mode": "wal",
    "locking_mode": "exclusive",
}


_ENCRYPTED = (
    # Said in so many words: another version of the library may have other habits.
    ("cipher_compatibility", "4"),
)


def connect(path: Path, key: FileKey | None = None) -> SqlCipherDatabase:
    """An open connection whose settings were read back. Raises DataFileError and its kinds.

    With a key the pages are encrypted, and each is known to be as it was written.
    """
    raw, first = (key.raw, _ENCRYPTED) if key else ("", ())
    database = SqlCipherDatabase(str(path), passphrase=raw, autoconnect=False, timeout=_PATIENCE)
    with errors_of_pages():
        database.connect()
        try:
            for name, value in (*first, *_PRAGMAS):
                database.execute_sql(f"PRAGMA {name} = {value}")
            _check_settings(database)
        except BaseException:
            database.close()
            raise
    return database


def _check_settings(database: SqlCipherDatabase) -> None:
    for name, expected in _EXPECTED.items():
        actual = pragma(database, name)
        if actual != expected:
            raise DataFileError(
                "Chưa mở được tệp dữ liệu: ổ đĩa này không nhận chế độ ghi an toàn.",
                kept=f"Tệp không bị thay đổi ({name} = {actual}).",
                remedy="Hãy chép tệp vào thư mục Tài liệu trên ổ cứng của máy rồi mở lại.",
            )


def pragma(database: SqlCipherDatabase, name: str) -> int | str:
    """One setting or check, as SQLite answers it."""
    answer: int | str = database.execute_sql(f"PRAGMA {name}").fetchone()[0]
    return answer


@contextlib.contextmanager
def plain_errors() -> Iterator[None]:
    """Turns the library's errors into sentences; peewee hides «disk full» behind its own."""
    try:
        yield
    except (peewee.PeeweeException, driver.Error) as error:
        raise _sentence(error) from error


@contextlib.contextmanager
def errors_of_pages() -> Iterator[None]:
    """`plain_errors` for a file whose pages nobody has checked yet: what else goes wrong in the
    library is damage, be it in the words of a table or in a length."""
    try:
        with plain_errors():
            yield
    except (peewee.PeeweeException, driver.Error, UnicodeDecodeError) as error:
        raise _damaged() from error
    except MemoryError as error:
        raise DataFileError(
            "Chưa kiểm tra được tệp dữ liệu: máy không đủ bộ nhớ, hoặc tệp đã bị hỏng.",
            kept="Tệp được giữ nguyên như đang có.",
            remedy="Hãy đóng bớt chương trình khác rồi mở lại; nếu vẫn thế, "
            "hãy mở một bản sao lưu gần nhất.",
        ) from error


def _damaged() -> DataFileDamaged:
    return DataFileDamaged(
        "Tệp dữ liệu bị hỏng hoặc không phải tệp của chương trình.",
        kept="Tệp được giữ nguyên như đang có.",
        remedy="Hãy mở một bản sao lưu gần nhất.",
    )


def _sentence(error: Exception) -> Exception:
    text = " | ".join(_chain(error)).casefold()
    if "foreign key constraint" in text:
        return RecordInUse(
            "Chưa lưu được: bản ghi này gắn với một bản ghi không còn trong tệp.",
            kept="Dữ liệu đã lưu trước đó không thay đổi.",
            remedy="Hãy nạp lại (F5) rồi chọn lại.",
        )
    if "locked" in text or "busy" in text:
        return DataFileBusy(
            "Tệp dữ liệu đang được một chương trình khác giữ.",
            kept="Tệp không bị thay đổi.",
            remedy="Hãy đóng chương trình kia rồi thử lại.",
        )
    if "out of memory" in text:
        return DataFileError(
            "Máy không còn đủ bộ nhớ nên chưa làm được việc này.",
            kept="Dữ liệu đã lưu trước đó còn nguyên.",
            remedy="Hãy đóng bớt chương trình khác rồi thử lại.",
        )
    if "is full" in text:
        return DataFileError(
            "Ổ đĩa đã đầy nên chưa lưu được.",
            kept="Dữ liệu đã lưu trước đó còn nguyên.",
            remedy="Hãy dọn bớt ổ đĩa rồi lưu lại.",
        )
    if any(word in text for word in _DAMAGE):
        return _damaged()
    if any(word in text for word in ("readonly", "unable to open", "disk i/o")):
        return DataFileError(
            "Không đọc hoặc ghi được tệp dữ liệu trên ổ đĩa này.",
            kept="Chưa chắc lần lưu vừa rồi đã vào tệp.",
            remedy="Hãy kiểm tra ổ đĩa, mở lại tệp và xem bản ghi vừa sửa.",
        )
    return error


def _chain(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield str(error)
        error = error.__cause__ or error.__context__
