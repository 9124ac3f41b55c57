"""The last page of «Mở năm mới»: what is copied from the last year, a line each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.takeovers import Takeover, criteria_in_force, takeovers
from desktop_app.storage import DataFile
from desktop_app.ui.units.new_year_page import NewYearPage


class TakeoverPage(NewYearPage):
    """Drafts of the new year, each with a mark that can be taken off."""

    def __init__(self, period: Callable[[], Period], last: Period, file: DataFile) -> None:
        super().__init__(
            3,
            "Chép từ năm trước",
            "Bản chép là dự thảo của năm mới; năm trước giữ nguyên. Bỏ dấu những gì không chép.",
        )
        self._period = period
        self._year = file.year_of(last)
        self._criteria = criteria_in_force(file.criteria.of_period(last))
        self.made_for = last
        self.boxes: list[tuple[QCheckBox, Takeover]] = []
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(self._scroll, 1)

    def initializePage(self) -> None:
        """The lines for the year as it is now; a mark taken off before stays off."""
        unmarked = {item.label for box, item in self.boxes if not box.isChecked()}
        self.made_for = self._period()
        found = takeovers(self._year, self.made_for, self._criteria)
        self.boxes = [(_box(item, item.label not in unmarked), item) for item in found]
        lines = QWidget()
        layout = QVBoxLayout(lines)
        layout.setContentsMargins(0, 0, 0, 0)
        for box, item in self.boxes:
            layout.addWidget(box)
            layout.addWidget(_detail(item))
        layout.addStretch(1)
        self._scroll.setWidget(lines)
        self.summary.setText(_summary(self.made_for))

    def made_period(self) -> Period:
        """The new period without the settings whose line has no mark."""
        unmarked = (item for box, item in self.boxes if not box.isChecked())
        return self.made_for.replace(**{name: None for item in unmarked for name in item.settings})

    def records(self) -> list[Record]:
        """The drafts that stay marked."""
        return [record for box, item in self.boxes if box.isChecked() for record in item.records]


def _summary(period: Period) -> str:
    lead = period.lead_on(None)
    leader = lead.unit.name_on(period.since) if lead else ""
    days = f"{short_date(period.since)} – {short_date(period.until)}"
    return f"{period.title} ({days}): {len(period.members)} đơn vị, Cụm trưởng: {leader}."


def _box(item: Takeover, is_marked: bool) -> QCheckBox:
    box = QCheckBox(item.label)
    box.setAccessibleDescription(item.detail)
    box.setChecked(is_marked)
    return box


def _detail(item: Takeover) -> QLabel:
    """What exactly is taken over, under its mark and as long as it must be."""
    label = QLabel(item.detail[:1].upper() + item.detail[1:])
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    label.setContentsMargins(26, 0, 0, 4)
    return label
