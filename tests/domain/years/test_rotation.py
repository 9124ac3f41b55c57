"""The rotation book: who led, and who is next and why."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster, ExceptionKind, RotationException
from desktop_app.domain.years.period import Membership, Period, Role
from desktop_app.domain.years.rotation import Rotation

CLUSTER = Cluster(id="cum", name="Cụm thi đua số 2", organising_body="Bộ Công an")
UNITS = {n: Unit(id=n, names=(UnitName(full=f"Cục {n}"),)) for n in "ABCD"}


def period(year, lead, deputy="", units="ABCD"):
    def role(name):
        return Role.LEAD if name == lead else Role.DEPUTY if name == deputy else Role.MEMBER

    return Period(
        id=str(year),
        cluster=CLUSTER,
        name=str(year),
        since=dt.date(year, 1, 1),
        until=dt.date(year, 12, 31),
        members=tuple(Membership(unit=UNITS[n], role=role(n)) for n in units),
    )


def book(*periods):
    return Rotation(cluster=CLUSTER, periods=periods)


def names(rotation):
    return [candidate.unit.id for candidate in rotation.candidates]


def test_never_led_comes_first_then_the_earliest_lead_without_the_present_one():
    rotation = book(period(2018, "B"), period(2016, "C"), period(2017, "A"))
    assert names(rotation) == ["D", "C", "A"]
    assert [candidate.why for candidate in rotation.candidates] == [
        "Chưa làm Cụm trưởng trong 3 kỳ đã ghi.",
        "Làm Cụm trưởng gần nhất năm 2016, sau đó đã qua 2 kỳ.",
        "Làm Cụm trưởng gần nhất năm 2017, sau đó đã qua 1 kỳ.",
    ]
    assert rotation.proposed.unit.id == "D"
    assert rotation.tie_sentence == ""
    assert rotation.next_title == "năm 2019"


def test_equals_stand_in_the_order_of_the_cluster_and_it_is_said():
    rotation = book(period(2018, "B", units="DBAC"))
    assert names(rotation) == ["D", "A", "C"]
    assert rotation.tie_sentence == (
        "Cùng mức còn 2 đơn vị khác: xếp theo thứ tự các đơn vị của cụm."
    )


def test_last_lead_counts_not_the_first():
    rotation = book(
        period(2015, "A"), period(2016, "C"), period(2017, "A"), period(2018, "B", units="ABC")
    )
    assert names(rotation) == ["C", "A"]


def test_deputy_is_mentioned_but_does_not_jump_the_queue():
    rotation = book(period(2017, "A"), period(2018, "B", deputy="A"))
    assert names(rotation) == ["C", "D", "A"]
    assert rotation.candidates[2].why.endswith(
        "Là Cụm phó năm 2018, theo lệ thường làm Cụm trưởng kỳ sau."
    )
    assert rotation.deputy_sentence.startswith("Cụm phó năm 2018 là Cục A;")
    assert book(period(2018, "B", deputy="A")).deputy_sentence == ""


def test_only_members_of_the_newest_period_are_proposed():
    assert names(book(period(2017, "A"), period(2018, "B", units="AB"))) == ["A"]
    left = period(2018, "B")
    gone = left.members[0].replace(until=dt.date(2018, 6, 30))
    assert names(book(left.replace(members=(gone, *left.members[1:])))) == ["C", "D"]


def test_lead_that_changed_within_a_year_has_two_lines_and_the_last_is_present():
    change = dt.date(2018, 7, 1)
    first, second, third, fourth = period(2018, "A").members
    members = (
        first.replace(until=change - dt.timedelta(days=1)),
        second.replace(role=Role.LEAD, since=change),
        third.replace(role=Role.DEPUTY, since=change),
        fourth,
        Membership(unit=UNITS["A"], since=change),
    )
    rotation = book(period(2018, "A").replace(members=members))
    assert rotation.newest.problems() == {}
    assert [(t.lead_name, t.deputy_name) for t in rotation.turns] == [
        ("Cục A", ""),
        ("Cục B", "Cục C"),
    ]
    assert rotation.present.unit.id == "B"
    assert names(rotation) == ["C", "D", "A"]
    assert rotation.candidates[-1].why == "Làm Cụm trưởng gần nhất năm 2018, kỳ mới nhất."


def test_book_has_the_names_of_its_years():
    renamed = UNITS["A"].replace(
        names=(
            UnitName(full="Tên cũ", until=dt.date(2017, 12, 31)),
            UnitName(full="Tên mới", since=dt.date(2018, 1, 1)),
        )
    )
    old, new = period(2017, "A"), period(2018, "B")
    periods = (
        p.replace(members=(p.members[0].replace(unit=renamed), *p.members[1:])) for p in (old, new)
    )
    rotation = book(*periods)
    assert rotation.turns[0].lead_name == "Tên cũ"
    assert rotation.candidates[-1].name == "Tên mới"


def test_period_on_the_screen_takes_the_place_of_the_stored_one():
    rotation = book(period(2017, "A"), period(2018, "B")).including(period(2018, "C"))
    assert len(rotation.periods) == 2
    assert rotation.present.unit.id == "C"


def test_without_periods_or_members_nothing_is_proposed():
    for rotation in (book(), book(period(2018, "", units=""))):
        assert rotation.proposed is None
        assert rotation.tie_sentence == rotation.deputy_sentence == ""
    assert book().next_title == "kỳ tiếp theo"


def exception(unit, turn, kind=ExceptionKind.SKIPS, reason="Đang sáp nhập"):
    return RotationException(unit=UNITS[unit], turn=turn, kind=kind, reason=reason)


def test_exceptions_move_a_unit_before_or_behind_all_others_with_the_reason():
    plain = book(period(2018, "B"), period(2016, "C"), period(2017, "A"))
    made = (exception("D", "2019"), exception("A", "2019", ExceptionKind.TAKES, "Bộ phân công."))
    rotation = plain.replace(cluster=CLUSTER.replace(rotation_exceptions=made))
    assert names(plain) == ["D", "C", "A"]
    assert names(rotation) == ["A", "C", "D"]
    assert rotation.candidates[0].why.endswith("Nhận ngoài thứ tự: Bộ phân công.")
    assert rotation.candidates[-1].why.endswith("Lùi lượt: Đang sáp nhập.")


def test_exception_of_another_year_moves_nobody_and_stands_in_the_book():
    plain = book(period(2017, "A"), period(2018, "B"))
    made = CLUSTER.replace(rotation_exceptions=(exception("C", "2018"),))
    rotation = plain.replace(cluster=made)
    assert names(rotation) == names(plain)
    assert [turn.remark for turn in rotation.turns] == ["", "Cục C lùi lượt: Đang sáp nhập."]
