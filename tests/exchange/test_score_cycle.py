"""A whole round by workbooks: six units, 176 criteria each, out, filled in, back, to the end."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import openpyxl
import pytest

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.self_scoring import sheet_of
from desktop_app.domain.scores.sheet import Round, SheetState, SheetStep
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, Role
from desktop_app.exchange.reading import read_book
from desktop_app.exchange.score_book import write_form
from desktop_app.exchange.score_form import FORM_SHEET, HEAD_ROW, PLACES
from desktop_app.exchange.score_lot import read_lot
from desktop_app.exchange.score_reading import Expected
from tests.benchmarks.scoring import LEAVES, make_set

UNITS = 6
DAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="module")
def criteria():
    units = [Unit(code=f"D{n}", names=(UnitName(full=f"Cục {n}"),)) for n in range(UNITS)]
    roles = [Role.LEAD, Role.DEPUTY, *[Role.MEMBER] * (UNITS - 2)]
    period = Period(
        cluster=Cluster(name="Cụm"),
        name="2026",
        since=dt.date(2026, 1, 1),
        until=dt.date(2026, 12, 31),
        members=tuple(Membership(unit=u, role=r) for u, r in zip(units, roles, strict=True)),
    )
    found = make_set(period, units)
    return found.replace(
        name="Bộ tiêu chí", state=CriteriaState.ADOPTED, adopted_on=dt.date(2026, 2, 1)
    )


def figures(kind, place, unit):
    """What a unit types for its nth leaf."""
    if kind is Kind.QUANTITATIVE:
        return {"actual": 80 + 7 * unit + place}
    if kind is Kind.PASS_FAIL:
        return {"passed": "Không đạt" if (place + unit) % 9 == 0 else "Đạt"}
    return {"count": (place + unit) % 5, "evidence": f"Báo cáo {place}"}


def fill(path, criteria, unit):
    book = openpyxl.load_workbook(path)
    page = book[FORM_SHEET]
    places = {page.cell(r, 1).value: r for r in range(HEAD_ROW + 1, page.max_row + 1)}
    filled = 0
    for place, leaf in enumerate(criteria.tree.leaves):
        for field, value in figures(leaf.kind, place, unit).items():
            page.cell(places[leaf.code], PLACES[field]).value = value
            filled += 1
    book.save(path)
    return filled


@pytest.fixture(scope="module")
def returned(criteria, tmp_path_factory):
    """The six forms as they came back, and how many cells were filled in."""
    folder = tmp_path_factory.mktemp("usb")
    files, filled = [], []
    for place, member in enumerate(criteria.period.members_on(None)):
        path = folder / f"{place}.xlsx"
        path.write_bytes(write_form(sheet_of(criteria, member.unit, Round.YEAR, ())))
        filled.append(fill(path, criteria, place))
        files.append((path.name, read_book(path)))
    return read_lot(files, Expected(criteria.period, Round.YEAR, (criteria,))), filled


@pytest.fixture(scope="module")
def sheets(returned):
    forms, _ = returned
    return [form.taken(form.reading.differences, DAY) for form in forms]


def test_exactly_what_was_typed_comes_back(returned):
    forms, filled = returned
    assert [form.reading.complaints for form in forms] == [()] * UNITS
    assert [len(form.reading.differences) for form in forms] == filled
    assert all(len({d.criterion.id for d in f.reading.differences}) == LEAVES for f in forms)


def test_the_figures_give_the_scores_they_should(criteria, sheets):
    """By hand: counted ones give n × 1,5 (4 are capped at 5,7); a pass the whole 5,7."""
    board = Scoreboard(criteria, sheets)
    first = sheets[0].unit

    def own(kind, wanted):
        """The first unit's score in the first leaf of a kind whose place answers."""
        found = enumerate(criteria.tree.leaves)
        leaf = next(leaf for n, leaf in found if leaf.kind is kind and wanted(n))
        return board.score(leaf, first).own

    assert own(Kind.COUNT, lambda n: n % 5 == 3) == Decimal("4.50")
    assert own(Kind.COUNT, lambda n: n % 5 == 4) == Decimal("5.70")
    assert own(Kind.PASS_FAIL, lambda n: n % 9 != 0) == Decimal("5.70")
    assert own(Kind.PASS_FAIL, lambda n: n % 9 == 0) == 0
    assert board.total(first).missing == 0


def test_the_sheets_go_on_to_the_end(criteria, sheets):
    """Handed in by the unit; reviewed by the lead, the lead's own by the deputy."""
    members = criteria.period.members_on(None)
    for sheet, member in zip(sheets, members, strict=True):
        reviewer = members[1 if member is members[0] else 0].unit
        steps = (
            (SheetState.SUBMITTED, member.unit),
            (SheetState.REVIEWED, reviewer),
            (SheetState.EXPLAINED, member.unit),
            (SheetState.REVIEWED_AGAIN, reviewer),
            (SheetState.FINAL, reviewer),
        )
        for state, unit in steps:
            step = SheetStep(state=state, day=DAY, name="Người thực hiện", unit=unit)
            sheet = sheet.moved(step)
        assert sheet.state is SheetState.FINAL


def test_received_a_second_time_nothing_differs(criteria, sheets, returned, tmp_path):
    path = tmp_path / "lại.xlsx"
    path.write_bytes(write_form(sheets[2]))
    expected = Expected(criteria.period, Round.YEAR, (criteria,), tuple(sheets))
    (again,) = read_lot([(path.name, read_book(path))], expected)
    assert again.reading.differences == again.reading.complaints == ()
