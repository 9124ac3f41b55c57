"""How large a dialog opens: larger with the text, never larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import theme

_FRAME = 48
"""Pixels that the frame and the title of a window may take."""


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its first size, in pixels at a text of 100 %."""
    room = dialog.screen().availableGeometry()
    share = theme.text_size / 100
    dialog.resize(
        min(round(width * share), room.width() - _FRAME // 2),
        min(round(height * share), room.height() - _FRAME),
    )
