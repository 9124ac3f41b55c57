"""Six attacks on the history, at many places: every one is reported, with its place."""

from __future__ import annotations

import contextlib
import random
import shutil

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile

FIELDS = ("who", "at", "title", "kind", "record", "before", "after", "action", "change", "seal")
ROWS = {
    "award": "name",
    "unit": "note",
    "person": "full_name",
    "meeting": "name",
    "document": "about",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("tấn công") / "cụm.thidua"
    create_sample(path).close()
    return path


def edit(database, place, chance):
    field = chance.choice(FIELDS)
    sql = f"UPDATE history SET {field} = coalesce({field}, '') || '1' WHERE seq = ?"  # noqa: S608
    database.execute(sql, (place,))
    return f"bị sửa ở mục {place} "


def remove(database, place, _chance):
    database.execute("DELETE FROM history WHERE seq = ?", (place,))
    return f"thiếu 1 mục trước mục {place + 1} "


def remove_and_renumber(database, place, chance):
    remove(database, place, chance)
    database.execute("UPDATE history SET seq = -(seq - 1) WHERE seq > ?", (place,))
    database.execute("UPDATE history SET seq = -seq WHERE seq < 0")
    return f"bị sửa ở mục {place} "


def swap(database, place, _chance):
    for old, new in ((place, -1), (place + 1, place), (-1, place + 1)):
        database.execute("UPDATE history SET seq = ? WHERE seq = ?", (new, old))
    return f"bị sửa ở mục {place} "


def forge(database, place, _chance):
    """A copy of an entry, seal and all, put behind the last one."""
    names = [row[1] for row in database.execute("PRAGMA table_info(history)")]
    fields = ", ".join(name for name in names if name != "seq")
    database.execute(
        f"INSERT INTO history (seq, {fields})"  # noqa: S608
        f" SELECT (SELECT max(seq) + 1 FROM history), {fields} FROM history WHERE seq = ?",
        (place,),
    )
    (last,) = database.execute("SELECT max(seq) FROM history").fetchone()
    return f"bị sửa ở mục {last} "


def change_row(database, _place, chance):
    table = chance.choice(sorted(ROWS))
    ids = [row[0] for row in database.execute(f'SELECT id FROM "{table}"')]  # noqa: S608
    column = ROWS[table]
    sql = f'UPDATE "{table}" SET "{column}" = "{column}" || \'x\' WHERE id = ?'  # noqa: S608
    chosen = chance.choice(ids)
    database.execute(sql, (chosen,))
    (title,) = database.execute(
        "SELECT title FROM history WHERE record = ? ORDER BY seq DESC LIMIT 1", (chosen,)
    ).fetchone()
    return f"«{title}» không giống lần lưu cuối"


ATTACKS = (edit, remove, remove_and_renumber, swap, forge, change_row)


def found(made, tmp_path, attack, seed):
    """Whether the attack at a place drawn by the seed is reported where it was made."""
    path = tmp_path / "cụm.thidua"
    shutil.copyfile(made, path)
    chance = random.Random(f"{attack.__name__} {seed}")
    with contextlib.closing(driver.connect(str(path))) as database:
        (last,) = database.execute("SELECT max(seq) FROM history").fetchone()
        expected = attack(database, chance.randrange(2, last - 2), chance)
        database.commit()
    with DataFile.open(path) as file:
        return any(expected in said for said in file.history.problems())


def test_untouched_file_reports_nothing(made, tmp_path):
    path = tmp_path / "cụm.thidua"
    shutil.copyfile(made, path)
    with DataFile.open(path) as file:
        assert file.history.problems() == ()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_attack_is_reported_with_its_place(made, tmp_path, attack):
    assert [seed for seed in range(3) if not found(made, tmp_path, attack, seed)] == []


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_attack_at_a_hundred_places_is_reported(made, tmp_path, attack):
    assert [seed for seed in range(100) if not found(made, tmp_path, attack, seed)] == []
