"""A backup is a checked copy; bringing one back never costs the file that stood there."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import threading

import pytest

from desktop_app import disk
from desktop_app.domain.errors import DataFileError
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile
from desktop_app.storage.backups import copying, restoring
from desktop_app.storage.backups.backup import Reason, manifest_of
from desktop_app.storage.backups.copying import make_backup
from desktop_app.storage.backups.folder import (
    backups_of,
    copy_to_second_place,
    folder_of,
    thin_out,
)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("gốc") / "Cụm [2].thidua"
    create_sample(path).close()
    return path


@pytest.fixture
def path(made, tmp_path):
    target = tmp_path / made.name
    shutil.copyfile(made, target)
    return target


def back_up(file, reason=Reason.WORK):
    content = file.stand_still()
    try:
        return make_backup(file.pages, file.path, folder_of(file.path), reason, content)
    finally:
        file.move_again()


def unit(number):
    return Unit(id=f"moi-{number}", code=f"M{number}", names=(UnitName(full=f"Đơn vị {number}"),))


def images(path):
    """Everything in a file, by store."""
    with DataFile.open(path) as file:
        return {type(store).__name__: store.all() for store in file.stores}


def test_a_backup_of_an_open_file_holds_all_that_was_saved(path):
    with DataFile.open(path) as file:
        file.units.save(unit(1))  # still in the log beside the file
        backup = back_up(file)
        assert backup.content.rows["unit"] == len(file.units.all())
    assert backups_of(path) == (backup,)
    assert images(path) == images(backup.path)


def test_two_backups_of_one_second_and_reason_are_both_kept(path, monkeypatch):
    class Stopped(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 11, 27, 9, 30, 15)

    monkeypatch.setattr(copying.dt, "datetime", Stopped)
    with DataFile.open(path) as file:
        first = back_up(file)
        file.units.save(unit(1))
        second = back_up(file)
    monkeypatch.undo()
    assert first.path < second.path
    assert {backup.path for backup in backups_of(path)} == {first.path, second.path}
    assert images(first.path) != images(second.path)


def test_saves_go_on_while_the_copy_is_made_and_the_copy_is_of_before(path):
    with DataFile.open(path) as file:
        content = file.stand_still()
        gate, done = threading.Event(), threading.Event()

        def tell(*_):
            gate.set()
            assert done.wait(10)

        answer = []
        thread = threading.Thread(
            target=lambda: answer.append(
                make_backup(file.pages, path, folder_of(path), Reason.WORK, content, tell)
            )
        )
        thread.start()
        assert gate.wait(10)
        for number in range(40):
            file.units.save(unit(number))
        done.set()
        thread.join(20)
        file.move_again()
        assert len(file.units.all()) == content.rows["unit"] + 40
    (backup,) = answer
    with DataFile.open(backup.path) as copied:
        assert len(copied.units.all()) == content.rows["unit"]


def test_the_lock_of_an_open_file_outlives_its_backups(path):
    with DataFile.open(path) as file:
        back_up(file)
        # another process would now be refused by the system's locks on the file itself
        script = (
            "import sys; from pathlib import Path; from sqlcipher3 import dbapi2 as d\n"
            "c = d.connect(sys.argv[1], timeout=0.2)\n"
            "c.execute('BEGIN IMMEDIATE')\n"
        )
        import subprocess
        import sys

        run = subprocess.run(
            [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False
        )
    assert run.returncode != 0
    assert "locked" in run.stderr


def test_what_a_full_disk_leaves_is_no_backup(path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    with DataFile.open(path) as file:
        monkeypatch.setattr(copying.os, "fsync", full)
        with pytest.raises(DataFileError, match="Chưa sao lưu được"):
            back_up(file)
    assert list(folder_of(path).iterdir()) == []


def test_a_copy_that_differs_is_not_kept(path):
    with DataFile.open(path) as file:
        content = file.stand_still()
        content.rows["unit"] += 1
        with pytest.raises(DataFileError, match="không giống"):
            make_backup(file.pages, path, folder_of(path), Reason.WORK, content)
    assert list(folder_of(path).iterdir()) == []


def test_a_copy_without_its_manifest_does_not_count(path):
    with DataFile.open(path) as file:
        backup = back_up(file)
    manifest_of(backup.path).write_text("{", encoding="utf-8")
    assert backups_of(path) == ()
    manifest_of(backup.path).unlink()
    assert backups_of(path) == ()


def test_half_a_copy_left_by_a_crash_is_swept_away(path):
    folder_of(path).mkdir()
    part = folder_of(path) / f"{path.stem}-20261127-160000-dang-lam.thidua{disk.PART}"
    part.write_bytes(b"half")
    thin_out(path)
    assert not part.exists()


def test_a_second_place_has_the_same_backup(path, tmp_path):
    with DataFile.open(path) as file:
        backup = back_up(file)
    stick = tmp_path / "USB"
    copy_to_second_place(backup, stick)
    (there,) = backups_of(path, stick)
    assert (there.sha256, there.content) == (backup.sha256, backup.content)
    restoring.check(there)


def test_restoring_brings_back_what_was_and_sets_aside_what_is(path):
    with DataFile.open(path) as file:
        backup = back_up(file)
        before = {type(store).__name__: store.all() for store in file.stores}
        file.units.save(unit(7))
    aside = restoring.restore(backup, path)
    assert images(path) == before
    assert "moi-7" in {one.id for one in images(aside)["UnitStore"]}


def test_a_lost_file_is_restored_too(path):
    with DataFile.open(path) as file:
        backup = back_up(file)
    path.unlink()
    assert restoring.restore(backup, path) is None
    assert images(path) == images(backup.path)


def test_an_open_file_is_not_replaced(path):
    with DataFile.open(path) as file:
        backup = back_up(file)
        with pytest.raises(DataFileError, match="mở"):
            restoring.restore(backup, path)
        assert file.units.all()


def test_every_damage_to_a_backup_is_noticed(path):
    """Single bits, ends cut off: the sum of its bytes tells, whatever SQLite says."""
    with DataFile.open(path) as file:
        backup = back_up(file)
    whole = backup.path.read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        hurt = bytearray(whole)
        hurt[chance.randrange(len(hurt))] ^= 1 << chance.randrange(8)
        backup.path.write_bytes(hurt)
        with pytest.raises(DataFileError, match="hỏng hoặc bị sửa"):
            restoring.restore(backup, path)
    backup.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataFileError, match="hỏng hoặc bị sửa"):
        restoring.restore(backup, path)
    assert [one.name for one in path.parent.glob("*truoc-phuc-hoi*")] == []


def test_a_restore_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    with DataFile.open(path) as file:
        backup = back_up(file)
        file.units.save(unit(9))
    before = path.read_bytes()

    def broken(source, target):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(restoring.shutil, "copyfile", broken)
    with pytest.raises(DataFileError, match="Chưa phục hồi được"):
        restoring.restore(backup, path)
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, "Sao lưu"]
