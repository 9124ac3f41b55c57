"""Whoever opens a file signs in first, where that is switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from desktop_app.storage import DataFile


def signed_in(file: DataFile, parent: QWidget | None) -> bool:
    """Whether somebody may work with the file now; asked only where people have to sign in."""
    if not file.access.is_on or file.access.account is not None:
        return True
    from desktop_app.ui.accounts.sign_in_dialog import SignInDialog

    return asked(SignInDialog(file, parent))
