"""How bonuses are rounded: a setting of the data file, and the box that changes it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.domain.commendations.money import Rounding
from desktop_app.storage import DataFile
from desktop_app.ui.records.forms.field import CalmCombo

_NAME = "bonus_rounding"


def rounding_of(file: DataFile) -> Rounding:
    """The way of this file; the decree's own where nothing is set."""
    return Rounding(file.setting(_NAME, Rounding.UP.value))


class RoundingBox(CalmCombo):
    """Chooses the way and keeps it in the file at once."""

    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file: DataFile | None = None
        self.addItems([way.label for way in Rounding])
        self.setAccessibleName("Làm tròn tiền thưởng")
        self.setToolTip("Làm tròn tiền thưởng (Nghị định 152/2025/NĐ-CP, Điều 49 khoản 2)")
        self.activated.connect(self._keep)

    def follow(self, file: DataFile) -> None:
        """Show what the file has."""
        self._file = file
        self.setCurrentIndex(list(Rounding).index(rounding_of(file)))

    def _keep(self, place: int) -> None:
        if self._file is not None:
            self._file.keep_setting(_NAME, list(Rounding)[place].value)
            self.kept.emit()
