"""Units and people in the data file."""

from __future__ import annotations

from desktop_app.domain.person import Person
from desktop_app.domain.unit import Unit
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema import PersonRow, UnitNameRow, UnitRow


class UnitStore(RecordStore[Unit]):
    record = Unit
    table = UnitRow
    parts = {"names": UnitNameRow}


class PersonStore(RecordStore[Person]):
    record = Person
    table = PersonRow
