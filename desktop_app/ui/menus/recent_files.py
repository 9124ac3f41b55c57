"""The files opened lately, as a menu; and the ending that marks a data file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from desktop_app.ui.records.memory import settings

KINDS = "Tệp Thi đua Cụm (*.thidua)"
_MOST_RECENT = 8


class RecentFiles(QMenu):
    """Filled when it is opened: a stick may have been drawn out meanwhile."""

    def __init__(self, open_file: Callable[[Path], object]) -> None:
        super().__init__("Mở &gần đây")
        self._open_file = open_file
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        recent = [path for path in recent_files() if path.exists()]
        for path in recent:
            action = self.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, chosen=path: self._open_file(chosen))
        if not recent:
            self.addAction("Chưa có tệp nào").setEnabled(False)


def recent_files() -> list[Path]:
    """The files opened lately, the newest first."""
    kept = settings().value("file/recent", [])
    names = kept if isinstance(kept, list) else [kept]
    return [Path(str(name)) for name in names if name]


def remember_file(path: Path) -> None:
    """It becomes the newest of them."""
    names = [str(path), *(str(other) for other in recent_files() if other != path)]
    settings().setValue("file/recent", names[:_MOST_RECENT])


def with_ending(path: Path) -> Path:
    """The ending that the open dialog looks for; a dot elsewhere in the name is no ending."""
    return path if path.suffix == ".thidua" else path.with_name(path.name + ".thidua")
