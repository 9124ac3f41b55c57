"""What the office itself brings along: its Word templates."""

from __future__ import annotations

from peewee import TextField

from desktop_app.storage.schema.rows import Row, optional, words


class OfficeTemplateRow(Row):
    noun = "mẫu Word"
    name = TextField()
    paper = words()
    sha256 = words()
    added_on = optional()
    added_by = words()

    class Meta:
        table_name = "office_template"


TABLES = (OfficeTemplateRow,)
