"""The numbered steps from each old shape of the data file to the next one.

A step names tables and columns as text, never the tables of today, which have columns the old
file lacks. Steps run inside `migration_context()`: with foreign keys on, rewriting a table would
delete the rows that belong to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from peewee import BooleanField, IntegerField, SqliteDatabase
from playhouse.migrate import SqliteMigrator

from desktop_app.storage.history_chain import FIRST_IMAGE
from desktop_app.storage.steps import version_4, version_5

_OLD_IMAGES = """
INSERT OR REPLACE INTO setting (name, value) SELECT ?, coalesce(max(seq), 0) FROM history
"""
"""Lands with its step: a file killed behind it would find all its images to be of another shape."""
Step = Callable[[SqliteMigrator], None]


def unit_level_and_minutes_rule(migrator: SqliteMigrator) -> None:
    """Units get a level, the cluster the switch for the rule under the subject of minutes."""
    migrator.migrate(
        migrator.add_column("unit", "level", IntegerField(default=1)),
        migrator.add_column("cluster", "minutes_rule", BooleanField(default=True)),
    )


_UNIT_RELATIONS = (
    'ALTER TABLE "unit" ADD COLUMN "parent_id" TEXT REFERENCES "unit" ("id") ON DELETE RESTRICT',
    'ALTER TABLE "unit" ADD COLUMN "inactive_from" TEXT',
    'ALTER TABLE "unit" ADD COLUMN "profile" TEXT NOT NULL DEFAULT \'\'',
    'CREATE INDEX "unit_parent_id" ON "unit" ("parent_id")',
    'CREATE TABLE "succession" ("id" TEXT NOT NULL PRIMARY KEY, "position" INTEGER NOT NULL,'
    ' "owner_id" TEXT NOT NULL REFERENCES "unit" ("id") ON DELETE CASCADE,'
    ' "unit_id" TEXT NOT NULL REFERENCES "unit" ("id") ON DELETE RESTRICT,'
    ' "kind" TEXT NOT NULL, "day" TEXT, "decision" TEXT NOT NULL)',
    'CREATE INDEX "succession_owner_id" ON "succession" ("owner_id")',
    'CREATE INDEX "succession_unit_id" ON "succession" ("unit_id")',
)
_SERVICE_OF_PEOPLE = (
    'ALTER TABLE "person" ADD COLUMN "service_state" TEXT NOT NULL DEFAULT \'dang_cong_tac\'',
    'ALTER TABLE "person" ADD COLUMN "service_state_since" TEXT',
    'CREATE TABLE "posting" ("id" TEXT NOT NULL PRIMARY KEY, "position" INTEGER NOT NULL,'
    ' "owner_id" TEXT NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,'
    ' "unit_id" TEXT REFERENCES "unit" ("id") ON DELETE RESTRICT,'
    ' "post" TEXT NOT NULL, "since" TEXT, "until" TEXT)',
    'CREATE INDEX "posting_owner_id" ON "posting" ("owner_id")',
    'CREATE INDEX "posting_unit_id" ON "posting" ("unit_id")',
)


def unit_relations_and_service(migrator: SqliteMigrator) -> None:
    """Units get a parent, forerunners, a profile and an end; people their service."""
    for statement in (*_UNIT_RELATIONS, *_SERVICE_OF_PEOPLE):
        migrator.database.execute_sql(statement)


def year_and_compact(migrator: SqliteMigrator) -> None:
    """The register, plan, duties, handover; comments, annexes, results, registration, campaigns."""
    for statement in version_4.STATEMENTS.split(";\n"):
        migrator.database.execute_sql(statement)
    migrator.database.execute_sql(
        "UPDATE secretariat SET state = 'ban_hanh'"
        " WHERE decision_number <> '' AND decision_date IS NOT NULL"
    )
    _commitments_as_typed_text(migrator.database)


def _commitments_as_typed_text(database: SqliteDatabase) -> None:
    """What was one line of plain words becomes paragraphs of typed text."""
    for item, text in database.execute_sql("SELECT id, text FROM compact_item").fetchall():
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        blocks = [{"kind": "p", "runs": [{"text": line}]} for line in lines]
        database.execute_sql(
            "UPDATE compact_item SET text = ? WHERE id = ?",
            (json.dumps(blocks, ensure_ascii=False), item),
        )


def the_year_in_the_window(migrator: SqliteMigrator) -> None:
    """What the views of the year, the compact and the scores needed beside version 4."""
    for statement in version_5.STATEMENTS:
        migrator.database.execute_sql(statement)


STEPS: tuple[Step, ...] = (
    unit_level_and_minutes_rule,
    unit_relations_and_service,
    year_and_compact,
    the_year_in_the_window,
)
"""STEPS[0] leads from version 1 to version 2, and so on."""

VERSION = 1 + len(STEPS)
"""The version a new file has."""


def upgrade(database: SqliteDatabase, version: int) -> None:
    """Runs the steps a file still lacks; each lands whole with its number or not at all."""
    migrator = SqliteMigrator(database)
    for number in range(version, VERSION):
        with migrator.migration_context():
            STEPS[number - 1](migrator)
            database.execute_sql(_OLD_IMAGES, (FIRST_IMAGE,))
            database.execute_sql(f"PRAGMA user_version = {number + 1}")
