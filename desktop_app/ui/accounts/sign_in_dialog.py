"""Signing in: who, and the password; a wrong one makes the next try wait, and says how long."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.account import Account
from desktop_app.domain.errors import WrongSignIn
from desktop_app.domain.vietnamese import name_sort_key
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.accounts.trying import try_password
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.field import CalmCombo

FORGOTTEN = (
    "Quản trị khác đặt lại được: «Công cụ ▸ Người dùng…», chọn tên, «Đặt mật khẩu…».\n\n"
    "Quản trị duy nhất quên mật khẩu: không ai đọc lại được mật khẩu cũ. Đóng chương trình, mở "
    "dòng lệnh ở thư mục chương trình và chạy\n\n"
    "python3 -m desktop_app accounts TỆP --sign-in-off\n\n"
    "Lệnh sao lưu tệp, tắt đăng nhập và ghi việc đó vào lịch sử; hồ sơ không mất gì. Sau đó mở "
    "tệp, đặt mật khẩu mới rồi bật lại đăng nhập. Tệp có mật khẩu riêng thì vẫn cần mật khẩu ấy."
)


class SignInDialog(QDialog):
    """Accepted when somebody has signed in to the file."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đăng nhập")
        self._file = file
        self._left = 0
        active = [account for account in file.accounts.all() if account.is_active]
        self._people = sorted(active, key=lambda account: name_sort_key(account.name))
        self.person = CalmCombo()
        for account in self._people:
            self.person.addItem(f"{account.name} ({account.role.label})")
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "problem")
        self.enter = QPushButton("Đăng nhập")
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._count_down)
        self._build()
        self.password.setFocus()

    def try_now(self) -> None:
        """The password is tried; the dialog closes when it is the right one."""
        account = self._chosen()
        if account is None or self._left:
            return
        self.enter.setEnabled(False)
        try:
            try_password(self._file, account, self.password.text())
        except WrongSignIn as error:
            self.password.clear()
            self.password.setFocus()
            self.note.setText(error.what)
            self._wait(error.wait)
        else:
            self.accept()

    def _chosen(self) -> Account | None:
        place = self.person.currentIndex()
        return self._people[place] if 0 <= place < len(self._people) else None

    def _wait(self, seconds: int) -> None:
        self._left = seconds
        self.enter.setEnabled(not seconds)
        if seconds:
            self._timer.start()

    def _count_down(self) -> None:
        self._left = max(0, self._left - 1)
        if self._left:
            self.note.setText(f"Mật khẩu chưa đúng. Thử lại được sau {self._left} giây.")
            return
        self._timer.stop()
        self.enter.setEnabled(True)
        self.note.setText("Hãy xem phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại.")

    def _change_person(self) -> None:
        self._timer.stop()
        self._wait(0)
        self.note.clear()

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow("&Người dùng", self.person)
        form.addRow("&Mật khẩu", self.password)
        forgotten = QPushButton("Quên mật khẩu?")
        forgotten.setAutoDefault(False)
        forgotten.clicked.connect(lambda: messages.show_note(self, "Quên mật khẩu", FORGOTTEN))
        self.person.currentIndexChanged.connect(self._change_person)
        self.person.setToolTip(self.person.currentText())
        self.person.currentTextChanged.connect(self.person.setToolTip)
        layout = QVBoxLayout(self)
        words = QLabel(f"Tệp «{self._file.path.name}» cần đăng nhập.")
        words.setWordWrap(True)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(dialog_foot(self, self.enter, forgotten, act=self.try_now))
        self.setMinimumWidth(460)
