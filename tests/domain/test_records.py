"""Records: clean from the first moment, and honest about what is wrong with them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import unicodedata

import pytest

from desktop_app.domain.commendations.award import Award, SubjectKind, awards_on
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.nomination import Nomination, Submission, SubmissionLine
from desktop_app.domain.compacts.compact import Compact, CompactItem, CompactState, Signature
from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.meetings.meeting import (
    AgendaItem,
    Attendance,
    Capacity,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import (
    Membership,
    Period,
    Role,
    Secretariat,
    SecretariatMember,
    SecretariatRole,
)

CLUSTER = Cluster(name="Cụm thi đua số 2", organising_body="Bộ Công an")
FIRST = Unit(id="c07", names=(UnitName(full="Cục Một", short="C1"),))
SECOND = Unit(id="k01", names=(UnitName(full="Cục Hai"),))
MEMBERS = (Membership(unit=FIRST, role=Role.LEAD), Membership(unit=SECOND))
PERIOD = Period(
    cluster=CLUSTER,
    name="2018",
    since=dt.date(2018, 1, 1),
    until=dt.date(2018, 12, 31),
    members=MEMBERS,
)
FLAG = Award(code="CO", name="Cờ thi đua", for_collective=True)
MEETING = Meeting(period=PERIOD, name="Hội nghị", starts=dt.datetime(2018, 3, 13, 14))
DECISION = Decision(period=PERIOD, number="1", date=dt.date(2018, 3, 8), body="Cụm")
GRANT = Grant(name="Cục Một", award=FLAG)
NOMINATION = Nomination(id="n", period=PERIOD, award=FLAG, unit=FIRST, achievement_year="2017")
COMPACT = Compact(period=PERIOD, name="Giao ước")


def test_good_records_have_no_problems():
    records = (CLUSTER, FIRST, PERIOD, FLAG, MEETING, DECISION, GRANT, NOMINATION, COMPACT)
    assert [record.problems() for record in records] == [{}] * len(records)


WRONG = [
    (CLUSTER.replace(name="", organising_body=""), {"name", "organising_body"}),
    (FIRST.replace(names=()), {"names"}),
    (FIRST.replace(names=(UnitName(full=""),)), {"names.0.full"}),
    (
        FIRST.replace(
            names=(UnitName(full="A", since=dt.date(2018, 8, 6), until=dt.date(2018, 1, 1)),)
        ),
        {"names.0.until"},
    ),
    (FIRST.replace(names=(UnitName(full="A"), UnitName(full="B"))), {"names.1.since"}),
    (
        FIRST.replace(
            names=(UnitName(full="A"), UnitName(full="B", since=dt.date.min, until=dt.date.max))
        ),
        {"names"},
    ),
    (Person(), {"full_name"}),
    (PERIOD.replace(name="", since=None, until=None), {"name", "since", "until"}),
    (PERIOD.replace(until=dt.date(2017, 1, 1)), {"until"}),
    (PERIOD.replace(members=(*MEMBERS, Membership(unit=SECOND))), {"members"}),
    (PERIOD.replace(members=(Membership(unit=FIRST),)), {"members"}),
    (
        PERIOD.replace(members=(MEMBERS[0], Membership(unit=SECOND, role=Role.LEAD))),
        {"members"},
    ),
    (FLAG.replace(name="", code="", for_collective=False), {"name", "code", "for_collective"}),
    (
        FLAG.replace(valid_from=dt.date(2024, 1, 1), valid_until=dt.date(2023, 1, 1)),
        {"valid_until"},
    ),
    (MEETING.replace(name="", starts=None), {"name", "starts"}),
    (MEETING.replace(ends=dt.datetime(2018, 3, 13, 13)), {"ends"}),
    (MEETING.replace(minutes_copies=0), {"minutes_copies"}),
    (
        MEETING.replace(minutes_number=0, invitation_number=-1),
        {"minutes_number", "invitation_number"},
    ),
    (
        Submission(period=PERIOD, subject="Đề nghị", addressees=("Bộ",), number=0),
        {"number"},
    ),
    (MEETING.replace(agenda=(AgendaItem(),)), {"agenda.0.text"}),
    (
        MEETING.replace(
            attendance=tuple(Attendance(unit=FIRST, name=name, votes=True) for name in "AB")
        ),
        {"attendance"},
    ),
    (Attendance(name="A", presence=Presence.DEPUTY), {"deputy_name"}),
    (Attendance(name="A", capacity=Capacity.GUEST, votes=True), {"votes"}),
    (Vote(question="Q", agreed=5, against=2, voters=6), {"agreed"}),
    (Vote(question="Q", agreed=-1, voters=6), {"agreed"}),
    (COMPACT.replace(items=(CompactItem(),)), {"items.0.text"}),
    (COMPACT.replace(state=CompactState.SIGNED), {"signed_on"}),
    (
        NOMINATION.replace(award=None, unit=None, achievement_year=""),
        {"award", "unit", "achievement_year"},
    ),
    (NOMINATION.replace(kind=SubjectKind.INDIVIDUAL), {"name", "award"}),
    (NOMINATION.replace(votes_for=7, votes_total=6), {"votes_for"}),
    (NOMINATION.replace(votes_for=-1, votes_total=6), {"votes_for"}),
    (Submission(period=PERIOD), {"subject", "addressees"}),
    (DECISION.replace(number="", date=None, body=""), {"number", "date", "body"}),
    (GRANT.replace(state=GrantState.PRESENTED), {"presented_on"}),
    (
        DECISION.replace(grants=(GRANT.replace(presented_on=dt.date(2018, 3, 7)),)),
        {"grants.0.presented_on"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("record", "fields"), WRONG)
def test_problems_name_the_fields(record, fields):
    problems = record.problems()
    assert set(problems) == fields
    assert all(sentence.endswith(".") for sentence in problems.values())


def test_text_is_composed_and_trimmed():
    decomposed = unicodedata.normalize("NFD", " Lê Thị Ngữ ")
    assert Person(full_name=decomposed).full_name == "Lê Thị Ngữ"
    submission = Submission(period=PERIOD, addressees=(decomposed, "B "))
    assert submission.addressees == ("Lê Thị Ngữ", "B")


def test_records_are_frozen_and_keep_their_id():
    with pytest.raises(dataclasses.FrozenInstanceError):
        FIRST.code = "X"
    assert FIRST.replace(code="X").id == FIRST.id
    assert Person().id != Person().id


def test_invalid_record_says_every_sentence():
    error = InvalidRecord({"a": "Một.", "b": "Hai."})
    assert "Một. Hai." in str(error)
    assert error.problems == {"a": "Một.", "b": "Hai."}


def test_name_on_follows_the_days():
    old = UnitName(full="Cũ", until=dt.date(2018, 8, 5))
    new = UnitName(full="Mới", short="M", since=dt.date(2018, 8, 6))
    unit = Unit(names=(old, new))
    assert unit.name_on(dt.date(2018, 8, 5)) == "Cũ"
    assert unit.name_on(dt.date(2018, 8, 6)) == "Mới"
    assert unit.name_on(None) == unit.name == "Mới"
    assert unit.short_name == "M"
    assert unit.replace(names=(new,)).name_on(dt.date(2000, 1, 1)) == "Mới"
    assert Unit().name_on(None) == Unit().short_name == ""


def test_votes():
    assert Vote(question="Q", agreed=6, voters=6).is_unanimous
    assert not Vote(question="Q", agreed=5, voters=6).is_unanimous
    assert not Vote(question="Q").is_unanimous


def test_who_is_in_the_room():
    people = (
        Attendance(name="A", unit=FIRST, votes=True, presence=Presence.PRESENT),
        Attendance(name="B", unit=SECOND, votes=True, presence=Presence.DEPUTY, deputy_name="C"),
        Attendance(name="D", unit=SECOND, presence=Presence.ABSENT, votes=True),
        Attendance(name="E", organisation="Báo", capacity=Capacity.GUEST),
    )
    meeting = MEETING.replace(attendance=people)
    assert meeting.voters_present == 2
    assert [p.name for p in meeting.present] == ["A", "B"]
    assert [p.name for p in meeting.absent] == ["D"]
    assert [p.name for p in meeting.of_capacity(Capacity.GUEST)] == ["E"]
    assert people[3].body_on(None) == "Báo"
    assert people[0].body_on(None) == "Cục Một"
    assert meeting.day == dt.date(2018, 3, 13)
    assert meeting.replace(starts=None).day is None
    assert MeetingKind.SECRETARIAT.noun == "cuộc họp"
    assert MeetingKind.SIGNING.noun == "hội nghị"
    assert meeting.replace(state=MeetingState.ADOPTED).is_adopted


def test_signed_compact_needs_every_member_of_its_day():
    day = dt.date(2018, 3, 13)
    one = Signature(unit=FIRST, signed_on=day)
    signed = COMPACT.replace(state=CompactState.SIGNED, signed_on=day, signatures=(one,))
    assert signed.problems() == {"signatures": "Chưa đủ chữ ký, còn thiếu: Cục Hai."}
    assert signed.signed_count == 1
    both = signed.replace(signatures=(one, Signature(unit=SECOND, signed_on=day)))
    assert both.problems() == {}
    assert both.is_frozen
    assert not COMPACT.is_frozen


def test_a_nomination_stands_once_in_a_submission():
    lines = (SubmissionLine(nomination=NOMINATION), SubmissionLine(nomination=NOMINATION))
    twice = Submission(period=PERIOD, subject="S", addressees=("B",), lines=lines)
    assert set(twice.problems()) == {"lines"}
    assert twice.nominations(SubjectKind.COLLECTIVE) == (NOMINATION, NOMINATION)
    assert twice.nominations(SubjectKind.INDIVIDUAL) == ()


def test_printed_name_of_a_nomination():
    person = Person(full_name="Lê A")
    assert NOMINATION.subject_on(None) == "Cục Một"
    assert NOMINATION.replace(name="Phòng 1").subject == "Phòng 1"
    assert NOMINATION.replace(kind=SubjectKind.INDIVIDUAL, person=person).subject == "Lê A"


def test_one_head_of_the_secretariat():
    head = SecretariatMember(person=Person(full_name="A"), role=SecretariatRole.HEAD)
    secretariat = Secretariat(period=PERIOD, members=(head, head.replace(id="b")))
    assert set(secretariat.problems()) == {"members"}
    assert secretariat.replace(members=(head,)).problems() == {}


def test_catalogue_of_a_day():
    old = FLAG.replace(valid_until=dt.date(2023, 12, 31), place_in_list=2)
    new = FLAG.replace(valid_from=dt.date(2024, 1, 1), place_in_list=1)
    assert awards_on((old, new), dt.date(2023, 12, 31)) == (old,)
    assert awards_on((old, new), dt.date(2024, 1, 1)) == (new,)
    assert awards_on((old, new), None) == (new, old)
