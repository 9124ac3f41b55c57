"""Who is in the room when, what becomes of tasks, codes of closed minutes, templates."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from desktop_app.domain.meetings.conclusion import Conclusion, TaskState
from desktop_app.domain.meetings.meeting import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from desktop_app.domain.meetings.minutes_version import code_of, same_code
from desktop_app.domain.meetings.template import read_templates
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period

PERIOD = Period(cluster=Cluster(), name="2026")
AT = dt.time


def delegate(**changes):
    return Attendance(name="A", votes=True, presence=Presence.PRESENT, **changes)


def test_voters_are_counted_at_the_time_of_the_vote():
    there = (delegate(), delegate(arrived=AT(9, 0)), delegate(left=AT(10, 0)))
    away = Attendance(name="B", votes=True, presence=Presence.ABSENT)
    meeting = Meeting(period=PERIOD, attendance=(*there, away))
    counted = [meeting.voters_at(time) for time in (AT(8, 59), AT(9, 0), AT(9, 59), AT(10, 0))]
    assert counted == [2, 3, 3, 2]
    assert meeting.voters_present == 3


def test_delegate_cannot_leave_before_coming():
    assert "left" in delegate(arrived=AT(9, 0), left=AT(8, 0)).problems()


@pytest.mark.parametrize("state", [MeetingState.POSTPONED, MeetingState.CANCELLED])
def test_dropped_meeting_needs_its_reason(state):
    meeting = Meeting(period=PERIOD, name="Họp", starts=dt.datetime(2026, 3, 1, 8), state=state)
    assert "state_reason" in meeting.problems()
    assert meeting.replace(state_reason="Trùng lịch").problems() == {}


def test_task_is_overdue_after_its_day_until_it_is_done():
    task = Conclusion(text="Nộp báo cáo", due=dt.date(2026, 6, 1))
    assert not task.is_overdue(dt.date(2026, 6, 1))
    assert task.is_overdue(dt.date(2026, 6, 2))
    done = task.replace(state=TaskState.DONE)
    assert "done_on" in done.problems()
    assert not done.is_overdue(dt.date(2026, 6, 2))


def test_agenda_item_does_not_last_less_than_nothing():
    assert "minutes" in AgendaItem(text="Khai mạc", minutes=-5).problems()


def test_code_changes_with_a_single_letter_and_is_read_back_as_typed():
    code = code_of("hn-1", 1, "Biên bản hội nghị")
    assert code != code_of("hn-1", 1, "Biên bản hội nghi")
    assert code != code_of("hn-1", 2, "Biên bản hội nghị")
    assert code != code_of("hn-2", 1, "Biên bản hội nghị")
    assert len(code) == 14
    assert same_code(f" {code.lower().replace('-', ' ')} ", code)
    assert not same_code(code[:-1], code)


def test_templates_are_read_with_their_parts():
    data = {
        "kind": "tong_ket",
        "name": "Tổng kết năm",
        "meeting_name": "Hội nghị tổng kết năm {năm}",
        "items": [{"text": "Khai mạc", "minutes": 10}],
        "text_blocks": [{"name": "Kết luận", "text": "{chủ trì} kết luận:"}],
    }
    (template,) = read_templates(json.dumps([data]))
    assert template.kind is MeetingKind.YEAR_END
    assert template.problems() == {}
    assert (template.items[0].minutes, template.text_blocks[0].name) == (10, "Kết luận")
