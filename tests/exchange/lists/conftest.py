"""A list written as a workbook, read as a person's list would be, against a small file."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period
from desktop_app.exchange import reader
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.lists import LIST_KINDS
from desktop_app.exchange.lists.grid import Grid, best_sheet
from desktop_app.exchange.lists.known import Known
from desktop_app.exchange.package_check import WORKBOOK
from desktop_app.exchange.reading import book_of

TODAY = dt.date(2026, 11, 27)
LAND = Unit(id="u-1", code="H01", names=(UnitName(full="Cục Kế hoạch và tài chính", short="KHTC"),))
NET = Unit(id="u-2", code="A05", names=(UnitName(full="Cục An ninh mạng", short="ANM"),))
HOA = Person(id="p-1", full_name="Lê Thị Hoà", unit=NET, rank="Trung tá", service_number="111-222")
PERIOD = Period(
    id="k-1",
    cluster=Cluster(name="Cụm 2"),
    name="2026",
    since=dt.date(2026, 1, 1),
    until=dt.date(2026, 12, 31),
)
CSTD = Award(id="a-1", code="CSTĐCS", name="Chiến sĩ thi đua cơ sở", for_individual=True)
COLLECTIVE = Award(id="a-2", code="TTLĐXS", name="Tập thể lao động xuất sắc", for_collective=True)


@pytest.fixture
def known():
    return Known(
        today=TODAY,
        units=(LAND, NET),
        people=(HOA,),
        awards=(CSTD, COLLECTIVE),
        periods=(PERIOD,),
        period=PERIOD,
    )


class List:
    """What came of a list: its grid, its reading, and shortcuts for what tests ask."""

    def __init__(self, grid, reading):
        self.grid, self.reading = grid, reading

    @property
    def records(self):
        return [row.record for row in self.reading.rows if row.can_be_taken]

    @property
    def complaints(self):
        """«row, column letter: why» of every complaint."""
        rows = [said for row in self.reading.rows for said in row.complaints]
        return [_told(said) for said in (*self.reading.complaints, *rows)]

    @property
    def notices(self):
        rows = [said for row in self.reading.rows for said in row.notices]
        return [_told(said) for said in (*self.reading.notices, *rows)]


def _told(said):
    column = chr(ord("A") + said.column - 1) if said.column else ""
    return f"{column}{said.row or ''} {said.why}".strip()


@pytest.fixture
def taken_in(tmp_path, known):
    """Reads rows, or what `fill` writes, as a list of a kind."""

    def taken_in(rows, kind="people", *, merged=(), fill=None, known=known, given=None, **more):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Danh sách"
        for row in rows:
            sheet.append(list(row))
        for area in merged:
            sheet.merge_cells(area)
        if fill:
            fill(book)
        path = tmp_path / "danh sách.xlsx"
        book.save(path)
        # the process of its own is tried elsewhere
        plain = {"sheets": list(reader._sheets(path, Limits()))}
        found = book_of(plain, WORKBOOK)
        sort = next(each for each in LIST_KINDS if each.key == kind)
        grid = Grid(best_sheet(found, sort.fields, {}), sort.fields)
        return List(grid, sort.read(grid, grid.guess(), known, given, **more))

    return taken_in
