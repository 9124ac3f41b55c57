"""«Người dùng…»: who works with the file, with which rights, and whether they must sign in."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.account import Account, AccountRole
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.vietnamese import name_sort_key
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.accounts.account_form import AccountDialog
from desktop_app.ui.accounts.password_dialog import PasswordDialog
from desktop_app.ui.accounts.sign_in_dialog import SignInDialog
from desktop_app.ui.accounts.trying import try_password
from desktop_app.ui.asking import asked
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.dialogs.history_pane import entry_table, fill_row
from desktop_app.ui.records.forms.dialog_foot import CLOSE
from desktop_app.ui.records.lists.record_table import column_width

_HEADS = ("Tên", "Quyền", "Mật khẩu", "Tình trạng")
_OFF = "Đăng nhập đang TẮT: ai mở tệp cũng làm được mọi việc; lịch sử ghi tên tài khoản máy."
_ON = "Đăng nhập đang BẬT. Bạn là «{}»."
_HONEST = (
    "Đăng nhập giữ tên trong lịch sử và ngăn sửa nhầm. Nó không mã hoá tệp: người chép được tệp "
    "không có mật khẩu riêng vẫn đọc được bằng công cụ khác."
)


class AccountsDialog(QDialog):
    """Administrators look after the list; everybody else changes his own password here."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Người dùng")
        self._file = file
        self.is_changed = False
        """Whether rights or the person at the desk may be others now."""
        self._people: list[Account] = []
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setProperty("role", "h2")
        self.list = entry_table(_HEADS)
        self.list.setAccessibleName("Người dùng của tệp")
        self.add_button = self._button("Thêm…", self.add)
        self.edit_button = self._button("Sửa…", self.edit)
        self.password_button = self._button("Đặt mật khẩu…", self.set_password)
        self.change_button = self._button("Đổi người dùng…", self.change_person)
        self.switch = QPushButton()
        self._build()
        self._fill()

    # --- what the buttons do --------------------------------------------------------------

    def add(self) -> None:
        """A new person; the first one becomes an administrator."""
        role = AccountRole.SECRETARY if self._people else AccountRole.ADMIN
        self._open(Account(role=role))

    def edit(self) -> None:
        if account := self._chosen():
            self._open(account)

    def set_password(self) -> None:
        """For the chosen person, or for oneself."""
        account = self._chosen()
        if account is not None and asked(PasswordDialog(self._file, account, self)):
            self._fill(account)

    def change_person(self) -> None:
        """Somebody else sits down at the desk."""
        if asked(SignInDialog(self._file, self)):
            self.is_changed = True
            self._fill()

    def switch_sign_in(self) -> None:
        """On: an administrator proves that he can sign in. Off: after a question."""
        access = self._file.access
        try:
            done = self._turn_off() if access.is_on else self._turn_on()
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        if done:
            self.is_changed = True
            self._fill()

    def _turn_on(self) -> bool:
        admin = self._chosen()
        if admin is None or not admin.is_admin or not self._file.access.has_password(admin):
            messages.show_note(
                self,
                "Chọn một quản trị trước khi bật đăng nhập.",
                "Thêm một người có quyền «Quản trị», «Đặt mật khẩu…» cho người đó, chọn dòng ấy "
                "rồi bấm «Bật đăng nhập…». Nên có hai quản trị: một người quên mật khẩu thì người "
                "kia đặt lại được.",
            )
            return False
        password = messages.ask_password(
            self, "Bật đăng nhập", f"Gõ mật khẩu của «{admin.name}»:", "Bật đăng nhập"
        )
        if not password:
            return False
        try_password(self._file, admin, password)
        self._file.access.switch_on()
        return True

    def _turn_off(self) -> bool:
        if not messages.ask(
            self,
            "Tắt đăng nhập?",
            "Từ nay ai mở tệp cũng làm được mọi việc. Danh sách và mật khẩu được giữ lại.",
            "Tắt đăng nhập",
            danger=True,
        ):
            return False
        self._file.access.turn_off()
        return True

    # --- how ------------------------------------------------------------------------------

    def _open(self, account: Account) -> None:
        dialog = AccountDialog(self._file, account, self)
        if asked(dialog):
            self.is_changed = True
            self._fill(dialog.saved)

    def _chosen(self) -> Account | None:
        row = self.list.currentRow()
        return self._people[row] if 0 <= row < len(self._people) else None

    def _fill(self, chosen: Account | None = None) -> None:
        access = self._file.access
        self.state.setText(_ON.format(access.who) if access.is_on else _OFF)
        people = self._file.accounts.all()
        self._people = sorted(people, key=lambda one: (not one.is_active, name_sort_key(one.name)))
        self.list.setRowCount(len(self._people))
        for row, account in enumerate(self._people):
            has = "Đã đặt" if access.has_password(account) else "Chưa có"
            state = "Đang dùng" if account.is_active else "Ngừng dùng"
            fill_row(self.list, row, (account.name, account.role.label, has, state))
        self.list.resizeRowsToContents()
        wanted = chosen or access.account
        places = [place for place, one in enumerate(self._people) if wanted and one.id == wanted.id]
        if self._people:
            self.list.selectRow(places[0] if places else 0)
        self._show_state()

    def _show_state(self) -> None:
        access, chosen = self._file.access, self._chosen()
        why = access.admin_refusal
        own = bool(chosen and access.account and chosen.id == access.account.id)
        for button, is_possible in (
            (self.add_button, not why),
            (self.edit_button, not why and chosen is not None),
            (self.password_button, chosen is not None and (own or not why)),
            (self.switch, not why),
        ):
            button.setEnabled(is_possible)
            button.setToolTip("" if is_possible else why)
        self.change_button.setVisible(access.is_on)
        self.switch.setText("Tắt đăng nhập…" if access.is_on else "Bật đăng nhập…")

    def _build(self) -> None:
        honest = QLabel(_HONEST)
        honest.setWordWrap(True)
        honest.setProperty("role", "muted")
        tools = QHBoxLayout()
        for button in (self.add_button, self.edit_button, self.password_button):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.change_button)
        header = self.list.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(len(_HEADS) - 1, QHeaderView.ResizeMode.Interactive)
        for column in range(1, len(_HEADS)):
            self.list.setColumnWidth(column, column_width(110, _HEADS[column]))
        header.sectionResized.connect(lambda *_: self.list.resizeRowsToContents())
        self.list.itemSelectionChanged.connect(self._show_state)
        self.list.itemDoubleClicked.connect(lambda _: self.edit_button.click())
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(honest)
        layout.addWidget(self.list, 1)
        layout.addLayout(tools)
        layout.addWidget(self._foot())
        open_at(self, 760, 460)

    def _foot(self) -> QDialogButtonBox:
        """No button answers to Enter: turning sign-in on or off is done on purpose."""
        self.switch.setAutoDefault(False)
        self.switch.clicked.connect(self.switch_sign_in)
        box = QDialogButtonBox()
        box.addButton(self.switch, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        return box

    def _button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        return button
