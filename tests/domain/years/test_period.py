"""Members in their order, the lead of a day, and in whose name papers are made out."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.issuing import IssuedBy, IssuingBody
from desktop_app.domain.years.period import Membership, Period, Role

CLUSTER = Cluster(
    name="Cụm thi đua số 2",
    block="Khối các đơn vị trực thuộc Bộ trưởng",
    organising_body="Bộ Công an",
    code="CTĐ2",
    place="Hà Nội",
)
UNITS = {
    name: Unit(id=name, code=name, names=(UnitName(full=f"Cục {name}"),), head_post="Cục trưởng")
    for name in ("A", "B", "C")
}
HANDOVER = dt.date(2018, 7, 1)
PERIOD = Period(
    cluster=CLUSTER,
    name="2018",
    since=dt.date(2018, 1, 1),
    until=dt.date(2018, 12, 31),
    members=(
        Membership(unit=UNITS["C"]),
        Membership(unit=UNITS["B"], role=Role.LEAD, since=HANDOVER),
        Membership(unit=UNITS["A"], role=Role.LEAD, until=HANDOVER - dt.timedelta(days=1)),
    ),
)


def test_lead_changes_within_the_period():
    assert PERIOD.problems() == {}
    assert PERIOD.lead_on(dt.date(2018, 6, 30)).unit.id == "A"
    assert PERIOD.lead_on(HANDOVER).unit.id == "B"
    assert PERIOD.replace(members=()).lead_on(HANDOVER) is None


def test_lead_stands_first():
    assert [m.unit.id for m in PERIOD.members_on(HANDOVER)] == ["B", "C"]
    assert PERIOD.membership_of(UNITS["C"]).role is Role.MEMBER
    assert PERIOD.membership_of(None) is None


def test_titles():
    assert PERIOD.title == "Năm 2018"
    assert PERIOD.replace(name="2025–2026").title == "Kỳ 2025–2026"


def test_cluster_issues():
    body = PERIOD.issuing_body(HANDOVER)
    assert (body.parent, body.name) == ("Bộ Công an", "Cụm thi đua số 2")
    assert body.second_line == "Khối các đơn vị trực thuộc Bộ trưởng"
    assert (body.authority, body.post) == ("TM. Cụm thi đua số 2", "Cụm trưởng")
    assert body.symbol("BB", 5) == "Số: 05/BB-CTĐ2"
    assert body.symbol("BB", 113) == "Số: 113/BB-CTĐ2"


def test_lead_unit_of_the_day_issues():
    period = PERIOD.replace(issued_by=IssuedBy.LEAD_UNIT)
    body = period.issuing_body(dt.date(2018, 6, 30))
    assert (body.name, body.second_line, body.authority) == ("Cục A", "", "")
    assert body.post == "Cục trưởng"
    assert body.symbol("TTr", 5) == "Số: 05/TTr-A"
    assert period.issuing_body(HANDOVER).name == "Cục B"
    nobody = period.replace(members=())
    assert nobody.issuing_body(HANDOVER).name == "Cụm thi đua số 2"


def test_open_number_and_missing_code():
    assert IssuingBody(parent="", name="", code="X").symbol("GM", None).endswith("/GM-X")
    assert IssuingBody(parent="", name="").symbol("GM", 1) == "Số: 01/GM"


def test_rank_before_a_name_is_a_setting():
    person = Person(full_name="Lê A", rank="Đại tá")
    assert person.signed_name() == "Đại tá Lê A"
    assert person.signed_name(with_rank=False) == "Lê A"


def member(name, role=Role.MEMBER, since=None, until=None):
    return Membership(unit=UNITS[name], role=role, since=since, until=until)


def day(month, number, year=2018):
    return dt.date(year, month, number)


@pytest.mark.parametrize(
    ("members", "field", "words"),
    [
        (
            (member("A", Role.LEAD), member("B", Role.LEAD, since=HANDOVER)),
            "members",
            "Ngày 01/07/2018 có hai đơn vị Cụm trưởng: Cục A và Cục B.",
        ),
        (
            (member("A", Role.LEAD, until=HANDOVER), member("B", Role.LEAD, since=HANDOVER)),
            "members",
            "Ngày 01/07/2018 có hai đơn vị Cụm trưởng",
        ),
        (
            (member("A", Role.LEAD), member("B", Role.DEPUTY), member("C", Role.DEPUTY)),
            "members",
            "Ngày 01/01/2018 có hai đơn vị Cụm phó: Cục B và Cục C.",
        ),
        (
            (member("A", Role.LEAD), member("B"), member("B", since=HANDOVER)),
            "members",
            "Ngày 01/07/2018: Cục B được ghi hai lần.",
        ),
        (
            (member("A", Role.LEAD), member("B", since=day(12, 31, 2017))),
            "members.1.since",
            "Dòng 2: 31/12/2017 nằm ngoài kỳ (01/01/2018 – 31/12/2018).",
        ),
        (
            (member("A", Role.LEAD, until=day(1, 1, 2019)),),
            "members.0.until",
            "Dòng 1: 01/01/2019 nằm ngoài kỳ",
        ),
        (
            (member("A", Role.LEAD, since=HANDOVER), member("B")),
            "members",
            "Từ 01/01/2018 đến 30/06/2018 chưa có đơn vị Cụm trưởng.",
        ),
        (
            (member("A", Role.LEAD, until=day(5, 31)), member("B", Role.LEAD, since=HANDOVER)),
            "members",
            "Từ 01/06/2018 đến 30/06/2018 chưa có đơn vị Cụm trưởng.",
        ),
        (
            (member("A", Role.LEAD, until=day(5, 31)), member("B")),
            "members",
            "Từ 01/06/2018 đến 31/12/2018 chưa có đơn vị Cụm trưởng.",
        ),
        (
            (member("A", Role.LEAD), member("B", since=HANDOVER, until=day(6, 30))),
            "members.1.until",
            "Dòng 2: Ngày thôi là thành viên đứng trước ngày bắt đầu.",
        ),
    ],
)
def test_members_that_cannot_be_are_refused_beside_their_place(members, field, words):
    problems = PERIOD.replace(members=members).problems()
    assert set(problems) == {field}
    assert problems[field].startswith(words)


def test_unit_may_lead_first_and_stay_as_a_member():
    members = (
        member("A", Role.LEAD, until=HANDOVER - dt.timedelta(days=1)),
        member("A", since=HANDOVER),
        member("B", Role.LEAD, since=HANDOVER),
    )
    period = PERIOD.replace(members=members)
    assert period.problems() == {}
    assert period.membership_of(UNITS["A"]).role is Role.MEMBER
    assert period.membership_of(UNITS["A"], day(6, 30)).role is Role.LEAD


def test_deputies_one_after_the_other():
    members = (
        member("A", Role.LEAD),
        member("B", Role.DEPUTY, until=day(6, 30)),
        member("C", Role.DEPUTY, since=HANDOVER),
    )
    period = PERIOD.replace(members=members)
    assert period.problems() == {}
    assert period.deputy_on(day(6, 30)).unit.id == "B"
    assert period.deputy_on(HANDOVER).unit.id == "C"


def test_without_a_day_the_members_as_the_period_ends():
    assert [m.unit.id for m in PERIOD.members_on(None)] == ["B", "C"]
    assert PERIOD.lead_on(None).unit.id == "B"
    assert PERIOD.replace(issued_by=IssuedBy.LEAD_UNIT).issuing_body().name == "Cục B"


@pytest.mark.parametrize("last", [dt.date(2018, 12, 31), dt.date(2018, 11, 30)])
def test_members_until_the_last_day_are_members_of_an_undated_paper(last):
    members = tuple(m.replace(until=m.until or last) for m in PERIOD.members)
    period = PERIOD.replace(members=members)
    for day in (None, period.until, dt.date(2019, 1, 15)):
        assert [m.unit.id for m in period.members_on(day)] == ["B", "C"]
        assert period.lead_on(day).unit.id == "B"


def test_day_before_the_period_counts_as_its_first():
    members = tuple(m.replace(since=m.since or PERIOD.since) for m in PERIOD.members)
    period = PERIOD.replace(members=members)
    assert period.lead_on(dt.date(2017, 12, 20)).unit.id == "A"
    assert Period(cluster=CLUSTER).members_on(None) == ()
