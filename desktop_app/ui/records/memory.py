"""What the window remembers between days: widths, order and hidden columns, sizes of panes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from desktop_app import paths


def settings() -> QSettings:
    """The file of remembered sizes and choices, beside the program when it is portable."""
    return QSettings(str(paths.settings_folder() / "window.ini"), QSettings.Format.IniFormat)


def remember(key: str, state: QByteArray) -> None:
    """Keep the state of a header or a splitter."""
    settings().setValue(key, state)


def recall(key: str) -> QByteArray | None:
    """The state kept under a key, or nothing."""
    state = settings().value(key)
    return state if isinstance(state, QByteArray) else None
