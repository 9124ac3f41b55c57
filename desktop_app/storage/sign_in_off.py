"""The way back in when every administrator's password is lost: a backup, then sign-in is off.

It is no hole that was not there: whoever has the file, and its password where it has one, can
read and write it with other tools too. What is left is the trace in the history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import file_key
from desktop_app.storage.backups.backup import Backup, Reason
from desktop_app.storage.backups.copying import make_backup
from desktop_app.storage.backups.folder import folder_of
from desktop_app.storage.data_file import DataFile
from desktop_app.storage.file_lock import current_user


def sign_in_off(path: Path, ask_password: Callable[[], str]) -> Backup:
    """The backup that was made first. Raises UserFacingError; then nothing has changed."""
    key = None
    if file_key.is_encrypted(path):
        key = file_key.key_of_password(file_key.read_header(path), ask_password())
    with DataFile.open(path, key) as file:
        if not file.access.is_on:
            raise UserFacingError("Đăng nhập của tệp này đang tắt.", kept="Không có gì thay đổi.")
        content = file.stand_still()
        backup = make_backup(file.pages, path, folder_of(path), Reason.HAND, content, key=key)
        file.move_again()
        now = dt.datetime.now()
        file.access.turn_off_without_password(
            f"Đăng nhập bị tắt từ dòng lệnh lúc {now:%H:%M ngày %d/%m/%Y}, tài khoản máy "
            f"«{current_user()}»."
        )
    return backup
