"""«Tệp ▸ Mật khẩu của tệp…»: the file is written anew under its new key, its copies follow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import DataFile, rekeying, safeguards
from desktop_app.storage.backups.folder import backups_of
from desktop_app.storage.backups.following import Followed, follow
from desktop_app.storage.file_key import FileKey, is_encrypted
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.background import Report
from desktop_app.ui.backups import second_place
from desktop_app.ui.locking.opening import needs_another_key
from desktop_app.ui.locking.password_dialog import LOCK_AFTER, PasswordDialog, Wish
from desktop_app.ui.locking.place import Place
from desktop_app.ui.locking.recovery_dialog import RecoveryDialog
from desktop_app.ui.progress_dialog import ProgressDialog

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

MINUTES = "lock_minutes"
"""The name of the setting in the file: it goes where the file goes."""
_FEW = 5


class Copies(NamedTuple):
    """What became of the copies of a file."""

    written: int
    left: tuple[Path, ...]
    left_in_clear: tuple[Path, ...]
    stick_is_away: bool


def ask_password(window: MainWindow) -> None:
    """The whole way: the question, the code on paper, the new file, its copies."""
    file = window.file
    if file is None or not window.can_leave():
        return
    dialog = PasswordDialog(
        file.path.name,
        file.key,
        lock_minutes(file),
        lambda minutes: file.keep_setting(MINUTES, minutes),
        window,
    )
    is_wished = asked(dialog)
    wish = dialog.wish
    if not is_wished or wish is None:
        return
    if wish.new and not asked(RecoveryDialog(file.path.name, wish.new.recovery_code, window)):
        return
    if change(window, file.path, wish):
        _tell(window, wish, _let_copies_follow(window, file.path, wish))


def lock_minutes(file: DataFile) -> int:
    """After how many minutes without a key or the mouse the file is locked."""
    kept = file.setting(MINUTES, LOCK_AFTER)
    return kept if isinstance(kept, int) and kept > 0 else LOCK_AFTER


def change(window: MainWindow, path: Path, wish: Wish) -> bool:
    """Write the file anew and show it where the person was; when that fails the old one is shown.

    The old file is given up only when the new one has been opened.
    """
    place = Place.of(window)
    account = window.file.access.account if window.file is not None else None
    window.close_file()
    work = ProgressDialog("Đang ghi tệp với khoá mới", window)
    work.run(lambda report: rekeying.change_key(path, wish.old, wish.new, _telling(report)))
    if work.error is not None:
        messages.tell(window, work.error)
    # «Dừng» may have come when it was done already: the file itself says how it is locked
    if needs_another_key(path, wish.new) or is_encrypted(path) != (wish.new is not None):
        _show(window, path, wish.old, place)
        return False
    try:
        opened = DataFile.open(path, wish.new)
    except UserFacingError as error:
        rekeying.take_back(path)
        messages.show_error(window, error)
        _show(window, path, wish.old, place)
        return False
    rekeying.forget_old(path)
    opened.access.resume(account)
    try:
        was, now = wish.old is not None, wish.new is not None
        opened.history.note(safeguards.FILE_PASSWORD, was=was, now=now)
    except UserFacingError as error:
        messages.show_error(window, error)
    if window.actions_.files.show(opened):
        place.return_to(window)
    return True


def _show(window: MainWindow, path: Path, key: FileKey | None, place: Place) -> None:
    try:
        window.actions_.files.show(DataFile.open(path, key))
    except UserFacingError as error:
        messages.show_error(window, error)
        return
    place.return_to(window)


def _telling(report: Report) -> rekeying.Tell:
    def tell(words: str) -> None:
        report(0, 0, words)

    return tell


def _let_copies_follow(window: MainWindow, path: Path, wish: Wish) -> Copies:
    """Backups, files set aside and the second place; «Dừng» leaves the rest as it is."""
    second = second_place()

    def work(report: Report) -> Copies:
        found: list[Followed] = [follow(path, wish.old, wish.new, tell=report)]
        is_away = second is not None and not second.is_dir()
        if second is not None and not is_away:
            found.append(follow(path, wish.old, wish.new, second, report))
        left = tuple(copy for one in found for copy in one.left)
        clear = tuple(copy for one in found for copy in one.left_in_clear)
        return Copies(sum(one.written for one in found), left, clear, is_away)

    dialog = ProgressDialog("Đang chuyển các bản sao lưu sang khoá mới", window)
    dialog.run(work)
    if dialog.error is not None:
        messages.tell(window, dialog.error)
    answer: Copies | None = dialog.answer
    if answer is not None:
        return answer
    unchanged = tuple(one.path for one in backups_of(path) if needs_another_key(one.path, wish.new))
    clear = tuple(one.path for one in backups_of(path) if not is_encrypted(one.path))
    return Copies(0, unchanged, clear, stick_is_away=False)


def _tell(window: MainWindow, wish: Wish, copies: Copies) -> None:
    said = "Đã bỏ mật khẩu của tệp."
    if wish.new:
        said = "Đã đổi mật khẩu của tệp." if wish.old else "Tệp đã có mật khẩu."
    lines = [f"{copies.written} bản sao cạnh tệp đã đổi theo."] if copies.written else []
    if copies.left_in_clear and wish.new:
        lines.append(
            f"Còn bản không mã hoá, hãy tự xoá nếu không cần: {_named(copies.left_in_clear)}."
        )
    elif copies.left:
        lines.append(f"Các bản này giữ khoá cũ: {_named(copies.left)}.")
    if copies.stick_is_away:
        lines.append(
            "Nơi sao lưu thứ hai chưa cắm: các bản cũ ở đó vẫn như trước; bản không mã hoá sẽ được "
            "mã hoá ở lần sao lưu tới khi nơi ấy có mặt."
        )
    window.say(said)
    if lines:
        messages.show_note(window, said, "\n".join(lines))


def _named(paths: tuple[Path, ...]) -> str:
    names = ", ".join(f"«{path.name}»" for path in paths[:_FEW])
    return names if len(paths) <= _FEW else f"{names} và {len(paths) - _FEW} bản khác"
