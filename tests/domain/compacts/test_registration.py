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
    asked,
    blank,
    board,
    copied,
    is_registered,
    nomination_problem,
    rests_on_the_same,
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
    taken = copied(registration(period, units[0], *lines), period, [FLAG, FIGHTER, OLD])
    assert [line.award.id for line in taken] == ["co"]
    assert taken[0].state is LineState.REGISTERED
    assert taken[0].id != lines[0].id


def test_nomination_rests_on_a_standing_line_of_its_subject(period, units):
    person = Person(full_name="Nguyễn Văn A", unit=units[0])
    lines = (
        RegistrationLine(award=FLAG),
        RegistrationLine(award=FIGHTER, kind=SubjectKind.INDIVIDUAL, person=person),
    )
    sent = registration(period, units[0], *lines, state=SENT, sent_on=period.since)
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


# --- whom a line means --------------------------------------------------------------------


def accepted(period, unit, *lines):
    return registration(period, unit, *lines, state=ACCEPTED, sent_on=period.since)


def of_person(person, **changes):
    return RegistrationLine(award=FIGHTER, kind=SubjectKind.INDIVIDUAL, person=person, **changes)


def nominated(period, unit, person=None, **changes):
    made = Nomination(period=period, award=FLAG, unit=unit)
    if person:
        made = made.replace(award=FIGHTER, person=person, kind=SubjectKind.INDIVIDUAL)
    return made.replace(**changes)


def test_renamed_unit_is_still_the_one_that_registered(period):
    old = UnitName(full="Cục Cũ", short="CC", until=dt.date(2020, 12, 31))
    unit = Unit(id="doi-ten", names=(old, UnitName(full="Cục Mới", since=dt.date(2021, 1, 1))))
    sent = [accepted(period, unit, RegistrationLine(award=FLAG))]
    assert is_registered(nominated(period, unit), sent)
    assert is_registered(nominated(period, unit, name="cục cũ"), sent)
    assert not is_registered(nominated(period, unit, name="Đội 1"), sent)


def test_another_award_was_not_registered(period, units):
    sent = [accepted(period, units[0], RegistrationLine(award=FLAG))]
    other = FLAG.replace(id="khac", code="DVQT", name="Đơn vị quyết thắng")
    assert not is_registered(nominated(period, units[0], award=other), sent)
    renewed = FLAG.replace(id="luat-moi", valid_from=dt.date(2018, 7, 1))
    assert is_registered(nominated(period, units[0], award=renewed), sent)


def test_two_officers_of_one_name_are_two(period, units):
    one, other = (Person(id=x, full_name="Nguyễn Văn A", unit=units[0]) for x in "ab")
    assert accepted(period, units[0], of_person(one), of_person(other)).problems() == {}
    assert not is_registered(
        nominated(period, units[0], other), [accepted(period, units[0], of_person(one))]
    )


def test_typed_name_and_person_of_the_register_are_one(period, units):
    person = Person(full_name="Nguyễn Văn A", rank="Đại úy", unit=units[0])
    typed = [of_person(None, name=name) for name in ("nguyễn văn a", "Đại úy Nguyễn Văn A")]
    for line in typed:
        assert is_registered(
            nominated(period, units[0], person), [accepted(period, units[0], line)]
        )
        twice = accepted(period, units[0], of_person(person), line)
        assert twice.problems() == {"lines.1.award": "Dòng 2: đã đăng ký ở dòng 1."}


@pytest.mark.parametrize(("state", "counts"), [(DRAFT, 0), (SENT, 1), (RETURNED, 0), (ACCEPTED, 1)])
def test_only_what_was_sent_and_not_returned_counts(period, units, state, counts):
    sent = accepted(period, units[0], RegistrationLine(award=FLAG)).replace(state=state)
    assert len(sent.counted) == counts
    told = nomination_problem(nominated(period, units[0]), [sent])
    assert told == (
        "" if counts else f"Chưa đăng ký «{FLAG.name}» trong năm 2018: bản đăng ký đang «{state}»."
    )


def test_award_that_ended_within_the_period_could_be_registered(period, units):
    ended = FLAG.replace(valid_until=dt.date(2018, 8, 5))
    assert accepted(period, units[0], RegistrationLine(award=ended)).problems() == {}
    later = FLAG.replace(valid_from=dt.date(2019, 1, 1))
    problems = accepted(period, units[0], RegistrationLine(award=later)).problems()
    assert problems["lines.0.award"].endswith("không có hiệu lực trong kỳ này.")


def test_last_years_award_comes_as_the_new_law_has_it(period, units):
    before = FLAG.replace(id="cu", valid_until=dt.date(2017, 12, 31))
    now = FLAG.replace(id="moi", valid_from=dt.date(2018, 1, 1))
    last = registration(period, units[0], RegistrationLine(award=before))
    assert [line.award.id for line in copied(last, period, [before, now])] == ["moi"]


def test_member_of_the_due_day_that_left_later_is_asked_too(period, units):
    gone = period.members[-1].replace(until=dt.date(2018, 6, 30))
    left = period.replace(members=(*period.members[:-1], gone), registration_due=None)
    assert gone.unit.id not in {unit.id for unit in asked(left)}
    due = left.replace(registration_due=dt.date(2018, 3, 31))
    assert [unit.id for unit in asked(due)][-1] == gone.unit.id


def test_change_of_who_or_what_is_another_nomination(period, units):
    before = nominated(period, units[0])
    assert rests_on_the_same(before, before.replace(achievement="Thành tích", note="x"))
    assert not rests_on_the_same(None, before)
    for change in ({"unit": units[1]}, {"name": "Đội 1"}, {"award": FIGHTER}):
        assert not rests_on_the_same(before, before.replace(**change))


def test_hundreds_of_lines_are_compared_while_typing(period, units):
    people = [Person(full_name=f"Nguyễn Văn {place}", unit=units[0]) for place in range(800)]
    whole = accepted(period, units[0], *(of_person(person) for person in people))
    assert whole.problems() == {}
    assert "lines.800.award" in whole.replace(lines=(*whole.lines, of_person(people[5]))).problems()
