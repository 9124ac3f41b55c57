"""What the secretary has found out for one condition, and on which paper that rests."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.commendations.eligibility.answers import Answer
from desktop_app.domain.commendations.eligibility.condition import Attestation
from desktop_app.domain.record import Choice
from desktop_app.ui.records.forms.fields import ChoiceField, TextField
from desktop_app.ui.records.forms.form_page import FormPage


class Found(Choice):
    """The two results."""

    MET = "dat", "Đạt"
    NOT_MET = "chua_dat", "Chưa đạt"


class AttestationDialog(QDialog):
    """The basis must be there: the result stands in the dossier with it."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Ghi kết quả xác minh")
        self._answer = answer
        self.result_field = ChoiceField("Kết quả", Found)
        self.basis = TextField("Căn cứ", rows=3, tip="Số, ngày, nơi ra văn bản; hoặc ai xác nhận.")
        given = answer.attested
        self.result_field.set_value(Found.MET if given is None or given.is_met else Found.NOT_MET)
        self.basis.set_value(given.basis if given else "")
        layout = QVBoxLayout(self)
        for text in (answer.condition.sentence, answer.words, answer.condition.article):
            label = QLabel(text)
            label.setWordWrap(True)
            layout.addWidget(label)
        page = FormPage()
        page.place(self.result_field)
        page.place(self.basis)
        layout.addWidget(page)
        layout.addWidget(self._buttons())
        self.resize(520, 340)
        self.basis.focus_editor()

    def attestation(self) -> Attestation:
        """What was found; it keeps its id when it is found out anew."""
        basis = self.basis.value()
        met = self.result_field.value() is Found.MET
        if self._answer.attested:
            return self._answer.attested.replace(is_met=met, basis=basis)
        return Attestation(condition=self._answer.condition.id, is_met=met, basis=basis)

    def accept(self) -> None:
        missing = self.attestation().problems().get("basis", "")
        self.basis.set_problem(missing)
        if not missing:
            super().accept()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        note = QPushButton("Ghi kết quả")
        note.setProperty("role", "primary")
        note.setDefault(True)
        box.addButton(note, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(QPushButton("Huỷ"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
