"""A cluster of thirty years in one file: lists, opening, a backup with its check, a restore.

Goals (reliability, 5): each list of a year within 100 ms, opening within 2 s, a backup with its
check within 3 s, a save at most 0.5 ms dearer for its history. Everything of the history is
sealed as the program seals it. Run: `python -m tests.benchmarks.load [YEARS]`.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.record import Record
from desktop_app.new_file import award_catalogue
from desktop_app.storage import DataFile
from desktop_app.storage.backups import restoring
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.plain import to_plain
from tests.benchmarks import search
from tests.faults.operations import back_up

YEARS, NOMINATIONS, ENTRIES = 30, 300, 2
"""Nominations of a year; entries of the history for each record."""
LIST, OPEN, BACKUP, LOG = 0.100, 2.0, 3.0, 0.0005
"""Seconds."""


def make_records(years: int, chance: random.Random) -> Iterator[Record]:
    """What the benchmark of the search has, and the nominations of every year."""
    search.RECORDS, search.MEETINGS, search.YEARS = 300 * years, 10 * years, years
    records = list(search.make_records(chance))
    yield from records
    awards = award_catalogue()
    yield from awards
    periods = [record for record in records if type(record).__name__ == "Period"]
    people = [record for record in records if type(record).__name__ == "Person"]
    for period in periods:
        for _ in range(NOMINATIONS):
            person = chance.choice(people)
            yield Nomination(
                period=period,
                award=chance.choice(awards),
                kind=SubjectKind.INDIVIDUAL,
                person=person,
                unit=person.unit,
            )


def fill(file: DataFile, records: list[Record]) -> None:
    """Past every rule, but with the entries that saves would have left."""
    with file.transaction():
        for record in records:
            plain = to_plain(record)
            file.store_of(type(record))._write(plain)
            for _ in range(ENTRIES):
                file.history.add(type(record), record.title, record.id, None, plain)
    while file.search.build(500):
        pass


def took(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def lists(file: DataFile) -> dict[str, float]:
    """Every list of the last year, read anew as a tab does when it is opened."""
    period = file.periods.all()[-1]
    found = {}
    for store in file.stores:
        has_period = "period" in store.table._meta.fields
        read = (lambda s: lambda: s.of_period(period))(store) if has_period else store.all
        if store is file.people:
            read = (lambda f: lambda: first_page(f))(file)
        file.forget_loaded()
        file.units.all()
        found[store.table.noun] = took(read)
    return found


def first_page(file: DataFile) -> object:
    """What the window shows of thousands of people: it reads them page by page."""
    listed = file.search.lists.long_list("Person", 1)
    assert listed is not None
    pages = listed.arranged(None, False, ())
    return [pages.texts(row) for row in range(min(len(pages), 30))]


def all_people(file: DataFile) -> float:
    """Every person complete, as a form that lets one be chosen reads them."""
    file.forget_loaded()
    file.units.all()
    return took(file.people.all)


def log_cost(file: DataFile) -> float:
    """Seconds that the history adds to a save: the medians of saves with and without it.

    The index of the search is kept with both.
    """

    def only_noted(record: type[Record], _: str, record_id: str, *__: object) -> None:
        file.search.note(record.__name__, record_id)

    units = file.units.all()
    add = file.history.add
    times: dict[bool, list[float]] = {True: [], False: []}
    for number in range(400):
        has_log = number % 2 == 0
        file.history.add = add if has_log else only_noted  # type: ignore[method-assign]
        unit = units[number % 7].replace(note=f"lần {number}")
        times[has_log].append(took(lambda unit=unit: file.units.save(unit)))
    file.history.add = add  # type: ignore[method-assign]
    return statistics.median(times[True]) - statistics.median(times[False])


def main(years: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ba mươi năm.thidua"
        file = DataFile.create(path)
        records = list(make_records(years, random.Random(1)))
        began = time.perf_counter()
        fill(file, records)
        print(
            f"{len(records)} bản ghi, nhật ký {file.history.newest()} mục, ghi trong "
            f"{time.perf_counter() - began:.0f} s"
        )
        file.close()
        print(f"tệp {path.stat().st_size / 1e6:.0f} MB")
        opening = took(lambda: DataFile.open(path).close())
        good = told("mở tệp", opening, OPEN)
        with DataFile.open(path) as file:
            slowest = sorted(lists(file).items(), key=lambda pair: -pair[1])
            for noun, seconds in slowest[:5]:
                good &= told(f"danh sách {noun}", seconds, LIST)
            print(f"{file.people.count()} cán bộ, đọc cả: {all_people(file) * 1000:.0f} ms")
            backup = []
            good &= told(
                "sao lưu và kiểm tra",
                took(lambda: backup.append(back_up(file, Reason.HAND))),
                BACKUP,
            )
            good &= told("nhật ký của một lần lưu", log_cost(file), LOG)
            print(f"soát chuỗi nhật ký: {took(file.history.problems):.1f} s")
        print(f"phục hồi: {took(lambda: restoring.restore(backup[0], path)):.1f} s")
    return 0 if good else 1


def told(what: str, seconds: float, most: float) -> bool:
    print(f"{what:<34}{seconds * 1000:10.2f} ms   mục tiêu {most * 1000:g} ms")
    return seconds <= most


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else YEARS))
