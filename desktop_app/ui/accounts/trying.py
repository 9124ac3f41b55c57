"""Passwords are hashed and tried in the background: it takes an eighth of a second, on purpose."""

from __future__ import annotations

from desktop_app.domain.account import Account
from desktop_app.storage import DataFile
from desktop_app.storage.access import hashed, matches
from desktop_app.ui.background import result_of


def try_password(file: DataFile, account: Account, password: str) -> None:
    """Signed in afterwards. Raises WrongSignIn."""
    secret = file.access.secret_for_try(account)
    file.access.note_try(account, result_of(lambda: matches(secret, password)))


def hash_password(password: str) -> str:
    """What is kept of a password."""
    return result_of(lambda: hashed(password))
