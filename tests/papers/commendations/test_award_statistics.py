"""Tables of commendations: occurrences by unit, level, award and year add up to one total."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.award_book import MOST_YEARS, AwardBook
from desktop_app.domain.commendations.award_count import counted
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.honour import honours
from desktop_app.papers.blocks import Table
from tests.papers.conftest import words


@pytest.fixture
def period(sample):
    return sample.periods[0]


@pytest.fixture
def awarded(awards):
    """awarded(code, year): the entry that held in a year."""

    def find(code, year=2018):
        return next(a for a in awards if a.code == code and a.holds_on(dt.date(year, 6, 1)))

    return find


def grants(period, awarded):
    units = [member.unit for member in period.members_on(None)]
    flag, merit = awarded("CO-BCA"), awarded("BK-TTG")
    return (
        Grant(award=flag, unit=units[0], name="A"),
        Grant(award=flag, unit=units[1], name="B"),
        Grant(award=merit, unit=units[0], kind=SubjectKind.INDIVIDUAL, name="C"),
        Grant(award=merit, name="Ngoài cụm"),
        Grant(award=flag, unit=units[0], name="D", state=GrantState.RECALLED),
    )


def book(period, *decisions):
    return AwardBook(period=period, counts=counted(honours(decisions)))


def tables(paper):
    return [[tuple(map(words, row.cells)) for row in table.rows] for table in paper.of(Table)]


def test_each_table_adds_up_to_the_same_total(period, awarded, read):
    paper = read(
        "award-statistics", book(period, Decision(period=period, grants=grants(period, awarded)))
    )
    by_unit, by_award, by_year = tables(paper)
    assert by_unit[0][2:] == ("1", "1", "0", "1", "1", "0", "2")
    assert by_unit[-2] == (("", "Ngoài các đơn vị thành viên", "1", "0", "0", "0", "1", "0", "1"))
    assert by_unit[-1] == ("", "Cộng", "3", "1", "0", "2", "2", "0", "4")
    assert by_award == [
        ("Danh hiệu thi đua",),
        ("1", "Cờ thi đua của Bộ Công an", "Bộ", "2", "0", "2"),
        ("Hình thức khen thưởng",),
        ("1", "Bằng khen của Thủ tướng Chính phủ", "Chính phủ", "1", "1", "2"),
        ("", "Cộng", "", "3", "1", "4"),
    ]
    assert by_year[-1] == ("", "Cộng", "4", "4")
    assert paper.lines()[0].endswith("Số liệu năm 2018 là tạm tính: năm chưa đóng.")
    assert paper.lines()[0].startswith("Có 04 lượt khen thưởng (03 lượt tập thể, 01 lượt cá nhân)")


def test_every_member_has_its_row_even_without_grants(period, read):
    by_unit, *rest = tables(read("award-statistics", book(period)))
    assert len(by_unit) == len(period.members_on(None)) + 1
    assert by_unit[-1] == ("", "Cộng", *["0"] * 7)
    assert rest == []


def test_last_years_stand_side_by_side_and_a_later_law_keeps_an_award(period, awarded, read):
    def year(number, code="CO-BCA"):
        own = period.replace(
            id=f"ky-{number}",
            name=str(number),
            since=dt.date(number, 1, 1),
            until=dt.date(number, 12, 31),
        )
        return Decision(period=own, grants=(Grant(award=awarded(code, number), name="X"),))

    decisions = [year(number) for number in range(2019, 2027)]
    last = decisions[-2].period
    paper = read("award-statistics", book(last, *decisions))
    table = paper.of(Table)[2]
    assert [column.head for column in table.columns][2:] == [
        *(str(number) for number in range(2021, 2026)),
        "Tổng",
    ]
    assert len(table.columns) == 2 + MOST_YEARS + 1
    assert tables(paper)[2][1] == (
        "1", "Cờ thi đua của Bộ Công an", "1", "1", "1", "1", "1", "5"
    )  # fmt: skip
