"""Files on their way in and out of the data file: read whole, shown from a copy, never run."""

from __future__ import annotations

import contextlib
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.attachment import Attachment, safe_name
from desktop_app.domain.errors import UserFacingError
from desktop_app.ui import looked_at

if TYPE_CHECKING:
    from desktop_app.ui.background import Report

OPENABLE = frozenset(".pdf .docx .doc .xlsx .xls .odt .ods .png .jpg .jpeg .tif .tiff .txt".split())
"""Papers and pictures. Everything else might be a program and is only saved out."""
_PIECE = 1024 * 1024


def read_file(path: Path, report: Report) -> bytes:
    """All bytes of a regular file; runs in the background. Raises UserFacingError."""
    from desktop_app.storage import attachment_store

    name = safe_name(path.name)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _refusal(
                name, "đây không phải là một tệp", "Hãy chọn từng tệp, không chọn thư mục."
            )
        attachment_store.refuse_if_too_large(name, found.st_size)
        content = bytearray()
        with path.open("rb") as source:
            while piece := source.read(_PIECE):
                content += piece
                # it may have grown since it was measured
                attachment_store.refuse_if_too_large(name, len(content))
                report(len(content), max(found.st_size, len(content)))
    except OSError as error:
        raise _refusal(
            name,
            "không đọc được tệp",
            "Hãy kiểm tra ổ đĩa, thẻ nhớ và quyền đọc tệp rồi thử lại.",
        ) from error
    if not content:
        raise _refusal(name, "tệp rỗng", "Hãy mở tệp gốc xem còn nội dung không.")
    return bytes(content)


def together(errors: list[UserFacingError]) -> UserFacingError:
    """One error that says them all."""
    if len(errors) == 1:
        return errors[0]
    return UserFacingError(
        "\n".join(error.what for error in errors),
        kept=errors[0].kept,
        remedy="\n".join(dict.fromkeys(error.remedy for error in errors)),
    )


def copy_to_look_at(attachment: Attachment, content: bytes) -> Path:
    """A copy that cannot be written to, in the cache. Raises UserFacingError."""
    from desktop_app.printing import output

    # `content` was checked against the hash, so the hash is safe as a folder's name
    path = looked_at.folder(looked_at.ATTACHMENTS) / attachment.sha256[:8]
    path /= safe_name(attachment.name)
    if _holds(path, content):
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists():
            # Windows does not replace a file that is read-only
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    except OSError as error:
        raise UserFacingError(
            f"Chưa mở được tệp kèm «{attachment.name}»: không ghi được bản sao để xem.",
            kept="Tệp kèm trong tệp dữ liệu còn nguyên.",
            remedy="Hãy bấm «Lưu ra…» rồi mở tệp từ nơi đã lưu.",
        ) from error
    output.write_bytes(path, content)
    with contextlib.suppress(OSError):
        path.chmod(stat.S_IRUSR)
    return path


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _refusal(name: str, why: str, remedy: str) -> UserFacingError:
    return UserFacingError(
        f"Chưa đính kèm được «{name}»: {why}.",
        kept="Các tệp kèm khác không thay đổi.",
        remedy=remedy,
    )
