"""Attached files on their way out: looked at in a copy, or saved where the person wants them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachment import Attachment, safe_name
from desktop_app.domain.errors import UserFacingError
from desktop_app.ui import messages
from desktop_app.ui.preview import saving
from desktop_app.ui.records.attached import attached_files

if TYPE_CHECKING:
    from desktop_app.storage import DataFile


def open_copy(parent: QWidget, file: DataFile, attachment: Attachment) -> bool:
    """Show a file in the system's own program; False, with a word on it, where that is not done."""
    if attachment.ending not in attached_files.OPENABLE:
        messages.show_note(
            parent,
            f"Không mở tệp «{attachment.name}» từ đây.",
            "Chương trình chỉ mở văn bản, bảng tính và ảnh. Nếu tin cậy tệp này, hãy bấm "
            "«Lưu ra…» rồi mở từ nơi đã lưu.",
        )
        return False
    try:
        content = file.attachments.content(attachment)
        path = attached_files.copy_to_look_at(attachment, content)
    except UserFacingError as error:
        messages.show_error(parent, error)
        return False
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        messages.show_note(parent, "Chưa mở được chương trình xem tệp.", f"Tệp nằm ở {path}")
        return False
    return True


def save_out(parent: QWidget, file: DataFile, attachment: Attachment) -> Path | None:
    """Write a file where the person wants it; None when it is not written."""
    try:
        content = file.attachments.content(attachment)
    except UserFacingError as error:
        messages.show_error(parent, error)
        return None
    path = saving.ask_path_for_copy(parent, safe_name(attachment.name))
    return path if path is not None and saving.write(parent, path, content) else None
