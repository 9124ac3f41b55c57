"""What the window remembers between days: widths, order and hidden columns, sizes of panes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from desktop_app import paths

_USUAL, _PLAIN = "window.ini", "an-toan.ini"
_TAKEN_ALONG = "backup/"
"""Backups go on in safe mode, to the same places."""
_name = _USUAL


def settings() -> QSettings:
    """The file of remembered sizes and choices, beside the program when it is portable."""
    return QSettings(str(paths.settings_folder() / _name), QSettings.Format.IniFormat)


def use_plain_settings() -> None:
    """From now on as if nothing had been remembered; what was remembered stays untouched."""
    global _name
    usual = settings()
    _name = _PLAIN
    plain = settings()
    plain.clear()
    for key in usual.allKeys():
        if key.startswith(_TAKEN_ALONG):
            plain.setValue(key, usual.value(key))


def is_plain() -> bool:
    """Whether the program runs in safe mode."""
    return _name == _PLAIN


def remember(key: str, state: QByteArray) -> None:
    """Keep the state of a header or a splitter."""
    settings().setValue(key, state)


def recall(key: str) -> QByteArray | None:
    """The state kept under a key, or nothing."""
    state = settings().value(key)
    return state if isinstance(state, QByteArray) else None
