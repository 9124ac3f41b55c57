"""Which errors have words for the person at the desk: those of the machine too."""

from __future__ import annotations

import errno

from desktop_app import disk
from desktop_app.domain.errors import UserFacingError

_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS)
_KEPT = "Dữ liệu đã lưu trước đó còn nguyên."


def in_words(error: BaseException) -> UserFacingError | None:
    """The error as it is told; None for one that is a fault of the program itself."""
    if isinstance(error, UserFacingError):
        return error
    if isinstance(error, MemoryError) or getattr(error, "errno", 0) == errno.ENOMEM:
        return UserFacingError(
            "Máy không còn đủ bộ nhớ nên chưa làm được việc này.",
            kept=_KEPT,
            remedy="Hãy đóng bớt chương trình khác rồi thử lại.",
        )
    if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
        return UserFacingError(
            f"Chưa làm được việc này: {disk.reason(error)}.",
            kept=_KEPT,
            remedy="Hãy kiểm tra chỗ trống và ổ đĩa rồi thử lại.",
        )
    return None
