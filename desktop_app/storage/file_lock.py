"""The lock beside a data file: says who has it open and since when, and dies with its process."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import json
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_LOCKED_BYTE = 1 << 20
"""Windows locks byte ranges against reading too, so the lock sits far behind the text."""


@dataclass(frozen=True)
class Holder:
    """Who has the file open."""

    who: str
    computer: str
    since: dt.datetime | None


def current_user() -> str:
    """The name of the account at this PC."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "không rõ"


class FileLock:
    """Held through the operating system: after a crash it is free again without a question."""

    def __init__(self, data_file: Path) -> None:
        self.path = data_file.with_name(f".{data_file.name}.dang-mo")
        self._handle: IO[str] | None = None

    def take(self) -> Holder | None:
        """None when the lock is ours now, otherwise who holds it. Raises OSError."""
        handle = self.path.open("a+", encoding="utf-8")
        try:
            _lock(handle)
        except OSError:
            handle.close()
            return self._holder()
        if not self._is_current(handle):
            # The last holder removed the file between our opening and our locking it.
            handle.close()
            return self.take()
        self._handle = handle
        self._write_holder(handle)
        return None

    def release(self) -> None:
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        # Windows refuses to remove an open file: there the empty lock stays and harms nobody.
        with contextlib.suppress(OSError):
            self.path.unlink()
        _unlock(handle)
        handle.close()

    def _is_current(self, handle: IO[str]) -> bool:
        try:
            return os.path.samestat(os.fstat(handle.fileno()), self.path.stat())
        except OSError:
            return False

    def _write_holder(self, handle: IO[str]) -> None:
        handle.seek(0)
        handle.truncate()
        since = dt.datetime.now().isoformat(timespec="seconds")
        holder = {"who": current_user(), "computer": socket.gethostname(), "since": since}
        handle.write(json.dumps(holder | {"process": os.getpid()}, ensure_ascii=False))
        handle.flush()

    def _holder(self) -> Holder:
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
            return Holder(data["who"], data["computer"], dt.datetime.fromisoformat(data["since"]))
        except (OSError, ValueError, KeyError):
            return Holder("không rõ", "không rõ", None)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: IO[str]) -> None:
        handle.seek(_LOCKED_BYTE)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(handle: IO[str]) -> None:
        handle.seek(_LOCKED_BYTE)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: IO[str]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: IO[str]) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
