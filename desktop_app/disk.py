"""What a disk is asked and what it answers: files that outlive a power cut, errors in words."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

PART = ".dang-ghi"
"""Behind the name of a file that is not whole yet."""


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A file to write first: whole and on the disk it takes the target's place at the end.

    Whatever goes wrong meanwhile, the target stays as it was and nothing half is left beside it.
    Raises OSError.
    """
    part = target.with_name(target.name + PART)
    try:
        part.unlink(missing_ok=True)
        yield part
        flush(part)
        part.replace(target)
        settle(target.parent)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Until a file's bytes are on the disk and not in its memory alone."""
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def settle(folder: Path) -> None:
    """Until the names in a folder are on the disk too: a file that was renamed into its place is
    otherwise the old one again after a power cut. Windows keeps names by itself."""
    if os.name == "nt":
        return
    # some network drives refuse it; the file itself is on the disk all the same
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_full(error: OSError) -> bool:
    """Whether there is no room left on the disk, or none for this person."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def is_refused(error: OSError) -> bool:
    """Whether somebody else has the file, or the folder takes none."""
    return error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


def reason(error: OSError) -> str:
    """Why the disk did not do it, as the middle of a sentence."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return "tệp đang mở ở chương trình khác hoặc thư mục không cho ghi"
    return _REASONS.get(error.errno or 0, "hệ điều hành báo lỗi khi ghi")


_REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đĩa đã đầy",
    errno.EBUSY: "tệp đang mở ở chương trình khác",
    errno.ETXTBSY: "tệp đang mở ở chương trình khác",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOENT: "thư mục không còn",
    errno.ENOTDIR: "thư mục không còn",
    errno.EISDIR: "đã có một thư mục mang tên này",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EIO: "đĩa hỏng hoặc đã bị rút ra",
}
