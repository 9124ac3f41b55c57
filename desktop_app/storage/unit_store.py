"""Units and people in the data file."""

from __future__ import annotations

from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import name_sort_key
from desktop_app.storage.plain import Plain
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.units import (
    PersonRow,
    PostingRow,
    SuccessionRow,
    UnitNameRow,
    UnitRow,
)


class UnitStore(RecordStore[Unit]):
    record = Unit
    table = UnitRow
    parts = {"names": UnitNameRow, "predecessors": SuccessionRow}

    def _write(self, plain: Plain) -> None:
        """A circle of parents and predecessors could not be read again: undo makes none either."""
        links = [(name, link) for name, link in _links(plain) if self._leads_to(link, plain["id"])]
        if links:
            raise InvalidRecord(
                {links[0][0]: "Đơn vị này và đơn vị cấp trên hay tiền thân của nó thuộc lẫn nhau."}
            )
        super()._write(plain)

    def _leads_to(self, start: str, wanted: str) -> bool:
        if start == wanted:
            return True
        above = UnitRow.select(UnitRow.parent).where(UnitRow.id == start)
        older = SuccessionRow.select(SuccessionRow.unit).where(SuccessionRow.owner == start)
        rows = [*self._file.run(above.tuples()), *self._file.run(older.tuples())]
        return any(self._leads_to(row[0], wanted) for row in rows if row[0])


class PersonStore(RecordStore[Person]):
    record = Person
    table = PersonRow
    parts = {"postings": PostingRow}
    judged_alone = True

    def all(self) -> tuple[Person, ...]:
        """By given name, as people are listed and chosen from everywhere."""
        return tuple(sorted(super().all(), key=lambda person: name_sort_key(person.full_name)))


def _links(plain: Plain) -> list[tuple[str, str]]:
    """Field and id of everything a unit stands under or came out of."""
    above = [("parent", plain["parent"])] if plain.get("parent") else []
    return above + [("predecessors", part["unit"]) for part in plain.get("predecessors", ())]
