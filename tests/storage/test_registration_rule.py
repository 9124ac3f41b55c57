"""Nominations and registrations in the file: what the period's rule refuses, and when."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.registration import (
    Registration,
    RegistrationLine,
    RegistrationState,
)
from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.years.period import RegistrationRule

BLOCKED, FLAGGED, FREE = RegistrationRule.BLOCKED, RegistrationRule.FLAGGED, RegistrationRule.FREE


@pytest.fixture
def award(file):
    made = Award(id="co", code="CTD", name="Cờ thi đua", for_collective=True)
    return file.awards.save(made)


@pytest.fixture
def nominate(file, small, award):
    """nominate(rule): saves a nomination of the lead unit in the period under that rule."""

    def save(rule, **changes):
        period = file.periods.save(small.period.replace(registration_rule=rule))
        made = Nomination(id="dn", period=period, award=award, unit=small.lead)
        return file.nominations.save(made.replace(achievement_year="2018", **changes))

    return save


def register(file, small, award, state):
    lines = (RegistrationLine(award=award),)
    made = Registration(period=small.period, unit=small.lead, lines=lines, state=state)
    return file.registrations.save(made.replace(sent_on=dt.date(2018, 3, 1), reason="Thiếu ký"))


@pytest.mark.parametrize("rule", [FLAGGED, FREE])
def test_other_rules_take_a_nomination_nobody_registered(nominate, rule):
    assert nominate(rule).award.id == "co"


def test_blocked_refuses_beside_the_award_and_keeps_nothing(file, nominate):
    with pytest.raises(InvalidRecord) as refused:
        nominate(BLOCKED)
    assert refused.value.problems == {"award": "Chưa đăng ký «Cờ thi đua» trong năm 2018."}
    assert file.nominations.count() == 0


def test_blocked_takes_what_was_sent(file, small, award, nominate):
    register(file, small, award, RegistrationState.SENT)
    assert nominate(BLOCKED).unit.id == small.lead.id


def test_blocked_says_that_the_registration_was_returned(file, small, award, nominate):
    register(file, small, award, RegistrationState.RETURNED)
    with pytest.raises(InvalidRecord) as refused:
        nominate(BLOCKED)
    assert refused.value.problems["award"].endswith("bản đăng ký đang «Trả lại».")


def test_nomination_from_before_the_rule_stays_but_takes_nobody_else_in(small, nominate):
    nominate(FREE)
    assert nominate(BLOCKED, note="Đã xem").note == "Đã xem"
    for change in ({"name": "Đội 1"}, {"unit": small.other}):
        with pytest.raises(InvalidRecord) as refused:
            nominate(BLOCKED, **change)
        assert set(refused.value.problems) == {"award"}


def test_unit_registers_once_a_period(file, small, award):
    register(file, small, award, RegistrationState.SENT)
    with pytest.raises(InvalidRecord) as refused:
        register(file, small, award, RegistrationState.SENT)
    assert set(refused.value.problems) == {"unit"}
