"""«Mật khẩu của tệp»: set, changed or taken off, and after how long the window locks itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError, WrongPassword
from desktop_app.storage.file_key import (
    FileKey,
    key_of_code,
    key_of_password,
    new_key,
    password_problem,
)
from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Report, run_in_background
from desktop_app.ui.locking.password_line import PasswordLine
from desktop_app.ui.locking.tries import tries
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.field import ProblemLine
from desktop_app.ui.records.forms.plain_label import plain_label

LOCK_AFTER = 15
"""Minutes without a key or the mouse before an encrypted file is locked, unless set otherwise."""
_LONGEST = 240
_PLAIN = (
    "Tệp này chưa có mật khẩu: ai chép được tệp thì đọc được. Khi có mật khẩu, mọi trang của tệp, "
    "bản nháp, bản sao lưu và tệp kèm đều được mã hoá."
)
_LOCKED = (
    "Tệp này có mật khẩu. Đổi hay bỏ mật khẩu thì các bản sao lưu cạnh tệp cũng đổi theo. Quên mật "
    "khẩu thì gõ mã khôi phục vào ô mật khẩu hiện tại."
)
_ADVICE = (
    "Ít nhất 10 ký tự; nên là bốn, năm tiếng dễ nhớ không có trong câu quen. Quên cả mật khẩu lẫn "
    "mã khôi phục thì không ai mở được tệp nữa."
)


@dataclass(frozen=True)
class Wish:
    """What is to become of a file's password."""

    old: FileKey | None
    new: FileKey | None


class PasswordDialog(QDialog):
    """Accepted with a `wish`; keys are made in the background, which takes a few seconds."""

    def __init__(
        self,
        name: str,
        key: FileKey | None,
        minutes: int,
        keep_minutes: Callable[[int], object],
        parent: QWidget | None = None,
    ) -> None:
        """`key` is that of the open file; `keep_minutes` hears of another time until it locks."""
        super().__init__(parent)
        self.setWindowTitle("Mật khẩu của tệp")
        self.wish: Wish | None = None
        self._key = key
        self._job: Job | None = None
        # children at once: what finds no place in the layout would outlive the dialog
        self.current = PasswordLine("Mật khẩu hiện tại", self)
        self.first = PasswordLine("Mật khẩu mới")
        self.second = PasswordLine("Gõ lại mật khẩu mới")
        self.problem = ProblemLine()
        self.strip = ProgressStrip()
        self.set_button = QPushButton("Đổi mật khẩu" if key else "Đặt mật khẩu")
        self.remove_button = QPushButton("Bỏ mật khẩu…", self)
        self.remove_button.setVisible(key is not None)
        self.remove_button.setProperty("role", "danger")
        self.remove_button.setAutoDefault(False)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _LONGEST)
        self.minutes.setValue(minutes)
        self.minutes.setSuffix(" phút")
        self.minutes.setAccessibleName("Tự khoá sau bao nhiêu phút không dùng")
        self.minutes.valueChanged.connect(keep_minutes)
        self.remove_button.clicked.connect(self.remove)
        for line in (self.current, self.first, self.second):
            line.textChanged.connect(lambda _: self._show_state())
        self._build(name)
        self._show_state()

    def set_password(self) -> None:
        """Make the keys of what stands here, and accept."""
        if not self.set_button.isEnabled():
            return
        problem = password_problem(self.first.text())
        if not problem and self.first.text() != self.second.text():
            problem = "Hai lần gõ mật khẩu mới chưa giống nhau."
        self.problem.set_text(problem)
        if problem:
            (self.second if self.second.text() else self.first).setFocus()
            return
        current, wanted = self.current.text(), self.first.text()
        self._begin(lambda _: Wish(self._checked(current), new_key(wanted)))

    def remove(self) -> None:
        """Take the password off, after a question."""
        if not messages.ask(
            self,
            "Bỏ mật khẩu của tệp?",
            "Tệp và các bản sao lưu cạnh nó sẽ không còn được mã hoá: ai chép được thì đọc được.",
            "Bỏ mật khẩu",
            danger=True,
        ):
            return
        current = self.current.text()
        self._begin(lambda _: Wish(self._checked(current), None))

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None
        for line in (self.current, self.first, self.second):
            line.clear()
        super().done(result)

    # --- how ------------------------------------------------------------------------------

    def _checked(self, typed: str) -> FileKey | None:
        """The key of the file, once what was typed opens it too. Raises WrongPassword."""
        if self._key is None:
            return None
        try:
            return key_of_code(self._key.header, typed)
        except WrongPassword:
            return key_of_password(self._key.header, typed)

    def _begin(self, work: Callable[[Report], Wish]) -> None:
        self.problem.set_text("")
        self._job = run_in_background(work, self._came, self._failed)
        self.strip.follow(self._job, "Đang tính khoá, mất vài giây…")
        self.strip.stopped.connect(self._stopped)
        self._show_state()

    def _came(self, wish: Wish) -> None:
        self._job = None
        if self._key:
            tries.succeeded(self._key.header)
        self.wish = wish
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, WrongPassword) and self._key:
            tries.failed(self._key.header)
        if isinstance(error, UserFacingError):
            self.problem.set_text(f"{error.what} {error.remedy}")
        else:
            messages.tell(self, error)
        self._show_state()
        self.current.setFocus()
        self.current.selectAll()

    def _stopped(self) -> None:
        self._job = None
        self._show_state()

    def _show_state(self) -> None:
        left = tries.seconds_left(self._key.header) if self._key else 0
        if left and self._job is None:
            self.problem.set_text(f"Sai nhiều lần: chờ {left} giây rồi thử lại.")
        is_ready = self._job is None and not left and (bool(self.current.text()) or not self._key)
        self.set_button.setEnabled(is_ready and bool(self.first.text()))
        self.remove_button.setEnabled(is_ready)

    def _build(self, name: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(plain_label(f"Tệp «{name}»", "h2"))
        layout.addWidget(plain_label(_LOCKED if self._key else _PLAIN))
        lines = (self.current, self.first, self.second) if self._key else (self.first, self.second)
        self.current.setVisible(False)
        for line in lines:
            label = QLabel(line.accessibleName())
            label.setBuddy(line)
            line.setVisible(True)
            layout.addWidget(label)
            layout.addWidget(line)
        layout.addWidget(self.problem)
        layout.addWidget(plain_label(_ADVICE, "muted"))
        layout.addLayout(self._minutes_row())
        layout.addWidget(self.strip)
        others = (self.remove_button,) if self._key else ()
        foot = dialog_foot(self, self.set_button, *others, act=self.set_password, way_out=CLOSE)
        layout.addWidget(foot)
        self.setMinimumWidth(540)

    def _minutes_row(self) -> QHBoxLayout:
        label = QLabel(
            "Tự khoá khi không dùng sau" if self._key else "Khi có mật khẩu, tự khoá sau"
        )
        label.setBuddy(self.minutes)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.minutes)
        row.addStretch(1)
        return row
