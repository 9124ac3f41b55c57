"""The people who work with the file, and, apart from the history, what proves who they are."""

from __future__ import annotations

from peewee import IntegerField, Model, TextField

from desktop_app.storage.schema.rows import Row, flag, words


class AccountRow(Row):
    noun = "người dùng"
    name = words()
    role = words()
    is_active = flag()
    note = words()

    class Meta:
        table_name = "account"


class SecretRow(Model):
    """The hash of a person's password: never in an image of the history."""

    account = TextField(primary_key=True)
    secret = TextField()
    failed = IntegerField(default=0)
    """Tries since the last good one."""
    failed_at = TextField(default="")

    class Meta:
        table_name = "account_secret"
        legacy_table_names = False


TABLES = (AccountRow,)
SECRETS = (SecretRow,)
