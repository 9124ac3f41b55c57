"""A new period out of the last one: its days, its members and their roles."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Succession, SuccessionKind, Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.new_year import (
    Roles,
    following,
    next_name,
    units_that_stay,
    with_members,
    year_later,
)
from desktop_app.domain.years.period import (
    Membership,
    Period,
    RegistrationRule,
    Role,
)

A, B, C = (Unit(id=n, names=(UnitName(full=f"Cục {n}"),)) for n in "ABC")
HEAD = Person(full_name="Nguyễn Văn A")
LAST = Period(
    cluster=Cluster(name="Cụm thi đua số 2", organising_body="Bộ Công an"),
    name="2024",
    since=dt.date(2024, 1, 1),
    until=dt.date(2024, 12, 31),
    registration_rule=RegistrationRule.BLOCKED,
    registration_due=dt.date(2024, 2, 29),
    members=(
        Membership(unit=A, role=Role.LEAD, until=dt.date(2024, 6, 30), representative=HEAD),
        Membership(unit=B, representative=HEAD),
        Membership(unit=A, since=dt.date(2024, 7, 1)),
        Membership(unit=C, role=Role.LEAD, since=dt.date(2024, 7, 1)),
    ),
)
NEW_DAY = dt.date(2025, 1, 1)


@pytest.mark.parametrize(
    ("name", "following_name"),
    [("2024", "2025"), ("2025–2026", "2026–2027"), ("Năm học 2025-2026", "Năm học 2026-2027")],
)
def test_name_of_the_next_year(name, following_name):
    assert next_name(name) == following_name
    assert next_name("Kỳ đặc biệt") == ""


def test_day_a_year_later():
    assert year_later(dt.date(2024, 2, 29)) == dt.date(2025, 2, 28)
    assert year_later(dt.date(2023, 12, 31)) == dt.date(2024, 12, 31)
    assert year_later(None) is None


def test_settings_and_last_members_go_over_without_their_days():
    new = following(LAST)
    assert (new.since, new.until) == (NEW_DAY, dt.date(2025, 12, 31))
    assert new.registration_rule is RegistrationRule.BLOCKED
    assert new.registration_due == dt.date(2025, 2, 28)
    assert [(m.unit.id, m.role) for m in new.members] == [
        ("C", Role.LEAD),
        ("B", Role.MEMBER),
        ("A", Role.MEMBER),
    ]
    assert {(m.since, m.until) for m in new.members} == {(None, None)}
    assert not {m.id for m in new.members} & {m.id for m in LAST.members}
    assert new.problems() == {}


def heir(unit, *old):
    came = (Succession(unit=o, kind=SuccessionKind.MERGED, day=dt.date(2024, 12, 1)) for o in old)
    return Unit(id=unit, names=(UnitName(full=f"Cục {unit}"),), predecessors=tuple(came))


def test_two_units_merged_into_one_leave_one_place():
    ended = dt.date(2024, 12, 1)
    a, b = A.replace(inactive_from=ended), B.replace(inactive_from=ended)
    last = LAST.replace(members=(Membership(unit=a), Membership(unit=b), Membership(unit=C)))
    stay = units_that_stay(last, (a, b, C, heir("M", a, b)), NEW_DAY)
    assert [unit.id for unit in stay] == ["M", "C"]


def test_unit_that_ended_without_heirs_leaves():
    last = LAST.replace(members=(Membership(unit=A.replace(inactive_from=NEW_DAY)),))
    assert units_that_stay(last, (B, C), NEW_DAY) == ()
    assert units_that_stay(last, (B, C), NEW_DAY - dt.timedelta(days=1)) != ()


def test_roles_are_given_and_representatives_kept():
    new = with_members(following(LAST), LAST, (A, B, heir("M")), Roles(lead=B, deputy=A))
    assert [(m.unit.id, m.role) for m in new.members] == [
        ("A", Role.DEPUTY),
        ("B", Role.LEAD),
        ("M", Role.MEMBER),
    ]
    assert [m.representative for m in new.members] == [None, HEAD, None]
