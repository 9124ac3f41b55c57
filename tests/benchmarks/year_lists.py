"""How long the lists of a large year hold the window: read anew, and read again after a save.

The sample with so many records more of each sort in its last year, and as many in each of the
years before it. Goal (performance, G13): no list within 100 ms at 2,000. The processor's time is
told. Run: `python -m tests.benchmarks.year_lists [RECORDS [YEARS]]`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.fund import FundEntry, FundWay
from desktop_app.domain.commendations.nomination import (
    Nomination,
    NominationState,
    Submission,
    SubmissionLine,
)
from desktop_app.domain.compacts.exemplar import Exemplar
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.document import Direction, OfficialDocument
from desktop_app.domain.years.period import Period
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile
from desktop_app.storage.plain import to_plain
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.records.record_tab import RecordTab
from desktop_app.ui.theme import theme
from tests.benchmarks.search import _name, _some

GOAL = 100
"""Milliseconds that the window's thread may be held."""
LOT = 100
"""Grants of a decision, lines of a submission."""


def main(count: int, years: int) -> int:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "năm lớn.thidua"
        make_file(path, count, years)
        window = MainWindow()
        window.resize(1366, 728)
        window.show()
        window.actions_.files.open(path)
        missed = [tell(label, view) for label, view in lists(window)]
        window.close_file()
        window.close()
    return int(any(missed))


def lists(window: MainWindow) -> Iterator[tuple[str, RecordTab]]:
    """Every list of the window, each in front when its turn comes."""
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        page = window.page()
        for place, (label, kind) in enumerate(page.views):
            if issubclass(kind, RecordTab):
                yield label.replace("&&", "&"), page.turn_to(place)


def tell(label: str, view: RecordTab) -> bool:
    """The line of a list; whether it holds the window too long."""

    def read() -> None:
        view.refresh()
        QApplication.processEvents()

    file = view.file
    cold, after = [], []
    for _ in range(3):
        file.forget_loaded()
        file.units.all(), file.periods.all(), file.awards.all()
        cold.append(took(read))
    for _ in range(3):
        record = view.form.shown
        if record is not None and hasattr(record, "note"):
            with contextlib.suppress(UserFacingError, StopIteration, KeyError):
                file.store_of(type(record)).save(record.replace(note=str(time.time())))
        after.append(took(read))
    is_long = min(cold) > GOAL
    mark = "  CHƯA ĐẠT" if is_long else ""
    rows = view.list.model.rowCount()
    print(f"{label:32}{rows:6} dòng  đọc mới {min(cold):5.0f}  sau lưu {min(after):5.0f} ms{mark}")
    return is_long


def took(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return (time.process_time() - began) * 1000


def make_file(path: Path, count: int, years: int) -> None:
    """Written past the rules, which look at all others."""
    with create_sample(path) as file:
        chance = random.Random(4)
        last = max(file.periods.all(), key=lambda period: period.name)
        units = file.units.all()
        people = [
            Person(full_name=_name(chance), unit=chance.choice(units), post=_some(chance, 2))
            for _ in range(count)
        ]
        write(file, people)
        for earlier in range(years):
            period = last if earlier == 0 else _year_before(file, last, 10 + earlier)
            write(file, records_of(file, period, people, chance))


def _year_before(file: DataFile, last: Period, years: int) -> Period:
    year = int(last.name) - years
    period = last.replace(
        id=f"{year:016x}",
        name=str(year),
        since=dt.date(year, 1, 1),
        until=dt.date(year, 12, 31),
        members=(),
    )
    write(file, [period])
    return period


def write(file: DataFile, records: Sequence[Record]) -> None:
    with file.transaction():
        for record in records:
            file.store_of(type(record))._write(to_plain(record))
            file.search.note(type(record).__name__, record.id)


def records_of(
    file: DataFile, period: Period, people: Sequence[Person], chance: random.Random
) -> list[Record]:
    """As many of each sort as there are people."""
    awards = [one for one in file.awards.all() if one.is_for(SubjectKind.INDIVIDUAL)]
    nominations = [
        Nomination(
            period=period,
            award=chance.choice(awards),
            kind=SubjectKind.INDIVIDUAL,
            person=person,
            unit=person.unit,
            achievement_year=period.name,
            state=chance.choice(list(NominationState)),
        )
        for person in people
    ]
    lots = [nominations[start : start + LOT] for start in range(0, len(nominations), LOT)]
    return [
        *nominations,
        *_papers(period, people, chance),
        *(_submission(period, lot, number) for number, lot in enumerate(lots)),
        *(_decision(period, lot, number) for number, lot in enumerate(lots)),
    ]


def _papers(
    period: Period, people: Sequence[Person], chance: random.Random
) -> list[OfficialDocument | Exemplar | FundEntry]:
    begin, found = dt.date(int(period.name), 1, 1), []
    for number, person in enumerate(people):
        day = begin + dt.timedelta(days=number % 300)
        found += [
            OfficialDocument(
                period=period,
                direction=Direction.INCOMING,
                symbol=f"{number}/BCA-X03",
                arrival=number + 1000,
                day=day,
                received_on=day,
                summary=f"Về việc {_some(chance, 9)}",
                body="Bộ Công an",
            ),
            Exemplar(period=period, name=f"Mô hình {_some(chance, 4)} {number}", unit=person.unit),
            FundEntry(
                period=period,
                day=day,
                way=FundWay.OUT,
                amount=Decimal(1_000_000),
                purpose=f"Thưởng {number}",
            ),
        ]
    return found


def _submission(period: Period, lot: Sequence[Nomination], number: int) -> Submission:
    lines = tuple(SubmissionLine(nomination=one) for one in lot)
    subject = f"Đề nghị khen thưởng đợt {number}"
    return Submission(period=period, subject=subject, addressees=("Hội đồng",), lines=lines)


def _decision(period: Period, lot: Sequence[Nomination], number: int) -> Decision:
    grants = tuple(
        Grant(
            nomination=one,
            award=one.award,
            kind=one.kind,
            unit=one.unit,
            person=one.person,
            name=one.subject,
            register_number=f"{number}-{place}",
            achievement_year=period.name,
        )
        for place, one in enumerate(lot)
    )
    day, subject = dt.date(int(period.name), 12, 1), f"Khen thưởng đợt {number}"
    return Decision(
        period=period, number=f"{number}/QĐ-X03", date=day, subject=subject, grants=grants
    )


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [2_000, 1][len(given) :])))
