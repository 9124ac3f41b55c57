"""Sign-in and passwords as the history tells of them: whether there is one, never what it is."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.account import Account
from desktop_app.storage.plain import Plain

KIND = "Safeguard"
"""Such entries belong to no class of records."""
ACTION = "safeguard"
"""What the history calls such a change: no step of undo and redo."""
ON = "on"
"""The one field of an image."""
_VERBS = {(False, True): "Đặt", (True, True): "Đổi", (True, False): "Bỏ"}
_PASSWORD = {False: "chưa có", True: "đã đặt"}


class Safeguard(NamedTuple):
    """What keeps somebody out: its id in the history, and its words."""

    id: str
    title: str


SIGN_IN = Safeguard("sign_in", "Đăng nhập")
FILE_PASSWORD = Safeguard("file_password", "Mật khẩu của tệp")


def password_of(account: Account) -> Safeguard:
    """The password with which a person signs in."""
    return Safeguard(f"password:{account.id}", f"Mật khẩu của {account.name}")


def verb(guard: str, before: Plain | None, after: Plain | None) -> str:
    """What was done to a safeguard, for the user."""
    was, now = _is_on(before), _is_on(after)
    if guard == SIGN_IN.id:
        return "Bật" if now else "Tắt"
    return _VERBS.get((was, now), "Bỏ")


def words(guard: str, before: Plain | None, after: Plain | None) -> tuple[str, str]:
    """How it was and how it is, for the user."""
    was, now = _is_on(before), _is_on(after)
    if guard == SIGN_IN.id:
        return "bật" if was else "tắt", "bật" if now else "tắt"
    return _PASSWORD[was], "đã đổi sang mật khẩu khác" if was and now else _PASSWORD[now]


def _is_on(image: Plain | None) -> bool:
    return bool((image or {}).get(ON))
