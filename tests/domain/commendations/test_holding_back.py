"""What holds a nomination back: restrictions and quotas, against cases worked by hand.

Sources: Thông tư 12/2019/TT-BCA, Điều 2 (discipline, complaint under check) as far as published;
seats are set by the cluster or the ministry, each year in a paper of its own.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.eligibility.facts import facts_of
from desktop_app.domain.commendations.honour import honours, honours_of
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.commendations.quota import AwardQuota, quota_problem
from desktop_app.domain.commendations.restriction import Restriction, restriction_problem
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Succession, SuccessionKind, Unit, UnitName
from tests.domain.years.test_period import PERIOD

State = NominationState
BOTH = {"for_collective": True, "for_individual": True}
FLAG, MERIT = (
    Award(code="CO-BCA", name="Cờ", **BOTH),
    Award(code="BK-BCA", name="Bằng khen", **BOTH),
)
UNIT, OTHER = Unit(id="u", names=(UnitName(full="Cục Mẫu"),)), Unit(id="k")
RENAMED = Unit(
    id="moi",
    names=(UnitName(full="Cục Mới"),),
    predecessors=(Succession(unit=UNIT, kind=SuccessionKind.RENAMED, day=dt.date(2018, 1, 1)),),
)
OFFICER = Person(id="p", full_name="Trần Văn Mẫu", unit=OTHER)
NAMESAKE = OFFICER.replace(id="q")
TODAY = dt.date(2018, 6, 1)
IN_YEAR = {"since": dt.date(2018, 2, 1), "document": "QĐ 5/QĐ"}
PERSON = SubjectKind.INDIVIDUAL


def nomination(award=FLAG, state=State.HONOURED, **others):
    given = {"unit": UNIT, "achievement_year": "2018"} | others
    return Nomination(period=PERIOD, award=award, state=state, **given)


def officer(unit=OTHER, person=OFFICER, **others):
    return nomination(unit=unit, person=person, kind=PERSON, **others)


def restricted(**others):
    return Restriction(**({"subject": SubjectKind.COLLECTIVE, "unit": UNIT} | IN_YEAR | others))


ON_OFFICER = restricted(subject=PERSON, unit=OTHER, person=OFFICER)


class Held(NamedTuple):
    """Who is proposed, what stands against somebody, and whether it holds the nomination back."""

    case: str
    proposed: Nomination
    restriction: Restriction
    is_held: bool


@pytest.mark.parametrize(
    "held",
    [
        Held("the unit, no end yet", nomination(), restricted(), True),
        Held("another unit", nomination(unit=OTHER), restricted(), False),
        Held("begins today", nomination(), restricted(since=TODAY), True),
        Held("begins tomorrow", nomination(), restricted(since=dt.date(2018, 6, 2)), False),
        Held("ends today", nomination(), restricted(until=TODAY), True),
        Held("ended yesterday", nomination(), restricted(until=dt.date(2018, 5, 31)), False),
        Held("reason given", nomination(restriction_reason="đã kết luận"), restricted(), False),
        Held("the unit under its newer name", nomination(unit=RENAMED), restricted(), True),
        Held("a part of the unit", nomination(name="Phòng 1"), restricted(), False),
        Held("that part", nomination(name="Phòng 1"), restricted(name="PHÒNG 1"), True),
        Held("a person of the unit", officer(unit=UNIT), restricted(), False),
        Held("the officer", officer(), ON_OFFICER, True),
        Held("the officer in his new unit", officer(unit=UNIT), ON_OFFICER, True),
        Held("an officer of the same name", officer(person=NAMESAKE), ON_OFFICER, False),
        Held(
            "a person known by name only",
            officer(person=None, name="Trần Văn Mẫu"),
            ON_OFFICER,
            True,
        ),
    ],
    ids=lambda held: held.case,
)
def test_restriction(held):
    words = restriction_problem(held.proposed, (held.restriction,), TODAY)
    assert bool(words) is held.is_held
    assert ("QĐ 5/QĐ" in words) is held.is_held


def taken(count, state=State.HONOURED, award=FLAG):
    return [nomination(award, state) for _ in range(count)]


def quota(seats, award=FLAG):
    return AwardQuota(period=PERIOD, award=award, seats=seats)


@pytest.mark.parametrize(
    ("seats", "others", "has_seat"),
    [
        (2, taken(1), True),
        (2, taken(2), False),
        (0, [], False),
        (None, taken(9), True),
        (1, taken(5, State.PROPOSED), True),
        (1, taken(1, State.WITHDRAWN) + taken(1, State.REJECTED), True),
        (1, taken(1, State.SUBMITTED), False),
        (1, taken(1, State.SUPPLEMENT), False),
        (1, taken(1, State.DECIDED), False),
        (1, taken(3, award=MERIT), True),
        (1, taken(1, award=FLAG.replace(id="luật sau")), False),
    ],
)
def test_quota(seats, others, has_seat):
    words = quota_problem(nomination(), (quota(seats),), others)
    assert (words == "") is has_seat
    if not has_seat:
        assert f"là {seats}, đã có {len(others)} đề nghị" in words
        assert quota_problem(nomination(quota_reason="bổ sung"), (quota(seats),), others) == ""


def test_a_nomination_does_not_take_its_own_seat():
    own = nomination()
    assert quota_problem(own, (quota(1),), [own]) == ""
    assert quota_problem(own, (quota(1, MERIT),), taken(3)) == ""


def test_an_officer_keeps_what_he_was_granted_in_another_unit():
    grant = Grant(award=MERIT, kind=PERSON, unit=OTHER, person=OFFICER, name="Trần Văn Mẫu")
    decision = Decision(period=PERIOD, number="1", date=TODAY, grants=(grant,))
    found = facts_of(officer(unit=UNIT), decisions=(decision,), restrictions=(ON_OFFICER,))
    assert [honour.grant for honour in found.honours] == [grant]
    assert found.restrictions == (ON_OFFICER,)
    assert facts_of(officer(unit=UNIT, person=NAMESAKE), decisions=(decision,)).honours == ()


def test_a_renamed_unit_tells_its_earlier_honours():
    grant = Grant(award=FLAG, unit=UNIT, name="Cục Mẫu")
    found = honours((Decision(period=PERIOD, number="1", date=TODAY, grants=(grant,)),))
    assert honours_of(nomination(unit=RENAMED).who, found) == found
    assert honours_of(nomination(unit=OTHER).who, found) == ()
