"""From which likeness on texts are told of as nearly the same: a setting of the data file."""

from __future__ import annotations

from desktop_app.domain.commendations.repetition import (
    BARS,
    LIKENESS_SETTING,
    NEARLY_EQUAL,
)
from desktop_app.storage import DataFile
from desktop_app.ui.records.forms.field import CalmCombo


def likeness_bar_of(file: DataFile) -> float:
    """The bar of this file, 0 to 1."""
    return float(file.setting(LIKENESS_SETTING, NEARLY_EQUAL))


class LikenessBox(CalmCombo):
    """Chooses the bar; whoever shows it keeps it."""

    def __init__(self) -> None:
        super().__init__()
        self.addItems([f"Nhắc khi giống từ {bar * 100:.0f}%" for bar in BARS])
        self.setMinimumContentsLength(len(self.itemText(0)))
        self.setAccessibleName("Mức giống nhau thì nhắc")
        self.setToolTip(
            "Thành tích, báo cáo giống lần trước từ mức này trở lên thì có dòng nhắc; "
            "dùng chung cho cả tệp."
        )
        self.show_bar(NEARLY_EQUAL)

    @property
    def bar(self) -> float:
        """The chosen bar, 0 to 1."""
        return BARS[self.currentIndex()]

    def show_bar(self, bar: float) -> None:
        """Show a bar, the nearest there is."""
        self.setCurrentIndex(min(range(len(BARS)), key=lambda place: abs(BARS[place] - bar)))
