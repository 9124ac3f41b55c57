"""How long a whole cluster takes to score, and how long one changed cell.

13 units × 230 criteria (54 groups, 176 leaves: 12 quantitative, 51 pass/fail, 113 counted), as
in the largest published table (procedure, section 3.2). Goals: 50 ms and 5 ms.
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable
from decimal import Decimal

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion, Kind, Target
from desktop_app.domain.scores.ranking import ranked
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import Passed, ScoreLine, ScoreSheet
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, Role

ROUNDS = 50
UNITS, SECTIONS, GROUPS, LEAVES = 13, 3, 51, 176
QUANTITATIVE, PASS_FAIL = 12, 51


def make_set(period: Period, units: list[Unit]) -> CriteriaSet:
    criteria = [
        Criterion(code=str(n), text="Phần", kind=Kind.GROUP) for n in range(1, SECTIONS + 1)
    ]
    criteria += [
        Criterion(code=f"g{n}", parent=str(n % SECTIONS + 1), text="Mục", kind=Kind.GROUP)
        for n in range(GROUPS)
    ]
    kinds = [Kind.QUANTITATIVE] * QUANTITATIVE + [Kind.PASS_FAIL] * PASS_FAIL
    kinds += [Kind.COUNT] * (LEAVES - len(kinds))
    leaves = [
        Criterion(
            code=f"l{n}",
            parent=f"g{n % GROUPS}",
            text="Tiêu chí",
            kind=kind,
            max_points=Decimal("5.7"),
            unit_points=Decimal("1.5"),
        )
        for n, kind in enumerate(kinds)
    ]
    targets = [
        Target(criterion=leaf.id, unit=unit, value=Decimal(100))
        for leaf in leaves[:QUANTITATIVE]
        for unit in units
    ]
    return CriteriaSet(period=period, criteria=(*criteria, *leaves), targets=tuple(targets))


def make_sheet(criteria: CriteriaSet, unit: Unit, row: int) -> ScoreSheet:
    lines = (
        ScoreLine(
            criterion=leaf.id,
            actual=Decimal(80 + row * 7 + n) / 3,
            passed=Passed.NO if (n + row) % 9 == 0 else Passed.YES,
            count=(n + row) % 5,
            review1=Decimal("2.5") if n % 10 == 0 else None,
        )
        for n, leaf in enumerate(criteria.tree.leaves)
    )
    return ScoreSheet(period=criteria.period, criteria=criteria, unit=unit, lines=tuple(lines))


def times(work: Callable[[int], object]) -> str:
    """Median and worst of many runs, in milliseconds."""
    taken = []
    for n in range(ROUNDS):
        started = time.perf_counter()
        work(n)
        taken.append((time.perf_counter() - started) * 1000)
    return f"{statistics.median(taken):8.2f} ms  (chậm nhất {max(taken):.2f})"


def main() -> None:
    units = [Unit(names=(UnitName(full=f"Cục {n}"),)) for n in range(UNITS)]
    period = Period(
        cluster=Cluster(name="Cụm"),
        name="2026",
        since=dt.date(2026, 1, 1),
        until=dt.date(2026, 12, 31),
        members=tuple(Membership(unit=unit, role=Role.MEMBER) for unit in units),
    )
    criteria = make_set(period, units)
    sheets = [make_sheet(criteria, unit, row) for row, unit in enumerate(units)]
    board = Scoreboard(criteria, sheets)
    count = f"{UNITS} đơn vị × {len(criteria.criteria)} tiêu chí"
    print(f"{count}, tổng: {times(lambda _: Scoreboard(criteria, sheets))}")

    def change(leaf: Criterion) -> Callable[[int], object]:
        def work(n: int) -> object:
            sheet = board.sheets[n % UNITS]
            line = sheet.by_criterion[leaf.id]
            return board.update(sheet.with_line(line.replace(actual=Decimal(n), count=n % 7)))

        return work

    leaves = criteria.tree.leaves
    for kind in (Kind.QUANTITATIVE, Kind.COUNT):
        leaf = next(leaf for leaf in leaves if leaf.kind is kind)
        print(f"sửa một ô ({kind.label}): {times(change(leaf))}")
    print(f"xếp hạng: {times(lambda _: ranked(board))}")


if __name__ == "__main__":
    main()
