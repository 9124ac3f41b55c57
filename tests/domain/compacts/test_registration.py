"""Registrations: legal steps, what is refused, who is late, what nominations may rest on."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.registration import (
    LineState,
    Registration,
    RegistrationLine,
    RegistrationState,
    state_problems,
)
from desktop_app.domain.compacts.registration_board import (
    blank,
    board,
    copied,
    is_registered,
    nomination_problem,
)
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.period import RegistrationRule

FLAG = Award(id="co", code="CTD", name="Cờ thi đua của Bộ", for_collective=True)
FIGHTER = Award(id="cs", code="CSTD", name="Chiến sĩ thi đua", for_individual=True)
OLD = FLAG.replace(id="cu", name="Cờ thi đua của Tổng cục", valid_until=dt.date(2017, 12, 31))
DRAFT, SENT = RegistrationState.DRAFT, RegistrationState.SENT
RETURNED, ACCEPTED = RegistrationState.RETURNED, RegistrationState.ACCEPTED


def registration(period, unit, *lines, **changes):
    return Registration(period=period, unit=unit, lines=lines).replace(**changes)


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (DRAFT, SENT, True),
        (DRAFT, ACCEPTED, False),
        (SENT, ACCEPTED, True),
        (SENT, RETURNED, True),
        (SENT, DRAFT, False),
        (RETURNED, SENT, True),
        (RETURNED, ACCEPTED, False),
        (ACCEPTED, RETURNED, True),
        (ACCEPTED, ACCEPTED, True),
    ],
)
def test_state_goes_step_by_step(period, units, before, after, allowed):
    was = registration(period, units[0], state=before)
    assert ("state" not in state_problems(was, was.replace(state=after))) is allowed


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"state": RETURNED, "sent_on": dt.date(2018, 3, 1)}, "reason"),
        ({"state": SENT}, "sent_on"),
        ({"unit": Unit(id="la", names=(UnitName(full="Cục Lạ"),))}, "unit"),
        ({"lines": (RegistrationLine(award=FLAG), RegistrationLine(award=FLAG))}, "lines.1.award"),
        ({"lines": (RegistrationLine(award=FIGHTER),)}, "lines.0.award"),
        ({"lines": (RegistrationLine(award=OLD),)}, "lines.0.award"),
        (
            {"lines": (RegistrationLine(award=FIGHTER, kind=SubjectKind.INDIVIDUAL),)},
            "lines.0.name",
        ),
    ],
)
def test_what_is_wrong_is_refused_beside_the_field(period, units, changes, field):
    assert field in registration(period, units[0]).replace(**changes).problems()


def test_sound_registration_has_no_problems(period, units):
    line = RegistrationLine(award=FLAG)
    assert registration(period, units[0], line, state=SENT, sent_on=period.since).problems() == {}


@pytest.mark.parametrize(
    ("due", "sent", "late"),
    [
        (None, None, False),
        (dt.date(2018, 3, 25), None, True),
        (dt.date(2018, 3, 25), dt.date(2018, 3, 25), False),
        (dt.date(2018, 3, 25), dt.date(2018, 3, 26), True),
        (dt.date(2019, 3, 25), None, False),
    ],
)
def test_late_counts_from_the_day_after_the_due_day(period, units, due, sent, late):
    timed = period.replace(registration_due=due)
    assert registration(timed, units[0], sent_on=sent).is_late(dt.date(2018, 12, 1)) is late


def test_board_has_every_member_once_in_order_and_blanks_keep_their_id(period, units):
    sent = registration(period, units[2])
    made = board(period, [sent])
    assert [each.unit.id for each in made] == [unit.id for unit in units]
    assert made[2] is sent
    assert made[0] == blank(period, units[0])


def test_last_years_lines_come_as_new_ones_without_what_ended(period, units):
    lines = (
        RegistrationLine(award=FLAG, state=LineState.CHANGED),
        RegistrationLine(award=FIGHTER, state=LineState.WITHDRAWN, name="A"),
        RegistrationLine(award=OLD),
    )
    taken = copied(registration(period, units[0], *lines), period)
    assert [line.award.id for line in taken] == ["co"]
    assert taken[0].state is LineState.REGISTERED
    assert taken[0].id != lines[0].id


def test_nomination_rests_on_a_standing_line_of_its_subject(period, units):
    person = Person(full_name="Nguyễn Văn A", unit=units[0])
    lines = (
        RegistrationLine(award=FLAG),
        RegistrationLine(award=FIGHTER, kind=SubjectKind.INDIVIDUAL, person=person),
    )
    sent = registration(period, units[0], *lines)
    flag = Nomination(period=period, award=FLAG, unit=units[0])
    fighter = Nomination(
        period=period, award=FIGHTER, unit=units[0], person=person, kind=SubjectKind.INDIVIDUAL
    )
    other = Person(full_name="Trần Thị B", unit=units[0])
    assert is_registered(flag, [sent])
    assert is_registered(fighter, [sent])
    assert not is_registered(fighter.replace(person=other), [sent])
    assert not is_registered(flag.replace(unit=units[1]), [sent])
    withdrawn = sent.replace(lines=(lines[0].replace(state=LineState.WITHDRAWN),))
    assert not is_registered(flag, [withdrawn])


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (RegistrationRule.BLOCKED, True),
        (RegistrationRule.FLAGGED, True),
        (RegistrationRule.FREE, False),
    ],
)
def test_rule_of_the_period_decides_whether_it_is_said(period, units, rule, told):
    nomination = Nomination(
        period=period.replace(registration_rule=rule), award=FLAG, unit=units[0]
    )
    assert bool(nomination_problem(nomination, [])) is told
