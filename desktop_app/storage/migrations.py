"""The numbered steps from each old shape of the data file to the next one.

A step names tables and columns as text, never the tables of today, which have columns the old
file lacks. Steps run inside `migration_context()`: with foreign keys on, rewriting a table would
delete the rows that belong to it.
"""

from __future__ import annotations

from collections.abc import Callable

from peewee import BooleanField, IntegerField, SqliteDatabase
from playhouse.migrate import SqliteMigrator

Step = Callable[[SqliteMigrator], None]


def unit_level_and_minutes_rule(migrator: SqliteMigrator) -> None:
    """Units get a level, the cluster the switch for the rule under the subject of minutes."""
    migrator.migrate(
        migrator.add_column("unit", "level", IntegerField(default=1)),
        migrator.add_column("cluster", "minutes_rule", BooleanField(default=True)),
    )


STEPS: tuple[Step, ...] = (unit_level_and_minutes_rule,)
"""STEPS[0] leads from version 1 to version 2, and so on."""

VERSION = 1 + len(STEPS)
"""The version a new file has."""


def upgrade(database: SqliteDatabase, version: int) -> None:
    """Runs the steps a file still lacks; each lands whole with its number or not at all."""
    migrator = SqliteMigrator(database)
    for number in range(version, VERSION):
        with migrator.migration_context():
            STEPS[number - 1](migrator)
            database.execute_sql(f"PRAGMA user_version = {number + 1}")
