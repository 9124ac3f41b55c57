"""«Mật khẩu của tệp…»: set, changed, taken off; asked for when the file is opened."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.errors import DataFileError
from desktop_app.storage import file_key, rekeying
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.backups.folder import backups_of
from desktop_app.storage.file_key import is_encrypted
from desktop_app.ui import messages
from desktop_app.ui.application import open_first_file
from desktop_app.ui.dialogs.history_dialog import HistoryDialog
from desktop_app.ui.locking import file_password, password_dialog, unlock_panel
from desktop_app.ui.locking.opening import UnlockDialog
from desktop_app.ui.locking.password_dialog import PasswordDialog
from desktop_app.ui.locking.recovery_dialog import RecoveryDialog
from desktop_app.ui.locking.tries import Tries

PASSWORD, OTHER = "một cụm từ dài để thử", "một cụm từ khác hẳn"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The reckoning of a key takes no second here, and no test waits for the one before."""
    monkeypatch.setattr(file_key, "measured_cost", lambda: 0x01)
    for module in (unlock_panel, password_dialog):
        monkeypatch.setattr(module, "tries", Tries())


@pytest.fixture
def notes(monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_note", lambda _p, *words: told.append(" ".join(words)))
    return told


@pytest.fixture
def hand(qtbot, monkeypatch):
    """Answers the dialogs as a person does: what to type into each, then Enter."""
    codes = []

    def fill(password, again=None, current=""):
        def answer(dialog):
            dialog.show()
            for line, words in (
                (dialog.current, current),
                (dialog.first, password),
                (dialog.second, password if again is None else again),
            ):
                line.setText(words)
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: dialog._job is None, timeout=10000)
            if dialog.isVisible():
                codes.append(dialog.problem.text())
                dialog.reject()
            return dialog.result()

        monkeypatch.setattr(PasswordDialog, "exec", answer)

    def confirm(dialog):
        dialog.show()
        assert not dialog.go_on.isEnabled()
        codes.append(dialog._code)
        dialog.is_kept.click()
        dialog.go_on.click()
        return dialog.result()

    monkeypatch.setattr(RecoveryDialog, "exec", confirm)
    fill.codes = codes
    return fill


@pytest.fixture
def typed(qtbot, monkeypatch):
    """Answers the question for the password, one line after the other."""

    def answers(*lines, by_code=False):
        seen = []

        def answer(dialog):
            dialog.show()
            if by_code:
                QTest.mouseClick(dialog.panel.way_button, Qt.MouseButton.LeftButton)
            for words in lines:
                dialog.panel.line.setText(words)
                QTest.keyClick(dialog.panel.line, Qt.Key.Key_Return)
                qtbot.waitUntil(lambda: dialog.panel._job is None, timeout=10000)
                seen.append(dialog.panel.problem.text())
            if dialog.isVisible():
                dialog.reject()
            return dialog.result()

        monkeypatch.setattr(UnlockDialog, "exec", answer)
        return seen

    return answers


def set_password(window, hand, notes, password=PASSWORD, **more):
    hand(password, **more)
    window.actions_.files.ask_password()
    return hand.codes[-1]


def test_a_password_is_set_and_asked_for_when_the_file_is_opened(window, hand, notes, typed):
    path, units = window.file.path, window.file.units.all()
    window.tabs.setCurrentIndex(3)
    code = set_password(window, hand, notes)
    assert is_encrypted(path)
    assert window.file.units.all() == units
    assert window.tabs.currentIndex() == 3
    assert [one.name for one in path.parent.glob("*mat-khau*")] == []
    window.close_file()
    seen = typed("không phải", PASSWORD)
    assert window.actions_.files.open(path)
    assert "Mật khẩu chưa đúng" in seen[0]
    assert window.file.units.all() == units
    window.close_file()
    typed(code.lower().replace("-", " "), by_code=True)
    assert window.actions_.files.open(path)
    assert "mã khôi phục" in notes[-1]


def test_whoever_gives_up_keeps_what_is_shown(window, hand, notes, typed, sample, tmp_path):
    set_password(window, hand, notes)
    path = window.file.path
    other = shutil.copy(sample, tmp_path / "khác.thidua")
    assert window.actions_.files.open(other)
    typed()
    assert not window.actions_.files.open(path)
    assert window.file.path == other


def test_the_first_file_is_asked_for_and_left_when_nobody_knows(
    window, hand, notes, typed, monkeypatch
):
    set_password(window, hand, notes)
    path = window.file.path
    window.close_file()
    typed(PASSWORD)
    open_first_file(window, path)
    assert window.file.path == path
    window.close_file()
    welcomed = []
    monkeypatch.setattr("desktop_app.ui.application.welcome", welcomed.append)
    typed()
    open_first_file(window, path)
    assert welcomed == [window]


def test_a_password_is_changed_with_the_old_one_or_the_code(window, hand, notes):
    code = set_password(window, hand, notes)
    first = window.file.key
    assert set_password(window, hand, notes, OTHER, current="sai hết cả rồi").startswith("Mật khẩu")
    assert window.file.key == first
    set_password(window, hand, notes, OTHER, current=PASSWORD)
    assert window.file.key not in (None, first)
    second = window.file.key
    set_password(window, hand, notes, PASSWORD, current=second.recovery_code)
    assert window.file.key != second
    assert code != window.file.key.recovery_code


