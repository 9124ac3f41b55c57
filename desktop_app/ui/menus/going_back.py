"""A backup in the place of a file: asked for, or offered where a file did not open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import DataFileDamaged, DataFileInSharedPlace, UserFacingError
from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from desktop_app.storage.backups.backup import Backup
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.menus.file_menu import FileMenu


class GoingBack:
    """What stands in the file's place is set aside beside it, never overwritten."""

    def __init__(self, window: MainWindow, files: FileMenu) -> None:
        self._window = window
        self._files = files

    def restore(self) -> None:
        """The open file goes back to a backup; it is set aside, not overwritten."""
        from desktop_app.ui.dialogs.restore_dialog import RestoreDialog

        file, files = self._window.file, self._files
        if file is None or not files.attempt(file.access.check_admin):
            return
        if not self._window.can_leave():
            return
        content = file.stand_still()
        file.move_again()
        dialog = RestoreDialog(file.path, content, self._window)
        is_wanted = asked(dialog)
        if is_wanted and dialog.chosen is not None:
            self.put_back(dialog.chosen, file.path)

    def tell_and_mend(self, path: Path, error: UserFacingError) -> bool:
        """Why a file did not open; a damaged one is replaced by its newest good backup, if asked.

        One on a network or in a synced folder is copied to this PC, if asked. True when the
        window shows a file afterwards.
        """
        if isinstance(error, DataFileInSharedPlace):
            return self._open_copy(path, error)
        from desktop_app.storage.backups.folder import backups_of
        from desktop_app.ui import messages

        newest = next(iter(backups_of(path)), None) if isinstance(error, DataFileDamaged) else None
        if newest is None:
            messages.show_error(self._window, error)
            return False
        wanted = messages.ask(
            self._window,
            error.what,
            f"Có bản sao lưu lúc {newest.made_at:%H:%M ngày %d/%m/%Y}. Tệp hỏng được giữ lại bên "
            "cạnh, không bị xoá.",
            "Mở bản sao lưu",
        )
        return wanted and self.put_back(newest, path)

    def _open_copy(self, path: Path, error: DataFileInSharedPlace) -> bool:
        from desktop_app.ui.copying_in import offer_copy

        copy = offer_copy(self._window, path, error, self._files.in_background)
        return copy is not None and self._files.open(copy)

    def put_back(self, backup: Backup, path: Path) -> bool:
        """A backup in the place of a file; whatever happens a file is open afterwards."""
        from desktop_app.storage.backups.restoring import restore
        from desktop_app.ui.locking.opening import ask_key, needs_another_key

        files = self._files
        shown = self._window.file if files.is_shown(path) else None
        old = key = shown.key if shown else None
        if needs_another_key(backup.path, key):
            key = ask_key(self._window, backup.path)
            if key is None:
                return False
        if shown:
            self._window.close_file()
        done = files.in_background(lambda: restore(backup, path, key), "Đang phục hồi…")
        if done or shown:
            done = files.attempt(lambda: files.open_file(path, key if done else old)) and done
            done = done and self._window.file is not None
        if done:
            self._window.say(f"Đã phục hồi bản sao lưu lúc {backup.made_at:%H:%M, %d/%m/%Y}.")
        return done
