"""A unit's history: everything it was part of, in all periods, the newest first."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.compact import Compact, CompactState, Signature
from desktop_app.domain.meetings.meeting import Attendance, Meeting, Presence
from desktop_app.domain.units.history_entry import HistoryKind
from desktop_app.domain.units.unit import Succession, Unit, UnitName
from desktop_app.domain.units.unit_history import unit_history
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, Role

OWN = Unit(id="c07", names=(UnitName(full="Cục Một", short="C1"),))
OTHER = Unit(id="k01", names=(UnitName(full="Cục Hai"),))
CLUSTER = Cluster(name="Cụm thi đua số 2")
FLAG = Award(code="CO", name="Cờ thi đua", for_collective=True, for_individual=True)


def _period(year: int, role: Role, unit: Unit = OWN) -> Period:
    return Period(
        id=str(year),
        cluster=CLUSTER,
        name=str(year),
        since=dt.date(year, 1, 1),
        until=dt.date(year, 12, 31),
        members=(Membership(unit=unit, role=role),),
    )


FIRST, SECOND = _period(2018, Role.LEAD), _period(2019, Role.MEMBER)


def _meeting(period: Period, *delegates: Attendance) -> Meeting:
    start = dt.datetime(int(period.name), 3, 13, 14)
    return Meeting(period=period, name="Ký kết", starts=start, attendance=delegates)


def test_all_sorts_of_all_periods_stand_newest_first():
    compact = Compact(
        period=FIRST,
        name="Giao ước",
        signatures=(Signature(unit=OWN, signed_on=dt.date(2018, 3, 14)), Signature(unit=OTHER)),
    )
    meeting = _meeting(SECOND, Attendance(unit=OWN, name="A", presence=Presence.ABSENT))
    nomination = Nomination(period=SECOND, award=FLAG, unit=OWN)
    decision = Decision(
        period=FIRST,
        number="7",
        date=dt.date(2018, 12, 1),
        grants=(Grant(unit=OWN, award=FLAG, name="Cục Một"),),
    )
    entries = unit_history(OWN, (FIRST, SECOND, compact, meeting, nomination, decision))
    assert [(e.kind, e.year, e.record) for e in entries] == [
        (HistoryKind.NOMINATION, "2019", nomination),
        (HistoryKind.MEETING, "2019", meeting),
        (HistoryKind.ROLE, "2019", SECOND),
        (HistoryKind.GRANT, "2018", decision),
        (HistoryKind.COMPACT, "2018", compact),
        (HistoryKind.ROLE, "2018", FIRST),
    ]
    assert [e.state for e in entries if e.is_missing] == ["Vắng"]


def test_what_other_units_did_is_not_told():
    theirs = _period(2018, Role.LEAD, OTHER)
    meeting = _meeting(theirs, Attendance(unit=OTHER, name="A"), Attendance(name="Khách"))
    compact = Compact(period=theirs, name="Giao ước", signatures=(Signature(unit=OTHER),))
    nomination = Nomination(period=theirs, award=FLAG, unit=OTHER)
    decision = Decision(period=theirs, number="7", grants=(Grant(unit=OTHER, award=FLAG),))
    entries = unit_history(OWN, (theirs, compact, meeting, nomination, decision))
    assert entries == ()


def test_one_delegate_who_came_stands_for_the_unit():
    def state(*presences: Presence) -> str:
        delegates = (Attendance(unit=OWN, name="A", presence=p) for p in presences)
        (entry,) = unit_history(OWN, (_meeting(FIRST, *delegates),))
        return entry.state

    assert state(Presence.ABSENT, Presence.PRESENT) == "Có mặt 1/2"
    assert state(Presence.PRESENT, Presence.PRESENT) == "Có mặt"
    assert state(Presence.DEPUTY) == "Ủy quyền dự thay"
    assert state(Presence.ABSENT, Presence.ABSENT) == "Vắng"


def test_an_unsigned_compact_and_a_person_are_named():
    compact = Compact(period=FIRST, name="Giao ước", signatures=(Signature(unit=OWN),))
    nomination = Nomination(period=FIRST, award=FLAG, unit=OWN, name="Đặng Văn Ân")
    person, unsigned = unit_history(OWN, (compact, nomination))[::-1]
    texts = {unsigned.text: unsigned.state, person.text: person.state}
    assert texts == {"Giao ước": "Chưa ký", "Cờ thi đua: Đặng Văn Ân": "Đề xuất"}


def test_drafts_that_led_to_the_compact_are_no_work_of_the_unit():
    draft = Compact(period=FIRST, name="Dự thảo", signatures=(Signature(unit=OWN),))
    signed = draft.replace(id="da-ky", name="Đã ký", version=2, state=CompactState.SIGNED)
    other = draft.replace(id="nam-sau", period=SECOND, name="Năm sau")
    texts = [entry.text for entry in unit_history(OWN, (draft, signed, other))]
    assert texts == ["Năm sau", "Đã ký"]


def test_succession_is_told_from_both_sides():
    how = Succession(unit=OWN, day=dt.date(2018, 8, 6), decision="12/QĐ-BCA")
    newer = OTHER.replace(predecessors=(how,))
    (ended,) = unit_history(OWN, (OWN, newer))
    (begun,) = unit_history(newer, (OWN, newer))
    assert (ended.text, ended.record) == ("Được Cục Hai tiếp nối, 12/QĐ-BCA", newer)
    assert (begun.text, begun.record) == ("Tiếp nối Cục Một, 12/QĐ-BCA", OWN)
    assert {ended.state, ended.year, begun.state, begun.year} == {"Sáp nhập", "2018"}
