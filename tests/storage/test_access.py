"""Roles: who may change what, who stands in the history, and nobody is ever locked out."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata

import pytest
from argon2 import PasswordHasher

from desktop_app.domain.account import Account, AccountRole, password_problem
from desktop_app.domain.errors import InvalidRecord, NotAllowed, WrongSignIn
from desktop_app.storage import DataFile, access
from desktop_app.storage.access import matches
from tests.storage.test_history_chain import attack

GOOD = "mật khẩu rất dài"
_HASHER = access._hasher
NOW = dt.datetime(2026, 11, 27, 8, 0)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The same hash with less work: the real one costs an eighth of a second a try."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(access, "_hasher", lambda: cheap)


@pytest.fixture
def people(file):
    """An administrator, a secretary and a viewer, all with passwords; sign-in is on."""
    made = {}
    for role in AccountRole:
        made[role] = file.accounts.save(Account(id=role.value, name=role.label, role=role))
        file.access.set_password(made[role], GOOD)
    file.access.turn_on(made[AccountRole.ADMIN], GOOD)
    return made


@pytest.fixture
def sign_in(file, people):
    def go(role):
        file.access.sign_out()
        file.access.sign_in(people[role], GOOD, NOW)

    return go


def test_password_is_hashed_as_the_standard_wants_it_whatever_keyboard_typed_it():
    hashed = _HASHER().hash(GOOD)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert matches(hashed, unicodedata.normalize("NFD", GOOD))


def test_without_sign_in_everybody_may_do_everything(file):
    assert not file.access.is_on
    assert file.access.refusal == file.access.admin_refusal == ""
    file.units.save(file.units.get("c07").replace(note="sửa"))


def test_name_stands_in_the_history(file, sign_in):
    sign_in(AccountRole.SECRETARY)
    file.units.save(file.units.get("c07").replace(note="sửa"))
    assert file.history.recent(1)[0].who == "Thư ký"
    sign_in(AccountRole.ADMIN)
    file.units.save(file.units.get("c07").replace(note="sửa nữa"))
    assert file.history.recent(1)[0].who == "Quản trị"
    assert file.history.problems() == ()


CHANGES = {
    "save": lambda file: file.units.save(file.units.get("c07").replace(note="x")),
    "save_all": lambda file: file.save_all([file.units.get("c07").replace(note="x")]),
    "delete": lambda file: file.meetings.delete(file.meetings.get("ky-ket")),
    "merge": lambda file: file.units.merge(file.units.get("c07"), file.units.get("k01")),
    "attach": lambda file: file.attachments.add(file.units.get("c07"), "a.pdf", b"%PDF"),
    "undo": lambda file: file.history.undo(),
    "restore": lambda file: file.history.restore(file.history.of_record("c07")[-1]),
    "setting": lambda file: file.keep_setting("x", 1),
    "draft": lambda file: file.drafts.keep(file.units.get("c07"), None),
    "account": lambda file: file.accounts.save(Account(name="Người mới")),
    "switch": lambda file: file.access.turn_off(),
    "password": lambda file: file.access.set_password(file.accounts.get("quan_tri"), GOOD),
}


@pytest.mark.parametrize("who", [AccountRole.VIEWER, None])
def test_who_may_only_look_changes_nothing(file, sign_in, people, who):
    sign_in(AccountRole.SECRETARY)
    file.units.save(file.units.get("c07").replace(note="có cái để hoàn tác"))
    sign_in(who) if who else file.access.sign_out()
    before = file.history.newest()
    for name, change in CHANGES.items():
        with pytest.raises(NotAllowed):
            change(file)
        assert file.history.newest() == before, name
    assert file.history.newest() == before
    assert file.units.get("c07").note == "có cái để hoàn tác"
    assert file.setting("x") is None
    assert file.access.is_on


def test_secretary_leaves_accounts_alone(file, sign_in):
    sign_in(AccountRole.SECRETARY)
    for name in ("account", "switch", "password"):
        with pytest.raises(NotAllowed, match="Quản trị"):
            CHANGES[name](file)


def test_everybody_changes_his_own_password(file, sign_in, people):
    sign_in(AccountRole.VIEWER)
    me = people[AccountRole.VIEWER]
    file.access.set_password(me, "mật khẩu khác hẳn")
    file.access.sign_out()
    with pytest.raises(WrongSignIn):
        file.access.sign_in(me, "sai rồi nhé", NOW)


def test_bad_tries_wait_longer_and_longer_also_after_a_new_start(file, people, path):
    admin = people[AccountRole.ADMIN]
    file.access.sign_out()
    now, waits = NOW, []
    for _ in range(8):
        with pytest.raises(WrongSignIn, match="Mật khẩu chưa đúng") as told:
            file.access.sign_in(admin, "sai rồi nhé", now)
        waits.append(told.value.wait)
        with pytest.raises(WrongSignIn, match="phải chờ"):
            file.access.sign_in(admin, GOOD, now)
        now += dt.timedelta(seconds=waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    file.close()
    with DataFile.open(path) as again:
        with pytest.raises(WrongSignIn, match="phải chờ"):
            again.access.sign_in(admin, GOOD, now - dt.timedelta(seconds=5))
        # a clock set back by a year does not lock anybody out for a year
        assert again.access.wait_left(admin, now - dt.timedelta(days=365)) <= 60
        again.access.sign_in(admin, GOOD, now + dt.timedelta(seconds=60))
        assert again.access.wait_left(admin, now) == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [({"role": AccountRole.SECRETARY}, "role"), ({"is_active": False}, "is_active")],
)
def test_last_administrator_stays(file, sign_in, people, change, field):
    sign_in(AccountRole.ADMIN)
    admin = people[AccountRole.ADMIN]
    second = file.accounts.save(Account(name="Quản trị hai", role=AccountRole.ADMIN))
    with pytest.raises(InvalidRecord) as told:  # the second has no password yet
        file.accounts.save(admin.replace(**change))
    assert field in told.value.problems
    file.access.set_password(second, GOOD)
    file.accounts.save(admin.replace(**change))
    assert file.access.admin_refusal  # it holds at once for whoever sits there


def test_sign_in_is_turned_on_only_by_an_administrator_who_can_sign_in(file):
    admin = file.accounts.save(Account(name="An", role=AccountRole.ADMIN))
    with pytest.raises(WrongSignIn, match="chưa có mật khẩu"):
        file.access.turn_on(admin, GOOD)
    file.access.set_password(admin, GOOD)
    with pytest.raises(WrongSignIn, match="chưa đúng"):
        file.access.turn_on(admin, "khác hẳn đấy")
    clerk = file.accounts.save(Account(name="Bình"))
    file.access.set_password(clerk, GOOD)
    with pytest.raises(InvalidRecord):
        file.access.turn_on(clerk, GOOD)
    assert not file.access.is_on


def test_nobody_is_deleted_or_brought_back_by_undo(file, sign_in, people):
    sign_in(AccountRole.ADMIN)
    viewer = people[AccountRole.VIEWER]
    with pytest.raises(NotAllowed, match="Không xoá"):
        file.accounts.delete(viewer)
    before = file.history.next_undo()
    file.accounts.save(viewer.replace(role=AccountRole.SECRETARY))
    assert file.history.next_undo() == before
    with pytest.raises(NotAllowed):
        file.history.restore(file.history.of_record(viewer.id)[-1])
    assert file.accounts.get(viewer.id).role is AccountRole.SECRETARY


def test_two_of_one_name_are_refused(file):
    file.accounts.save(Account(name="Nguyễn Văn An"))
    with pytest.raises(InvalidRecord) as told:
        file.accounts.save(Account(name="nguyễn văn an"))
    assert "Đã có người dùng tên này" in told.value.problems["name"]


def test_inactive_person_does_not_sign_in(file, sign_in, people):
    sign_in(AccountRole.ADMIN)
    gone = file.accounts.save(people[AccountRole.SECRETARY].replace(is_active=False))
    with pytest.raises(WrongSignIn):
        file.access.sign_in(gone, GOOD, NOW)


def test_no_hash_stands_in_the_history(file, people):
    texts = json.dumps([(e.before, e.after) for e in file.history.recent(1000)])
    assert "argon2" not in texts
    assert len([e for e in file.history.recent(1000) if e.kind == "Account"]) == 3


def test_role_changed_behind_the_back_is_found(file, path, people):
    file.close()
    attack(path, "UPDATE account SET role = 'quan_tri' WHERE id = 'chi_xem'")
    with DataFile.open(path) as again:
        assert any("«Chỉ xem» không giống lần lưu cuối" in said for said in again.check())


def test_way_out_is_written_down(file, sign_in, people):
    file.access.sign_out()
    file.access.turn_off_without_password("Tắt đăng nhập 27/11/2026")
    assert not file.access.is_on
    assert file.accounts.get("quan_tri").note == "Tắt đăng nhập 27/11/2026"
    assert file.history.recent(1)[0].kind == "Account"
    assert file.history.problems() == ()


@pytest.mark.parametrize("typed", ["", "ngắn", "aaaaaaaaaa", "x" * 200, "Nguyễn Văn An"])
def test_bad_passwords_are_refused_with_a_sentence(typed):
    assert password_problem(typed, "Nguyễn Văn An")
    assert not password_problem(GOOD, "Nguyễn Văn An")


def test_broken_hash_opens_nothing():
    assert not matches("$hỏng", GOOD)
