"""Where the password of a file is typed, or its recovery code, and reckoned in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserFacingError, WrongPassword
from desktop_app.storage.file_key import FileKey, key_of_code, key_of_password, read_header
from desktop_app.ui import messages
from desktop_app.ui.background import Job, run_in_background
from desktop_app.ui.locking.password_line import PasswordLine
from desktop_app.ui.locking.tries import tries
from desktop_app.ui.records.forms.field import ProblemLine
from desktop_app.ui.records.forms.plain_label import plain_label

PASSWORD, CODE = "Mật khẩu của tệp", "Mã khôi phục"
_FORGOTTEN = "Quên mật khẩu: nhập mã khôi phục"
_REMEMBERED = "Dùng mật khẩu"
_AWAY = "Không đọc được tệp. Hãy kiểm tra ổ đĩa hoặc cắm lại USB rồi thử lại."
_TURN = 250


class UnlockPanel(QWidget):
    """Emits `unlocked` with the key of the file; a wrong password is told below the line."""

    unlocked = Signal(object)

    def __init__(self, open_text: str = "Mở tệp", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._file = b""
        self._job: Job | None = None
        self._open_text = open_text
        self.is_by_code = False
        self._label = QLabel(PASSWORD)
        self.line = PasswordLine(PASSWORD)
        self._label.setBuddy(self.line)
        self.open_button = QPushButton(open_text)
        self.open_button.setProperty("role", "primary")
        self.open_button.setDefault(True)
        self.way_button = QPushButton(_FORGOTTEN)
        self.way_button.setProperty("role", "flat")
        self.way_button.setAutoDefault(False)
        self.problem = ProblemLine()
        self.note = plain_label("", "muted")
        self._waiting = QTimer(self, interval=_TURN)
        self._waiting.timeout.connect(self._show_state)
        self.line.textChanged.connect(lambda _: self._show_state())
        self.line.returnPressed.connect(self.try_it)
        self.open_button.clicked.connect(self.try_it)
        self.way_button.clicked.connect(self._turn)
        self._build()

    def ask_for(self, path: Path) -> None:
        """From now on the key of this file is asked for."""
        self._path, self._file = path, str(path).encode()
        self.show_way(by_code=False)

    def show_way(self, *, by_code: bool) -> None:
        """Ask for the password, or for the recovery code."""
        self.is_by_code = by_code
        self.line.clear()
        self.line.show_words() if by_code else self.line.hide_words()
        name = CODE if by_code else PASSWORD
        self._label.setText(name)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX" if by_code else "")
        self.way_button.setText(_REMEMBERED if by_code else _FORGOTTEN)
        self.problem.set_text("")
        self._show_state()
        self.line.setFocus()

    def stop(self) -> None:
        """Nothing is wanted any more; what was typed goes."""
        if self._job is not None:
            self._job.stop()
            self._job = None
        self._waiting.stop()
        self.line.clear()

    def try_it(self) -> None:
        """Make the key of what was typed; the answer comes later."""
        path, typed = self._path, self.line.text()
        if not self.open_button.isEnabled() or path is None:
            return
        make = key_of_code if self.is_by_code else key_of_password
        self._job = run_in_background(
            lambda _: make(read_header(path), typed), self._came, self._failed
        )
        self._show_state()

    # --- how ------------------------------------------------------------------------------

    def _came(self, key: FileKey) -> None:
        self._job = None
        tries.succeeded(self._file)
        self.line.clear()
        self.problem.set_text("")
        self._show_state()
        self.unlocked.emit(key)

    def _failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, WrongPassword):
            tries.failed(self._file)
        if isinstance(error, UserFacingError):
            self.problem.set_text(" ".join(part for part in (error.what, error.remedy) if part))
        elif isinstance(error, OSError):
            self.problem.set_text(_AWAY)
        else:
            messages.tell(self, error)
        self._show_state()
        self.line.setFocus()
        self.line.selectAll()

    def _turn(self) -> None:
        self.show_way(by_code=not self.is_by_code)

    def _show_state(self) -> None:
        left = tries.seconds_left(self._file)
        is_busy = self._job is not None
        self.line.setReadOnly(is_busy)
        self.way_button.setEnabled(not is_busy)
        self.open_button.setEnabled(bool(self.line.text()) and not is_busy and not left)
        self.open_button.setText("Đang kiểm tra…" if is_busy else self._open_text)
        self.note.setText(f"Sai nhiều lần: chờ {left} giây rồi thử lại." if left else "")
        self.note.setVisible(bool(left))
        if left and not self._waiting.isActive():
            self._waiting.start()
        elif not left:
            self._waiting.stop()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.open_button)
        below = QHBoxLayout()
        below.addWidget(self.way_button)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._label)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        layout.addWidget(self.note)
        layout.addLayout(below)
