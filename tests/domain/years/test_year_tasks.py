"""What is to be done in a year, from every sort of record, and what each step and task opens."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.compacts.annex import AnnexState, CompactAnnex
from desktop_app.domain.compacts.campaign import Activity, Campaign, CampaignState
from desktop_app.domain.compacts.compact import Compact, CompactState
from desktop_app.domain.compacts.consultation import Comment, Consultation, Opinion
from desktop_app.domain.compacts.registration import Registration, RegistrationState
from desktop_app.domain.compacts.registration_board import blank
from desktop_app.domain.meetings.conclusion import Conclusion, TaskState
from desktop_app.domain.meetings.meeting import Meeting, MeetingKind, MeetingState
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.duties import DirectDuties, Duty, DutyEntry
from desktop_app.domain.years.handover import Handover, HandoverState
from desktop_app.domain.years.period import Membership, Period, PeriodState, Role
from desktop_app.domain.years.plan import PlanStep, StepKind, StepState, YearPlan
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_steps import place_in_line

TODAY = dt.date(2018, 7, 9)
EARLIER, LATER = dt.date(2018, 6, 30), dt.date(2018, 8, 30)
A, B, C = (Unit(id=n, names=(UnitName(full=f"Cục {n}"),)) for n in "ABC")
PERIOD = Period(
    cluster=Cluster(name="Cụm thi đua số 2", organising_body="Bộ Công an"),
    name="2018",
    since=dt.date(2018, 1, 1),
    until=dt.date(2018, 12, 31),
    state=PeriodState.RUNNING,
    registration_due=EARLIER,
    members=(Membership(unit=A, role=Role.LEAD), Membership(unit=B), Membership(unit=C)),
)
COMPACT = Compact(period=PERIOD, name="Giao ước 2018")
SIGNED = COMPACT.replace(state=CompactState.SIGNED, signed_on=dt.date(2018, 3, 13))
YEAR = Year(period=PERIOD.replace(registration_due=None))


def tasks(**records):
    return YEAR.replace(**records).tasks(TODAY)


def only(**records):
    (task,) = tasks(**records)
    return task.text, task.due, task.record


def plan(*steps):
    return YearPlan(period=PERIOD, steps=steps)


def test_year_without_records_has_no_tasks():
    assert YEAR.tasks(TODAY) == ()
    assert YEAR.steps(TODAY) == ()
    assert place_in_line(()) == ""


# --- the plan -----------------------------------------------------------------------------


def test_steps_are_those_of_the_plan_where_there_is_one():
    done = PlanStep(text="Ký", kind=StepKind.SIGNING, due=EARLIER, done_on=EARLIER)
    late = PlanStep(text="Đăng ký thi đua", kind=StepKind.REGISTRATION, due=EARLIER)
    own = PlanStep(text="Thăm Trường Sa", due=LATER)
    meeting = Meeting(period=PERIOD, name="Sơ kết", starts=dt.datetime(2018, 7, 17, 8))
    year = YEAR.replace(plan=plan(own, done, late), meetings=(meeting,))
    steps = year.steps(TODAY)
    assert [(step.label, step.state) for step in steps] == [
        ("Ký kết", StepState.DONE),
        ("Đăng ký", StepState.LATE),
        ("Thăm Trường Sa", StepState.AHEAD),
    ]
    assert place_in_line(steps) == "Bước 2/3: Đăng ký thi đua"
    assert place_in_line(steps[:1]) == "Đã xong 1/1 bước"
    assert [step.record for step in year.replace(plan=plan()).steps(TODAY)] == [meeting]


def test_steps_that_are_late_in_hand_near_or_undated_are_tasks():
    steps = (
        PlanStep(text="không ngày"),
        PlanStep(text="xa", due=TODAY + dt.timedelta(days=31)),
        PlanStep(text="gần", due=TODAY + dt.timedelta(days=30)),
        PlanStep(text="đang làm", starts=EARLIER, due=LATER),
        PlanStep(text="xong", due=EARLIER, done_on=EARLIER),
        PlanStep(text="trễ", due=EARLIER),
    )
    found = tasks(plan=plan(*steps))
    assert [task.text.removeprefix("Kế hoạch: ") for task in found] == [
        "trễ",
        "gần",
        "đang làm",
        "không ngày",
    ]
    assert [task.record for task in found] == [steps[5], steps[2], steps[3], steps[0]]


def meeting_of(kind, **changes):
    return Meeting(period=PERIOD, name=kind.label, kind=kind, **changes)


SIGNING, MID_YEAR = meeting_of(MeetingKind.SIGNING), meeting_of(MeetingKind.MID_YEAR)
YEAR_END, HONOURING = meeting_of(MeetingKind.YEAR_END), meeting_of(MeetingKind.HONOURING)
CONSULTATION = Consultation(period=PERIOD, compact=COMPACT)
CAMPAIGN = Campaign(period=PERIOD, name="Đợt 2/9", state=CampaignState.SUMMED_UP)
REGISTRATION = Registration(period=PERIOD, unit=A)
SENT = (REGISTRATION.replace(state=RegistrationState.SENT, sent_on=EARLIER),)
ACTIVITY = Activity(period=PERIOD, name="Hội thao")
HANDOVER = Handover(period=PERIOD, giver=A)


@pytest.mark.parametrize(
    ("kind", "records", "opened"),
    [
        (StepKind.MINISTRY_LAUNCH, {"compact": SIGNED}, None),
        (StepKind.DRAFTING, {"compact": SIGNED}, SIGNED),
        (StepKind.COMMENTS, {"compact": SIGNED, "consultations": (CONSULTATION,)}, CONSULTATION),
        (StepKind.COMMENTS, {"compact": SIGNED}, SIGNED),
        (StepKind.SIGNING, {"compact": SIGNED, "meetings": (MID_YEAR, SIGNING)}, SIGNING),
        (
            StepKind.SIGNING,
            {"compact": SIGNED, "meetings": (SIGNING.replace(state=MeetingState.CANCELLED),)},
            SIGNED,
        ),
        (StepKind.REGISTRATION, {"registrations": (REGISTRATION,)}, REGISTRATION),
        (StepKind.REGISTRATION, {"registrations": SENT}, blank(YEAR.period, B)),
        (StepKind.ACTIVITY, {"activities": (ACTIVITY,)}, ACTIVITY),
        (StepKind.CAMPAIGN, {"campaigns": (CAMPAIGN,)}, CAMPAIGN),
        (StepKind.MID_REVIEW, {"meetings": (SIGNING, MID_YEAR)}, MID_YEAR),
        (StepKind.SUMMING_UP, {"meetings": (HONOURING, YEAR_END)}, YEAR_END),
        (StepKind.SUMMING_UP, {"meetings": (HONOURING,)}, HONOURING),
        (StepKind.HANDOVER, {"handover": HANDOVER}, HANDOVER),
        (StepKind.OTHER, {"compact": SIGNED, "meetings": (SIGNING,)}, None),
    ],
)
def test_step_opens_the_record_it_is_about_or_else_itself(kind, records, opened):
    step = PlanStep(kind=kind, text="Việc", due=LATER)
    (shown,) = YEAR.replace(plan=plan(step), **records).steps(TODAY)
    assert shown.record == (opened or step)


def test_registration_and_handover_lead_to_their_views_before_there_is_any():
    steps = (PlanStep(kind=StepKind.REGISTRATION), PlanStep(kind=StepKind.HANDOVER))
    registration, handover = YEAR.replace(plan=plan(*steps)).steps(TODAY)
    assert registration.record == blank(YEAR.period, A)
    assert isinstance(handover.record, Handover)
    nobody = YEAR.replace(period=PERIOD.replace(members=()), plan=plan(*steps))
    assert nobody.steps(TODAY)[0].record == steps[0]


# --- the records --------------------------------------------------------------------------


def test_consultation_names_the_units_that_have_not_answered_in_time():
    asked = CONSULTATION.replace(
        due=EARLIER,
        comments=(Comment(unit=A, opinion=Opinion.AGREED), Comment(unit=B), Comment(unit=C)),
    )
    text = "Chưa góp ý dự thảo giao ước: Cục B; Cục C"
    assert only(consultations=(asked,)) == (text, EARLIER, asked)
    assert tasks(consultations=(asked.replace(due=TODAY),)) == ()
    assert tasks(consultations=(asked.replace(compact=SIGNED),)) == ()


def test_units_without_a_registration_after_the_day_are_named():
    returned = REGISTRATION.replace(unit=B, state=RegistrationState.RETURNED, reason="Thiếu")
    sent = REGISTRATION.replace(state=RegistrationState.SENT, sent_on=EARLIER)
    text = "Chưa đăng ký thi đua: Cục B; Cục C"
    records = {"period": PERIOD, "registrations": (sent, returned)}
    assert only(**records) == (text, EARLIER, returned)
    on_the_day = PERIOD.replace(registration_due=TODAY)
    assert tasks(period=on_the_day) == ()
    (task,) = tasks(period=PERIOD, registrations=(sent,))
    assert task.record == blank(PERIOD, B)


def test_unsigned_annex_is_a_task():
    annex = CompactAnnex(period=PERIOD, compact=SIGNED, name="Bổ sung")
    expected = ("Ký phụ lục: Phụ lục số 01: Bổ sung", None, annex)
    assert only(compact=SIGNED, annexes=(annex,)) == expected
    assert tasks(compact=SIGNED, annexes=(annex.replace(state=AnnexState.SIGNED),)) == ()


def test_campaign_past_its_end_is_a_task_until_it_is_ended():
    running = CAMPAIGN.replace(state=CampaignState.RUNNING, until=EARLIER)
    assert only(campaigns=(running,)) == ("Kết thúc, tổng kết: Đợt 2/9", EARLIER, running)
    assert tasks(campaigns=(running.replace(until=TODAY),)) == ()
    assert tasks(campaigns=(running.replace(state=CampaignState.ENDED),)) == ()


def test_gaps_of_the_three_duties_are_counted_per_duty():
    done = tuple(DutyEntry(duty=duty, done_on=EARLIER) for duty in Duty)
    first = DirectDuties(period=PERIOD, unit=A, entries=done)
    second = DirectDuties(period=PERIOD, unit=B, entries=done[:1])
    found = tasks(duties=(first, second))
    assert [task.text for task in found] == [
        "«3 trực tiếp» còn 1 đơn vị: Trực tiếp chỉ đạo xây dựng kế hoạch, phát động",
        "«3 trực tiếp» còn 2 đơn vị: Trực tiếp kiểm tra, đánh giá kết quả",
        "«3 trực tiếp» còn 2 đơn vị: Trực tiếp bình xét khen thưởng",
    ]
    assert {task.due for task in found} == {PERIOD.until}
    assert [task.record.unit for task in found] == [C, B, B]
    assert found[1].record == second
    third = DirectDuties(period=PERIOD, unit=C, entries=done)
    assert tasks(duties=(first, second.replace(entries=done), third)) == ()


def test_handover_is_a_task_once_the_year_is_summed_up():
    summing_up = YEAR.period.replace(state=PeriodState.SUMMING_UP)
    assert tasks(handover=HANDOVER) == ()
    text = "Ký biên bản bàn giao Cụm trưởng"
    assert only(period=summing_up, handover=HANDOVER) == (text, None, HANDOVER)
    assert tasks(period=summing_up, handover=HANDOVER.replace(state=HandoverState.SIGNED)) == ()
    (task,) = tasks(period=summing_up)
    assert isinstance(task.record, Handover)


def test_conclusion_marked_as_done_is_no_task():
    task = Conclusion(text="Báo cáo", unit=A, due=LATER)
    held = SIGNING.replace(state=MeetingState.ADOPTED, conclusions=(task,))
    assert only(meetings=(held,)) == ("Cục A: Báo cáo", LATER, held)
    done = task.replace(state=TaskState.DONE, done_on=TODAY)
    assert tasks(meetings=(held.replace(conclusions=(done,)),)) == ()


def test_overdue_come_first_and_undated_last():
    annex = CompactAnnex(period=PERIOD, compact=SIGNED, name="Bổ sung")
    found = tasks(
        compact=SIGNED,
        annexes=(annex,),
        plan=plan(PlanStep(text="trễ", due=EARLIER), PlanStep(text="gần", due=LATER, starts=TODAY)),
        campaigns=(CAMPAIGN.replace(state=CampaignState.RUNNING, until=dt.date(2018, 5, 1)),),
    )
    assert [task.due for task in found] == [dt.date(2018, 5, 1), EARLIER, LATER, None]
