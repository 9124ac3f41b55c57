"""What is changed behind the program's back is found, and where."""

from __future__ import annotations

import contextlib
import random
import shutil

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile

EDIT = "UPDATE history SET {0} = coalesce({0}, '') || 'x' WHERE seq = ?"


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The sample with some days of work in it."""
    path = tmp_path_factory.mktemp("chuỗi") / "cụm.thidua"
    with create_sample(path) as file:
        for number in range(12):
            unit = Unit(
                id=f"u{number}", code=f"U{number}", names=(UnitName(full=f"Đơn vị {number}"),)
            )
            file.units.save(unit)
            file.units.save(file.units.get(unit.id).replace(note="sửa"))
        file.units.delete(file.units.get("u3"))
    return path


@pytest.fixture
def path(made, tmp_path):
    target = tmp_path / made.name
    shutil.copyfile(made, target)
    return target


def attack(path, sql, *values):
    with contextlib.closing(driver.connect(str(path))) as database:
        database.execute(sql, values)
        database.commit()


def checked(path):
    with DataFile.open(path) as file:
        return file.history.problems()


def last(path):
    with contextlib.closing(driver.connect(str(path))) as database:
        return database.execute("SELECT max(seq) FROM history").fetchone()[0]


def test_an_honest_file_has_nothing_to_tell(path):
    assert checked(path) == ()
    with DataFile.open(path) as file:
        file.units.save(file.units.get("u1").replace(note="nữa"))
        file.history.undo()
        file.history.redo()
        assert file.history.problems() == ()
        assert len(file.history.head) == 64
    assert checked(path) == ()


@pytest.mark.parametrize("field", ["who", "at", "title", "after", "before", "record", "action"])
def test_an_edited_entry_is_found_in_its_place(path, field):
    place = random.Random(field).randrange(2, last(path))
    attack(path, EDIT.format(field), place)
    assert any(f"Nhật ký bị sửa ở mục {place} " in said for said in checked(path))


def test_a_removed_entry_is_missed(path):
    place = random.Random(1).randrange(2, last(path) - 1)
    attack(path, "DELETE FROM history WHERE seq = ?", place)
    assert any(f"thiếu 1 mục trước mục {place + 1} " in said for said in checked(path))


def test_two_entries_that_change_places_are_found(path):
    place = random.Random(2).randrange(2, last(path) - 2)
    attack(path, "UPDATE history SET seq = -1 WHERE seq = ?", place)
    attack(path, "UPDATE history SET seq = ? WHERE seq = ?", place, place + 1)
    attack(path, "UPDATE history SET seq = ? WHERE seq = -1", place + 1)
    assert any(f"mục {place} " in said for said in checked(path))


def test_entries_cut_off_at_the_end_leave_records_that_do_not_fit(path):
    # the last entry is the deletion of u3: without it the record should still be there
    attack(path, "DELETE FROM history WHERE seq = ?", last(path))
    assert checked(path) == ("«Đơn vị 3» có trong nhật ký nhưng không còn trong tệp.",)


def test_a_row_changed_behind_the_back_is_found(path):
    attack(path, "UPDATE unit SET note = 'khác' WHERE id = 'u5'")
    assert checked(path) == ("«Đơn vị 5» không giống lần lưu cuối trong nhật ký.",)


def test_a_record_put_in_behind_the_back_is_found(path):
    attack(path, "UPDATE unit SET id = 'lạ' WHERE id = 'u7'")
    assert len(checked(path)) == 2


def test_a_chain_made_anew_differs_from_what_was_printed(path):
    """Somebody with the key seals everything again; the closed minutes keep the old head."""
    from desktop_app.storage import history_chain

    with DataFile.open(path) as file:
        meeting = file.meetings.get("hn-ky-ket-2018")
        (version,) = file.minutes_versions.of_meeting(meeting)
        file.minutes_versions.save(version.replace(id="khác", log_head=file.history.printed_head()))
        assert file.history.problems() == ()
        key = file.setting(history_chain.KEY)
    with contextlib.closing(driver.connect(str(path))) as database:
        database.row_factory = driver.Row
        database.execute("UPDATE history SET who = 'người khác' WHERE seq = 5")
        before = ""
        for row in database.execute("SELECT * FROM history ORDER BY seq").fetchall():
            before = history_chain.seal(key, before, row)
            database.execute("UPDATE history SET seal = ? WHERE seq = ?", (before, row["seq"]))
        database.commit()
    (said, *_) = checked(path)
    assert said.startswith("Nhật ký khác với số in ở chân trang của «Biên bản")


def test_a_head_from_an_older_backup_tells_a_chain_that_was_made_anew(path):
    with DataFile.open(path) as file:
        content = file.stand_still()
        assert content.head == file.history.head
        assert content.changes == file.history.newest()
