"""What children do until they are struck: saves of real records, told of one by one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.rich_text import RichText
from desktop_app.storage import DataFile, connection
from tests.faults import shim
from tests.faults.rig import say

_LINES, _EVERY = 12, 4


def make_lossy() -> None:
    """The switch of the tests: saves that do not wait for the disk."""
    pragmas = dict(connection._PRAGMAS) | {"synchronous": "NORMAL"}
    connection._PRAGMAS = tuple(pragmas.items())
    connection._EXPECTED = connection._EXPECTED | {"synchronous": 1}


def warm_up(sample: Path) -> None:
    """Saves and checks once, so that nothing is done for the first time in a child."""
    with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as folder:
        copy = Path(folder) / "cụm.thidua"
        shutil.copyfile(sample, copy)
        save_for_ever(str(copy), _EVERY, 2, lambda _: None)
        saved(str(copy))


def save_for_ever(
    path: str, first: int = 1, limit: int = 10**9, tell: Callable[[object], None] = say
) -> None:
    """One save after the other, each told of when the program would say «Đã lưu»."""
    with DataFile.open(Path(path)) as file:
        tell(first - 1)
        for number in range(first, first + limit):
            save(file, number)
            tell(number)


def save(file: DataFile, number: int) -> None:
    """Two units as one change, and with every fourth a meeting and its minutes."""
    changed: list[Record] = [
        unit.replace(note=f"Lần lưu {number}") for unit in file.units.all()[:2]
    ]
    if number % _EVERY == 0:
        course = RichText.plain("\n".join(f"Ý kiến {number}.{line}" for line in range(_LINES)))
        changed.append(_meeting(file).replace(course=course, place=f"Phòng họp số {number}"))
    file.save_all(changed)


def saved(path: str, thorough: bool = True) -> dict[str, object]:
    """What a file holds of the saves: the number of the last one, and what is wrong with it."""
    with DataFile.open(Path(path)) as file:
        problems = list(file.check()) if thorough else _page_problems(file)
        numbers = {_number(unit.note) for unit in file.units.all()[:2]}
        meeting = _meeting(file)
        lines = meeting.course.text.split("\n")
    number, of_meeting = max(numbers), _number(meeting.place)
    whole = [f"Ý kiến {of_meeting}.{line}" for line in range(_LINES)]
    is_whole = of_meeting == number // _EVERY * _EVERY and (not of_meeting or lines == whole)
    if len(numbers) > 1 or not is_whole:
        problems.append(f"half saved: {numbers}, {of_meeting}, {lines[:2]}")
    return {"number": number, "problems": problems}


def _meeting(file: DataFile) -> Meeting:
    return next(one for one in file.meetings.all() if not one.is_adopted)


def _number(words: str) -> int:
    last = words.rpartition(" ")[2]
    return int(last) if last.isdigit() else 0


def _page_problems(file: DataFile) -> list[str]:
    answers = file._database.execute_sql("PRAGMA integrity_check").fetchall()
    return [answer for (answer,) in answers if answer != "ok"]


def recorded_saves(folder: str, log: str, count: int, lossy: bool) -> int:
    """Saves under the shim, which writes down what reaches the disk and when each was told of."""
    if lossy:
        make_lossy()
    library = shim.loaded()
    library.fault_watch(os.fsencode(folder))
    library.fault_record(os.fsencode(log))
    with DataFile.open(Path(folder) / "cụm.thidua") as file:
        for number in range(1, count + 1):
            save(file, number)
            library.fault_mark(number)
    return count
