"""A person who works with the data file, and what he may do there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, required

SHORTEST = 8
"""Letters of a person's password."""
LONGEST = 128


class AccountRole(Choice):
    """What a person may do in the file."""

    ADMIN = "quan_tri", "Quản trị"
    SECRETARY = "thu_ky", "Thư ký"
    VIEWER = "chi_xem", "Chỉ xem"

    @property
    def in_words(self) -> str:
        """What goes with the role, for whoever gives it."""
        return _WORDS[self]


_WORDS = {
    AccountRole.ADMIN: "Làm mọi việc, kể cả người dùng, phục hồi, mật khẩu, thông tin cụm.",
    AccountRole.SECRETARY: "Thêm, sửa, xoá, in mọi hồ sơ.",
    AccountRole.VIEWER: "Xem và in; không sửa gì.",
}


@dataclass(frozen=True, kw_only=True)
class Account(Record):
    """A person at the PC. Nobody is deleted: the name must stay true in the history."""

    name: str = ""
    """As it stands in the history, e.g. «Nguyễn Văn An»."""
    role: AccountRole = AccountRole.SECRETARY
    is_active: bool = True
    """Whether the person may sign in."""
    note: str = ""

    @property
    def title(self) -> str:
        return self.name

    @property
    def is_admin(self) -> bool:
        """Whether the person may look after accounts now."""
        return self.is_active and self.role is AccountRole.ADMIN

    def is_namesake(self, other: Account) -> bool:
        """Whether another person would stand in the history under the same name."""
        return self.id != other.id and self.name.casefold() == other.name.casefold()

    def problems(self) -> dict[str, str]:
        return required(self, name="Người dùng cần có tên.")


def normal_password(password: str) -> str:
    """The password as it is kept: the same letters however they were typed (NFC)."""
    return unicodedata.normalize("NFC", password)


def password_problem(password: str, name: str = "") -> str:
    """Why this is no password for a person, in a sentence; empty for a good one."""
    typed = normal_password(password)
    if len(typed) < SHORTEST:
        return f"Mật khẩu cần ít nhất {SHORTEST} ký tự."
    if len(typed) > LONGEST:
        return f"Mật khẩu dài nhất {LONGEST} ký tự."
    if len(set(typed)) < 3:
        return "Mật khẩu lặp lại quá ít ký tự nên dễ đoán."
    if name and typed.casefold() == name.casefold():
        return "Mật khẩu không được trùng với tên."
    return ""
