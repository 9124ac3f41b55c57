"""The box in the toolbar that chooses the period all tabs follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from desktop_app.domain.years.period import Period


class PeriodBox(QComboBox):
    """All periods of the file, the newest first; `activated` comes only from the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Năm thi đua")
        self.setToolTip("Năm thi đua: mọi thẻ theo năm được chọn ở đây")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(180)

    def period(self) -> Period | None:
        """The chosen period."""
        found: Period | None = self.currentData()
        return found

    def fill(self, periods: Iterable[Period], chosen: str) -> Period | None:
        """Offer these periods; the one with this id, else the newest, is chosen and answered."""
        listed = sorted(periods, key=lambda period: str(period.since), reverse=True)
        self.clear()
        for period in listed:
            self.addItem(f"{period.name} — {period.state.label.lower()}", period)
        self.show_period(chosen if chosen in (p.id for p in listed) else "")
        return self.period()

    def show_period(self, period_id: str) -> None:
        """Put the box on a period, the newest where there is none of this id."""
        ids = [self.itemData(row).id for row in range(self.count())]
        self.setCurrentIndex(ids.index(period_id) if period_id in ids else min(0, self.count() - 1))
