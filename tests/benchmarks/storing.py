"""G6, G8, G9: many records at once, one durable save, a keystroke of the search over 100,000.

`python -m tests.benchmarks.storing`. Keystrokes and rows at once are told in the
processor's time, which a busy machine does not stretch.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from desktop_app.domain.search_words import exact, folded
from desktop_app.domain.units.person import Person
from desktop_app.storage import DataFile
from desktop_app.storage.plain import to_plain
from tests.benchmarks import search
from tests.benchmarks.promise import Promise

SAVES, PEOPLE = 200, 2_000
_FILLED = ("person", "history", "search_entry", "search_list")


def promises() -> list[Promise]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*_saving(folder), *_searching(folder)]


def _saving(folder: Path) -> list[Promise]:
    path = folder / "một.thidua"
    with DataFile.create(path) as file:
        people = [Person(full_name=search._name(random.Random(n))) for n in range(PEOPLE)]
        file.save_all([Person(full_name="Một người trước")])  # what is asked once of all tables
        started = time.process_time()
        file.save_all(people)
        took = time.process_time() - started
        beside = _raw_rows(file, folder / "lô.thidua") / took
        person = people[0]
        ours = _median(lambda n: file.people.save(person.replace(note=f"Lần {n}")))
    raw = _raw_save(folder / "trần.sqlite")
    return [
        Promise(
            "G6", f"{PEOPLE} people saved as one change", PEOPLE / took, "rows/s", 40_000, True
        ),
        Promise(
            "G6",
            "beside executemany of the same rows, history and index",
            beside,
            limit=0.7,
            at_least=True,
        ),
        Promise("G8", "one save with history and index beside a raw UPDATE", ours / raw, limit=3),
        Promise("G8", "one save", ours * 1000, "ms"),
    ]


def _raw_rows(file: DataFile, path: Path) -> float:
    """Seconds to write what stands in the tables of a file, made ready, into an empty one."""
    tables = {table: file.rows(f"SELECT * FROM {table}", ()) for table in _FILLED}  # noqa: S608
    found = file.rows("SELECT id, names, names || char(10) || words FROM search_entry", ())
    words = [
        (block << 32 | number, folded(text), exact(text))
        for block, place in ((0, 2), (1, 1))
        for number, text in ((row[0], row[place]) for row in found)
    ]
    with DataFile.create(path) as empty:
        started = time.process_time()
        with empty.transaction():
            for table, rows in tables.items():
                marks = ", ".join("?" * len(rows[0]))
                empty.write(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
            empty.write("INSERT INTO search_words (rowid, folded, exact) VALUES (?, ?, ?)", words)
        return time.process_time() - started


def _raw_save(path: Path) -> float:
    """The same durability, one UPDATE by id and nothing else."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE person (id TEXT PRIMARY KEY, note TEXT)")
    database.execute("INSERT INTO person VALUES ('a', '')")
    save = "UPDATE person SET note = ? WHERE id = 'a'"
    took = _median(lambda n: database.execute(save, (f"Lần {n}",)))
    database.close()
    return took


def _median(save) -> float:
    took = []
    for number in range(SAVES):
        started = time.perf_counter()
        save(number)
        took.append(time.perf_counter() - started)
    return statistics.median(took)


def _searching(folder: Path) -> list[Promise]:
    with DataFile.create(folder / "lớn.thidua") as file:
        with file.transaction():
            for record in search.make_records(random.Random(1)):
                file.store_of(type(record))._write(to_plain(record))
        while file.search.build(500):
            pass
        taken = search.measured(file.search.find, time.process_time)
    p99 = taken[int(len(taken) * 0.99)]
    words = f"a keystroke of the search over {search.RECORDS} records"
    return [
        Promise("G9", f"{words}, half of them", statistics.median(taken), "ms", search.GOAL_P50),
        Promise("G9", f"{words}, 99 of 100", p99, "ms", search.GOAL_P99),
    ]


if __name__ == "__main__":
    print("\n".join(promise.row() for promise in promises()))
