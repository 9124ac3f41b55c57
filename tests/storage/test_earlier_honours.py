"""Earlier honours of a subject are found without reading every decision, and none is left out."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.eligibility.facts import facts_of
from desktop_app.domain.commendations.honour import honours, honours_of
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Succession, SuccessionKind, Unit, UnitName
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile
from desktop_app.storage.plain import to_plain


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Units of which one was renamed, people of them, and decisions that honour anybody."""
    from tests.storage.conftest import SmallCluster

    chance, small = random.Random(6), SmallCluster()
    old = Unit(id="cu", names=(UnitName(full="Cục Cũ"),))
    renamed = Succession(unit=old, kind=SuccessionKind.RENAMED, day=dt.date(2017, 1, 1))
    new = Unit(id="moi", names=(UnitName(full="Cục Mới"),), predecessors=(renamed,))
    units = (small.lead, small.other, old, new)
    people = tuple(
        Person(full_name=name, unit=unit) for name in ("Lê An", "Đỗ Bình") for unit in units
    )
    award = Award(name="Bằng khen", code="BK", for_collective=True, for_individual=True)

    def subject():
        kind = chance.choice(list(SubjectKind))
        person = kind is SubjectKind.INDIVIDUAL and chance.choice((None, *people))
        typed = chance.choice(("Lê An", "LÊ AN", "Đỗ Bình", "Phòng 1", "Cục Cũ"))
        unit = chance.choice((*units, None))
        return {"kind": kind, "person": person or None, "name": typed, "unit": unit}

    decisions = [
        Decision(
            period=small.period,
            number=str(n),
            date=dt.date(2018, 1 + n % 12, 1),
            subject=f"Khen {n}",
            body="Bộ",
            grants=tuple(
                Grant(award=award, achievement_year=chance.choice(("2017", "2018")), **subject())
                for _ in range(chance.randrange(1, 3))
            ),
        )
        for n in range(120)
    ]
    records = [small.cluster, *units, small.period, *people, award, *decisions]
    path = tmp_path_factory.mktemp("khen") / "khen.thidua"
    with DataFile.create(path, records) as file:
        yield file, [Nomination(period=small.period, award=award, **subject()) for _ in range(150)]


def test_they_are_those_among_all_decisions(world):
    file, nominations = world
    every, counts = honours(file.decisions.all()), []
    for nomination in nominations:
        wanted = honours_of(nomination.who, every)
        assert honours_of(nomination.who, file.nomination_file_of(nomination).honours) == wanted
        counts.append(len(wanted))
    assert max(counts) > 3


def test_facts_are_those_among_all_records(world):
    file, nominations = world
    with file.transaction():
        for nomination in nominations:
            file.nominations._write(to_plain(nomination))
    decisions, every = file.decisions.all(), file.nominations.all()
    others = 0
    for nomination in nominations:
        who = nomination.who
        wanted = facts_of(nomination, decisions=decisions, nominations=every)
        found = facts_of(
            nomination,
            decisions=file.decisions.naming(who, with_members=True),
            nominations=file.nominations.of_subject(who),
        )
        assert found == wanted
        others += len(wanted.others) + len(wanted.member_honours)
    assert others > 100


def test_most_decisions_are_not_read_for_a_person(world):
    file, nominations = world
    file.forget_loaded()
    person = next(one for one in nominations if one.person)
    file.nomination_file_of(person)
    assert 0 < len(file.decisions._loaded) < file.decisions.count() / 2


def test_grants_of_a_year_are_all_there(world):
    file, _ = world
    (period,) = file.periods.all()
    every = [grant for decision in file.decisions.all() for grant in decision.grants]
    wanted = {grant.id for grant in every if grant.achievement_year == "2018"}
    assert {grant.id for grant in file.registrations_of(period).grants} == wanted
    assert 0 < len(wanted) < len(every)


def test_the_register_holds_its_own_year_alone(tmp_path):
    with create_sample(tmp_path / "mẫu.thidua") as file:
        for period in file.periods.all():
            own = {record.id for record in file.numbered() if record.period.id == period.id}
            assert {record.id for record in file.register_of(period).records} == own
