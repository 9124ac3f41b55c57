"""What can be done with what is kept: undo, redo, histories, the trash, the checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.domain.errors import UserFacingError
from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from desktop_app.ui.history_dock import HistoryDock
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.page import Page


class KeepingActions:
    """The actions of a window on the history of its file."""

    def __init__(self, window: MainWindow, make: Callable[..., QAction]) -> None:
        """`make` makes an action of its words, picture, keys and what is done."""
        self._window = window
        self._dock: HistoryDock | None = None
        self.undo = make("Hoàn tác", "undo-2", "Ctrl+Z", lambda: self._walk("undo", "Đã hoàn tác"))
        self.redo = make("Làm lại", "redo-2", "Ctrl+Y", lambda: self._walk("redo", "Đã làm lại"))
        self.history = make("Lịch sử bản ghi…", "history", "Ctrl+H", self._show_history)
        self.beside = make("Lịch sử bên cạnh", "history", "", self._show_beside)
        self.beside.setCheckable(True)
        self.trash = make("Thùng rác…", "trash-2", "", self._show_trash)
        self.log = make("Nhật ký thay đổi…", "history", "", self._show_log)
        self.check = make("Kiểm tra dữ liệu…", "clipboard-check", "", self._check)
        self.accounts = make("Người dùng…", "users", "", self._show_accounts)
        self.print_check = make("Kiểm tra bản in…", "search", "", self._check_print)

    def tools(self) -> list[QAction | None]:
        return [self.log, self.check, self.print_check, None, self.accounts]

    def show_state(self, page: Page | None) -> None:
        """Undo and redo say what they would change."""
        self.history.setEnabled(bool(page and page.record))
        if self._dock is not None:
            self._dock.follow()
        file = self._window.file
        refusal = file.access.refusal if file else ""
        history = file.history if file and not refusal else None
        for action, verb, what in (
            (self.undo, "Hoàn tác", history.next_undo() if history else ""),
            (self.redo, "Làm lại", history.next_redo() if history else ""),
        ):
            action.setEnabled(bool(what))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{verb}: {what} ({keys})" if what else f"{verb} ({keys})")
            if refusal:
                action.setToolTip(refusal)

    def _walk(self, way: str, said: str) -> None:
        window = self._window
        if window.file is None:
            return
        from desktop_app.ui import messages
        from desktop_app.ui.progress_dialog import shown_writing

        for page in window.pages.values():
            for view in page.built_views:
                view.settle()
        if window.has_edits:
            messages.show_note(
                window,
                "Còn thay đổi chưa lưu.",
                "Hãy «Lưu» hoặc «Bỏ thay đổi» trước, rồi hoàn tác hay làm lại lần lưu trước đó.",
            )
            return
        try:
            with shown_writing(f"{said.replace('Đã', 'Đang')}…", window) as tell:
                entries = getattr(window.file.history, way)(tell)
        except UserFacingError as error:
            messages.show_error(window, error)
            return
        window.reload()
        window.say(f"{said}: {entries[0].verb.lower()} «{entries[0].title}».")

    def _show_history(self) -> None:
        from desktop_app.ui.dialogs.history_dialog import HistoryDialog

        window = self._window
        record = window.page().record
        if window.file is None or record is None:
            return
        if asked(HistoryDialog(window.file, record, window)):
            window.reload()

    def _show_accounts(self) -> None:
        from desktop_app.ui.accounts.accounts_dialog import AccountsDialog

        window = self._window
        if window.file is None or not window.can_leave():
            return
        dialog = AccountsDialog(window.file, window)
        asked(dialog)
        if dialog.is_changed:
            # rights may be others now: every form asks again what may be changed
            window.show_period(window.period)
            window.show_state()

    def _show_beside(self) -> None:
        """The history of the record in hand, beside it; a second time away again."""
        if self._dock is None:
            from desktop_app.ui.history_dock import HistoryDock

            self._dock = HistoryDock(self._window)
            self._dock.hide()
            self._dock.visibilityChanged.connect(self.beside.setChecked)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.setVisible(self._dock.isHidden())
        self._dock.follow()

    def _show_log(self) -> None:
        from desktop_app.ui.dialogs.history_dialog import HistoryDialog

        window = self._window
        if window.file is not None and asked(HistoryDialog(window.file, None, window)):
            window.reload()

    def _show_trash(self) -> None:
        from desktop_app.ui.dialogs.trash_dialog import TrashDialog

        window = self._window
        if window.file is None:
            return
        dialog = TrashDialog(window.file, window)
        asked(dialog)
        if dialog.brought_back:
            window.reload()
            window.say(f"Đã lấy lại «{dialog.brought_back[-1]}» từ thùng rác.")

    def _check(self) -> None:
        from desktop_app.ui.dialogs.check_dialog import CheckDialog

        if self._window.file is not None:
            asked(CheckDialog(self._window.file, self._window))

    def _check_print(self) -> None:
        from desktop_app.ui.dialogs.print_check_dialog import PrintCheckDialog

        if self._window.file is not None:
            asked(PrintCheckDialog(self._window.file, self._window))
