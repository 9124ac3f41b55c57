"""Before a meeting: clock of the agenda, legal states, carrying over, inviting, templates."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app import paths
from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.meetings import inviting
from desktop_app.domain.meetings.beginning import filled, meeting_from, new_meeting
from desktop_app.domain.meetings.carry_over import can_take, carried, unfinished
from desktop_app.domain.meetings.meeting import (
    AgendaItem,
    Attendance,
    Capacity,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from desktop_app.domain.meetings.schedule import (
    in_words,
    planned_minutes,
    schedule,
    schedule_notes,
)
from desktop_app.domain.meetings.states import next_states
from desktop_app.domain.meetings.template import TemplateItem, read_templates
from desktop_app.domain.sample.cluster import sample_cluster

AT, DAY = dt.time, dt.date
START = dt.datetime(2026, 3, 13, 8, 0)


@pytest.fixture(scope="module")
def sample():
    text = (paths.resources() / "catalogue" / "awards.json").read_text("utf-8")
    return sample_cluster(read_catalogue(text))


@pytest.fixture(scope="module")
def period(sample):
    return sample.periods[0]


@pytest.fixture(scope="module")
def templates():
    return read_templates((paths.resources() / "meetings" / "templates.json").read_text("utf-8"))


@pytest.fixture
def meeting(period):
    return Meeting(period=period, name="Họp", starts=START)


def item(minutes=None, starts=None, **more):
    return AgendaItem(text="Mục", minutes=minutes, starts=starts, **more)


def hours(meeting):
    return [(s.starts and s.starts.time(), s.ends and s.ends.time()) for s in schedule(meeting)]


# --- the clock ----------------------------------------------------------------------------


def test_clock_runs_on_and_a_given_hour_sets_it_anew(meeting):
    agenda = (item(10), item(30), item(20, AT(9, 0)), item(5))
    assert hours(meeting.replace(agenda=agenda)) == [
        (AT(8, 0), AT(8, 10)),
        (AT(8, 10), AT(8, 40)),
        (AT(9, 0), AT(9, 20)),
        (AT(9, 20), AT(9, 25)),
    ]


def test_unknown_duration_stops_the_clock_until_the_next_given_hour(meeting):
    agenda = (item(), item(30), item(20, AT(9, 0)))
    assert hours(meeting.replace(agenda=agenda)) == [
        (AT(8, 0), None),
        (None, None),
        (AT(9, 0), AT(9, 20)),
    ]
    assert hours(meeting.replace(agenda=agenda, starts=None)) == [(None, None)] * 3


def test_overlap_and_over_run_are_said(meeting):
    agenda = (item(90), item(60, AT(9, 0)), item(100))
    crowded = meeting.replace(agenda=agenda, ends=START.replace(hour=11))
    assert [slot.overlap for slot in schedule(crowded)] == [0, 30, 0]
    assert schedule_notes(crowded) == (
        "Mục 2 bắt đầu 09:00, chồng lên mục 1 30 phút.",
        "Chương trình kéo dài đến 11:40, quá giờ kết thúc 11:00 là 40 phút.",
    )
    assert planned_minutes(crowded) == 250
    fits = meeting.replace(agenda=(item(180),), ends=START.replace(hour=11))
    assert schedule_notes(fits) == ()
    early = meeting.replace(agenda=(item(5, AT(7, 30)),))
    assert schedule_notes(early) == ("Mục 1 bắt đầu 07:30, trước giờ bắt đầu hội nghị.",)


def test_second_day_of_a_long_meeting(meeting):
    long = meeting.replace(
        ends=dt.datetime(2026, 3, 14, 11, 0), agenda=(item(480), item(60, AT(8, 0)))
    )
    assert schedule(long)[1].starts == dt.datetime(2026, 3, 14, 8, 0)
    assert schedule_notes(long) == ()


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 phút"), (45, "45 phút"), (60, "1 giờ"), (75, "1 giờ 15 phút")]
)
def test_durations_in_words(minutes, words):
    assert in_words(minutes) == words


# --- states -------------------------------------------------------------------------------


def test_only_legal_steps():
    S = MeetingState  # noqa: N806
    assert next_states(S.PLANNED) == (S.INVITED, S.POSTPONED, S.CANCELLED)
    assert next_states(S.POSTPONED) == (S.PLANNED, S.CANCELLED)
    assert next_states(S.RUNNING) == (S.ENDED,)
    assert next_states(S.CANCELLED) == next_states(S.ADOPTED) == next_states(S.ENDED) == ()


def test_postponed_and_cancelled_say_why(meeting):
    for state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
        assert "state_reason" in meeting.replace(state=state).problems()
        told = meeting.replace(state=state, state_reason="bão số 3")
        assert "state_reason" not in told.problems()


# --- carrying over ------------------------------------------------------------------------


def test_unfinished_items_go_on_once_and_say_where_from(meeting):
    source = meeting.replace(
        agenda=(item(10, is_done=True), AgendaItem(text="Quy chế", starts=AT(9), minutes=20))
    )
    target = Meeting(period=meeting.period, name="Sau", starts=START + dt.timedelta(days=30))
    after = carried(source, target)
    (new,) = after.agenda
    assert (new.text, new.minutes, new.starts) == ("Quy chế", 20, None)
    assert new.carried_from == "Họp ngày 13/03/2026"
    assert new.id != unfinished(source)[0].id
    assert carried(source, after) == after


def test_items_go_only_to_a_meeting_to_come(meeting):
    later = Meeting(period=meeting.period, starts=START + dt.timedelta(days=1))
    assert can_take(later, meeting)
    assert not can_take(meeting, meeting)
    assert not can_take(meeting, later)
    assert not can_take(later.replace(state=MeetingState.ENDED), meeting)


# --- inviting -----------------------------------------------------------------------------


def test_one_voter_a_member_and_the_secretariat_once(sample, period, meeting):
    meeting = meeting.replace(starts=dt.datetime(2018, 6, 1, 8, 0))
    parts = inviting.by_register(meeting, period, (sample.secretariat,))
    voters = [part for part in parts if part.votes]
    assert [part.unit.id for part in voters] == [m.unit.id for m in period.members_on(None)]
    staff = [part.name for part in parts if part.capacity is Capacity.STAFF]
    assert staff == ["Cán bộ mẫu 01", "Cán bộ mẫu 02", "Cán bộ mẫu 03"]
    full = meeting.replace(attendance=parts)
    assert inviting.by_register(full, period, (sample.secretariat,)) == parts
    assert full.problems() == {}


def test_a_delegate_twice_is_refused_in_its_cell(sample, meeting):
    one, other = sample.people[0], sample.people[1]
    rows = (
        Attendance(name=one.full_name, person=one),
        Attendance(name=other.full_name, person=other),
        Attendance(name=one.full_name, person=one),
        Attendance(name="Khách  A", organisation="Sở B", capacity=Capacity.GUEST),
        Attendance(name="khách A", organisation="Sở B", capacity=Capacity.GUEST),
    )
    found = meeting.replace(attendance=rows).problems()
    assert found["attendance.2.name"] == "Dòng 3: Thủ trưởng mẫu 01 đã có ở dòng 1."
    assert found["attendance.4.name"] == "Dòng 5: khách A đã có ở dòng 4."
    namesake = other.replace(id="khac", full_name=one.full_name)
    rows = (Attendance(name="X", person=one), Attendance(name="X", person=namesake))
    assert meeting.replace(attendance=rows).problems() == {}
    tones = (Attendance(name="Lê Tú"), Attendance(name="Lê Tư"))
    assert meeting.replace(attendance=tones).problems() == {}


def test_a_body_may_be_invited_as_such(meeting):
    body = inviting.guest_of(" Bộ  Công an ")
    assert (body.organisation, body.problems()) == ("Bộ Công an", {})
    assert "name" in body.replace(capacity=Capacity.MEMBER).problems()


def test_guests_to_choose_from_each_once(meeting, sample):
    signing = sample.meetings[0]
    found = inviting.known_guests(("Bộ Công an",), (signing, signing))
    assert [g.name or g.organisation for g in found] == ["Bộ Công an", "Đỗ Ngọc Cẩn"]
    assert all(g.presence is Presence.INVITED for g in found)


def test_deputies_are_officers_of_the_unit_in_service(sample, meeting):
    signing = sample.meetings[0]
    part = next(p for p in signing.attendance if p.unit and p.unit.id == "cy" and p.votes)
    found = inviting.deputies(part, sample.people, signing.day)
    assert [person.id for person in found] == ["can-bo-06", "pho-thu-truong-06"]
    sent = inviting.with_deputy(part, found[1], signing.day)
    assert (sent.presence, sent.deputy_rank) == (Presence.DEPUTY, "Thượng tá")


def test_seats_in_the_order_of_the_cluster(sample):
    signing = sample.meetings[0]
    shuffled = signing.replace(attendance=tuple(reversed(signing.attendance)))
    seats = {part.name: part.seat for part in inviting.seated(shuffled)}
    assert (seats["Thủ trưởng mẫu 01"], seats["Cán bộ mẫu 01"]) == ("1", "2")
    assert (seats["Thủ trưởng mẫu 06"], seats["Đỗ Ngọc Cẩn"]) == ("11", "KM1")
    first = shuffled.attendance[0].replace(seat="Bàn chủ tọa")
    again = inviting.seated(shuffled.replace(attendance=(first, *shuffled.attendance[1:])))
    assert again[0].seat == "Bàn chủ tọa"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (DAY(2018, 3, 8), ""),
        (DAY(2018, 3, 9), "chỉ trước hội nghị 2 ngày làm việc"),
        (DAY(2018, 3, 11), "chỉ trước hội nghị 1 ngày làm việc"),
        (DAY(2018, 3, 14), "Ngày gửi giấy mời đứng sau ngày họp."),
        (None, "chậm nhất 08/03/2018"),
    ],
)
def test_three_working_days_ahead(meeting, sent, said):
    tuesday = meeting.replace(starts=dt.datetime(2018, 3, 13, 14, 0), invitation_date=sent)
    note = inviting.sending_note(tuesday)
    assert said in note if said else note == ""


def test_chair_who_is_not_invited_is_noted(sample):
    signing = sample.meetings[0]
    assert inviting.people_notes(signing) == ()
    rest = tuple(p for p in signing.attendance if p.person.id != signing.chair.id)
    notes = inviting.people_notes(signing.replace(attendance=rest))
    assert notes[0].startswith("Người chủ trì Thủ trưởng mẫu 01 chưa có")
    assert notes[1] == "Chưa có đại biểu biểu quyết: Cục CS PCCC và CNCH."


# --- templates ----------------------------------------------------------------------------


def test_seven_templates_are_sound(templates):
    kinds = [template.kind for template in templates]
    assert kinds == [kind for kind in MeetingKind if kind is not MeetingKind.OTHER]
    for template in templates:
        assert template.problems() == {}
        assert all(one.minutes and one.chair_words and one.presenter for one in template.items)
        assert template.text_blocks
        assert template.papers


def test_a_meeting_begins_with_its_template(templates, period):
    made = meeting_from(templates[0], period, None)
    assert made.name == "Hội nghị ký kết giao ước thi đua năm 2018 của Cụm thi đua số 2"
    assert made.kind is MeetingKind.SIGNING
    assert len(made.agenda) == len(templates[0].items) == 9
    assert [part.organisation for part in made.attendance] == ["Bộ Công an"]
    assert made.minutes_receivers[0] == "Bộ Công an (để báo cáo)"
    assert made.chair == new_meeting(period, None).chair
    everything = str(made.agenda) + made.name + made.grounds + str(made.attendance)
    assert "{" not in everything
    assert set(made.problems()) == {"starts"}


def test_unknown_fields_stay_to_be_seen(period):
    assert filled("{năm} {lạ}", period) == "2018 {lạ}"


def test_negative_durations_are_refused():
    assert "minutes" in TemplateItem(text="A", minutes=-1).problems()
    assert "minutes" in item(-5).problems()
