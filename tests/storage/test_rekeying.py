"""A password set, changed and taken off; an encrypted file shows nothing that was not written."""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import commands
from desktop_app.domain.errors import (
    DataFileDamaged,
    DataFileError,
    PasswordNeeded,
    WrongPassword,
)
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile, rekeying
from desktop_app.storage.backups import restoring
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.backups.copying import make_backup
from desktop_app.storage.backups.folder import backups_of, copy_to_second_place, folder_of
from desktop_app.storage.backups.following import encrypt_plain, follow
from desktop_app.storage.file_key import is_encrypted, key_of_password, new_key, read_header
from desktop_app.storage.other_file import criteria_in
from desktop_app.storage.rekeying import change_key

PASSWORD = "một cụm từ dài để thử"
QUICK = 0x01
OLD = Path(__file__).parent / "old_files"
FLIPS, CUTS, LONG = 60, 20, 5000


@pytest.fixture(scope="session")
def key():
    return new_key(PASSWORD, QUICK)


@pytest.fixture(scope="session")
def other_key():
    return new_key("một mật khẩu khác hẳn", QUICK)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("gốc") / "cụm.thidua"
    create_sample(path).close()
    return path


@pytest.fixture(scope="session")
def made_locked(made, key, tmp_path_factory):
    path = tmp_path_factory.mktemp("khoá") / "cụm.thidua"
    shutil.copyfile(made, path)
    change_key(path, None, key)
    rekeying.forget_old(path)
    return path


@pytest.fixture
def path(made, tmp_path):
    return shutil.copyfile(made, tmp_path / "cụm.thidua")


@pytest.fixture
def locked(made_locked, tmp_path):
    return shutil.copyfile(made_locked, tmp_path / "cụm.thidua")


def images(path, key=None):
    with DataFile.open(path, key) as file:
        assert file.history.problems() == ()
        return {type(store).__name__: store.all() for store in file.stores}


def back_up(path, key=None):
    with DataFile.open(path, key) as file:
        content = file.stand_still()
        return make_backup(file.pages, path, folder_of(path), Reason.WORK, content, key=file.key)


# --- set, changed, taken off --------------------------------------------------------------


def test_a_password_is_set_changed_and_taken_off_and_nothing_else_changes(path, key, other_key):
    before = images(path)
    for old, new in ((None, key), (key, other_key), (other_key, None)):
        aside = change_key(path, old, new)
        assert aside.exists()
        assert images(path, new) == before
        assert is_encrypted(path) == (new is not None)
        rekeying.forget_old(path)
        assert [one.name for one in path.parent.iterdir()] == ["cụm.thidua"]


def test_an_encrypted_file_opens_with_its_key_alone(locked, key, other_key):
    for wrong in (None, other_key):
        with pytest.raises(PasswordNeeded):
            DataFile.open(locked, wrong)
    with DataFile.open(locked, key_of_password(read_header(locked), PASSWORD)) as file:
        assert file.units.all()
        assert file.key == key
    assert file.key is None


def test_a_copy_of_an_encrypted_file_is_encrypted(locked, key, tmp_path):
    copy = tmp_path / "bản sao.thidua"
    with DataFile.open(locked, key) as file:
        file.copy_to(copy)
    assert key.opens(copy)
    assert images(copy, key) == images(locked, key)


@contextlib.contextmanager
def smallest_disk(size):
    """No file may grow past this many bytes, as on a full disk."""
    resource = pytest.importorskip("resource")
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, kept[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)


@pytest.mark.parametrize("share", [0.01, 0.5, 0.95])
def test_a_full_disk_keeps_the_file_and_its_password(locked, key, other_key, share):
    before = locked.read_bytes()
    with smallest_disk(int(len(before) * share)), pytest.raises(DataFileError):
        change_key(locked, key, other_key)
    assert locked.read_bytes() == before
    assert [one.name for one in locked.parent.iterdir()] == ["cụm.thidua"]
    change_key(locked, key, other_key)  # and once there is room it is done
    assert other_key.opens(locked)


def test_a_copy_that_differs_is_not_taken(path, key, monkeypatch):
    before = path.read_bytes()
    monkeypatch.setattr(rekeying, "same_rows", lambda *_: False)
    with pytest.raises(DataFileError, match="không giống"):
        change_key(path, None, key)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["cụm.thidua"]


