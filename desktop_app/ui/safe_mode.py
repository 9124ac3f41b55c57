"""Safe mode: plain settings, no last file, no preview; for when the program does not come up."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app import paths
from desktop_app.ui.records.memory import use_plain_settings

TOO_MANY = 2
"""Starts in a row that came to nothing, after which the next one is a safe one by itself."""
UP_AFTER = 5000
"""Milliseconds after which a start counts as done."""


def count_start() -> int:
    """Write down that a start begins; how many before it came to nothing."""
    failed = _failed_starts()
    with contextlib.suppress(OSError):
        _counter().parent.mkdir(parents=True, exist_ok=True)
        _counter().write_text(str(failed + 1), encoding="utf-8")
    return failed


def note_up() -> None:
    """The start is done, or the program was left properly."""
    with contextlib.suppress(OSError):
        _counter().unlink(missing_ok=True)


def begin(*, is_wanted: bool, failed_starts: int) -> bool:
    """Turn to safe mode where it is asked for, Shift is held, or starts have failed."""
    is_held = bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
    is_safe = is_wanted or is_held or failed_starts >= TOO_MANY
    if is_safe:
        use_plain_settings()
    return is_safe


def _counter() -> Path:
    return paths.settings_folder() / "starts"


def _failed_starts() -> int:
    try:
        return int(_counter().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return 0
