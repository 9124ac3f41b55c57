"""Old files killed before any statement of their upgrade: the next start finishes it, whole.

Red on purpose: `test_steps_that_land_in_pieces_are_seen`.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from playhouse.migrate import SqliteMigrator

from desktop_app.storage import DataFile, migrations
from tests.faults.operations import row_counts
from tests.faults.rig import Rig

OLD_FILES = sorted((Path(__file__).parents[1] / "storage" / "old_files").glob("version-*.thidua"))
SHORT = 2
"""Statements of one version's upgrade at which it is killed in the short run."""
IS_LONG = os.environ.get("THIDUACUM_LONG") == "1"


def opened_until(path: str, statement: int, in_pieces: bool = False) -> int:
    """Opens a file in a child; dies before its nth statement, or answers how many there were."""
    from desktop_app.storage import connection

    if in_pieces:
        _commit_each_statement()
    count = 0
    run = connection.SqlCipherDatabase.execute_sql

    def counted(self: Any, sql: str, *rest: Any, **more: Any) -> Any:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), 9)
        return run(self, sql, *rest, **more)

    connection.SqlCipherDatabase.execute_sql = counted
    DataFile.open(Path(path)).close()
    return count


def _commit_each_statement() -> None:
    SqliteMigrator.migration_context = lambda self: contextlib.nullcontext()


def finished(path: str) -> dict[str, Any]:
    """What the next start makes of it."""
    with DataFile.open(Path(path)) as file:
        return {"problems": list(file.check())}


def _content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but what the file keeps for itself, in an order of its own."""
    with contextlib.closing(sqlite3.connect(path)) as raw:
        return {
            name: sorted(raw.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608
            for name in row_counts(path)
            if name != "setting"
        }


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("old", OLD_FILES, ids=lambda path: path.stem)
def test_killed_before_a_statement(rig: Rig, tmp_path, old):
    wanted = tmp_path / "đúng.thidua"
    shutil.copyfile(old, wanted)
    function = "tests.faults.test_old_files:opened_until"
    count = rig.must(function, path=str(wanted), statement=0)
    content, counts = _content(wanted), row_counts(old)
    places = range(1, count + 1)
    some = random.Random(old.stem).sample(places, SHORT)
    # and around the end, where what belongs together must land together
    chosen = places if IS_LONG else sorted({*some, *range(count - 5, count + 1, 2)})
    for statement in chosen:
        folder = tmp_path / str(statement)
        folder.mkdir()
        path = folder / "cụm.thidua"
        shutil.copyfile(old, path)
        assert rig.run(function, path=str(path), statement=statement).was_killed
        done = rig.must("tests.faults.test_old_files:finished", path=str(path))
        assert done["problems"] == [], f"câu lệnh {statement}"
        now = row_counts(path)
        assert {name: now[name] for name in counts if name != "setting"} == {
            name: counted for name, counted in counts.items() if name != "setting"
        }, f"câu lệnh {statement}"
        assert _content(path) == content, f"câu lệnh {statement}"
        assert list((folder / "Sao lưu").glob("*truoc-nang-cap*.thidua"))
    print(f"\n{old.stem}: {count} câu lệnh, giết trước {len(chosen)} câu")


def test_steps_that_land_in_pieces_are_seen(rig: Rig, tmp_path):
    """With every statement for itself, a kill leaves a file that no start can finish."""
    function = "tests.faults.test_old_files:opened_until"
    old, broken = OLD_FILES[0], 0
    for statement in (40, 60, 80, 100):
        path = tmp_path / f"{statement}.thidua"
        shutil.copyfile(old, path)
        rig.run(function, path=str(path), statement=statement, in_pieces=True)
        broken += bool(rig.run("tests.faults.test_old_files:finished", path=str(path)).error)
    assert broken


def test_a_newer_file_is_refused_byte_for_byte(lean, tmp_path):
    path = tmp_path / lean.name
    shutil.copyfile(lean, path)
    with contextlib.closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(Exception, match="bản mới hơn"):
        DataFile.open(path)
    assert path.read_bytes() == before
