"""The menu under «Thêm» of the meetings: the templates, and a meeting without one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.domain.meetings.template import MeetingTemplate
from desktop_app.storage import DataFile
from desktop_app.ui.meetings.template_view import offered_templates

BLANK = "Không theo mẫu"


class TemplateMenu(QMenu):
    """Hangs under a button; a click on the button opens it."""

    def __init__(
        self,
        button: QPushButton,
        blank: Callable[[], object],
        take: Callable[[MeetingTemplate], object],
    ) -> None:
        super().__init__(button)
        self._blank, self._take = blank, take
        button.setMenu(self)

    def offer(self, file: DataFile) -> None:
        """The templates of the file as it stands."""
        self.clear()
        for template in offered_templates(file):
            action = self.addAction(template.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, taken=template: self._take(taken))
        self.addSeparator()
        self.addAction(BLANK).triggered.connect(lambda: self._blank())
