"""A unit's place among units: parent, forerunners, and the day it ends."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.units.person import Person, Posting, ServiceState
from desktop_app.domain.units.unit import Succession, Unit, UnitName, successors

DAY = dt.date(2018, 8, 6)


def _unit(name: str, **more: object) -> Unit:
    return Unit(id=name, names=(UnitName(full=f"Cục {name}"),), **more)  # type: ignore[arg-type]


OLD = _unit("A")
NEW = _unit("B", predecessors=(Succession(unit=OLD, day=DAY, decision="12/QĐ-BCA"),))


def test_unit_under_another_and_out_of_another_is_sound():
    assert _unit("C", parent=NEW, predecessors=NEW.predecessors).problems() == {}


def test_parent_that_leads_back_is_refused_beside_the_field():
    child = _unit("C", parent=_unit("D", parent=OLD))
    assert set(OLD.replace(parent=child).problems()) == {"parent"}
    assert set(OLD.replace(parent=OLD).problems()) == {"parent"}


def test_succession_that_leads_back_is_refused_beside_the_field():
    later = _unit("C", predecessors=(Succession(unit=NEW, day=DAY),))
    circle = OLD.replace(predecessors=(Succession(unit=later, day=DAY),))
    assert set(circle.problems()) == {"predecessors"}
    assert set(OLD.replace(parent=NEW).problems()) == {"parent"}


def test_forerunner_needs_a_day_and_stands_once():
    undated = NEW.replace(predecessors=(Succession(unit=OLD),))
    assert undated.problems() == {"predecessors.0.day": "Dòng 1: Cần có ngày kế thừa."}
    twice = NEW.replace(predecessors=NEW.predecessors * 2)
    assert twice.problems() == {"predecessors": "Một đơn vị tiền thân được ghi hai lần."}


def test_successors_are_found_from_the_other_side():
    assert successors(OLD, (OLD, NEW)) == ((NEW, NEW.predecessors[0]),)
    assert successors(NEW, (OLD, NEW)) == ()


def test_unit_works_until_the_day_before_it_ends():
    ended = OLD.replace(inactive_from=DAY)
    assert ended.is_active_on(DAY - dt.timedelta(days=1))
    assert not ended.is_active_on(DAY)
    assert OLD.is_active_on(DAY)


def test_person_who_left_needs_the_day():
    retired = Person(full_name="A", service_state=ServiceState.RETIRED)
    assert retired.problems() == {"service_state_since": "Cần có ngày nghỉ hưu."}
    assert retired.replace(service_state_since=DAY).problems() == {}
    assert Person(full_name="A").problems() == {}


def test_posting_says_where_or_what_and_ends_after_it_begins():
    person = Person(full_name="A", postings=(Posting(), Posting(unit=OLD, since=DAY, until=DAY)))
    assert list(person.problems()) == ["postings.0.post"]
    backwards = Posting(post="Đội trưởng", since=DAY, until=DAY - dt.timedelta(days=1))
    assert list(backwards.problems()) == ["until"]


def test_person_of_a_day_has_the_unit_and_post_of_a_posting_that_has_ended():
    before = Unit(id="cu", names=(UnitName(full="Cục Cũ"),))
    now = Unit(id="nay", names=(UnitName(full="Cục Nay"),))
    person = Person(
        full_name="Đỗ A",
        unit=now,
        post="Trưởng phòng",
        postings=(
            Posting(unit=before, post="Đội trưởng", until=dt.date(2018, 12, 31)),
            Posting(post="Phó phòng", since=dt.date(2019, 1, 1), until=dt.date(2020, 6, 30)),
            Posting(unit=now, post="Trưởng phòng", since=dt.date(2020, 7, 1)),
        ),
    )

    def on(day):
        then = person.as_of(day)
        return then.unit.name, then.post

    assert on(dt.date(2018, 12, 31)) == ("Cục Cũ", "Đội trưởng")
    assert on(dt.date(2019, 1, 1)) == ("Cục Nay", "Phó phòng")
    assert on(dt.date(2020, 7, 1)) == on(None) == ("Cục Nay", "Trưởng phòng")