def test_one_letter_of_one_row_makes_files_differ(path, tmp_path):
    other = shutil.copyfile(path, tmp_path / "khác.thidua")
    assert rekeying.same_rows(path, None, other, None)
    with DataFile.open(other) as file:
        file.run(_renamed())
    assert not rekeying.same_rows(path, None, other, None)


def _renamed():
    from desktop_app.storage.schema.units import UnitRow

    return UnitRow.update(code="khác").where(UnitRow.id == UnitRow.select(UnitRow.id).limit(1))


def test_the_old_file_comes_back_when_the_new_one_does_not_open(path, key):
    before = path.read_bytes()
    change_key(path, None, key)
    rekeying.take_back(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "stage", ["_compare", "_set_aside", "forget_old"], ids=["written", "compared", "swapped"]
)
@pytest.mark.parametrize("is_set", [True, False], ids=["set", "taken off"])
def test_a_kill_at_any_stage_leaves_one_whole_file_and_nothing_in_clear(path, key, is_set, stage):
    """Killed when the new file is written, compared, or has taken the old one's place."""
    if not is_set:
        change_key(path, None, key)
        rekeying.forget_old(path)
    before = images(path, None if is_set else key)
    old, new = ("None", "key") if is_set else ("key", "None")
    code = (
        "import os, sys; from pathlib import Path\n"
        "from desktop_app.storage import rekeying\n"
        "from desktop_app.storage.file_key import FileKey\n"
        "header, secret = map(bytes.fromhex, sys.argv[2:])\n"
        "key = FileKey(header, secret)\n"
        f"rekeying.{stage} = lambda *_: os._exit(9)\n"
        f"rekeying.change_key(Path(sys.argv[1]), {old}, {new})\n"
        "rekeying.forget_old(Path(sys.argv[1]))\n"
    )
    words = [sys.executable, "-c", code, str(path), key.header.hex(), key.secret.hex()]
    assert subprocess.run(words, check=False).returncode == 9
    assert images(path, key if is_encrypted(path) else None) == before
    assert is_encrypted(path) == ((stage == "forget_old") == is_set)
    assert [one.name for one in path.parent.glob("*") if "mat-khau" in one.name] == []


def test_a_damaged_file_gets_no_password(path, key):
    content = bytearray(path.read_bytes())
    content[4096 * 40 : 4096 * 60] = bytes(4096 * 20)
    path.write_bytes(content)
    with pytest.raises(DataFileError):
        change_key(path, None, key)
    assert path.read_bytes() == content


def test_the_command_line_asks_for_the_password_at_a_terminal(locked, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert commands.main(["check", str(locked)]) == commands.FAILED
    assert "có mật khẩu" in capsys.readouterr().err
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: "sai hết cả rồi")
    assert commands.main(["check", str(locked)]) == commands.FAILED
    assert "Mật khẩu chưa đúng" in capsys.readouterr().err
    monkeypatch.setattr("getpass.getpass", lambda _: PASSWORD)
    assert commands.main(["check", str(locked)]) == commands.DONE


def test_the_criteria_of_an_encrypted_file_are_read_with_its_key(locked, key):
    with pytest.raises(PasswordNeeded):
        criteria_in(locked)
    assert criteria_in(locked, key)


@pytest.mark.parametrize("old", sorted(OLD.glob("*.thidua")), ids=lambda path: path.stem)
def test_an_encrypted_file_of_an_older_version_is_upgraded_after_an_encrypted_backup(
    old, tmp_path, key
):
    path = shutil.copyfile(old, tmp_path / old.name)
    change_key(path, None, key)
    DataFile.open(path, key).close()
    (backup,) = backups_of(path)
    assert backup.reason is Reason.UPGRADE
    assert key.opens(backup.path)
    DataFile.open(path, key).close()


# --- damage -------------------------------------------------------------------------------


def test_wrong_password_damaged_lock_and_damaged_pages_are_told_apart(locked, key):
    with pytest.raises(WrongPassword):
        key_of_password(read_header(locked), "không phải mật khẩu này")
    whole = locked.read_bytes()
    locked.write_bytes(whole[:5] + bytes([whole[5] ^ 1]) + whole[6:])
    with pytest.raises(DataFileDamaged, match="Phần khoá"):
        DataFile.open(locked, key)
    locked.write_bytes(whole[:50_000] + bytes([whole[50_000] ^ 1]) + whole[50_001:])
    with pytest.raises(DataFileDamaged, match="hỏng"):
        DataFile.open(locked, key)
    locked.write_bytes(whole)
    DataFile.open(locked, key).close()


