"""Old files are copied, upgraded step by step, and lose no row on the way."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from peewee import TextField
from playhouse.migrate import SqliteMigrator

from desktop_app.domain.units.person import ServiceState
from desktop_app.domain.years.period import SecretariatState
from desktop_app.storage import DataFile, migrations
from desktop_app.storage.schema import TABLES

OLD_FILES = sorted((Path(__file__).parent / "old_files").glob("version-*.thidua"))

REWRITTEN = {("compact_item", "text")}
"""Columns whose values a step writes anew, each with a test of its own."""
NEW_SETTINGS = ("images_since", "search_rules")
"""What a file keeps for itself since it was upgraded."""


def _rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table of a closed file, read without any of our code."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    names = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    rows = {
        name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')]  # noqa: S608
        for name in names
        if not name.startswith(("sqlite_", "search_"))
    }
    connection.close()
    return rows


@pytest.fixture(params=OLD_FILES, ids=lambda path: path.stem)
def old(request, tmp_path: Path) -> Path:
    path = tmp_path / "cụm.thidua"
    shutil.copy(request.param, path)
    return path


@pytest.fixture(params=OLD_FILES[:3], ids=lambda path: path.stem)
def before_4(request, tmp_path: Path) -> Path:
    """A file that the step to version 4 still has to mend."""
    path = tmp_path / "cụm.thidua"
    shutil.copy(request.param, path)
    return path


def test_there_is_a_filled_old_file_for_every_version_before_this_one():
    assert [path.stem for path in OLD_FILES] == [
        f"version-{version}" for version in range(1, migrations.VERSION)
    ]
    for path in OLD_FILES:
        assert [name for name, rows in _rows(path).items() if not rows] == []


def test_upgrade_loses_no_row_and_changes_no_value(old):
    before = _rows(old)
    with DataFile.open(old) as file:
        assert file.check() == ()
    after = _rows(old)
    assert set(after) == {table._meta.table_name for table in TABLES}
    for name, rows in before.items():
        columns = [column for column in rows[0] if (name, column) not in REWRITTEN]
        now = [row for row in after[name] if row.get("name") not in NEW_SETTINGS]
        kept = [{column: row[column] for column in columns} for row in now]
        assert kept == [{column: row[column] for column in columns} for row in rows], name


def test_commitments_of_an_old_file_keep_their_words(before_4):
    before = [row["text"] for row in _rows(before_4)["compact_item"]]
    with DataFile.open(before_4) as file:
        (compact,) = file.compacts.all()
    assert [item.text.text for item in compact.items] == before


def test_secretariat_of_an_old_file_with_a_number_is_issued(old):
    with DataFile.open(old) as file:
        assert [s.state for s in file.secretariats.all()] == [SecretariatState.ISSUED]


def test_upgraded_file_has_the_columns_of_a_new_one(old, tmp_path):
    DataFile.open(old).close()
    fresh = tmp_path / "mới.thidua"
    DataFile.create(fresh).close()
    assert _columns(old) == _columns(fresh)


def test_upgraded_file_has_the_links_and_indexes_of_a_new_one(old, tmp_path):
    DataFile.open(old).close()
    fresh = tmp_path / "mới.thidua"
    DataFile.create(fresh).close()
    assert _links(old) == _links(fresh)


def test_people_of_an_old_file_are_in_service(old):
    with DataFile.open(old) as file:
        assert {person.service_state for person in file.people.all()} == {ServiceState.SERVING}


def test_old_file_is_copied_first(old):
    before = _rows(old)
    DataFile.open(old).close()
    (copy,) = (old.parent / "Sao lưu").glob("*truoc-nang-cap*.thidua")
    assert _rows(copy) == before


def test_step_that_rewrites_a_table_keeps_the_rows_that_belong_to_it(old, monkeypatch):
    """SQLite rewrites by dropping the old table, which would take the delegates with it."""

    def rewriting(step: migrations.Step) -> migrations.Step:
        def rewrite(migrator: SqliteMigrator) -> None:
            migrator.migrate(migrator.alter_column_type("meeting", "place", TextField(default="")))
            step(migrator)

        return rewrite

    before = _rows(old)
    monkeypatch.setattr(migrations, "STEPS", tuple(map(rewriting, migrations.STEPS)))
    DataFile.open(old).close()
    after = _rows(old)
    for name in ("attendance", "agenda_item", "vote", "conclusion"):
        kept = [{column: row[column] for column in before[name][0]} for row in after[name]]
        assert kept == before[name] != []


def test_failing_step_leaves_the_file_as_it_was(old, monkeypatch):
    def failing(step: migrations.Step) -> migrations.Step:
        def half(migrator: SqliteMigrator) -> None:
            step(migrator)
            migrator.database.execute_sql("DELETE FROM unit_name")
            raise RuntimeError("mất điện giữa chừng")

        return half

    before = _rows(old)
    monkeypatch.setattr(migrations, "STEPS", tuple(map(failing, migrations.STEPS)))
    with pytest.raises(RuntimeError):
        DataFile.open(old)
    assert _rows(old) == before


def _columns(path: Path) -> dict[str, set[tuple[str, str, int]]]:
    """Name, type and whether it may be empty, by table; the order may differ."""
    connection = sqlite3.connect(path)
    found = {
        table: {
            (name, kind, required)
            for _, name, kind, required, *_ in connection.execute(f'PRAGMA table_info("{table}")')
        }
        for table in (t._meta.table_name for t in TABLES)
    }
    connection.close()
    return found


def _links(path: Path) -> dict[str, tuple[set[tuple[object, ...]], set[str]]]:
    """What each table points to and how, and what its indexes are called."""
    connection = sqlite3.connect(path)
    found = {}
    for table in (t._meta.table_name for t in TABLES):
        links = connection.execute(f'PRAGMA foreign_key_list("{table}")')
        indexes = connection.execute(f'PRAGMA index_list("{table}")')
        found[table] = ({row[2:7] for row in links}, {row[1] for row in indexes})
    connection.close()
    return found


def test_secretariat_without_a_day_stays_a_draft(before_4):
    """An issued decision needs its day: such a record could not be saved any more."""
    connection = sqlite3.connect(before_4)
    connection.execute("UPDATE secretariat SET decision_date = NULL")
    connection.commit()
    connection.close()
    with DataFile.open(before_4) as file:
        (secretariat,) = file.secretariats.all()
        assert secretariat.state is SecretariatState.DRAFT
        assert secretariat.problems() == {}
