"""Papers into files: beside the target first, then in its place, so that no half file remains."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from desktop_app import disk
from desktop_app.domain.errors import PaperNotWritten
from desktop_app.papers.blocks import Document

KINDS = {".pdf": "PDF", ".docx": "Word"}

_KEPT = "Tệp cũ cùng tên, nếu có, vẫn nguyên vẹn."


def save(document: Document, path: Path) -> None:
    """Write the document as the ending of the name says, PDF or Word.

    Raises PaperNotWritten with the path and the reason.
    """
    write_bytes(path, _maker(path)(document))


def write_bytes(path: Path, data: bytes) -> None:
    """Put the bytes in the file, all of them or none."""
    try:
        temporary = _write_beside(path, data)
        try:
            temporary.replace(path)
        except OSError:
            _drop(temporary)
            raise
        disk.settle(path.parent)
    except OSError as error:
        raise PaperNotWritten(
            f"Chưa ghi được tệp «{path}»: {disk.reason(error)}.", _KEPT, _remedy(error)
        ) from error


def _maker(path: Path) -> Callable[[Document], bytes]:
    ending = path.suffix.lower()
    if ending == ".pdf":
        from desktop_app.printing.pdf import to_pdf

        return to_pdf
    if ending == ".docx":
        from desktop_app.printing.word import to_word

        return to_word
    raise PaperNotWritten(
        f"Chưa ghi được tệp «{path}»: không biết ghi loại tệp «{path.suffix or path.name}».",
        _KEPT,
        "Hãy đặt tên tệp có đuôi .pdf hoặc .docx.",
    )


def _write_beside(path: Path, data: bytes) -> Path:
    """A finished temporary file in the same folder, so that the last step is a mere renaming.

    Not through tempfile, which tries ten thousand names in a folder Windows forbids.
    """
    temporary = path.with_name(f".~{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.name != "nt" and path.exists():
            # colleagues who could read the old file can read the new one
            temporary.chmod(path.stat().st_mode & 0o777)
    except OSError:
        _drop(temporary)
        raise
    return temporary


def _drop(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink()


def _remedy(error: OSError) -> str:
    if disk.is_full(error):
        return "Hãy xóa bớt tệp không cần hoặc chọn ổ đĩa khác."
    if disk.is_refused(error):
        return "Hãy đóng tệp đó ở Word hoặc trình xem PDF, hoặc chọn thư mục khác."
    return "Hãy chọn thư mục hoặc tên tệp khác."
