"""The foot of a dialog: the verb that does it, what else can be done, and the way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

GIVE_UP = "Huỷ"
CLOSE = "Đóng"
"""The way out where what was done stays done."""


def dialog_foot(
    dialog: QDialog,
    do: QPushButton,
    *others: QPushButton,
    act: Callable[[], object] | None = None,
    way_out: str = GIVE_UP,
) -> QDialogButtonBox:
    """Enter presses `do`, which accepts the dialog unless it has an `act`; Esc is the way out."""
    box = QDialogButtonBox()
    do.setProperty("role", "primary")
    do.setDefault(True)
    for button in others:
        box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
    box.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(way_out, QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(act or dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
