"""The page «Quá trình» of a nomination: every step with its day, paper and reason."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.commendations.nomination import Nomination, NominationStep
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.records.lists.record_model import Column, RecordModel
from desktop_app.ui.records.lists.record_table import RecordTable

_EMPTY = "Chưa có bước nào được ghi. Bấm «Chuyển bước» ở dưới."
_COLUMNS: tuple[Column[NominationStep], ...] = (
    Column("Ngày", lambda s: short_date(s.day), sort=lambda s: str(s.day), width=96),
    Column("Bước", lambda s: _state(s), width=118),
    Column("Ai, văn bản, lý do", lambda s: _how(s), stretch=True),
)


class TrailPage(QWidget):
    """Only looked at: a wrong step is taken back, never wiped out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RecordModel(_COLUMNS, self)
        self.table = RecordTable(self.model)
        self.table.setProperty("role", "grid")
        self.table.setAccessibleName("Quá trình của đề nghị")
        self.table.wrap()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.addWidget(self.table)

    def show_nomination(self, nomination: Nomination) -> None:
        """The trail of this nomination, in the order of entry."""
        self.model.set_records(nomination.steps)
        self.table.show_overlay("" if nomination.steps else _EMPTY)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _state(step: NominationStep) -> str:
    return f"Lui về «{step.state}»" if step.is_back else step.state.label


def _how(step: NominationStep) -> str:
    """One column of lines: beside list and preview there is no room for three."""
    reason = f"Lý do: {step.reason}" if step.reason else ""
    return "\n".join(part for part in (step.who, step.document, reason) if part)
