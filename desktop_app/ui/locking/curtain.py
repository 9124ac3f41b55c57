"""The plain page drawn before a window, and the window as it was when the page is lifted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar

from desktop_app.ui.locking.lock_page import LockPage
from desktop_app.ui.tour import Tour

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class Curtain:
    """While it is drawn no menu but the manual's is open and no key of the window does anything."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.page = LockPage()
        self._stilled: list[QAction] = []
        self._bars: list[QToolBar] = []

    def draw(self, path: Path) -> None:
        """The page instead of the tabs."""
        window = self._window
        self.page.show_file(path)
        window.takeCentralWidget()
        window.tabs.hide()
        window.setCentralWidget(self.page)
        self._bars = [bar for bar in window.findChildren(QToolBar) if bar.parent() is window]
        for bar in self._bars:
            bar.hide()
        tour = window.findChild(Tour)
        if tour is not None:
            tour.finish()
        self._still()
        self.page.show()

    def lift(self) -> None:
        """The tabs again."""
        window = self._window
        window.takeCentralWidget()
        window.setCentralWidget(window.tabs)
        window.tabs.show()
        for bar in self._bars:
            bar.show()
        for action in self._stilled:
            action.setEnabled(True)
        self.page.panel.stop()
        self.page.deleteLater()

    def _still(self) -> None:
        actions = self._window.actions_
        spared = {actions.helping.help, actions.helping.keys, actions.helping.about}
        menus = self._window.menuBar().actions()[:-1]
        for action in (*menus, *self._window.actions()):
            if action not in spared and action.isEnabled():
                action.setEnabled(False)
                self._stilled.append(action)
