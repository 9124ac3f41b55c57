"""The actions around the office's own Word templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class TemplateActions:
    """Using a template for the paper in front, and keeping the templates."""

    def __init__(
        self, window: MainWindow, make: Callable[..., QAction], use: Callable[[], object]
    ) -> None:
        """`make` makes an action of its words, picture, keys and what is done."""
        self._window = window
        self.use = make("Xuất theo mẫu của cơ quan…", "stamp", "", use)
        self.keep = make("Mẫu Word của cơ quan…", "file-text", "", self._keep)

    def show_state(self, *, can_print: bool) -> None:
        self.use.setEnabled(can_print)
        self.keep.setEnabled(self._window.file is not None)

    def _keep(self) -> None:
        from desktop_app.ui.office_templates.keeping import OfficeTemplatesDialog

        window = self._window
        if window.file is None:
            return
        dialog = OfficeTemplatesDialog(window.file, parent=window)
        asked(dialog)
        if dialog.is_changed:
            window.reload()
