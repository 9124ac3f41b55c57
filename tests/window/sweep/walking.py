"""The way through every tab, view, page of a form and dialog of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QTabWidget,
    QWidget,
    QWizard,
)

from desktop_app.ui import messages
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.records.record_tab import RecordTab
from desktop_app.ui.tabs import TABS

SECONDS = 5
WITH_FILES = frozenset(
    """
    CriteriaImportDialog FormReturnDialog ImportWizard OtherClusterDialog ReceiveDialog
    WordImportDialog
    """.split()
)
"""Those that read a workbook or a data file first; their own tests open them."""
MOST = 3
"""So often one sort of dialog is looked at; the fourth shows nothing new."""
_ASKED = ("ask", "ask_text", "ask_delete", "show_note", "show_error", "ask_number")
_QUESTIONS = {name: getattr(messages, name) for name in _ASKED}
"""As they are, before the tests of the window answer them otherwise."""


def screens(window: MainWindow, *, drawn: bool = False) -> Iterator[str]:
    """Bring every view and page of a form to the front, one after the other, and say its name.

    `drawn` waits for the paper beside it as well, for pictures.
    """
    for number, tab in enumerate(TABS):
        window.tabs.setCurrentIndex(number)
        page = window.page()
        for place, (label, _) in enumerate(page.views):
            view = page.turn_to(place)
            settle()
            if isinstance(view, RecordTab):
                _choose_fullest(view, drawn)
            for name in _pages(view):
                settle()
                _wait_for_work()
                yield " ▸ ".join(filter(None, (tab.label, label.replace("&&", "&"), name)))


def _choose_fullest(view: RecordTab, drawn: bool) -> None:
    records = view.list.records()
    if records:
        view.list.select(max(records, key=lambda record: len(repr(record))).id)
    if drawn and view.preview.isVisible():
        _wait_for(lambda: view.preview.is_ready)


def _pages(part: QWidget) -> Iterator[str]:
    """Every page of every bar of tabs in a view; its name, or nothing where there is no bar."""
    bars = [bar for bar in part.findChildren(QTabWidget) if bar.isVisible() and bar.count() > 1]
    if not bars:
        yield ""
    for bar in bars:
        for place in range(bar.count()):
            if bar.isTabVisible(place):
                bar.setCurrentIndex(place)
                yield bar.tabText(place)
        bar.setCurrentIndex(0)


def settle() -> None:
    """Let the window answer what it was asked."""
    for _ in range(3):
        QApplication.processEvents()


def _wait_for_work() -> None:
    """Some buttons can be pressed only once work in the background has answered."""
    pool = QThreadPool.globalInstance()
    _wait_for(lambda: not pool.activeThreadCount())
    settle()


def _wait_for(is_so: Callable[[], bool]) -> None:
    for _ in range(SECONDS * 20):
        if is_so():
            return
        QTest.qWait(50)


def _close_menu() -> None:
    """A menu that a button opened would wait for a person."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


def menus_of(window: MainWindow) -> list[QMenu]:
    """The menus of the bar, which need not be children of the window."""
    menus = (action.menu() for action in window.menuBar().actions())
    return [menu for menu in menus if isinstance(menu, QMenu)]


class Dialogs:
    """Answers every dialog by looking at it and closing it; none of them waits for a person."""

    def __init__(self, monkeypatch, look: Callable[[str, QWidget], None]) -> None:
        self.seen: dict[str, int] = {}
        self._look = look
        monkeypatch.setattr(QDialog, "exec", lambda dialog, *_: self.meet(dialog))
        for name, question in _QUESTIONS.items():
            monkeypatch.setattr(messages, name, question)
        for question in ("getItem", "getText", "getInt", "getDouble"):
            monkeypatch.setattr(QInputDialog, question, lambda *_, **__: ("", False))
        self._closer = QTimer(interval=100)
        self._closer.timeout.connect(_close_menu)
        self._closer.start()
        for question in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, question, lambda *_, **__: ("", ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")

    def meet(self, dialog: QWidget) -> int:
        """Look at a dialog, all its pages, and turn it down."""
        kind = type(dialog).__name__
        self.seen[kind] = self.seen.get(kind, 0) + 1
        name = f"{kind} {dialog.windowTitle()}"
        if self.seen[kind] > MOST:
            return 0
        dialog.show()
        settle()
        if isinstance(dialog, QWizard):
            for place, page in enumerate(dialog.pageIds()[: 1 if kind in WITH_FILES else None]):
                if place:
                    dialog.next()
                    settle()
                self._look(f"{name} {page}", dialog)
        else:
            for page in _pages(dialog):
                settle()
                self._look(f"{name} {page}".strip(), dialog)
        dialog.close()
        return 0

    def open_all(self, window: MainWindow) -> None:
        """Press everything that says by its «…» that it opens a dialog."""
        menus = (window.actions_.columns,)  # they open a menu, which would wait
        in_menus = [a for menu in menus_of(window) for a in menu.actions()]
        for action in dict.fromkeys([*window.findChildren(QAction), *in_menus]):
            if action.text().endswith("…") and action.isEnabled() and action not in menus:
                action.trigger()
                settle()
                self._turn_down_windows()

    def open_from(self, view: QWidget) -> None:
        """The same for the buttons of a view and the menus of its buttons."""
        for button in view.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and button.text().endswith("…"):
                button.click()
                settle()
                self._turn_down_windows()

    def _turn_down_windows(self) -> None:
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                self.meet(top)
