"""The data file: SQLite through peewee. Nothing outside this folder knows a table or a query."""

from __future__ import annotations

from desktop_app.storage.data_file import DataFile

__all__ = ["DataFile"]
