"""What a window offers with lists from outside: taking one in, and putting letters right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class ImportActions:
    """The entries of «Tệp» and «Công cụ»."""

    def __init__(self, window: MainWindow, make: Callable[..., QAction]) -> None:
        """`make` makes an action of its words, picture, keys and what is done."""
        self._window = window
        self.take_in = make("Nhập danh sách…", "file-up", "", lambda: self.begin(""))
        self.letters = make("Soát chữ trong tệp…", "search", "", self._look_at_letters)

    def show_state(self) -> None:
        for action in (self.take_in, self.letters):
            action.setEnabled(self._window.file is not None)

    def begin(self, kind: str) -> None:
        """The wizard, for a list of this kind; without one the person chooses."""
        from desktop_app.ui.import_lists.wizard import ImportWizard

        window = self._window
        if window.file is None or not window.can_leave():
            return
        record = window.page().record
        wizard = ImportWizard(window.file, window.period, window.backups, kind, record, window)
        if asked(wizard):
            window.reload()
            window.say(wizard.said)

    def _look_at_letters(self) -> None:
        from desktop_app.ui.import_lists.letters_dialog import LettersDialog

        window = self._window
        if window.file is None or not window.can_leave():
            return
        dialog = LettersDialog(window.file, window.backups, window)
        asked(dialog)
        if dialog.repaired_count:
            window.reload()
            window.say(f"Đã sửa chữ ở {dialog.repaired_count} chỗ; Ctrl+Z để hoàn tác.")
