"""Numbers are proposed and refused within one body and one calendar year."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.issuing import IssuedBy
from desktop_app.domain.years.numbering import INVITATIONS, MINUTES
from desktop_app.domain.years.period import Membership, Period, Role


@pytest.fixture
def period():
    cluster = Cluster(name="Cụm thi đua số 2", organising_body="Bộ Công an")
    unit = Unit(names=(UnitName(full="Cục Cơ yếu"),))
    members = (Membership(unit=unit, role=Role.LEAD),)
    return Period(cluster=cluster, name="2018", members=members)


def _meeting(period, number, year=2018, **more):
    starts = dt.datetime(year, 3, 13, 14)
    return Meeting(period=period, name="Họp", starts=starts, minutes_number=number, **more)


def test_next_number_follows_the_highest_of_the_year(period):
    others = [_meeting(period, 4), _meeting(period, 9), _meeting(period, 30, year=2017)]
    assert MINUTES.next_number(_meeting(period, None), others) == 10
    assert MINUTES.next_number(_meeting(period, None, year=2019), others) == 1


def test_each_kind_of_paper_has_numbers_of_its_own(period):
    others = [_meeting(period, 4)]
    fresh = _meeting(period, None, invitation_date=dt.date(2018, 3, 1))
    assert INVITATIONS.next_number(fresh, others) == 1


def test_the_lead_unit_has_a_series_of_its_own(period):
    theirs = _meeting(period.replace(issued_by=IssuedBy.LEAD_UNIT), None)
    assert MINUTES.next_number(theirs, [_meeting(period, 4)]) == 1


def test_a_number_given_twice_names_its_holder(period):
    holder = _meeting(period, 4)
    assert MINUTES.holder(_meeting(period, 4), [holder]) == holder
    assert MINUTES.holder(holder, [holder]) is None
    assert MINUTES.holder(_meeting(period, 4, year=2019), [holder]) is None
    assert MINUTES.holder(_meeting(period, None), [_meeting(period, None)]) is None
