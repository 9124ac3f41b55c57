"""What every sort of list has: its fields, its rows as records, and what is saved of them.

    reading = kind.read(grid, {2: "full_name", 3: "rank"}, known)
    reading.rows[0].record, reading.rows[0].complaints
    kind.to_save([row for row in reading.rows if row.can_be_taken], known)

Nothing is saved here: `to_save` gives complete records, for the file to save as one change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.letters.doctor import Finding
from desktop_app.domain.record import Record
from desktop_app.exchange.book import Complaint
from desktop_app.exchange.lists.grid import Grid
from desktop_app.exchange.lists.known import Known
from desktop_app.exchange.lists.list_field import ListField
from desktop_app.exchange.lists.row_reader import RowReader

_LOOK = 50
"""Rows between two looks at whether the reading is still wanted."""


@dataclass(frozen=True)
class ListRow:
    """A row of the list with the record made of it and all there is to say about it."""

    number: int
    """The row in the file."""
    shown: tuple[str, ...]
    """What was read, in the order of the fields of the list."""
    record: Record | None = None
    complaints: tuple[Complaint, ...] = ()
    notices: tuple[Complaint, ...] = ()
    twin: Record | None = None
    """What the file has already, or another row of the list."""
    twin_words: str = ""
    filled: Record | None = None
    """The twin with what only the list knows; None where it would not change."""
    repairs: tuple[Finding, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether the row may be ticked: nothing is wrong, and it is not there already."""
        return not self.complaints and (self.twin is None or self.filled is not None)

    @property
    def is_new(self) -> bool:
        return not self.complaints and self.twin is None


@dataclass(frozen=True)
class ListReading:
    """All rows of a list, for a person to look at before anything is taken over."""

    fields: tuple[ListField, ...]
    """The fields that the list has, in the order of the fields of its kind."""
    rows: tuple[ListRow, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    """What is wrong with the list as a whole."""
    notices: tuple[Complaint, ...] = ()

    @property
    def repairs(self) -> int:
        """How many cells had letters to be put right."""
        return sum(len(row.repairs) for row in self.rows)


class ListKind:
    """A sort of list. A subclass names its fields and makes a record of a row."""

    key: str
    label: str
    noun: str
    """What one row is."""
    fields: tuple[ListField, ...]
    needs_meeting = False
    """Whether its rows go into a meeting."""
    needs_period = False
    """Whether its rows go into a period."""

    def record(self, row: RowReader, known: Known) -> Record | None:
        """The record of a row; what is wrong is complained of at the row."""
        raise NotImplementedError

    def twin(self, record: Record, known: Known, others: Sequence[Record]) -> Record | None:
        """Which record of the file, or of the rows before, means the same one."""
        raise NotImplementedError

    def describe(self, record: Record) -> str:
        """By what a person recognises a twin."""
        return record.title

    def filled(self, twin: Record, record: Record) -> Record | None:
        """The twin with what only the new record knows; None where nothing may be filled in."""
        return None

    def to_save(self, rows: Sequence[ListRow], known: Known) -> list[Record]:
        """The records to be saved for these rows, in an order in which none points to a later."""
        return [found for row in rows if (found := row.record if row.is_new else row.filled)]

    # --- reading --------------------------------------------------------------------------

    def read(
        self,
        grid: Grid,
        meaning: Mapping[int, str],
        known: Known,
        given: Mapping[str, str] | None = None,
        *,
        mends: bool = True,
        check: Callable[[], None] = lambda: None,
    ) -> ListReading:
        """Every row, with all that is wrong at once. `meaning` is the field of each column."""
        columns = {
            field.name: [column for column, name in meaning.items() if name == field.name]
            for field in self.fields
        }
        given = {name: words for name, words in (given or {}).items() if words}
        shown = tuple(f for f in self.fields if columns[f.name] or given.get(f.name))
        missing = [f.label for f in self.fields if f.required and f not in shown]
        if missing:
            words = ", ".join(f"«{label}»" for label in missing)
            why = f"Chưa có cột nào ghi vào {words}."
            return ListReading(shown, complaints=(Complaint(why, grid.sheet.name),))
        rows: list[ListRow] = []
        seen: list[Record] = []
        for place, number in enumerate(grid.rows):
            if place % _LOOK == 0:
                check()
            reader = RowReader(grid, number, columns, given, mends=mends)
            rows.append(self._row(reader, shown, known, seen, rows))
        complaints = (
            () if rows else (Complaint("Dưới đầu bảng không có dòng nào.", grid.sheet.name),)
        )
        return ListReading(shown, tuple(rows), complaints, tuple(grid.notices))

    def _row(
        self,
        reader: RowReader,
        fields: Sequence[ListField],
        known: Known,
        seen: list[Record],
        before: Sequence[ListRow],
    ) -> ListRow:
        for field in fields:
            if field.required and reader.is_empty(field.name):
                reader.complain(field.name, f"Thiếu {field.label.lower()}.")
        record = None if reader.complaints else self.record(reader, known)
        if record is not None and not reader.complaints:
            _complain_of(record.problems(), reader)
        if reader.complaints:
            record = None
        twin = self.twin(record, known, seen) if record else None
        filled = self.filled(twin, record) if record and twin and twin not in seen else None
        if record and twin is None:
            seen.append(record)
        return ListRow(
            number=reader.row,
            shown=tuple(reader.shown(field.name) for field in fields),
            record=record,
            complaints=tuple(_once(reader.complaints)),
            notices=tuple(_once(reader.notices)),
            twin=twin,
            twin_words=self._twin_words(twin, seen, before),
            filled=filled if filled != twin else None,
            repairs=tuple(reader.repairs),
        )

    def _twin_words(
        self, twin: Record | None, seen: Sequence[Record], rows: Sequence[ListRow]
    ) -> str:
        if twin is None:
            return ""
        again = next((row.number for row in rows if row.record is twin), 0)
        if again:
            return f"Trùng dòng {again} của danh sách"
        return f"Đã có: {self.describe(twin)}"


def _complain_of(problems: Mapping[str, str], reader: RowReader) -> None:
    for field, words in problems.items():
        # «Dòng 1: …» counts parts of a record, not rows of the list
        reader.complain(field, words.partition(": ")[2] if words.startswith("Dòng ") else words)


def _once(said: Iterable[Complaint]) -> Iterable[Complaint]:
    return dict.fromkeys(said)
