"""A new password, typed twice."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.account import Account, normal_password, password_problem
from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.accounts.trying import hash_password
from desktop_app.ui.records.forms.dialog_foot import dialog_foot


class PasswordDialog(QDialog):
    """Accepted when the person has a new password."""

    def __init__(self, file: DataFile, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đặt mật khẩu")
        self._file, self._account = file, account
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "problem")
        self.first, self.second = QLineEdit(), QLineEdit()
        for line in (self.first, self.second):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(lambda: self.note.clear())
        heading = QLabel(f"Mật khẩu mới của «{account.name}»")
        heading.setWordWrap(True)
        form = QFormLayout()
        form.addRow("&Mật khẩu mới", self.first)
        form.addRow("&Gõ lại", self.second)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(dialog_foot(self, QPushButton("Đặt mật khẩu"), act=self.keep))
        self.setMinimumWidth(440)

    def keep(self) -> None:
        """Keep the password, or say under the fields why it is none."""
        typed = self.first.text()
        problem = password_problem(typed, self._account.name)
        if not problem and normal_password(typed) != normal_password(self.second.text()):
            problem = "Hai lần gõ khác nhau."
        if problem:
            self.note.setText(problem)
            return
        try:
            self._file.access.keep_secret(self._account, hash_password(typed))
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.accept()
