"""Nominations that a restriction or a full quota holds back: each goes on only with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.storage import DataFile
from desktop_app.ui.asking import asked
from desktop_app.ui.records.forms.fields import TextField
from desktop_app.ui.records.forms.form_page import FormPage

_REASONS = {"restriction_reason": "Lý do vẫn trình", "quota_reason": "Lý do vượt chỉ tiêu"}
_HIGHEST = 640
"""Pixels of height that the smallest screen has room for; the reasons below are scrolled to."""
Blocks = Mapping[str, str]
"""Field of the reason → why it is wanted."""


class OverrideDialog(QDialog):
    """`reasoned()` once it is accepted: the nominations with the reasons that are kept."""

    def __init__(
        self, blocked: Sequence[tuple[Nomination, Blocks]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Có đề nghị đang bị chặn")
        self._blocked = tuple(blocked)
        self.reasons: dict[tuple[str, str], TextField] = {}
        layout = QVBoxLayout(self)
        head = QLabel("Muốn đi tiếp, ghi lý do cho từng đề nghị. Lý do được lưu cùng đề nghị.")
        head.setWordWrap(True)
        layout.addWidget(head)
        page = FormPage()
        for nomination, blocks in self._blocked:
            for name, why in blocks.items():
                label = QLabel(why)
                label.setProperty("role", "problem")
                label.setWordWrap(True)
                page.widget(label)
                field = TextField(_REASONS[name], rows=2)
                page.place(field)
                self.reasons[nomination.id, name] = field
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(page)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._buttons())
        self.resize(560, min(180 + 110 * len(self.reasons), _HIGHEST))

    def reasoned(self) -> tuple[Nomination, ...]:
        """The held ones, each with what was written."""
        return tuple(
            nomination.replace(**{n: self.reasons[nomination.id, n].value() for n in blocks})
            for nomination, blocks in self._blocked
        )

    def accept(self) -> None:
        for field in self.reasons.values():
            field.set_problem("" if field.value() else "Cần ghi lý do.")
        if all(field.value() for field in self.reasons.values()):
            super().accept()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        go_on = QPushButton("Ghi lý do và đi tiếp")
        go_on.setProperty("role", "danger")
        box.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(QPushButton("Huỷ"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def with_reasons(
    file: DataFile, nominations: Sequence[Nomination], parent: QWidget
) -> tuple[Nomination, ...]:
    """The nominations as they can be saved; none when the person gave up."""
    held = file.nominations.held_back(nominations)
    if not held:
        return tuple(nominations)
    dialog = OverrideDialog(held, parent)
    if not asked(dialog):
        return ()
    given = {nomination.id: nomination for nomination in dialog.reasoned()}
    return tuple(given.get(nomination.id, nomination) for nomination in nominations)
