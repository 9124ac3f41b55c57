"""«Tìm mọi nơi» of a window, and the index behind it: an older file gets it while one works."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from desktop_app.domain.errors import UserFacingError

if TYPE_CHECKING:
    from desktop_app.storage import DataFile
    from desktop_app.ui.main_window import MainWindow

_LOT = 20
"""Records drawn at a time: shorter than anybody notices between two keys."""
_PAUSE = 15
_log = logging.getLogger(__name__)


class Indexing(QObject):
    """Draws what an index lacks, a few records at a time."""

    went_on = Signal(int)
    """So many records are left."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left = 0
        self._file: DataFile | None = None
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._step)

    def follow(self, file: DataFile | None) -> None:
        """Go on with this file until nothing is missing; None for no file."""
        self._file = file
        if file is None or file.search.is_whole:
            self.left = 0
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _step(self) -> None:
        file = self._file
        if file is None or file.is_closed:
            self.follow(None)
            return
        try:
            self.left = file.search.build(_LOT)
        except UserFacingError:
            # the disk is full or gone: the next save says so, the next start goes on here
            _log.exception("the index was not drawn to its end")
            self.follow(None)
            return
        if not self.left:
            self._timer.stop()
        self.went_on.emit(self.left)


class FindingActions:
    """The action of the box, and the index of the file that is shown."""

    def __init__(self, window: MainWindow, make: Callable[..., QAction]) -> None:
        """`make` makes an action of its words, picture, keys and what is done."""
        self._window = window
        self._indexing = Indexing(window)
        self.find = make("Tìm mọi nơi…", "search", "Ctrl+K", self._find)

    @property
    def left(self) -> int:
        """Records that are not in the index yet."""
        return self._indexing.left

    def show_state(self) -> None:
        self.find.setEnabled(self._window.file is not None)
        self._indexing.follow(self._window.file)

    def _find(self) -> None:
        from desktop_app.ui.dialogs.search_box import SearchBox

        if self._window.file is not None:
            SearchBox(self._window).open()
