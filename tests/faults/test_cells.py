"""All operations under twelve faults: nothing is destroyed, and nobody is told a lie.

The verdicts of every run: what was told of is there; the file checks out; the good file of before
is still one; «done» is only said of what is done; the words name the cause; and the same works
once the fault is gone. The table is printed at the end.

Red on purpose: `test_what_is_written_wrongly_is_seen` tries two ways of writing a paper that
destroy the old one.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.disk import Disk, read_log
from tests.faults.operations import OPERATIONS, WRONG
from tests.faults.rig import Rig, copied
from tests.faults.shim import Strike, needs_shim
from tests.faults.trial import YEAR, Result

IS_LONG = os.environ.get("THIDUACUM_LONG") == "1"
CAUSES = {
    "đĩa đầy": "đầy|chỗ trống",
    "ghi thiếu": "đầy|chỗ trống",
    "lỗi ghi": "ổ đĩa|đĩa hỏng|chỗ trống",
    "lỗi đẩy xuống đĩa": "ổ đĩa|đĩa hỏng|chỗ trống",
    "không cho ghi": "không cho ghi|không ghi được|quyền ghi|ổ đĩa|Không ghi được|Không mở được",
    "hết bộ nhớ": "bộ nhớ",
    "tiến trình thứ hai": "đang được .+ mở",
    "giết": "",
    "mất điện": "",
    "đồng hồ lùi một năm": "",
    "đầu vào cụt": "hỏng|không giống|không phải|macro",
    "đầu vào sai bit": "hỏng|không giống|không phải|bị sửa",
}
STRIKES = {
    "giết": Strike.KILL,
    "đĩa đầy": Strike.NO_SPACE,
    "ghi thiếu": Strike.SHORT_WRITE,
    "lỗi ghi": Strike.WRITE_ERROR,
    "lỗi đẩy xuống đĩa": Strike.SYNC_ERROR,
    "không cho ghi": Strike.NO_ACCESS,
}
FAULTS = (
    *("giết", "mất điện", "đĩa đầy", "ghi thiếu", "lỗi ghi", "lỗi đẩy xuống đĩa"),
    *("không cho ghi", "đầu vào cụt", "đầu vào sai bit", "tiến trình thứ hai"),
    *("đồng hồ lùi một năm", "hết bộ nhớ"),
)
MEMORY = (1 << 16, 1 << 20, 1 << 22)
MOST_PLACES = 40
"""Of the calls of an operation, in the long run."""
table: dict[tuple[str, str], Counter[str]] = {}


@dataclass
class Bench:
    """Where one operation is tried again and again."""

    rig: Rig
    operation: str
    laid: Path
    work: Path
    untouched: list[int] | None = None

    def fresh(self) -> Path:
        return copied(self.laid, self.work)

    def calls(self) -> list[int]:
        """How many calls of each sort the operation makes when nothing strikes."""
        if self.untouched is None:
            self.fresh()
            counted = self.try_()["calls"]
            assert isinstance(counted, list)
            self.untouched = counted
        return self.untouched

    def try_(self, **fault: object) -> dict[str, object]:
        """One trial; what the child said last, and `killed`."""
        end = self.rig.run(
            "tests.faults.trial:trial", operation=self.operation, folder=str(self.work), **fault
        )
        assert not end.error, end.error
        assert not end.hung, "the child was stuck"
        said = end.answer or (end.lines[-1] if end.lines else {})
        return {"killed": end.was_killed, "result": "", **said}

    def judge(self, fault: str, found: dict[str, object]) -> list[str]:
        """What is wrong after a trial; nothing when all is as promised."""
        wrong = []
        if found["result"] == Result.BUG:
            wrong.append(f"no words for it: {found['words']}")
        if found["result"] == Result.REFUSED and not re.search(CAUSES[fault], str(found["words"])):
            wrong.append(f"the cause is not named: {found['words']}")
        if found.get("again") == Result.BUG:
            wrong.append(f"the second try: {found['why']}")
        end = self.rig.run(
            "tests.faults.trial:look", operation=self.operation, folder=str(self.work)
        )
        if end.error or end.signal:
            return [*wrong, f"afterwards: {end.error or end.signal}"]
        seen = end.answer
        wrong += seen["problems"]
        if not seen["kept"] and found.get("begun", True):
            wrong.append("what was told of before is not there")
        if found["result"] == Result.DONE and not seen["done"]:
            wrong.append("told of as done, and is not")
        if not seen["works"]:
            wrong.append("does not work once the fault is gone")
        return wrong


@pytest.fixture(scope="module")
def benches(rig: Rig, lean: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Bench]:
    needs_shim()
    found = {}
    for number, (name, operation) in enumerate((OPERATIONS | WRONG).items()):
        place = tmp_path_factory.mktemp(f"việc-{number}")
        (place / "gốc").mkdir()
        operation.lay(place / "gốc", lean)
        found[name] = Bench(rig, name, place / "gốc", place / "đĩa")
    return found


@pytest.fixture(scope="module", autouse=True)
def show_table() -> Iterator[None]:
    yield
    if not table:
        return
    rows = [f"{'':14}" + " ".join(f"{fault[:10]:>10}" for fault in FAULTS)]
    for name in OPERATIONS:
        cells = (table.get((name, fault)) for fault in FAULTS)
        rows.append(f"{name:14}" + " ".join(f"{_cell(cell):>10}" for cell in cells))
    green = sum(1 for cell in table.values() if not cell["đỏ"])
    runs = sum(cell["lần"] for cell in table.values())
    print("\n" + "\n".join(rows) + f"\n{green}/{len(table)} ô đạt, {runs} lần thử")


def _cell(cell: Counter[str] | None) -> str:
    if cell is None:
        return "-"
    return f"{'ĐỎ' if cell['đỏ'] else 'đạt'} {cell['lần']}"


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_cell(benches, operation, fault):
    bench = benches[operation]
    count = table.setdefault((operation, fault), Counter())
    wrong = []
    for found in _trials(bench, fault):
        count["lần"] += 1
        count[str(found["result"])] += 1
        wrong += [f"{found.get('nth')}: {said}" for said in bench.judge(fault, found)]
    count["đỏ"] = len(wrong)
    assert wrong == []


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("operation", "fault"), [("PDF ghi đè tại chỗ", "đĩa đầy"), ("PDF không đợi đĩa", "mất điện")]
)
def test_what_is_written_wrongly_is_seen(benches, operation, fault):
    bench = benches[operation]
    assert [said for found in _trials(bench, fault) for said in bench.judge(fault, found)]


def _trials(bench: Bench, fault: str) -> Iterator[dict[str, object]]:
    if fault in STRIKES:
        yield from _struck(bench, STRIKES[fault])
    elif fault == "mất điện":
        yield from _cut(bench)
    elif fault in ("đầu vào cụt", "đầu vào sai bit"):
        yield from _damaged(bench, fault)
    elif fault == "hết bộ nhớ":
        for more in MEMORY if IS_LONG else MEMORY[:1]:
            bench.fresh()
            yield {"nth": more} | bench.try_(memory=more)
    else:
        bench.fresh()
        yield bench.try_(second=True) if "thứ hai" in fault else bench.try_(clock=-YEAR)


def _struck(bench: Bench, strike: Strike) -> Iterator[dict[str, object]]:
    """The middle or the last call that it could strike; in the long run the first and many more."""
    most = bench.calls()[(0, 1, 2, 4).index(strike.sort)]
    chance = random.Random(f"{bench.operation} {strike}")
    places = sorted({(most + 1) // 2, most}) if most else [1]
    stickies = (strike in (Strike.NO_SPACE, Strike.NO_ACCESS),)
    if IS_LONG:
        places = sorted({1, *places, *chance.sample(range(1, most + 1), min(most, MOST_PLACES))})
        stickies = (False,) if strike is Strike.KILL else (False, True)
    elif strike is not Strike.KILL:
        places = chance.sample(places, min(1, len(places)))
    for nth in places:
        for sticky in stickies:
            bench.fresh()
            found = bench.try_(strike=strike, nth=nth, sticky=sticky, retry=IS_LONG and not sticky)
            assert found["killed"] or found["hits"] or not most
            yield {"nth": (nth, sticky)} | found


def _cut(bench: Bench) -> Iterator[dict[str, object]]:
    """The power is cut at some places of what the operation wrote, after its end too."""
    folder, log = bench.fresh(), bench.work.with_name("ghi.log")
    log.unlink(missing_ok=True)
    disk = Disk(folder)
    found = bench.try_(log=str(log))
    entries = read_log(log)
    begun = next(at for at, entry in enumerate(entries) if entry.what == "A")
    chance = random.Random(bench.operation)
    whole = range(begun, len(entries))
    places = sorted(chance.sample(whole, min(len(whole), 60 if IS_LONG else 1)))
    acked = [at for at in whole if entries[at].what == "A" and entries[at].number == 2]
    places = sorted({*places, *acked})
    for at in disk.replay(entries):
        if at in places:
            shutil.rmtree(bench.work)
            bench.work.mkdir()
            disk.cut(bench.work, chance)
            result = found["result"] if disk.marks == 2 else ""
            yield {"nth": at, "killed": True, "result": result, "words": ""}


def _damaged(bench: Bench, fault: str) -> Iterator[dict[str, object]]:
    for place in (0.0, 0.4, 0.9) if IS_LONG else (0.6,):
        folder = bench.fresh()
        damaged = next(folder.glob((OPERATIONS | WRONG)[bench.operation].damaged))
        whole = damaged.read_bytes()
        at = int(len(whole) * place)
        if fault == "đầu vào cụt":
            damaged.write_bytes(whole[:at])
        else:
            at = at // 4096 * 4096
            damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        found = bench.try_()
        if found["result"] == Result.REFUSED:
            damaged.write_bytes(whole)
        yield {"nth": place} | found
