"""The register of conclusions: what is late, whom to remind, what may be said of a task."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.meetings.conclusion import Conclusion, TaskState
from desktop_app.domain.meetings.follow_up import FollowUp, TaskBook
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period

CLUSTER = Cluster(name="Cụm thi đua số 2")
A, B = (Unit(names=(UnitName(full=f"Đơn vị {name}", short=name),)) for name in ("A", "B"))
LAST = Period(cluster=CLUSTER, name="2025", since=dt.date(2025, 1, 1), until=dt.date(2025, 12, 31))
NOW = Period(
    cluster=CLUSTER,
    name="2026",
    since=dt.date(2026, 1, 1),
    until=dt.date(2026, 12, 31),
    members=(Membership(unit=B), Membership(unit=A)),
)
TODAY = dt.date(2026, 6, 11)


def meeting(period, day, *conclusions):
    starts = dt.datetime.combine(day, dt.time(8))
    return Meeting(period=period, name=f"Họp {day}", starts=starts, conclusions=conclusions)


LATE = Conclusion(text="Báo cáo", unit=A, due=dt.date(2026, 6, 1))
LATER = Conclusion(text="Kiểm tra", unit=B, due=dt.date(2026, 6, 10))
DONE = Conclusion(
    text="Xong rồi", unit=B, due=dt.date(2026, 5, 1), state=TaskState.DONE,
    done_on=dt.date(2026, 5, 3),
)  # fmt: skip
WORDS = Conclusion(text="Ghi nhận")
OLD = meeting(LAST, dt.date(2025, 11, 20), LATE.replace(id="cu"), DONE.replace(id="cu-xong"))
NEW = meeting(NOW, dt.date(2026, 3, 2), LATE, LATER, DONE, WORDS)


@pytest.fixture
def book():
    return TaskBook.of(NOW, (NEW, OLD), TODAY)


def test_open_tasks_of_earlier_periods_stay_in_the_book(book):
    assert [entry.id for entry in book.entries] == ["cu", LATE.id, LATER.id, DONE.id, WORDS.id]


def test_tasks_of_later_periods_and_other_clusters_do_not(book):
    other = LAST.replace(id="khac", cluster=Cluster(name="Cụm khác"))
    strange = meeting(other, dt.date(2025, 3, 1), LATE.replace(id="la"))
    assert "la" not in [e.id for e in TaskBook.of(NOW, (strange,), TODAY).entries]
    assert TaskBook.of(LAST, (NEW,), TODAY).entries == ()


def test_late_is_told_in_days(book):
    told = {entry.text: entry.told(TODAY) for entry in book.entries if entry.id != "cu"}
    assert told == {
        "Báo cáo": "Quá hạn 10 ngày",
        "Kiểm tra": "Quá hạn 1 ngày",
        "Xong rồi": "Xong 03/05/2026",
        "Ghi nhận": "Kết luận",
    }


def test_a_task_is_not_late_on_its_day():
    assert FollowUp.of(NEW, LATER).days_late(dt.date(2026, 6, 10)) == 0


def test_late_units_stand_in_the_order_of_the_cluster(book):
    assert [unit.short_name for unit in book.late_units] == ["B", "A"]
    assert [entry.id for entry in book.late_of(A)] == ["cu", LATE.id]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": TaskState.DONE}, "cần có ngày hoàn thành"),
        ({"done_on": dt.date(2026, 4, 1)}, "phải là «Xong»"),
        ({"state": TaskState.DONE, "done_on": dt.date(2026, 3, 1)}, "trước ngày họp 02/03/2026"),
    ],
)
def test_follow_up_that_cannot_be_is_refused(changes, words):
    assert words in FollowUp.of(NEW, LATE).replace(**changes).problems()["done_on"]


def test_only_the_follow_up_goes_back_into_the_meeting():
    entry = FollowUp.of(NEW, LATE).replace(
        text="Khác", due=None, state=TaskState.DONE, done_on=TODAY, result="Đã nộp"
    )
    saved = entry.followed(NEW)
    first, *others = saved.conclusions
    assert first == LATE.replace(state=TaskState.DONE, done_on=TODAY, result="Đã nộp")
    assert tuple(others) == NEW.conclusions[1:]
