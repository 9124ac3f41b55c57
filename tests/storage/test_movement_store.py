"""Campaigns and exemplars in the file: numbers once, steps in order, no twin."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.compacts.campaign import (
    Activity,
    Campaign,
    CampaignState,
    Contribution,
)
from desktop_app.domain.compacts.exemplar import Exemplar
from desktop_app.domain.errors import InvalidRecord

DAY = dt.date(2018, 8, 20)


@pytest.fixture
def campaign(file, small):
    return file.campaigns.save(
        Campaign(period=small.period, name="Đợt một", report_number=7, report_date=DAY)
    )


def test_number_of_a_report_is_given_once(file, small, campaign):
    second = Campaign(period=small.period, name="Đợt hai", report_number=7, report_date=DAY)
    with pytest.raises(InvalidRecord) as refused:
        file.campaigns.save(second)
    assert refused.value.problems == {"report_number": "Số 07 đã dùng cho «Đợt một»."}
    file.campaigns.save(second.replace(report_number=8))


def test_step_left_out_is_refused_beside_the_state(file, campaign):
    with pytest.raises(InvalidRecord) as refused:
        file.campaigns.save(campaign.replace(state=CampaignState.SUMMED_UP))
    assert set(refused.value.problems) == {"state"}
    running = file.campaigns.save(campaign.replace(state=CampaignState.RUNNING))
    assert file.campaigns.save(running.replace(state=CampaignState.ENDED))


def test_exemplar_of_the_same_name_and_unit_is_refused(file, small):
    first = Exemplar(period=small.period, name="Tổ liên gia", unit=small.lead)
    file.exemplars.save(first)
    with pytest.raises(InvalidRecord) as refused:
        file.exemplars.save(first.replace(id="hai", name="Tổ Liên gia"))
    assert set(refused.value.problems) == {"name"}
    file.exemplars.save(first.replace(id="ba", unit=small.other))


def test_money_comes_back_to_the_last_dong(file, small):
    gave = (Contribution(unit=small.lead, amount=Decimal(999_999_999_999)),)
    saved = file.activities.save(Activity(period=small.period, name="Hội thao", contributions=gave))
    file.forget_loaded()
    assert file.activities.get(saved.id).total == Decimal(999_999_999_999)
