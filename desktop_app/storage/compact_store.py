"""Compacts with their items and signatures in the data file."""

from __future__ import annotations

from desktop_app.domain.compacts.compact import Compact
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema import CompactItemRow, CompactRow, SignatureRow


class CompactStore(RecordStore[Compact]):
    record = Compact
    table = CompactRow
    parts = {"items": CompactItemRow, "signatures": SignatureRow}
