"""The «3 trực tiếp» of a period: a row for each member, open until somebody records it."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.duties import DirectDuties, Duty, DutyEntry
from desktop_app.domain.years.duty_board import DutyBoard
from desktop_app.domain.years.period import Membership, Period, Role

UNITS = {key: Unit(id=key, names=(UnitName(full=f"Đơn vị {key}"),)) for key in ("a", "b", "c", "d")}


@pytest.fixture
def period():
    roles = (
        ("b", Role.MEMBER, None),
        ("c", Role.MEMBER, dt.date(2018, 6, 30)),
        ("a", Role.LEAD, None),
    )
    return Period(
        id="2018",
        cluster=Cluster(id="cum", name="Cụm 2"),
        name="2018",
        since=dt.date(2018, 1, 1),
        until=dt.date(2018, 12, 31),
        members=tuple(Membership(unit=UNITS[k], role=r, until=u) for k, r, u in roles),
    )


def test_every_member_has_a_row_the_lead_first_and_who_left_last(period):
    board = DutyBoard(period=period)
    assert [row.unit.id for row in board.rows] == ["a", "b", "c"]
    for row in board.rows:
        assert [entry.duty for entry in row.entries] == list(Duty)
        assert row.gaps == tuple(Duty)


def test_open_rows_are_the_same_rows_each_time_they_are_made(period):
    assert DutyBoard(period=period).rows == DutyBoard(period=period).rows


def test_recorded_row_takes_its_place_and_missing_duties_are_added(period):
    done = DutyEntry(duty=Duty.REVIEWING, done_on=dt.date(2018, 11, 20))
    duties = DirectDuties(id="x", period=period, unit=UNITS["b"], entries=(done,))
    _, row, _ = DutyBoard(period=period, recorded=(duties,)).rows
    assert row.id == "x"
    assert row.entries[2] == done
    assert row.gaps == (Duty.PLANNING, Duty.CHECKING)


def test_row_of_a_unit_that_is_no_member_any_more_is_not_lost(period):
    duties = DirectDuties(period=period, unit=UNITS["d"])
    rows = DutyBoard(period=period, recorded=(duties,)).rows
    assert [row.unit.id for row in rows] == ["a", "b", "c", "d"]


def test_row_on_the_screen_takes_the_place_of_the_saved_one(period):
    saved = DirectDuties(period=period, unit=UNITS["b"])
    typed = saved.replace(entries=(DutyEntry(done_on=dt.date(2018, 1, 5)),))
    board = DutyBoard(period=period, recorded=(saved,)).including(typed)
    assert [len(row.gaps) for row in board.rows] == [3, 2, 3]
    assert [row.unit.id for row in board.gaps] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"person": Person(full_name="Đỗ A")}, "Đã có người thực hiện thì cần có ngày."),
        ({"paper": "Kế hoạch số 05"}, "Đã có văn bản thì cần có ngày."),
    ],
)
def test_person_or_paper_without_a_day_is_refused_beside_the_day(period, what, words):
    entries = (DutyEntry(), DutyEntry(duty=Duty.CHECKING, **what))
    duties = DirectDuties(period=period, unit=UNITS["a"], entries=entries)
    assert duties.problems() == {"entries.1.done_on": words}
