"""What was typed and not saved, offered when a file is opened or unlocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def offer_unfinished(window: MainWindow) -> None:
    """What was left when the program last ended without a word, and what the lock has closed."""
    offer_words(window)
    file = window.file
    if file is None or file.access.refusal or not file.drafts.all():
        return
    from desktop_app.ui.dialogs.drafts_dialog import DraftsDialog

    asked(DraftsDialog(file, window.show_draft, window))


def offer_words(window: MainWindow) -> None:
    """What was typed in dialogs that the lock has closed."""
    file = window.file
    if file is None or not file.drafts.words():
        return
    from desktop_app.ui.locking.kept_words_dialog import KeptWordsDialog

    asked(KeptWordsDialog(file, window))
