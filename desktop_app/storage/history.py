"""Who changed what: every save's image before and after, undo, redo, and a record's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import NothingToUndo
from desktop_app.domain.record import Record
from desktop_app.storage import history_chain, safeguards
from desktop_app.storage.history_entry import REDO, UNDO, Change, Entry, Mark, entry_of, verb_of
from desktop_app.storage.plain import Plain
from desktop_app.storage.schema.keeping import HistoryRow
from desktop_app.storage.statements import in_lots

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

TRASH_KEPT = dt.timedelta(days=90)
"""How long what was deleted can be taken back from the trash."""
_CHANGE = "change"
_COLUMNS = (
    *("seq", "change", "action", "undoes", "at", "who", "kind", "record", "title"),
    *("before", "after", "seal"),
)
# written out: every save goes through them, and to put them together takes longer than to run them
_LAST = "SELECT seq, seal, change FROM history ORDER BY seq DESC LIMIT 1"
_ADD = f"INSERT INTO history ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
Tell = Callable[[int, int], object]


def _untold(_done: int, _whole: int) -> None:
    """Nobody waits."""


class History:
    """The log of a data file. Undo reaches back to the moment the file was opened."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._newest: tuple[int, str, int] | None = None
        """Number, seal and change of the last entry of the running transaction."""
        self._desk = ""
        """Who is at the desk; asked once a transaction."""
        self._known_key = ""
        self._first_seq = self.newest() + 1

    def add(
        self,
        record: type[Record],
        title: str,
        record_id: str,
        before: Plain | None,
        after: Plain | None,
    ) -> None:
        """Writes one entry into the running transaction."""
        self.add_lot(record, [Change(title, record_id, before, after)])

    def add_lot(self, record: type[Record], changes: Sequence[Change]) -> None:
        """An entry for each change of records of a class, in their order."""
        self._file.write(_ADD, [self._sealed(record.__name__, change) for change in changes])
        for change in changes:
            self._file.search.note(record.__name__, change.record)

    def note(self, guard: safeguards.Safeguard, *, was: bool, now: bool) -> None:
        """Writes that sign-in, or a password, is there from now on or is no more."""
        made = Change(guard.title, guard.id, {safeguards.ON: was}, {safeguards.ON: now})
        with self._file.transaction(safeguards.ACTION, own=True):
            self._file.rows(_ADD, self._sealed(safeguards.KIND, made))

    def _sealed(self, kind: str, made: Change) -> tuple[Any, ...]:
        """The row of the next entry."""
        action, undoes = self._file.action
        if self._newest is None:
            number, head, change = self._last()
            self._newest = number, head, change + 1
            self._desk = self._file.who
        number, head, change = self._newest
        row: dict[str, Any] = {
            "seq": number + 1,
            "change": change,
            "action": action,
            "undoes": undoes,
            "at": dt.datetime.now().isoformat(timespec="milliseconds"),
            "who": self._desk,
            "kind": kind,
            "record": made.record,
            "title": made.title,
            "before": history_chain.as_json(made.before),
            "after": history_chain.as_json(made.after),
        }
        row["seal"] = history_chain.seal(self._key(), head, row)
        self._newest = number + 1, row["seal"], change
        return tuple(row.values())

    def end_change(self) -> None:
        """The transaction is over: the next entry begins a change of its own."""
        self._newest = None

    def mark(self) -> Mark:
        """What can be undone now, to take up again when the file was closed and is open again."""
        return Mark(self._first_seq, self._head())

    def take_up(self, mark: Mark) -> None:
        """Undo reaches back as far as it did, where nothing has happened to the file since."""
        if mark.head == self._head():
            self._first_seq = mark.first

    def restart(self) -> None:
        """Forget what can be undone: the file's first filling is no change of the user's."""
        self._first_seq = self.newest() + 1

    # --- reading --------------------------------------------------------------------------

    def of_record(self, record_id: str) -> tuple[Entry, ...]:
        """Everything that happened to one record, newest first."""
        return self._entries(HistoryRow.record == record_id)[::-1]

    def recent(self, limit: int = 200) -> tuple[Entry, ...]:
        """The newest entries of the file, newest first."""
        query = HistoryRow.select().order_by(HistoryRow.seq.desc()).limit(limit)
        return tuple(entry_of(row) for row in self._file.run(query.dicts()))

    def deleted(self, since: dt.datetime) -> tuple[Entry, ...]:
        """Records deleted after a moment and still gone, newest first.

        A file that went with its record is not told of apart from it.
        """
        gone = HistoryRow.after.is_null() & (HistoryRow.at >= since.isoformat())
        entries = self._entries(gone)[::-1]
        owners = {(entry.change, entry.record) for entry in entries}
        seen: set[str] = set()
        found = []
        for entry in entries:
            went_along = (entry.change, (entry.before or {}).get("owner")) in owners
            if entry.record in seen or went_along:
                continue
            seen.add(entry.record)
            if self._file.store_named(entry.kind).find(entry.record) is None:
                found.append(entry)
        return tuple(found)

    def gone(self, record: type[Record], since: dt.datetime) -> tuple[Plain, ...]:
        """The last images of the records of a sort that were deleted or changed since a moment."""
        recent = (HistoryRow.kind == record.__name__) & (HistoryRow.at >= since.isoformat())
        images = (entry.before for entry in self._entries(recent))
        return tuple(image for image in images if image is not None)

    def bring_back(self, entry: Entry) -> None:
        """A deleted record with the files that went with it, as a new change.

        Raises RecordInUse where something it points to is gone too.
        """
        with self._file.transaction():
            for one in self._entries(HistoryRow.change == entry.change)[::-1]:
                if one.record == entry.record or (one.before or {}).get("owner") == entry.record:
                    store = self._file.store_named(one.kind)
                    store.put_back(one.record, one.before, one.title)

    def last_saved(self) -> dt.datetime | None:
        query = HistoryRow.select(HistoryRow.at).order_by(HistoryRow.seq.desc()).limit(1)
        rows = self._file.run(query.tuples())
        return dt.datetime.fromisoformat(rows[0][0]) if rows else None

    def next_undo(self) -> str:
        """What «Hoàn tác» would take back, e.g. «Sửa Hội nghị ký kết»; empty when nothing."""
        undo, _ = self._stacks()
        return self._describe(undo)

    def next_redo(self) -> str:
        _, redo = self._stacks()
        return self._describe(redo)

    # --- undo -----------------------------------------------------------------------------

    def undo(self, tell: Tell = _untold) -> tuple[Entry, ...]:
        """Takes the newest change of this session back. Raises NothingToUndo, RecordInUse.

        `tell` is told how many records of how many are as they were.
        """
        undo, _ = self._stacks()
        if not undo:
            raise NothingToUndo("Không còn thay đổi nào để hoàn tác.")
        return self._walk(undo[-1], UNDO, tell)

    def redo(self, tell: Tell = _untold) -> tuple[Entry, ...]:
        """Makes the change again that was undone last. Raises NothingToUndo, RecordInUse."""
        _, redo = self._stacks()
        if not redo:
            raise NothingToUndo("Không có thay đổi nào để làm lại.")
        return self._walk(redo[-1], REDO, tell)

    def restore(self, entry: Entry) -> None:
        """Brings a record to the image it had after this entry, as a new change."""
        with self._file.transaction():
            store = self._file.store_named(entry.kind)
            store.put_back(entry.record, entry.after, entry.title)

    def _walk(self, change: int, action: str, tell: Tell) -> tuple[Entry, ...]:
        """Every record of a change to where it was before it, or is after it; in lots."""
        is_back = action == UNDO
        order = HistoryRow.seq.desc() if is_back else HistoryRow.seq
        query = HistoryRow.select(HistoryRow.seq, HistoryRow.kind).order_by(order)
        rows = self._file.run(query.where(HistoryRow.change == change).tuples())
        walked: list[Entry] = []
        with self._file.transaction(action, change):
            for lot in in_lots(rows, itemgetter(1)):
                entries = self._entries(HistoryRow.seq.in_([seq for seq, _ in lot]))
                store = self._file.store_named(lot[0][1])
                store.read_ahead([entry.record for entry in entries])
                for entry in reversed(entries) if is_back else entries:
                    image = entry.before if is_back else entry.after
                    store.put_back(entry.record, image, entry.title)
                    walked.append(entry)
                    tell(len(walked), len(rows))
                self._file.end_lot()
        return tuple(sorted(walked, key=attrgetter("seq")))

    def _stacks(self) -> tuple[list[int], list[int]]:
        """The changes that can be undone and redone, the next one last."""
        undo: list[int] = []
        redo: list[int] = []
        for change, action, undoes in self._changes():
            if action == _CHANGE:
                undo.append(change)
                redo.clear()
            elif action == UNDO:
                undo.remove(undoes)
                redo.append(undoes)
            elif action == REDO:
                redo.remove(undoes)
                undo.append(undoes)
        return undo, redo

    def _changes(self) -> list[tuple[int, str, int]]:
        query = (
            HistoryRow.select(HistoryRow.change, HistoryRow.action, HistoryRow.undoes)
            .where(HistoryRow.seq >= self._first_seq)
            .group_by(HistoryRow.change)
            .order_by(HistoryRow.change)
            .tuples()
        )
        return list(self._file.run(query))

    def _describe(self, stack: Sequence[int]) -> str:
        if not stack:
            return ""
        # without the images: this is asked at every key
        fields = (HistoryRow.action, HistoryRow.title, HistoryRow.before, HistoryRow.after)
        query = HistoryRow.select(*fields[:2], *(field.is_null() for field in fields[2:]))
        first = query.where(HistoryRow.change == stack[-1]).order_by(HistoryRow.seq).limit(1)
        ((action, title, is_new, is_gone),) = self._file.run(first.tuples())
        return f"{verb_of(action, is_new=bool(is_new), is_gone=bool(is_gone))} «{title}»"

    def _entries(self, condition: Any) -> tuple[Entry, ...]:
        query = HistoryRow.select().where(condition).order_by(HistoryRow.seq).dicts()
        return tuple(entry_of(row) for row in self._file.run(query))

    def newest(self) -> int:
        """The number of the last entry; 0 in an empty history."""
        return self._head()[0]

    @property
    def head(self) -> str:
        """The seal of the last entry; empty while there is none."""
        return self._head()[1]

    def printed_head(self) -> str:
        """Number and beginning of the last seal, short enough to stand on paper."""
        number, seal = self._head()
        return history_chain.printed(number, seal) if seal else ""

    def problems(self) -> tuple[str, ...]:
        """Where the history, or a record, is not as it was written."""
        return tuple(history_chain.problems(self._file))

    def _head(self) -> tuple[int, str]:
        return self._last()[:2]

    def _last(self) -> tuple[int, str, int]:
        """Number, seal and change of the last entry; changes are numbered upwards too."""
        found = self._file.rows(_LAST, ())
        return found[0] if found else (0, "", 0)

    def _key(self) -> str:
        """The key of the seals, made with the first of them."""
        if not self._known_key:
            self._known_key = str(self._file.setting(history_chain.KEY, ""))
        if not self._known_key:
            key = history_chain.new_key()
            self._file.keep_setting(history_chain.KEY, key)
            return key
        return self._known_key
