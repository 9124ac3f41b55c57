"""Before a window leaves what it shows: unsaved edits are asked about, saved or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui import messages
from desktop_app.ui.messages import Unsaved

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.view import View


def ask_to_leave(window: MainWindow) -> bool:
    """Whether what is shown may go."""
    answers: list[tuple[View, Unsaved]] = []
    for index, page in window.pages.items():
        for view in page.built_views:
            if not view.has_edits:
                continue
            window.tabs.setCurrentIndex(index)
            page.show_view(view)
            answer = messages.ask_unsaved(window, view.edited_title())
            if answer is Unsaved.CANCEL:
                return False
            answers.append((view, answer))
    # Only now: «Huỷ» at the last question must not have cost the edits of the first.
    return all(_settle(view, answer is Unsaved.SAVE) for view, answer in answers)


def _settle(view: View, save: bool) -> bool:
    if save:
        return view.save()
    view.discard()
    return True
