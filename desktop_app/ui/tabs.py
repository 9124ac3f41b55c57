"""The tabs of the window: their names now, their code only when one is first shown."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.ui.page import Page


class Tab(NamedTuple):
    """A tab by its label, its picture, and where its widget is."""

    label: str
    icon: str
    module: str
    widget: str

    def page_class(self) -> type[Page]:
        """Importing it here keeps the first painted window light."""
        found: type[Page] = getattr(importlib.import_module(self.module), self.widget)
        return found

    def build(self) -> Page:
        """The tab's page."""
        return self.page_class()()


TABS = (
    Tab("Tổng quan", "layout-dashboard", "desktop_app.ui.home.home_tab", "HomeTab"),
    Tab("Đơn vị", "building-2", "desktop_app.ui.units.units_tab", "UnitsTab"),
    Tab("Giao ước thi đua", "handshake", "desktop_app.ui.compacts.compacts_tab", "CompactsTab"),
    Tab("Hội nghị", "users", "desktop_app.ui.meetings.meetings_tab", "MeetingsTab"),
    Tab(
        "Khen thưởng", "award", "desktop_app.ui.commendations.commendations_tab", "CommendationsTab"
    ),
)
MEETINGS = next(place for place, tab in enumerate(TABS) if tab.widget == "MeetingsTab")
"""Where the meetings are, for the action that conducts one."""
