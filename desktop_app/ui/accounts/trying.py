"""Passwords are hashed and tried in the background: it takes an eighth of a second, on purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop_app.domain.account import Account
from desktop_app.storage import DataFile
from desktop_app.storage.access import hashed, matches
from desktop_app.ui.background import run_in_background, wait_for

T = TypeVar("T")


def try_password(file: DataFile, account: Account, password: str) -> None:
    """Signed in afterwards. Raises WrongSignIn."""
    secret = file.access.secret_for_try(account)
    file.access.note_try(account, _waited_for(lambda: matches(secret, password)))


def hash_password(password: str) -> str:
    """What is kept of a password."""
    return _waited_for(lambda: hashed(password))


def _waited_for(work: Callable[[], T]) -> T:
    answers: list[T] = []
    errors: list[Exception] = []
    wait_for(run_in_background(lambda _: work(), answers.append, errors.append))
    for error in errors:
        raise error
    return answers[0]
