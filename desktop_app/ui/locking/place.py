"""Where a person is in the window: period, tab, view and record, to come back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


@dataclass(frozen=True)
class Place:
    """One place; what is no longer there is passed over."""

    period: str
    tab: int
    view: int
    record: str

    @classmethod
    def of(cls, window: MainWindow) -> Place:
        """Where the window stands now."""
        period = window.period.id if window.period else ""
        tab = window.tabs.currentIndex()
        page = window.pages.get(tab)
        record = page.record if page else None
        return cls(period, tab, page.place if page else 0, record.id if record else "")

    def return_to(self, window: MainWindow) -> None:
        """Go back there; the file is open again."""
        if window.file is None:
            return
        if window.period is None or window.period.id != self.period:
            window.show_period(window.fill_periods(self.period))
        window.tabs.setCurrentIndex(self.tab)
        page = window.page(self.tab)
        if not page.views:
            return
        view = page.turn_to(min(self.view, len(page.views) - 1))
        if self.record and not view.has_edits:
            view.select(self.record)
