"""Every screen and dialog of the window, looked at in every look and size.

A folder named by THIDUACUM_PICTURES takes a picture of each. All looks but the first run with
`--long`; each best in a process of its own (`-k dressed4` …).
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app import ui
from desktop_app.ui.qt_texts import install_texts
from desktop_app.ui.theme import theme
from tests.window.sweep.looking import faults
from tests.window.sweep.others import PARTS, others
from tests.window.sweep.walking import WITH_FILES, Dialogs, screens

ONE = ("light", 100, (1366, 728))
ALL = [
    (mode, 100, size)
    for mode in ("light", "dark", "contrast")
    for size in ((1280, 720), (1366, 728), (1920, 1080))
] + [("light", 90, (1366, 728)), ("light", 150, (1366, 728)), ("dark", 150, (1920, 1080))]
LOOKS = [
    pytest.param(ONE),
    *(pytest.param(look, marks=pytest.mark.long) for look in ALL if look != ONE),
]


class Watch:
    """Looks at one screen after the other and keeps what is wrong with them."""

    def __init__(self, name: str) -> None:
        self.wrong: dict[str, list[str]] = {}
        kept = os.environ.get("THIDUACUM_PICTURES", "")
        self.folder = Path(kept) / name if kept else None
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
        self.count = 0

    def look(self, name: str, root: QWidget) -> None:
        self.count += 1
        found = faults(root)
        if found:
            self.wrong[name] = found
        if self.folder:
            plain = name.replace("/", "-").replace(" ▸ ", "-")
            root.grab().save(str(self.folder / f"{self.count:03d} {plain[:80]}.png"))

    def told(self) -> str:
        return "\n".join(
            line
            for name, found in self.wrong.items()
            for line in (name, *(f"  {f}" for f in found))
        )


@pytest.fixture
def dressed(window, request):
    """The window in the look that is asked for."""
    app = QApplication.instance()
    mode, text, size = request.param
    texts = install_texts(app)
    if (mode, text) != ONE[:2]:
        theme.apply(app, mode, text)
    window.resize(*size)
    yield window, Watch(f"{mode}-{text}-{size[0]}")
    # the next window puts the usual look on; for all these dialogs it would take minutes here
    app.removeTranslator(texts)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("dressed", LOOKS, indirect=True)
def test_every_screen_and_dialog_can_be_read(dressed, monkeypatch):
    window, watch = dressed
    dialogs = Dialogs(monkeypatch, watch.look)
    for name in screens(window, drawn=watch.folder is not None):
        watch.look(name, window)
        dialogs.open_from(window.page().view)
    dialogs.open_all(window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _dialogs_in_memory() == [], "answered, but never deleted"
    for each in others(window):
        dialogs.meet(each)
        each.setParent(None)
        each.deleteLater()
    assert watch.count > 120
    assert not watch.wrong, watch.told()
    left = _dialogs_of_the_program() - set(dialogs.seen)
    assert sorted(left - WITH_FILES - PARTS) == []


def _dialogs_in_memory() -> list[str]:
    return [type(one).__name__ for one in QApplication.allWidgets() if isinstance(one, QDialog)]


def _dialogs_of_the_program() -> set[str]:
    """The names of all sorts of dialogs, also of those that are built when they are opened."""
    for module in pkgutil.walk_packages(ui.__path__, "desktop_app.ui."):
        importlib.import_module(module.name)
    found, kinds = set(), [QDialog]
    while kinds:
        kinds += (below := kinds.pop().__subclasses__())
        found |= {kind.__name__ for kind in below if kind.__module__.startswith("desktop_app.")}
    return found
