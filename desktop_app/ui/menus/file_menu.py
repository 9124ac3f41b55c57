"""The menu «Tệp»: make, open and copy data files, and those opened lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app import paths
from desktop_app.domain.errors import UserFacingError
from desktop_app.ui import icons
from desktop_app.ui.accounts.signing_in import signed_in
from desktop_app.ui.asking import asked
from desktop_app.ui.later import later
from desktop_app.ui.menus.going_back import GoingBack
from desktop_app.ui.menus.recent_files import KINDS, RecentFiles, remember_file, with_ending
from desktop_app.ui.menus.unfinished import offer_unfinished

if TYPE_CHECKING:
    from desktop_app.storage import DataFile
    from desktop_app.storage.file_key import FileKey
    from desktop_app.ui.main_window import MainWindow

_EMPTY_TRASH_AFTER = 60_000
"""Milliseconds after opening: the person has other things to do first."""


class FileMenu:
    """Which file the window shows is decided here."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._recent = RecentFiles(self.open)
        self.going_back = GoingBack(window, self)

    def menu(self) -> QMenu:
        menu = QMenu("&Tệp")
        self._add(menu, "Tạo cơ sở dữ liệu mới…", "file-plus", "", self.create)
        self._add(menu, "Mở cơ sở dữ liệu…", "folder-open", "Ctrl+O", self.choose)
        menu.addMenu(self._recent)
        self._add(menu, "Mở dữ liệu mẫu", "book-open", "", self.open_sample)
        menu.addSeparator()
        self._add(menu, "Lưu một bản sao…", "copy", "", self.copy)
        self._add(menu, "Sao lưu ngay", "save", "", self.back_up)
        self._add(menu, "Phục hồi từ bản sao lưu…", "history", "", self.going_back.restore)
        self._add(menu, "Nơi sao lưu thứ hai…", "folder-open", "", self.choose_second_place)
        menu.addSeparator()
        self._add(menu, "Mật khẩu của tệp…", "lock", "", self.ask_password)
        menu.addAction(self._window.actions_.locking.action)
        menu.addSeparator()
        menu.addAction(self._window.actions_.imports.take_in)
        self._add(menu, "Xuất toàn bộ ra JSON…", "download", "", self._export_everything)
        self._add(menu, "Mở từ bản xuất JSON…", "file-up", "", self._open_from_export)
        menu.addSeparator()
        self._add(menu, "Bàn giao cho Cụm trưởng mới…", "handshake", "", self.hand_over)
        self._add(menu, "Mang sang máy khác…", "file-up", "", self.move)
        self._add(menu, "Nhận gói bàn giao…", "file-down", "", self.receive)
        menu.addSeparator()
        self._add(menu, "Thoát", "log-out", "Ctrl+Q", self._window.close)
        return menu

    # --- what the menu does ---------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file and show it."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._window, "Mở cơ sở dữ liệu", str(self._folder()), KINDS
        )
        if name:
            self.open(Path(name))

    def create(self) -> bool:
        """The wizard for a new file."""
        from desktop_app.ui.first_start.wizard import FirstStart

        if not self._can_leave():
            return False
        wizard = FirstStart(self._window)
        if not asked(wizard) or wizard.file is None:
            return False
        return self.show(wizard.file)

    def open_sample(self) -> bool:
        """The sample file, made on the first time; the person's own file is not touched."""
        from desktop_app.new_file import create_sample

        path = paths.data_file().with_name("Dữ liệu mẫu.thidua")
        if not self._can_leave() or self.is_shown(path):
            return False
        if path.exists():
            return self.attempt(lambda: self.open_file(path))
        return self.attempt(lambda: self.show(create_sample(path)))

    def open(self, path: Path) -> bool:
        """Show this file; when it cannot be opened the window keeps what it shows."""
        if self.is_shown(path) or not self._can_leave():
            return False
        try:
            return self.open_file(path)
        except UserFacingError as error:
            return self.going_back.tell_and_mend(path, error)

    def open_file(self, path: Path, key: FileKey | None = None) -> bool:
        """Show this file, asked for its password where it has one. Raises DataFileError."""
        from desktop_app.ui.locking.opening import open_asking

        file = open_asking(self._window, path, key)
        return file is not None and self.show(file)

    def ask_password(self) -> None:
        """Set, change or take off the password of the open file; left to administrators."""
        from desktop_app.ui.locking.file_password import ask_password

        file = self._window.file
        if file is not None and self.attempt(file.access.check_admin):
            ask_password(self._window)

    def copy(self) -> None:
        """A complete copy of the file under another name."""
        file = self._window.file
        if file is None:
            return
        from PySide6.QtWidgets import QFileDialog

        start = file.path.with_name(f"{file.path.stem} (bản sao){file.path.suffix}")
        name, _ = QFileDialog.getSaveFileName(self._window, "Lưu một bản sao", str(start), KINDS)
        if name and self.attempt(lambda: file.copy_to(with_ending(Path(name)))):
            self._window.say(f"Đã lưu bản sao: {name}")

    def back_up(self) -> None:
        """A backup at once, whatever the clock says."""
        from desktop_app.storage.backups.backup import Reason

        backups = self._window.backups
        if self._window.file is not None and backups is not None:
            backups.begin(Reason.HAND)
            self._window.say("Đang sao lưu…")

    def choose_second_place(self) -> None:
        """Where every backup is copied too: another disk or a stick."""
        from PySide6.QtWidgets import QFileDialog

        from desktop_app.ui.backups import name_second_place, second_place

        start = second_place() or self._folder()
        name = QFileDialog.getExistingDirectory(
            self._window, "Nơi sao lưu thứ hai (USB hoặc ổ đĩa khác)", str(start)
        )
        if name:
            name_second_place(Path(name))
            self._window.say(f"Từ nay mỗi bản sao lưu được chép thêm vào {name}")

    def hand_over(self) -> None:
        """A pack for the next lead unit."""
        from desktop_app.ui.packs.pack_actions import hand_over

        hand_over(self._window)

    def move(self) -> None:
        """The same for another PC of one's own."""
        from desktop_app.ui.packs.pack_actions import move

        move(self._window)

    def receive(self) -> bool:
        """A pack from elsewhere."""
        from desktop_app.ui.packs.pack_actions import receive

        return receive(self._window)

    # --- how ------------------------------------------------------------------------------

    def show(self, file: DataFile, *, offer_drafts: bool = True) -> bool:
        """The window shows this open file from now on; False when nobody signed in to it."""
        if not signed_in(file, self._window):
            file.close()
            return False
        self._window.show_file(file)
        remember_file(file.path)
        self._window.say(f"Đã mở {file.path.name}.")
        # once the window shows the tab it will stay on
        if offer_drafts:
            later(self._window, lambda: offer_unfinished(self._window))
        later(self._window, self._empty_trash, _EMPTY_TRASH_AFTER)
        return True

    def _export_everything(self) -> None:
        from desktop_app.ui.menus.open_form_menu import export_everything

        export_everything(self._window)

    def _open_from_export(self) -> None:
        from desktop_app.ui.menus.open_form_menu import open_from_export

        open_from_export(self._window)

    def _empty_trash(self) -> None:
        """Files that have lain in the trash longer than they are kept leave the data file."""
        import datetime as dt

        from desktop_app.storage.history import TRASH_KEPT

        file = self._window.file
        if file is not None and not file.is_closed:
            file.attachments.drop_old_contents(dt.datetime.now() - TRASH_KEPT)

    def in_background(self, do: Callable[[], object], said: str) -> bool:
        """A slow step on files that nobody has open; told and waited for."""
        from desktop_app.ui import messages
        from desktop_app.ui.background import result_of

        self._window.say(said)
        try:
            result_of(do)
        except Exception as error:  # noqa: BLE001 - told as what it is, a fault of ours included
            messages.tell(self._window, error)
            return False
        return True

    def attempt(self, do: Callable[[], object]) -> bool:
        """Whether it went well; if not, the person is told why."""
        try:
            do()
        except UserFacingError as error:
            from desktop_app.ui import messages

            messages.show_error(self._window, error)
            return False
        return True

    def _can_leave(self) -> bool:
        return self._window.can_leave()

    def is_shown(self, path: Path) -> bool:
        """Whether it is the open file."""
        return self._window.file is not None and self._window.file.path == path

    def _folder(self) -> Path:
        return self._window.file.path.parent if self._window.file else paths.data_file().parent

    def _add(
        self, menu: QMenu, text: str, icon: str, keys: str, do: Callable[[], object]
    ) -> QAction:
        action = menu.addAction(text)
        icons.wear(action, icon)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        return action
