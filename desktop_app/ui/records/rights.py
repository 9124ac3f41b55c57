"""Buttons of a person who may only look: those that change something are off and say why."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractButton, QWidget

_LOOKS = "looks"


def looks_only(button: QWidget) -> None:
    """This button changes nothing in the file: it may be pressed by everybody."""
    button.setProperty(_LOOKS, True)


def lock_buttons(buttons: Iterable[QWidget], why: str) -> None:
    """Turn off every button that changes something."""
    for button in buttons:
        if isinstance(button, QAbstractButton) and not button.property(_LOOKS):
            button.setEnabled(False)
            button.setToolTip(why)
