"""A word of warning where something looks like a classified paper: this is no place for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.classified import mark_in, mark_in_name
from desktop_app.domain.record import Record
from desktop_app.domain.search_text import words_of
from desktop_app.ui import messages

_WHY = (
    "Chương trình không dành cho tài liệu mật. Nếu đúng là nội dung mật, hãy bỏ ra và hỏi cán bộ "
    "bảo mật của đơn vị."
)


def note_of(record: Record) -> str:
    """What to say over the form of a record; empty where nothing looks classified."""
    mark = mark_in(words_of(record))
    return f"Có chữ «{mark}». {_WHY}" if mark else ""


def wanted_files(parent: QWidget, chosen: Sequence[Path]) -> list[Path]:
    """The files without those whose names look classified, unless the person wants them."""
    return [path for path in chosen if _is_wanted(parent, path.name)]


def _is_wanted(parent: QWidget, name: str) -> bool:
    mark = mark_in_name(name)
    return not mark or messages.ask(
        parent, f"Tên tệp «{name}» có chữ «{mark}».", _WHY, "Vẫn đính kèm", danger=True
    )
