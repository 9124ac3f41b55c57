"""Who is at the desk, and what he may change: the one place where a change is allowed or refused.

Signing in is a lock on the program, not on the file: whoever can copy an unencrypted file can
read it with another tool. Passwords are kept as Argon2id hashes; tries that fail make the next
one wait, also after a new start.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from desktop_app.domain.account import Account, AccountRole, normal_password, password_problem
from desktop_app.domain.errors import InvalidRecord, NotAllowed, WrongSignIn
from desktop_app.storage import safeguards
from desktop_app.storage.account_store import CHANGE
from desktop_app.storage.file_lock import current_user
from desktop_app.storage.schema.accounts import SecretRow

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from desktop_app.storage.data_file import DataFile

_ON = "sign_in"
_LONGEST_WAIT = 60
"""Seconds after many failed tries; the first ones wait 1, 2, 4, 8 …"""


class Access:
    """The person at the desk. While nobody has to sign in everybody may do everything."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self.account: Account | None = None
        """Who has signed in."""
        self._is_on: bool | None = None

    @property
    def is_on(self) -> bool:
        """Whether people have to sign in."""
        if self._is_on is None:
            self._is_on = self.kept_is_on()
        return self._is_on

    def kept_is_on(self) -> bool:
        """The same, as it stands in the file now."""
        return bool(self._file.setting(_ON, False))

    @property
    def who(self) -> str:
        """The name that stands in the history."""
        return self.account.name if self.account else current_user()

    @property
    def refusal(self) -> str:
        """Why the person at the desk can change nothing, or nothing."""
        if not self.is_on:
            return ""
        if self.account is None:
            return "Chưa đăng nhập nên chưa sửa được gì."
        if self.account.role is AccountRole.VIEWER:
            return "Bạn đăng nhập với quyền «Chỉ xem»."
        return ""

    @property
    def admin_refusal(self) -> str:
        """Why the person at the desk cannot do what is left to administrators, or nothing."""
        if not self.is_on or (self.account is not None and self.account.is_admin):
            return ""
        return "Việc này chỉ người có quyền «Quản trị» làm được."

    def check_change(self) -> None:
        """Raises NotAllowed where nothing may be changed."""
        if why := self.refusal:
            raise NotAllowed(
                why, kept="Dữ liệu không thay đổi.", remedy="Cần sửa: nhờ thư ký hoặc quản trị."
            )

    def check_admin(self) -> None:
        """Raises NotAllowed where an administrator is needed."""
        if why := self.admin_refusal:
            raise NotAllowed(why, kept="Dữ liệu không thay đổi.")

    # --- passwords ------------------------------------------------------------------------

    def has_password(self, account: Account) -> bool:
        return bool(self._secret(account))

    def set_password(self, account: Account, password: str) -> None:
        """Administrators set anybody's, each person his own. Raises NotAllowed, InvalidRecord."""
        if problem := password_problem(password, account.name):
            raise InvalidRecord({"password": problem})
        self.keep_secret(account, hashed(password))

    def keep_secret(self, account: Account, secret: str) -> None:
        """The second half of setting a password, after the slow one. Raises NotAllowed."""
        if self.account is None or self.account.id != account.id:
            self.check_admin()
        had = self.has_password(account)
        row = SecretRow.insert(account=account.id, secret=secret, failed=0, failed_at="")
        with self._file.transaction(safeguards.ACTION, own=True):
            self._file.run(row.on_conflict_replace(), own=True)
            self._file.history.note(safeguards.password_of(account), was=had, now=True)

    def secret_for_try(self, account: Account, now: dt.datetime | None = None) -> str:
        """What a password is tried against. Raises WrongSignIn while the person has to wait."""
        if left := self.wait_left(account, now):
            raise WrongSignIn(f"Đã thử sai nhiều lần. Còn phải chờ {left} giây.", wait=left)
        secret = self._secret(account)
        if not secret or not account.is_active:
            raise WrongSignIn("Người này chưa có mật khẩu; nhờ quản trị đặt.")
        return secret

    def note_try(self, account: Account, matched: bool, now: dt.datetime | None = None) -> None:
        """The answer to a try: signed in from now on, or WrongSignIn with how long to wait."""
        now = now or dt.datetime.now()
        failed = 0 if matched else self._tries(account)[0] + 1
        changed = SecretRow.update(failed=failed, failed_at=now.isoformat())
        self._file.run(changed.where(SecretRow.account == account.id), own=True)
        if not matched:
            left = self.wait_left(account, now)
            raise WrongSignIn(f"Mật khẩu chưa đúng. Thử lại được sau {left} giây.", wait=left)
        self.account = account

    def sign_in(self, account: Account, password: str, now: dt.datetime | None = None) -> None:
        """All in one go; takes an eighth of a second. Raises WrongSignIn."""
        secret = self.secret_for_try(account, now)
        self.note_try(account, matches(secret, password), now)

    def follow(self, saved: Account) -> None:
        """An account was changed: for the person at the desk it holds at once."""
        if self.account is not None and self.account.id == saved.id:
            self.account = saved

    def resume(self, account: Account | None) -> None:
        """The same person goes on after the file was closed to be written anew."""
        self.account = account

    def sign_out(self) -> None:
        self.account = None

    def wait_left(self, account: Account, now: dt.datetime | None = None) -> int:
        """Seconds until the next try is taken."""
        failed, failed_at = self._tries(account)
        if not failed or not failed_at:
            return 0
        wait = min(2 ** (min(failed, 10) - 1), _LONGEST_WAIT)
        gone = ((now or dt.datetime.now()) - dt.datetime.fromisoformat(failed_at)).total_seconds()
        # a clock that was set back must not make anybody wait for days
        return max(0, min(wait, wait - int(gone)))

    # --- on and off -----------------------------------------------------------------------

    def turn_on(self, admin: Account, password: str) -> None:
        """People have to sign in from now on; an administrator proves that he can.

        Raises WrongSignIn, InvalidRecord.
        """
        self.sign_in(admin, password)
        self.switch_on()

    def switch_on(self) -> None:
        """People have to sign in; the administrator at the desk has just done so.

        Raises InvalidRecord where nobody or somebody else has signed in.
        """
        if self.account is None or not self.account.is_admin:
            raise InvalidRecord({"role": "Người bật đăng nhập phải là quản trị đang dùng."})
        self._keep(is_on=True)

    def turn_off(self) -> None:
        """Nobody has to sign in any more. Raises NotAllowed."""
        self.check_admin()
        self._keep(is_on=False)

    def turn_off_without_password(self, why: str) -> None:
        """The way out when every administrator's password is lost; the history tells of it."""
        self._keep(is_on=False)
        with self._file.transaction(CHANGE):
            for account in self._file.accounts.all():
                if account.is_admin:
                    note = "\n".join(part for part in (account.note, why) if part)
                    self._file.accounts.save(account.replace(note=note))

    def _keep(self, *, is_on: bool) -> None:
        was = self.is_on
        self._is_on = False  # the switch itself is no change that a role could forbid
        try:
            with self._file.transaction(safeguards.ACTION):
                self._file.keep_setting(_ON, is_on)
                self._file.history.note(safeguards.SIGN_IN, was=was, now=is_on)
        finally:
            self._is_on = None  # as it stands in the file, also where that could not be written

    def _secret(self, account: Account) -> str:
        query = SecretRow.select(SecretRow.secret).where(SecretRow.account == account.id)
        rows = self._file.run(query.tuples())
        return rows[0][0] if rows else ""

    def _tries(self, account: Account) -> tuple[int, str]:
        query = SecretRow.select(SecretRow.failed, SecretRow.failed_at)
        rows = self._file.run(query.where(SecretRow.account == account.id).tuples())
        return rows[0] if rows else (0, "")


def hashed(password: str) -> str:
    """What is kept of a password; slow on purpose, touches no file."""
    return str(_hasher().hash(normal_password(password)))


def matches(secret: str, password: str) -> bool:
    """Whether this is the password; slow on purpose, touches no file."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(secret, normal_password(password))
    except (Argon2Error, InvalidHashError, UnicodeError):
        return False


@functools.cache
def _hasher() -> PasswordHasher:
    """RFC 9106, for PCs without much memory: about an eighth of a second a try."""
    from argon2 import PasswordHasher  # not before somebody has to sign in

    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
