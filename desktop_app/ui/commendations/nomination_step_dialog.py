"""The next step of one nomination or of many: day, through whom, by which paper, why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.commendations.nomination import (
    NEEDS_REASON,
    Nomination,
    NominationState,
    NominationStep,
)
from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.records.forms.date_fields import DateField
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.field import restyle
from desktop_app.ui.records.forms.text_fields import LineField, TextField

VERBS = {
    NominationState.HONOURED: "Ghi đã suy tôn",
    NominationState.SUBMITTED: "Ghi đã trình",
    NominationState.SUPPLEMENT: "Ghi yêu cầu bổ sung",
    NominationState.REJECTED: "Ghi không được duyệt",
    NominationState.HIGHER: "Ghi khen cao hơn",
    NominationState.WITHDRAWN: "Rút đề nghị",
}
"""What is done by hand; «Được quyết định» comes of a decision alone."""
BACK = "Lui một bước"


class NominationStepDialog(QDialog):
    """`step()` and `chosen()` once it is accepted; who cannot take the step is said, not taken."""

    def __init__(
        self,
        step: NominationStep,
        nominations: Sequence[Nomination],
        ticked: Sequence[Nomination],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step, self._nominations = step, tuple(nominations)
        self.verb = BACK if step.is_back else VERBS[step.state]
        self.day = DateField("Ngày")
        self.who = LineField("Người, cơ quan", placeholder="Ai trình, ai trả lời")
        self.document = LineField("Văn bản", placeholder="Số, ngày văn bản (nếu có)")
        self.reason = TextField("Lý do", rows=3)
        self.list = QListWidget()
        self.said = QLabel()
        self.button = QPushButton(self.verb)
        self._build({nomination.id for nomination in ticked})
        self._show_state()

    def step(self) -> NominationStep:
        """The step as it is filled in."""
        return self._step.replace(
            day=self.day.value(),
            who=self.who.value(),
            document=self.document.value(),
            reason=self.reason.value(),
        )

    def chosen(self) -> tuple[Nomination, ...]:
        """The nominations that take the step."""
        ticked = (self.list.item(row).checkState() for row in range(self.list.count()))
        pairs = zip(self._nominations, ticked, strict=True)
        return tuple(one for one, state in pairs if state is Qt.CheckState.Checked)

    def accept(self) -> None:
        if self.button.isEnabled():
            super().accept()

    def _show_state(self) -> None:
        step, chosen = self.step(), self.chosen()
        wrong = next((why for one in chosen if (why := one.refusal(step))), "")
        wrong = wrong or ("" if chosen else "Chưa chọn đề nghị nào.")
        self.said.setProperty("role", "problem" if wrong else "muted")
        restyle(self.said)
        self.said.setText(wrong or f"{len(chosen)} đề nghị chuyển sang «{step.state}».")
        self.button.setEnabled(not wrong)

    # --- building ---------------------------------------------------------------------------

    def _build(self, ticked: set[str]) -> None:
        self.setWindowTitle(self.verb)
        form = QFormLayout()
        for field in (self.day, self.who, self.document, self.reason):
            form.addRow(field.label, field)
            field.edited.connect(self._show_state)
            field.keyed.connect(self._show_state)
        needs_reason = self._step.is_back or self._step.state in NEEDS_REASON
        self.reason.label.setText("Lý do (bắt buộc)" if needs_reason else "Lý do")
        self.day.set_value(self._step.day or dt.date.today())
        self.who.set_value(self._step.who)
        self.document.set_value(self._step.document)
        self._fill(ticked)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.list, 1)
        self.said.setWordWrap(True)
        layout.addWidget(self.said)
        layout.addWidget(dialog_foot(self, self.button))
        self.resize(560, 300 + 44 * min(len(self._nominations), 6))

    def _fill(self, ticked: set[str]) -> None:
        self.list.setProperty("role", "grid")
        self.list.setAccessibleName("Các đề nghị")
        self.list.setWordWrap(True)
        for nomination in self._nominations:
            award = nomination.award.name if nomination.award else "chưa chọn danh hiệu"
            item = QListWidgetItem(f"{clean_line(nomination.subject)}\n{clean_line(award)}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            on = nomination.id in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.itemChanged.connect(self._show_state)
