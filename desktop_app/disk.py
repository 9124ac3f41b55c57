"""What a disk is asked and what it answers: new names that outlive a power cut, errors in words."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path


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
