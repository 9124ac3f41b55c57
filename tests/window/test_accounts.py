"""People at the PC in the real window: made, signed in, held to their rights."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog

from desktop_app.domain.account import Account, AccountRole
from desktop_app.domain.errors import NotAllowed
from desktop_app.storage import access
from desktop_app.ui import messages
from desktop_app.ui.accounts.account_form import AccountDialog
from desktop_app.ui.accounts.accounts_dialog import AccountsDialog
from desktop_app.ui.accounts.password_dialog import PasswordDialog
from desktop_app.ui.accounts.sign_in_dialog import SignInDialog
from desktop_app.ui.tabs import TABS
from tests.window.conftest import _commit

GOOD = "mật khẩu rất dài"
CHANGING = ("Lưu", "Xoá", "Nhân bản", "Chốt", "Mở", "Ghi là", "Đánh dấu", "Lập", "Dời", "Chuyển")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(access, "_hasher", lambda: cheap)


@pytest.fixture
def people(window):
    file, made = window.file, {}
    for role in AccountRole:
        made[role] = file.accounts.save(Account(name=f"Người {role.label}", role=role))
        file.access.set_password(made[role], GOOD)
    file.access.turn_on(made[AccountRole.ADMIN], GOOD)
    return made


@pytest.fixture
def sign_in(window, people):
    def go(role):
        window.file.access.sign_in(people[role], GOOD)
        window.show_period(window.period)

    return go


def run_by(monkeypatch, kind, script):
    """Instead of waiting for a person the dialog goes through a script and gives its answer."""

    def go(dialog):
        dialog.show()
        script(dialog)
        return dialog.result()

    monkeypatch.setattr(kind, "exec", go)


def type_into(field, text):
    field.setFocus()
    _commit(field, text)


def enter(field):
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_first_administrator_is_made_and_sign_in_turned_on_by_keyboard(window, qtbot, monkeypatch):
    def name_him(dialog):
        type_into(dialog.form.fields["name"].editor, "Nguyễn Văn An")
        dialog.save()

    def type_twice(dialog):
        type_into(dialog.first, "ngắn")
        dialog.keep()
        assert "ít nhất 8 ký tự" in dialog.note.text()
        dialog.first.clear()
        type_into(dialog.first, GOOD)
        type_into(dialog.second, GOOD + "x")
        enter(dialog.second)
        assert "khác nhau" in dialog.note.text()
        QTest.keyClick(dialog.second, Qt.Key.Key_Backspace)
        enter(dialog.second)
        assert dialog.result() == QDialog.DialogCode.Accepted

    def go_through(dialog):
        assert "TẮT" in dialog.state.text()
        notes = []
        monkeypatch.setattr(messages, "show_note", lambda *words: notes.append(words))
        dialog.add_button.click()
        dialog.switch.click()  # nobody has a password yet
        assert "Chọn một quản trị" in notes[0][1]
        dialog.password_button.click()
        monkeypatch.setattr(messages, "ask_password", lambda *_: GOOD)
        dialog.switch.click()
        assert "BẬT" in dialog.state.text()
        assert "Nguyễn Văn An" in dialog.state.text()

    run_by(monkeypatch, AccountDialog, name_him)
    run_by(monkeypatch, PasswordDialog, type_twice)
    run_by(monkeypatch, AccountsDialog, go_through)
    window.actions_.keeping.accounts.trigger()
    (admin,) = window.file.accounts.all()
    assert admin.role is AccountRole.ADMIN
    assert window.file.who == "Nguyễn Văn An"
    assert "Nguyễn Văn An (Quản trị)" in window._status._right.text()


def test_opening_asks_who_and_a_wrong_password_waits(window, qtbot, people, monkeypatch):
    path = window.file.path
    window.close_file()

    def try_twice(dialog):
        names = [dialog.person.itemText(row) for row in range(dialog.person.count())]
        dialog.person.setCurrentIndex(names.index("Người Thư ký (Thư ký)"))
        type_into(dialog.password, "sai rồi nhé")
        enter(dialog.password)
        assert "Thử lại được sau 1 giây" in dialog.note.text()
        assert not dialog.enter.isEnabled()
        qtbot.waitUntil(dialog.enter.isEnabled, timeout=4000)
        qtbot.wait(300)
        type_into(dialog.password, GOOD)
        enter(dialog.password)

    run_by(monkeypatch, SignInDialog, try_twice)
    assert window.actions_.files.open(path)
    assert window.file.who == "Người Thư ký"


def test_who_does_not_sign_in_sees_nothing(window, people, monkeypatch):
    path = window.file.path
    window.close_file()
    run_by(monkeypatch, SignInDialog, lambda dialog: dialog.reject())
    assert not window.actions_.files.open(path)
    assert window.file is None
    assert not list(path.parent.glob(".*"))


def test_viewer_finds_every_editing_control_off_with_the_reason(window, qtbot, sign_in):
    sign_in(AccountRole.VIEWER)
    free = []
    for place in range(len(TABS)):
        window.tabs.setCurrentIndex(place)
        page = window.page()
        for number, (label, _) in enumerate(page.views):
            view = page.turn_to(number)
            qtbot.wait(1)
            assert not view.can_add, label
            assert not view.can_save, label
            assert not view.can_delete, label
            form = getattr(view, "form", None)
            if form is not None and form.shown is not None:
                assert form.is_read_only, label
            free += [f"{label}: {words}" for words in _free_deeds(view)]
    assert free == []
    assert not window.actions_.undo.isEnabled()
    for action in (window.actions_.new_year, window.actions_.cluster, window.actions_.live):
        assert not action.isEnabled()
        assert action.toolTip()
    window.tabs.setCurrentIndex(1)
    assert "Chỉ xem" in window.page().turn_to(0).list.add_button.toolTip()


def _free_deeds(view):
    """Buttons that can be pressed and whose words promise a change."""
    for button in view.findChildren(QAbstractButton):
        words = (button.text() or button.accessibleName()).strip()
        if not words.startswith(CHANGING) or words.startswith("Mở lịch"):
            continue
        if button.property("looks"):
            continue
        if button.isVisible() and button.isEnabled() and "PDF" not in words and "Word" not in words:
            yield words


def test_viewer_still_prints_and_a_secretary_works_again(window, qtbot, sign_in):
    sign_in(AccountRole.VIEWER)
    window.tabs.setCurrentIndex(3)
    view = window.page().turn_to(0)
    qtbot.waitUntil(lambda: view.form.shown is not None)
    assert view.can_print
    sign_in(AccountRole.SECRETARY)
    assert view.can_add
    view.form.fields["name"].set_value("Tên khác")
    view.form.fields["name"].edited.emit()
    assert view.save()
    assert window.file.history.recent(1)[0].who == "Người Thư ký"


def test_restoring_is_left_to_administrators(window, sign_in, monkeypatch):
    sign_in(AccountRole.SECRETARY)
    told = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error))
    window.actions_.files.going_back.restore()
    assert isinstance(told[0], NotAllowed)
    assert "Quản trị" in told[0].what


def test_secretary_changes_his_own_password_alone(window, sign_in, people, qtbot):
    sign_in(AccountRole.SECRETARY)
    dialog = AccountsDialog(window.file, window)
    qtbot.addWidget(dialog)
    for button in (dialog.add_button, dialog.edit_button, dialog.switch):
        assert not button.isEnabled()
        assert "Quản trị" in button.toolTip()
    assert dialog._chosen().id == people[AccountRole.SECRETARY].id
    assert dialog.password_button.isEnabled()
    dialog.list.selectRow(1)
    assert dialog._chosen().id != people[AccountRole.SECRETARY].id
    assert not dialog.password_button.isEnabled()


def test_command_turns_sign_in_off_after_a_backup(window, people, capsys):
    from desktop_app import commands
    from desktop_app.storage import DataFile
    from desktop_app.storage.backups.folder import backups_of

    path = window.file.path
    window.close()
    assert commands.main(["accounts", str(path)]) == commands.DONE
    assert "Đăng nhập đang bật." in capsys.readouterr().out
    assert commands.main(["accounts", str(path), "--sign-in-off"]) == commands.DONE
    assert "Đã tắt đăng nhập." in capsys.readouterr().out
    assert len(backups_of(path)) == 1
    with DataFile.open(path) as file:
        assert not file.access.is_on
        assert "từ dòng lệnh" in file.accounts.get(people[AccountRole.ADMIN].id).note
        assert file.check() == ()