def test_a_bad_new_password_is_refused_beside_it(window, hand, notes):
    assert "ít nhất 10" in set_password(window, hand, notes, "ngắn")
    assert "chưa giống" in set_password(window, hand, notes, PASSWORD, again=OTHER)
    assert not is_encrypted(window.file.path)


def test_a_password_is_taken_off_after_a_question(window, hand, notes, qtbot, monkeypatch):
    set_password(window, hand, notes)

    def take_off(dialog):
        dialog.show()
        dialog.current.setText(PASSWORD)
        dialog.remove_button.click()
        qtbot.waitUntil(lambda: dialog._job is None, timeout=10000)
        return dialog.result()

    monkeypatch.setattr(PasswordDialog, "exec", take_off)
    monkeypatch.setattr(messages, "ask", lambda *_, **__: False)
    window.actions_.files.ask_password()
    assert is_encrypted(window.file.path)
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    window.actions_.files.ask_password()
    assert not is_encrypted(window.file.path)
    assert window.file.key is None


def test_backups_follow_and_what_cannot_is_named(window, hand, notes, qtbot):
    window.actions_.files.back_up()
    qtbot.waitUntil(lambda: window.backups.newest is not None, timeout=10000)
    path = window.file.path
    hurt = path.with_name("cụm-truoc-phuc-hoi-1.thidua")
    hurt.write_bytes(path.read_bytes()[:70_000])
    set_password(window, hand, notes)
    (backup,) = backups_of(path)
    assert window.file.key.opens(backup.path)
    assert "1 bản sao" in notes[-1]
    assert hurt.name in notes[-1]


def test_copies_that_stayed_in_clear_are_encrypted_with_the_next_backup(
    window, hand, notes, qtbot, monkeypatch
):
    """The program ended, or «Dừng» was pressed, before it came to them."""
    window.actions_.files.back_up()
    qtbot.waitUntil(lambda: window.backups.newest is not None, timeout=10000)
    nothing = file_password.Copies(0, (), (), stick_is_away=False)
    monkeypatch.setattr(file_password, "_let_copies_follow", lambda *_: nothing)
    set_password(window, hand, notes)
    (plain,) = backups_of(window.file.path)
    assert not is_encrypted(plain.path)
    window.backups.begin(Reason.HAND)
    qtbot.waitUntil(lambda: window.backups._job is None, timeout=10000)
    assert all(window.file.key.opens(one.path) for one in backups_of(window.file.path))


def test_a_disk_that_takes_no_new_file_leaves_the_old_one_open(window, hand, notes, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "tell", lambda _p, error: told.append(str(error)))

    def full(*_):
        raise DataFileError("Ổ đĩa đã đầy")

    monkeypatch.setattr(rekeying, "export", full)
    set_password(window, hand, notes)
    assert "đầy" in told[0]
    assert window.file is not None
    assert not is_encrypted(window.file.path)
    assert window.file.units.all()


def test_restoring_an_encrypted_backup_needs_no_second_password(window, hand, notes, qtbot):
    set_password(window, hand, notes)
    window.actions_.files.back_up()
    qtbot.waitUntil(lambda: window.backups.newest is not None, timeout=10000)
    assert window.actions_.files.going_back.put_back(window.backups.newest, window.file.path)
    assert window.file.key is not None


def test_failed_tries_wait_longer_each_time():
    now = [0.0]
    tries = Tries(lambda: now[0])
    waits = []
    for _ in range(9):
        tries.failed(b"one")
        waits.append(tries.seconds_left(b"one"))
    assert waits == [0, 0, 5, 10, 20, 40, 60, 60, 60]
    now[0] += 59.5
    assert tries.seconds_left(b"one") == 1
    assert tries.seconds_left(b"two") == 0
    tries.succeeded(b"one")
    assert tries.seconds_left(b"one") == 0


def test_after_three_wrong_ones_the_button_waits(window, hand, notes, typed):
    set_password(window, hand, notes)
    path = window.file.path
    window.close_file()
    seen = typed("sai một", "sai hai", "sai ba", PASSWORD)
    assert not window.actions_.files.open(path)
    assert seen[-1] == seen[-2]  # the right one came too early: nothing was reckoned


def test_the_log_tells_who_set_it_and_offers_no_way_back(window, hand, notes, qtbot):
    set_password(window, hand, notes)
    dialog = HistoryDialog(window.file, None, window)
    qtbot.addWidget(dialog)
    pane = dialog.pane
    row = [pane.list.item(0, column).text() for column in range(1, 4)]
    assert row == [window.file.who, "Đặt", "Mật khẩu của tệp"]
    assert [pane.detail.item(0, column).text() for column in range(3)] == [
        *("Tình trạng", "chưa có", "đã đặt")
    ]
    assert not pane.restore.isEnabled()
    assert "không khôi phục được" in pane.restore.toolTip()
    set_password(window, hand, notes, OTHER, current=PASSWORD)
    assert [entry.verb for entry in window.file.history.recent(2)] == ["Đổi", "Đặt"]
    assert window.file.check() == ()
