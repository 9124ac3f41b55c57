"""What can be gone to by its name beside records: views of the tabs, and commands of the menus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.domain.search_text import Excerpt, marked
from desktop_app.domain.search_words import Word, typed_words
from desktop_app.ui.dialogs.search_list import Line
from desktop_app.ui.later import later
from desktop_app.ui.tabs import TABS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.main_window import MainWindow

_MOST = 6


def places(window: MainWindow, typed: str) -> tuple[Line, ...]:
    """The views and commands with all the typed words in their names."""
    words = typed_words(typed)
    if not words:
        return ()
    found = [line for line in (*_views(window, words), *_commands(window, words)) if line]
    return tuple(found[:_MOST])


def _views(window: MainWindow, words: tuple[Word, ...]) -> Iterator[Line | None]:
    if window.file is None:
        return
    for number, tab in enumerate(TABS):
        for place, (label, _) in enumerate(tab.page_class().views):
            act = _turning(window, number, place)
            yield _line(words, label.replace("&&", "&"), f"Thẻ {tab.label}", tab.icon, act)


def _turning(window: MainWindow, number: int, place: int) -> Callable[[], object]:
    def turn() -> None:
        window.tabs.setCurrentIndex(number)
        window.page(number).turn_to(place)

    return turn


def _commands(window: MainWindow, words: tuple[Word, ...]) -> Iterator[Line | None]:
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            yield from _commands_of(menu, f"Menu {_plain(top)}", words)


def _commands_of(menu: QMenu, where: str, words: tuple[Word, ...]) -> Iterator[Line | None]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _commands_of(inner, f"{where} ▸ {_plain(action)}", words)
        elif action.isEnabled() and action.text():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield _line(words, _plain(action), where, "chevron-right", _triggering(action), keys)


def _triggering(action: QAction) -> Callable[[], object]:
    """Once the box is gone: a command may open a window of its own."""
    return lambda: later(action, action.trigger)


def _line(
    words: tuple[Word, ...],
    name: str,
    where: str,
    icon: str,
    act: Callable[[], object],
    keys: str = "",
) -> Line | None:
    shown = marked(words, name)
    return Line(shown, act, icon, Excerpt(where), keys) if shown.has_all else None


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
