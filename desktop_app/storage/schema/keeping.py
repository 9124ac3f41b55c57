"""What the file keeps for itself: attached files, settings, the history."""

from __future__ import annotations

from peewee import AutoField, BlobField, ForeignKeyField, IntegerField, Model, TextField

from desktop_app.storage.schema.rows import Row, optional, words


class ContentRow(Model):
    """The bytes of attached files, each content once."""

    sha256 = TextField(primary_key=True)
    bytes = BlobField()

    class Meta:
        table_name = "content"
        legacy_table_names = False


class AttachmentRow(Row):
    noun = "tệp kèm"
    owner = TextField(index=True)
    part = words()
    name = words()
    sha256 = ForeignKeyField(ContentRow, backref="+", on_delete="RESTRICT", column_name="sha256")
    size = IntegerField(default=0)
    added_at = optional()

    class Meta:
        table_name = "attachment"


class SettingRow(Model):
    """What this file remembers for itself, as JSON by name."""

    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"
        legacy_table_names = False


class HistoryRow(Model):
    """One record changed: who, when, before, after. Rows are only ever added."""

    seq = AutoField()
    change = IntegerField(index=True)
    """Entries of one save carry the same number."""
    action = TextField()
    undoes = IntegerField(null=True)
    at = TextField()
    who = TextField()
    kind = TextField()
    record = TextField(index=True)
    title = TextField()
    before = TextField(null=True)
    after = TextField(null=True)
    seal = TextField(default="")
    """Made of this entry and the seal of the one before; empty in entries older than seals."""

    class Meta:
        table_name = "history"
        legacy_table_names = False


class DraftRow(Model):
    """What stands in a form and is not saved: a record's image, written while a person types."""

    record = TextField(primary_key=True)
    kind = TextField()
    title = TextField()
    image = TextField()
    base = TextField(null=True)
    """The image it was begun from; None for a record that was never saved."""
    at = TextField()

    class Meta:
        table_name = "draft"
        legacy_table_names = False


TABLES = (
    ContentRow,
    AttachmentRow,
    SettingRow,
    HistoryRow,
    DraftRow,
)