def hurt(whole, chance, number):
    """The bytes with one bit turned over, or cut short."""
    if number % (FLIPS + CUTS) < FLIPS:
        changed = bytearray(whole)
        bit = chance.randrange(8 * len(whole))
        changed[bit // 8] ^= 1 << bit % 8
        return bytes(changed)
    return whole[: chance.randrange(len(whole))]


def unnoticed(path, key, count, seed):
    """How many damages of that many opened as if nothing had happened."""
    whole, chance, missed = path.read_bytes(), random.Random(seed), []
    for number in range(count):
        path.write_bytes(hurt(whole, chance, number))
        try:
            DataFile.open(path, key).close()
        except DataFileDamaged:
            continue
        missed.append(number)
    path.write_bytes(whole)
    return missed


def test_every_flip_and_every_cut_of_an_encrypted_file_is_noticed(locked, key):
    assert unnoticed(locked, key, FLIPS + CUTS, 1) == []


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_five_thousand_damages_of_an_encrypted_file_are_noticed(locked, key):
    assert unnoticed(locked, key, LONG, 2) == []


# --- copies that follow -------------------------------------------------------------------


def test_backups_and_files_set_aside_follow_the_password(path, key, other_key):
    made = back_up(path)
    aside = restoring.restore(made, path)
    before = images(aside)
    change_key(path, None, key)
    rekeying.forget_old(path)
    followed = follow(path, None, key)
    assert (followed.written, followed.left) == (2, ())
    assert all(is_encrypted(one) for one in path.parent.rglob("*.thidua"))
    (backup,) = backups_of(path)
    assert (backup.made_at, backup.reason, backup.content) == (
        made.made_at,
        made.reason,
        made.content,
    )
    assert images(aside, key) == before
    restoring.restore(backup, path, key)
    assert images(path, key) == before
    change_key(path, key, other_key)
    assert follow(path, key, other_key).left == ()
    assert follow(path, other_key, None).left == ()
    assert restoring.check(backups_of(path)[0]) is None


def test_a_copy_of_a_third_password_stays_and_is_named(path, key, other_key):
    back_up(path)
    follow(path, None, other_key)
    followed = follow(path, None, key)
    assert followed.written == 0
    assert followed.left == (backups_of(path)[0].path,)
    assert followed.left_in_clear == ()


def test_a_damaged_copy_in_clear_is_named(path, key):
    made = back_up(path)
    made.path.write_bytes(made.path.read_bytes()[:100_000])
    assert follow(path, None, key).left_in_clear == (made.path,)


def test_plain_backups_on_a_stick_are_encrypted_when_it_comes_back(path, key, tmp_path):
    stick = tmp_path / "USB"
    copy_to_second_place(back_up(path), stick)
    change_key(path, None, key)
    assert encrypt_plain(path, stick, key).written == 1
    assert all(key.opens(backup.path) for backup in backups_of(path, stick))
    assert encrypt_plain(path, stick, key).written == 0


# --- restoring ----------------------------------------------------------------------------


def test_a_backup_of_an_encrypted_file_is_encrypted_and_comes_back(locked, key, other_key):
    backup = back_up(locked, key)
    assert key.opens(backup.path)
    for wrong in (None, other_key):
        with pytest.raises(PasswordNeeded):
            restoring.restore(backup, locked, wrong)
    before = images(locked, key)
    restoring.restore(backup, locked, key)
    assert images(locked, key) == before


def test_a_plain_backup_in_the_place_of_an_encrypted_file_is_encrypted(path, key):
    backup = back_up(path)
    change_key(path, None, key)
    restoring.restore(backup, path, key)
    assert key.opens(path)
    assert images(path, key) == images(backup.path)


def test_a_damaged_backup_of_an_encrypted_file_is_told(locked, key):
    backup = back_up(locked, key)
    whole = backup.path.read_bytes()
    chance = random.Random(3)
    for number in range(20):
        backup.path.write_bytes(hurt(whole, chance, number))
        with pytest.raises(DataFileError, match="hỏng"):
            restoring.restore(backup, locked, key)
