"""A dialog around one form: «Lưu» says what is wrong, or saves and closes."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.ui import messages
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.form import RecordForm


class FormDialog(QDialog):
    """Accepted when `keep` took what stands in the form."""

    def __init__(self, title: str, form: RecordForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        layout = QVBoxLayout(self)
        layout.addWidget(form, 1)
        layout.addWidget(dialog_foot(self, QPushButton("Lưu"), act=self.save))

    def keep(self, record: Any) -> None:
        """Write what stands in the form. Raises UserFacingError."""
        raise NotImplementedError

    def save(self) -> None:
        """Save and close, or say what is wrong."""
        self.form.finish()
        if self.form.problems():
            self.form.show_all_problems()
            return
        try:
            self.keep(self.form.record())
        except InvalidRecord as error:
            self.form.show_problems(error.problems)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.accept()
