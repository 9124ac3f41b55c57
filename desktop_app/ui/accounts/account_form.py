"""The form of a person who works with the file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.account import Account, AccountRole
from desktop_app.storage import DataFile
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.records.forms.fields import CheckField, ChoiceField, LineField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.form_dialog import FormDialog


class AccountForm(RecordForm):
    """Name, role, and whether the person still works here."""

    def build(self) -> None:
        page = self.add_page("Người dùng")
        page.row(name=LineField("Tên đứng trong lịch sử", placeholder="Nguyễn Văn An"))
        tip = "\n".join(f"{role.label}: {role.in_words}" for role in AccountRole)
        page.row(role=ChoiceField("Quyền", AccountRole, tip=tip))
        page.row(is_active=CheckField("Đang dùng", tip="Không đánh dấu: không đăng nhập được nữa."))
        page.row(note=TextField("Ghi chú"))


class AccountDialog(FormDialog):
    """Accepted when the person was saved."""

    def __init__(self, file: DataFile, account: Account, parent: QWidget | None = None) -> None:
        super().__init__("Người dùng", AccountForm(), parent)
        self._file = file
        self.saved: Account | None = None
        self.form.show_record(account)
        open_at(self, 520, 420)

    def keep(self, record: Account) -> None:
        self.saved = self._file.accounts.save(record)
