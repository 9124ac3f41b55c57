"""Campaigns and joint activities: days, steps, units once, money that adds up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.compacts.campaign import (
    Activity,
    Campaign,
    CampaignKind,
    CampaignPhase,
    CampaignState,
    CampaignUnit,
    Contribution,
    state_problems,
)
from desktop_app.domain.years.numbering import REPORTS

MAY, AUGUST = dt.date(2018, 5, 15), dt.date(2018, 8, 15)
PLANNED, RUNNING, ENDED, SUMMED_UP = CampaignState


@pytest.fixture
def campaign(period):
    return Campaign(period=period, name="Đợt thi đua 90 ngày", since=MAY, until=AUGUST)


def test_phases_stay_inside_the_campaign_to_the_day(campaign):
    inside = CampaignPhase(name="Cả đợt", since=MAY, until=AUGUST)
    early = CampaignPhase(name="Sớm", since=MAY - dt.timedelta(days=1), until=AUGUST)
    late = CampaignPhase(name="Muộn", since=MAY, until=AUGUST + dt.timedelta(days=1))
    assert campaign.replace(phases=(inside,)).problems() == {}
    found = campaign.replace(phases=(inside, early, late)).problems()
    assert set(found) == {"phases.1.since", "phases.2.until"}
    assert found["phases.1.since"].startswith("Dòng 2: ")
    assert "15/05/2018 – 15/08/2018" in found["phases.1.since"]


def test_phase_without_a_name_or_backwards_is_refused(campaign):
    phase = CampaignPhase(since=AUGUST, until=MAY)
    found = campaign.replace(phases=(phase,)).problems()
    assert set(found) == {"phases.0.name", "phases.0.until"}


def test_campaign_that_ends_before_it_begins_does_not_blame_its_phases(campaign):
    phase = CampaignPhase(name="Một", since=MAY, until=AUGUST)
    found = campaign.replace(since=AUGUST, until=MAY, phases=(phase,)).problems()
    assert set(found) == {"until"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"launched_on": AUGUST + dt.timedelta(days=1)}, "launched_on"),
        ({"launched_on": MAY, "report_date": MAY - dt.timedelta(days=1)}, "report_date"),
        ({"report_date": MAY - dt.timedelta(days=1)}, "report_date"),
        ({"report_number": 0}, "report_number"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(campaign, changes, field):
    assert set(campaign.replace(**changes).problems()) == {field}


def test_campaign_may_be_launched_before_its_first_day(campaign):
    assert campaign.replace(launched_on=dt.date(2018, 5, 1)).problems() == {}


def test_unit_twice_is_refused_in_its_second_row(campaign, units):
    rows = tuple(CampaignUnit(unit=unit) for unit in (units[0], units[1], units[0]))
    found = campaign.replace(units=rows).problems()
    assert found == {"units.2.unit": "Dòng 3: đơn vị đã có ở dòng 1."}


def test_figures_count_pilots_and_reports(campaign, units):
    rows = tuple(
        CampaignUnit(unit=unit, is_pilot=place == 1, result="Xong" if place < 3 else "")
        for place, unit in enumerate(units)
    )
    told = campaign.replace(units=rows)
    assert told.pilots == (units[1],)
    assert told.reported == 3


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (PLANNED, RUNNING, True),
        (RUNNING, ENDED, True),
        (ENDED, SUMMED_UP, True),
        (SUMMED_UP, ENDED, True),
        (RUNNING, RUNNING, True),
        (PLANNED, ENDED, False),
        (PLANNED, SUMMED_UP, False),
        (RUNNING, SUMMED_UP, False),
        (SUMMED_UP, RUNNING, False),
    ],
)
def test_state_goes_one_step(campaign, before, after, allowed):
    found = state_problems(campaign.replace(state=before), campaign.replace(state=after))
    assert (found == {}) is allowed
    assert state_problems(None, campaign.replace(state=after)) == {}


def test_name_that_says_its_kind_stands_alone_in_a_sentence(campaign):
    assert campaign.in_a_sentence == "đợt thi đua 90 ngày"
    movement = campaign.replace(kind=CampaignKind.MOVEMENT, name="Vì an ninh Tổ quốc")
    assert movement.in_a_sentence == "phong trào “Vì an ninh Tổ quốc”"


def test_reports_are_numbered_in_a_series_of_their_own(campaign):
    first = campaign.replace(id="a", report_number=7, report_date=AUGUST)
    fresh = campaign.replace(id="b", report_date=AUGUST)
    assert REPORTS.next_number(fresh, (first, fresh)) == 8
    assert REPORTS.holder(fresh.replace(report_number=7), (first,)) is first


# --- joint activities ---------------------------------------------------------------------


def test_money_adds_up_and_units_that_gave_nothing_are_not_counted(period, units):
    gave = (
        Contribution(unit=units[0], amount=Decimal(20_000_000)),
        Contribution(unit=units[1], amount=4_000_005),
        Contribution(unit=units[2], other="12 ngày công"),
        Contribution(unit=units[3]),
    )
    activity = Activity(period=period, name="Hội thao", contributions=gave)
    assert activity.problems() == {}
    assert activity.total == Decimal(24_000_005)
    assert activity.givers == 3


@pytest.mark.parametrize(
    ("amount", "words"),
    [(-1, "không được âm"), (Decimal("-0.5"), "không được âm"), (Decimal("1.5"), "đồng chẵn")],
)
def test_money_below_zero_or_with_a_rest_is_refused_in_its_cell(period, units, amount, words):
    gave = (Contribution(unit=units[0]), Contribution(unit=units[1], amount=amount))
    found = Activity(period=period, name="Hội thao", contributions=gave).problems()
    assert set(found) == {"contributions.1.amount"}
    assert words in found["contributions.1.amount"]


def test_giver_twice_is_refused_in_its_second_row(period, units):
    gave = (Contribution(unit=units[0]), Contribution(unit=units[0]))
    found = Activity(period=period, name="Hội thao", contributions=gave).problems()
    assert found == {"contributions.1.unit": "Dòng 2: đơn vị đã có ở dòng 1."}
