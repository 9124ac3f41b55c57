"""Sentences that are worth knowing and refuse nothing, with a sign before them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop_app.ui.records.forms.field import ProblemLine


class NoteLine(ProblemLine):
    """Amber instead of red; it takes no room while there is nothing to say."""

    role = "note"
    icon, tint = "triangle-alert", "amber"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def show_notes(self, notes: Iterable[str]) -> None:
        """A sentence a line."""
        self.set_text("\n".join(note for note in notes if note))
