"""A label for words out of the data: shown as they are, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(words: str = "", role: str = "") -> QLabel:
    """A name with «<» in it is no mark-up, so it must not be read as any."""
    found = QLabel(words)
    found.setWordWrap(True)
    found.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        found.setProperty("role", role)
    return found
