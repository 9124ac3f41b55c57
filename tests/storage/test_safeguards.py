"""Sign-in turned on or off and passwords set stand in the history: who and when, no undo."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from desktop_app.domain.account import AccountRole
from desktop_app.storage import DataFile, safeguards
from desktop_app.storage.sign_in_off import sign_in_off
from tests.storage.test_access import people, quick, sign_in  # noqa: F401
from tests.storage.test_history_chain import attack


def told(file):
    """What the history says of safeguards, oldest first: who, what, of what."""
    entries = [entry for entry in file.history.recent(1000)[::-1] if entry.is_of_safeguard]
    return [(entry.who, entry.verb, entry.title) for entry in entries]


def test_who_turned_sign_in_on_and_off_is_told(file, people, sign_in):  # noqa: F811
    file.access.turn_off()
    assert told(file)[-2:] == [("Quản trị", "Bật", "Đăng nhập"), ("Quản trị", "Tắt", "Đăng nhập")]
    assert file.history.problems() == ()
    entry = file.history.recent(1)[0]
    assert dt.datetime.now() - entry.at < dt.timedelta(minutes=1)


def test_a_password_set_or_changed_is_told_and_never_what_it_is(file, people, sign_in):  # noqa: F811
    sign_in(AccountRole.VIEWER)
    file.access.set_password(people[AccountRole.VIEWER], "mật khẩu khác hẳn")
    assert told(file)[2] == (file.history.recent(1000)[-1].who, "Đặt", "Mật khẩu của Chỉ xem")
    assert told(file)[-1] == ("Chỉ xem", "Đổi", "Mật khẩu của Chỉ xem")
    images = json.dumps([(entry.before, entry.after) for entry in file.history.recent(1000)])
    assert "argon2" not in images
    assert "khác hẳn" not in images
    assert file.history.problems() == ()


def test_undo_and_trash_know_nothing_of_it(file, people):  # noqa: F811
    file.units.save(file.units.get("c07").replace(note="sửa"))
    before = file.history.next_undo()
    file.access.set_password(people[AccountRole.VIEWER], "mật khẩu khác hẳn")
    file.access.turn_off()
    assert file.history.next_undo() == before
    assert file.history.deleted(dt.datetime(2000, 1, 1)) == ()
    file.history.undo()
    assert not file.access.is_on


def test_sign_in_turned_off_by_another_tool_is_found(file, path, people):  # noqa: F811
    file.close()
    attack(path, "UPDATE setting SET value = 'false' WHERE name = 'sign_in'")
    with DataFile.open(path) as again:
        assert "Đăng nhập đang tắt, khác lần ghi cuối trong nhật ký." in again.check()


def test_so_is_an_entry_that_says_otherwise(file, path, people):  # noqa: F811
    file.close()
    attack(path, "UPDATE history SET who = 'Người khác' WHERE kind = ?", safeguards.KIND)
    with DataFile.open(path) as again:
        assert any("Nhật ký bị sửa" in said for said in again.check())


def test_turning_it_off_on_the_command_line_is_told_too(file, path, people):  # noqa: F811
    file.close()
    sign_in_off(path, lambda: "")
    with DataFile.open(path) as again:
        assert told(again)[-1][1:] == ("Tắt", "Đăng nhập")
        assert again.check() == ()


def test_a_switch_that_could_not_be_written_is_not_thrown(file, people, monkeypatch):  # noqa: F811
    def full(*_, **__):
        raise OSError("No space left on device")

    monkeypatch.setattr(file.history, "note", full)
    with pytest.raises(OSError, match="No space"):
        file.access.turn_off()
    assert file.access.is_on
    assert file.access.kept_is_on()
