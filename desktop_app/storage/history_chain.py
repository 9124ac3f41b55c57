"""The chain of the history: each entry is sealed with the one before it, so edits show.

Entries cut off at the end show in the records, which are no longer as the last entry left them.
The seal's key lies in the file itself. Whoever can write the file with another tool and knows
this program can seal anew; what he cannot change is the head of the chain in backups and on
paper. Entries of files older than the chain are not covered.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from peewee import Expression, fn

from desktop_app.storage import safeguards
from desktop_app.storage.plain import Plain, to_plain
from desktop_app.storage.schema.keeping import HistoryRow

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

KEY = "history_key"
FIRST_IMAGE = "images_since"
"""Entries up to this one keep images in the shape of an older version of the file."""
_LOT = 500
_ON_PAPER = 8
"""Letters of a seal on paper."""
_SEALED = (
    "seq",
    "change",
    "action",
    "undoes",
    "at",
    "who",
    "kind",
    "record",
    "title",
    "before",
    "after",
)
_as_text = json.JSONEncoder(ensure_ascii=False).encode
"""`json.dumps` would make such an encoder for every image and seal."""


def as_json(plain: Plain | None) -> str | None:
    """A record's image as the history keeps it."""
    return None if plain is None else _as_text(plain)


def new_key() -> str:
    """A key of 32 random bytes, in hexadecimal."""
    return secrets.token_hex(32)


def seal(key: str, before: str, row: Mapping[str, Any]) -> str:
    """The seal of an entry: of all its fields and the seal of the entry before."""
    fields = _as_text([before, *(row[name] for name in _SEALED)])
    return hmac.digest(bytes.fromhex(key), fields.encode("utf-8"), "sha256").hex()


def problems(file: DataFile) -> Iterator[str]:
    """What in the history or in the records is not as it was written, in sentences."""
    yield from _broken_links(file)
    yield from _other_than_printed(file)
    yield from _changed_records(file)


def _broken_links(file: DataFile) -> Iterator[str]:
    key = str(file.setting(KEY, ""))
    if not key:
        return
    before, last = "", 0
    for row in _in_lots(file, HistoryRow.seal != ""):
        number = row["seq"]
        place = f"mục {number} ({row['at'][:16].replace('T', ' ')}, «{row['title']}»)"
        if last and number != last + 1:
            yield f"Nhật ký thiếu {number - last - 1} mục trước {place}."
        elif not hmac.compare_digest(seal(key, before, row), row["seal"]):
            yield f"Nhật ký bị sửa ở {place}."
        before, last = row["seal"], number


def _in_lots(file: DataFile, condition: Expression) -> Iterator[dict[str, Any]]:
    """The entries of a long history, never all of their images at once."""
    after = 0
    while True:
        query = HistoryRow.select().where(condition & (HistoryRow.seq > after))
        rows = file.run(query.order_by(HistoryRow.seq).limit(_LOT).dicts())
        yield from rows
        if len(rows) < _LOT:
            return
        after = rows[-1]["seq"]


def printed(number: int, seal: str) -> str:
    """«118:1A2B3C4D», as it stands in the foot of closed minutes."""
    return f"{number}:{seal[:_ON_PAPER].upper()}"


def _other_than_printed(file: DataFile) -> Iterator[str]:
    """Closed minutes whose foot names a head that the history no longer has."""
    for version in file.minutes_versions.all():
        number = version.log_head.partition(":")[0]
        if not number.isdigit():
            continue
        rows = HistoryRow.select(HistoryRow.seal).where(HistoryRow.seq == int(number))
        seals = [seal for (seal,) in file.run(rows.tuples())]
        if not seals or printed(int(number), seals[0]) != version.log_head:
            yield f"Nhật ký khác với số in ở chân trang của «{version.title}»."


def _switched_elsewhere(file: DataFile, row: dict[str, Any]) -> Iterator[str]:
    """Sign-in that is not as the last entry left it: turned on or off by another tool."""
    noted, is_on = json.loads(row["after"])[safeguards.ON], file.access.kept_is_on()
    if row["record"] == safeguards.SIGN_IN.id and noted != is_on:
        now = "bật" if is_on else "tắt"
        yield f"Đăng nhập đang {now}, khác lần ghi cuối trong nhật ký."


def _changed_records(file: DataFile) -> Iterator[str]:
    """Records that are not as their last entry left them."""
    since = int(file.setting(FIRST_IMAGE, 0))
    newest = HistoryRow.select(fn.MAX(HistoryRow.seq)).group_by(HistoryRow.record)
    records = {record.id: record for store in file.stores for record in store.all()}
    known = set()
    for row in _in_lots(file, HistoryRow.seq.in_(newest)):
        if row["kind"] == safeguards.KIND:
            yield from _switched_elsewhere(file, row)
            continue
        record = records.get(row["record"])
        known.add(row["record"])
        if row["seq"] <= since:
            continue
        if row["after"] is None:
            if record is not None:
                yield f"«{row['title']}» đã xoá trong nhật ký nhưng còn trong tệp."
        elif record is None:
            yield f"«{row['title']}» có trong nhật ký nhưng không còn trong tệp."
        elif row["after"] != as_json(to_plain(record)):
            yield f"«{row['title']}» không giống lần lưu cuối trong nhật ký."
    for record_id, record in records.items():
        if record_id not in known and not since:
            yield f"«{record.title}» không có trong nhật ký."
