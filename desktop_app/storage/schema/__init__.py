"""Every table of the data file. A column has the name of the record's field it holds.

A plain row stands for a record, a part row for one entry of a record's list: it carries its
owner and its position, and goes when its owner goes. Links to other records are restricted, so
nothing that something refers to can be deleted. `noun` names the rows to the user.
"""

from __future__ import annotations

from peewee import Model

from desktop_app.storage.schema import (
    accounts,
    award_rules,
    ballots,
    blanks,
    commendations,
    compacts,
    keeping,
    meetings,
    movements,
    office,
    scores,
    units,
    years,
)
from desktop_app.storage.schema.rows import PartRow, Row

APPLICATION_ID = 0x54444355  # «TDCU»

RECORD_TABLES: tuple[type[Row], ...] = (
    *units.TABLES,
    *years.TABLES,
    *compacts.TABLES,
    *meetings.TABLES,
    *commendations.TABLES,
    *award_rules.TABLES,
    *ballots.TABLES,
    *blanks.TABLES,
    *movements.TABLES,
    *scores.TABLES,
    *office.TABLES,
    *accounts.TABLES,
)
TABLES: tuple[type[Model], ...] = (*RECORD_TABLES, *keeping.TABLES, *accounts.SECRETS)

__all__ = ["APPLICATION_ID", "RECORD_TABLES", "TABLES", "PartRow", "Row"]
