"""Somebody edits the history or the records with a tool for databases: it is found, in its place.

Red on purpose: `test_an_attack_with_the_key_is_the_limit` shows what only a head on paper tells.
"""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.storage import DataFile, history_chain

TIMES = [8, pytest.param(100, marks=pytest.mark.long)]
Attack = Callable[[driver.Connection, int, random.Random], str]


def edit(database: driver.Connection, place: int, chance: random.Random) -> str:
    """An entry gets another author, text, time or kind."""
    field = chance.choice(("who", "at", "title", "after", "before", "record", "action", "kind"))
    sql = f"UPDATE history SET {field} = coalesce({field}, '') || 'x' WHERE seq = ?"  # noqa: S608
    database.execute(sql, (place,))
    return f"sửa ở mục {place} "


def remove(database: driver.Connection, place: int, _: random.Random) -> str:
    database.execute("DELETE FROM history WHERE seq = ?", (place,))
    return f"thiếu 1 mục trước mục {place + 1} "


def remove_and_renumber(database: driver.Connection, place: int, _: random.Random) -> str:
    database.execute("DELETE FROM history WHERE seq = ?", (place,))
    last = database.execute("SELECT max(seq) FROM history").fetchone()[0]
    for number in range(place + 1, last + 1):
        database.execute("UPDATE history SET seq = ? WHERE seq = ?", (number - 1, number))
    return f"mục {place} "


def swap(database: driver.Connection, place: int, _: random.Random) -> str:
    for old, new in ((place, -1), (place + 1, place), (-1, place + 1)):
        database.execute("UPDATE history SET seq = ? WHERE seq = ?", (new, old))
    return f"mục {place} "


def change_row(database: driver.Connection, _: int, chance: random.Random) -> str:
    """A record is rewritten beside the history."""
    unit = f"u{chance.choice([number for number in range(12) if number != 3])}"
    database.execute("UPDATE unit SET note = 'khác' WHERE id = ?", (unit,))
    return f"«Đơn vị {unit[1:]}» không giống"


def remove_row(database: driver.Connection, _: int, chance: random.Random) -> str:
    unit = f"u{chance.choice([number for number in range(12) if number != 3])}"
    for sql in ("DELETE FROM unit_name WHERE owner_id = ?", "DELETE FROM unit WHERE id = ?"):
        database.execute(sql, (unit,))
    return f"«Đơn vị {unit[1:]}» có trong nhật ký nhưng không còn"


ATTACKS = (edit, remove, remove_and_renumber, swap, change_row, remove_row)


@pytest.fixture(scope="module")
def worked(lean: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with some days of work in it."""
    path = tmp_path_factory.mktemp("chuỗi") / lean.name
    shutil.copyfile(lean, path)
    with DataFile.open(path) as file:
        for number in range(12):
            unit = Unit(
                id=f"u{number}", code=f"U{number}", names=(UnitName(full=f"Đơn vị {number}"),)
            )
            file.units.save(unit)
            file.units.save(file.units.get(unit.id).replace(note="sửa"))
        file.units.delete(file.units.get("u3"))
        assert file.history.problems() == ()
    return path


@pytest.mark.timeout(900)
@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_found_in_its_place(worked, tmp_path, attack: Attack, times):
    path, chance = tmp_path / worked.name, random.Random(f"{attack.__name__} {times}")
    for _ in range(times):
        shutil.copyfile(worked, path)
        with contextlib.closing(driver.connect(str(path))) as database:
            last = database.execute("SELECT max(seq) FROM history").fetchone()[0]
            wanted = attack(database, chance.randrange(2, last - 1), chance)
            database.commit()
        with DataFile.open(path) as file:
            found = file.history.problems()
        assert any(wanted in said for said in found), (wanted, found)


def test_an_attack_with_the_key_is_the_limit(worked, tmp_path):
    """Whoever seals everything anew is found by the head in a backup or on paper alone."""
    path = tmp_path / worked.name
    shutil.copyfile(worked, path)
    with DataFile.open(path) as file:
        key, head = file.setting(history_chain.KEY), file.history.head
    with contextlib.closing(driver.connect(str(path))) as database:
        database.row_factory = driver.Row
        database.execute("UPDATE history SET who = 'người khác' WHERE seq = 5")
        before = ""
        for row in database.execute("SELECT * FROM history ORDER BY seq").fetchall():
            before = history_chain.seal(key, before, row)
            database.execute("UPDATE history SET seal = ? WHERE seq = ?", (before, row["seq"]))
        database.commit()
    with DataFile.open(path) as file:
        assert file.history.problems() == ()
        assert file.history.head != head
