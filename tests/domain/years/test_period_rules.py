"""A period beside the other periods of its cluster, and after its own past."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period, PeriodState
from desktop_app.domain.years.period_rules import neighbour_problems, reopened, state_problems

CLUSTER = Cluster(id="cum", name="Cụm thi đua số 2", organising_body="Bộ Công an")
OLD = Period(cluster=CLUSTER, name="2017", since=dt.date(2017, 1, 1), until=dt.date(2017, 12, 31))
NEW = Period(cluster=CLUSTER, name="2018", since=dt.date(2018, 1, 1), until=dt.date(2018, 12, 31))
DAY = dt.date(2026, 11, 22)


def test_periods_one_after_the_other_are_fine():
    assert neighbour_problems(NEW, (OLD, NEW)) == {}
    assert neighbour_problems(NEW, ()) == {}


def test_shared_day_is_said_beside_the_day_that_is_wrong():
    early = NEW.replace(since=OLD.until)
    sentence = "Trùng ngày với kỳ «2017» (01/01/2017 – 31/12/2017)."
    assert neighbour_problems(early, (OLD,)) == {"since": sentence}
    late = OLD.replace(until=NEW.since)
    assert set(neighbour_problems(late, (NEW,))) == {"until"}
    around = OLD.replace(since=dt.date(2016, 1, 1), until=dt.date(2019, 1, 1))
    assert set(neighbour_problems(around, (NEW,))) == {"until"}


def test_name_of_another_period_is_refused():
    assert neighbour_problems(NEW.replace(name="2017"), (OLD,)) == {"name": "Cụm đã có kỳ «2017»."}


def test_other_clusters_are_no_neighbours():
    other = OLD.replace(cluster=CLUSTER.replace(id="khac"), name="2018", since=NEW.since)
    assert neighbour_problems(NEW, (other,)) == {}


STATES = list(PeriodState)


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
def test_states_go_forward_one_by_one(before, after):
    step = STATES.index(after) - STATES.index(before)
    leaves_closed = before is PeriodState.CLOSED and step < 0
    problems = state_problems(NEW.replace(state=before), NEW.replace(state=after))
    assert set(problems) == ({"state"} if step > 1 or leaves_closed else set())


def test_skipped_step_is_named():
    closed = NEW.replace(state=PeriodState.CLOSED)
    assert state_problems(NEW.replace(state=PeriodState.RUNNING), closed) == {
        "state": "Sau «Đang thực hiện» là «Đang tổng kết», chưa phải «Đã đóng»."
    }
    assert state_problems(None, closed) == {}


def test_reopening_keeps_its_reason_each_time():
    closed = NEW.replace(state=PeriodState.CLOSED, note="Ghi chú cũ")
    running = reopened(closed.replace(state=PeriodState.RUNNING), DAY, " thiếu\nbiên bản ")
    assert running.note == "Ghi chú cũ\nMở lại ngày 22/11/2026: thiếu biên bản"
    assert state_problems(closed, running) == {}
    again = running.replace(state=PeriodState.CLOSED)
    assert set(state_problems(again, again.replace(state=PeriodState.RUNNING))) == {"state"}
    empty = reopened(closed.replace(state=PeriodState.RUNNING), DAY, " ")
    assert set(state_problems(closed, empty)) == {"state"}
