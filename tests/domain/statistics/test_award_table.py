"""Commendations across: every way of asking adds up, and nothing is lost or counted twice."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.statistics.answers import behind
from desktop_app.domain.statistics.award_table import AXES, NO_UNIT, award_table
from desktop_app.domain.statistics.figures import TOTAL
from desktop_app.domain.statistics.question import Axis, Question, Subject, award_key
from tests.domain.statistics.conftest import FLAG, MERIT, NOW, PAST

ASKED = Question(Subject.AWARDS, NOW, (PAST, NOW))


def asked(rows=Axis.UNIT, columns=Axis.YEAR, **more):
    return dataclasses.replace(ASKED, rows=rows, columns=columns, **more)


def test_units_by_year_in_the_order_of_the_last_year(counts):
    table = award_table(asked(), counts)
    assert table.in_words == (
        ("Cục B", "0", "0", "0"),
        ("Cục A", "2", "3", "5"),
        ("Cục C", "1", "0", "1"),
        (NO_UNIT, "0", "1", "1"),
        ("Cộng", "3", "4", "7"),
    )
    assert [head.words for head in table.heads] == ["2017", "2018 (tạm tính)", "Tổng"]
    assert table.name == "Lượt khen thưởng theo đơn vị và năm, 2017 – 2018"


def test_a_year_that_is_not_closed_is_said_to_be_provisional(counts):
    notes = award_table(asked(), counts).notes
    assert "Năm 2018 chưa đóng: số liệu tạm tính, còn có thể đổi." in notes
    past = award_table(dataclasses.replace(ASKED, periods=(PAST,)), counts[:2])
    assert not any("tạm tính" in note for note in past.notes)


@pytest.mark.parametrize(("rows", "columns"), list(itertools.permutations(AXES, 2)))
def test_rows_and_columns_add_up_to_one_total(rows, columns, counts):
    table = award_table(asked(rows, columns), counts)
    own = [line for line in table.lines if not line.is_total]
    assert sum(sum(line.values[:-1]) for line in own) == 7
    assert all(sum(line.values[:-1]) == line.values[-1] for line in table.lines)
    sums = table.line(TOTAL)
    if sums:
        columns_of_own = zip(*(line.values for line in own), strict=True)
        assert tuple(map(sum, columns_of_own)) == sums.values
    assert table.lines[-1].values[-1] == 7


def test_an_award_of_a_later_law_is_the_same_and_levels_are_those_of_their_day(counts):
    by_award = award_table(asked(Axis.AWARD), counts)
    assert by_award.in_words[:2] == (("Cờ thi đua", "3", "2", "5"), ("Bằng khen", "0", "2", "2"))
    by_level = award_table(asked(Axis.LEVEL), counts)
    told = {line.name: line.values[-1] for line in by_level.lines}
    assert told == {"Cơ sở": 0, "Bộ": 5, "Chính phủ": 2, "Nhà nước": 0, "Cộng": 7}


def test_filters_leave_the_rest_out(counts):
    of_a = award_table(asked(Axis.AWARD, unit="A"), counts)
    assert of_a.lines[-1].values == (2, 3, 5)
    assert "của Cục A" in of_a.name
    people = award_table(asked(kind=SubjectKind.INDIVIDUAL), counts)
    assert people.lines[-1].values == (0, 1, 1)
    merits = award_table(asked(Axis.UNIT, Axis.KIND, award=award_key(MERIT)), counts)
    assert merits.lines[-1].values == (1, 1, 2)
    assert "«Bằng khen»" in merits.name


def test_a_cell_asks_for_its_own_records(counts):
    question = asked(Axis.UNIT, Axis.AWARD)
    cell = behind(question, "A", award_key(FLAG))
    assert (cell.subject, cell.unit, cell.award) == (Subject.AWARD_LIST, "A", award_key(FLAG))
    row = behind(question, "A", TOTAL)
    assert (row.unit, row.award) == ("A", None)
    year = behind(asked(), TOTAL, PAST.id)
    assert (year.unit, year.periods) == (None, (PAST,))


def test_nothing_to_count_says_what_to_do():
    table = award_table(asked(), ())
    assert not table.has_figures
    assert "Quyết định & giấy chứng nhận" in table.empty
