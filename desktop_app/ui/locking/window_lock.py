"""«Khoá tệp»: it is closed and its key forgotten; a plain page stands in the window instead."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QPixmapCache

from desktop_app.domain.errors import UserFacingError
from desktop_app.ui.later import later
from desktop_app.ui.menus.unfinished import offer_unfinished, offer_words

if TYPE_CHECKING:
    from desktop_app.storage import DataFile
    from desktop_app.storage.file_key import FileKey
    from desktop_app.storage.history_entry import Mark
    from desktop_app.ui.locking.curtain import Curtain
    from desktop_app.ui.locking.idle import IdleWatch
    from desktop_app.ui.locking.place import Place
    from desktop_app.ui.main_window import MainWindow

_AGAIN = 50
"""Milliseconds until the way to the lock is looked at once more."""


class WindowLock(QObject):
    """Locks by Ctrl+L, after minutes without a key or the mouse, and with the session of the PC.

    Only an encrypted file is locked: of a plain one there is nothing to unlock it with.
    """

    def __init__(self, window: MainWindow, make: Callable[..., QAction]) -> None:
        """`make` makes an action of its words, picture, keys and what is done."""
        super().__init__(window)
        self._window = window
        self.action = make("Khoá tệp", "lock", "Ctrl+L", self.lock)
        self.idle: IdleWatch | None = None
        self._session: QObject | None = None
        self._curtain: Curtain | None = None
        self._path: Path | None = None
        self._place: Place | None = None
        self._drafts: list[str] = []
        self._undo: tuple[str, Mark] | None = None
        """Who was at the desk, and what he could undo."""
        self._show_state(None)

    @property
    def is_locked(self) -> bool:
        return self._path is not None

    def watch(self, file: DataFile) -> None:
        """This file is shown from now on; whatever was locked before is no more."""
        if self._curtain is not None and self.is_locked:
            self._curtain.lift()
        self._path = None
        self._show_state(file)
        if file.key is None:
            if self.idle is not None:
                self.idle.stop()
            return
        from desktop_app.ui.locking.file_password import lock_minutes

        self._watcher().start(lock_minutes(file))

    def leave(self, *, encrypted: bool) -> None:
        """The file is closed: copies in clear go with it."""
        if self.idle is not None:
            self.idle.stop()
        self._show_state(None)
        if encrypted:
            from desktop_app.ui import looked_at

            looked_at.remove()

    def lock(self) -> None:
        """Lock as soon as nothing stands in the way."""
        from desktop_app.ui.locking.clearing import is_way_clear

        file = self._window.file
        if self.is_locked or file is None or file.key is None:
            return
        try:
            if not is_way_clear(file):
                later(self, self.lock, _AGAIN)
                return
            drafts = self._keep_drafts()
        except UserFacingError:
            drafts = None
        if drafts is None:
            self._window.say("Chưa khoá được: bản nháp chưa ghi được vào tệp. Hãy lưu lại trước.")
            return
        self._drafts = drafts
        self._undo = file.who, file.history.mark()
        self._close(file.path)

    # --- how ------------------------------------------------------------------------------

    def _keep_drafts(self) -> list[str] | None:
        """The records whose edits are in drafts now, that in front last; None when one is not."""
        window = self._window
        kept = []
        front = window.tabs.currentIndex()
        for index in sorted(window.pages, key=lambda place: place == front):
            page = window.pages[index]
            for view in sorted(page.built_views, key=lambda view: view is page.view):
                found = view.keep_draft()
                if not found and view.has_edits:
                    return None
                kept += [found] if found else []
        return kept

    def _close(self, path: Path) -> None:
        from desktop_app.ui.locking.clearing import close_other_windows
        from desktop_app.ui.locking.place import Place

        window = self._window
        self._path, self._place = path, Place.of(window)
        curtain = self._drawn(path)
        close_other_windows(window)
        window.close_file()
        window.forget_shown()
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        QPixmapCache.clear()
        gc.collect()
        curtain.page.ask_for(path)

    def _drawn(self, path: Path) -> Curtain:
        from desktop_app.ui.locking.curtain import Curtain

        curtain = self._curtain = Curtain(self._window)
        curtain.page.panel.unlocked.connect(self._unlock)
        curtain.page.other_wanted.connect(self._window.actions_.files.choose)
        curtain.page.quit_wanted.connect(self._window.close)
        curtain.draw(path)
        return curtain

    def _unlock(self, key: FileKey) -> None:
        from desktop_app.storage import DataFile
        from desktop_app.ui.locking.opening import tell_code_was_used

        assert self._path is not None
        assert self._curtain is not None
        by_code, path = self._curtain.page.panel.is_by_code, self._path
        files = self._window.actions_.files
        try:
            file = DataFile.open(path, key)
        except UserFacingError as error:
            files.going_back.tell_and_mend(path, error)
            return
        if not files.show(file, offer_drafts=False):
            return  # the curtain stays until somebody signs in
        if self._undo is not None and self._undo[0] == file.who:
            file.history.take_up(self._undo[1])
            self._window.show_state()
        self._undo = None
        self._return(file)
        if by_code:
            tell_code_was_used(self._window)

    def _return(self, file: DataFile) -> None:
        """To the place of before, with what was being typed."""
        window, ids = self._window, self._drafts
        self._drafts = []
        left = False
        for draft in filter(None, map(file.drafts.find, ids)):
            try:
                left = not window.show_draft(file.drafts.record_of(draft)) or left
            except UserFacingError:
                left = True
        if self._place is not None:
            self._place.return_to(window)
        if window.focusWidget() is None or not window.tabs.isAncestorOf(window.focusWidget()):
            window.tabs.setFocus()
        if left:
            later(window, lambda: offer_unfinished(window))
        elif file.drafts.words():
            later(window, lambda: offer_words(window))

    def _watcher(self) -> IdleWatch:
        """Built with the first encrypted file."""
        if self.idle is None:
            from desktop_app.ui.locking.idle import IdleWatch
            from desktop_app.ui.locking.session import SessionWatch

            self.idle = IdleWatch(self)
            self.idle.idle.connect(self.lock)
            session = SessionWatch(self)
            session.locked.connect(self.lock)
            self._session = session
        return self.idle

    def _show_state(self, file: DataFile | None) -> None:
        has_key = file is not None and file.key is not None
        self.action.setEnabled(has_key)
        why = "" if has_key else ": chỉ khoá được tệp có mật khẩu"
        self.action.setToolTip(f"Khoá tệp{why} (Ctrl+L)")
