"""The people who work with the file: changes stand in the history, but no key undoes them."""

from __future__ import annotations

from desktop_app.domain.account import Account
from desktop_app.domain.errors import NotAllowed
from desktop_app.storage.plain import Plain
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.accounts import AccountRow

CHANGE = "account"
"""What the history calls such a change: no step of undo and redo."""
_BY_HAND = "Hãy sửa ở «Công cụ ▸ Người dùng…»."


class AccountStore(RecordStore[Account]):
    record = Account
    table = AccountRow

    def save(self, record: Account) -> Account:
        """Raises NotAllowed where an administrator is needed, InvalidRecord."""
        self._file.access.check_admin()
        with self._file.transaction(CHANGE):
            saved = super().save(record)
        self._file.access.follow(saved)
        return saved

    def delete(self, record: Account) -> None:
        raise NotAllowed(
            f"Không xoá người dùng «{record.name}»: tên này còn đứng trong lịch sử.",
            kept="Dữ liệu không thay đổi.",
            remedy="Hãy bỏ dấu «Đang dùng»: người đó không đăng nhập được nữa.",
        )

    def put_back(self, record_id: str, image: Plain | None, title: str) -> None:
        raise NotAllowed(
            f"Người dùng «{title}» không khôi phục được từ lịch sử.",
            kept="Dữ liệu không thay đổi.",
            remedy=_BY_HAND,
        )

    def file_problems(self, record: Account) -> dict[str, str]:
        """No two of one name, and somebody is left who can look after the accounts."""
        others = [other for other in self.all() if other.id != record.id]
        found: dict[str, str] = {}
        if any(record.is_namesake(other) for other in others):
            found["name"] = "Đã có người dùng tên này; hãy thêm chức vụ hoặc đơn vị cho khỏi lẫn."
        access = self._file.access
        admins = [one for one in (*others, record) if one.is_admin]
        if access.is_on and not any(access.has_password(one) for one in admins):
            place = "is_active" if record.role.value == "quan_tri" else "role"
            found[place] = (
                "Phải còn ít nhất một quản trị đang dùng và có mật khẩu, nếu không sẽ không ai "
                "vào quản lý được."
            )
        return found
