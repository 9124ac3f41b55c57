"""Dialogs that are opened, answered and gone: what stays in memory would add up over a long day."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desktop_app.ui.typed_words import note_begun


def asked(dialog: QDialog) -> bool:
    """Open it until it is answered; whether it was accepted.

    What was typed can be read until the window is back at its own work; then the dialog is deleted.
    """
    note_begun(dialog)
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()
