"""Years of one cluster in the data file: no day twice, closed ones stay as they are."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.record import new_id
from desktop_app.domain.years.period import PeriodState
from desktop_app.domain.years.period_rules import reopened
from desktop_app.domain.years.rotation import Rotation
from desktop_app.storage.plain import to_plain

DAY = dt.date(2026, 11, 22)


def year(period, number, **changes):
    members = tuple(member.replace(id=new_id()) for member in period.members)
    since, until = dt.date(number, 1, 1), dt.date(number, 12, 31)
    return period.replace(
        id=str(number), name=str(number), since=since, until=until, members=members, **changes
    )


def refused(file, period):
    with pytest.raises(InvalidRecord) as error:
        file.periods.save(period)
    return error.value.problems


def close(file, period):
    for state in (PeriodState.RUNNING, PeriodState.SUMMING_UP, PeriodState.CLOSED):
        period = file.periods.save(period.replace(state=state))
    return period


def test_days_of_another_year_are_refused_beside_the_day(file, small):
    late = year(small.period, 2019, state=PeriodState.CLOSED)
    assert set(refused(file, late.replace(since=small.period.until))) == {"since"}
    assert file.periods.save(late).is_closed


def test_all_that_is_wrong_is_said_at_once(file, small):
    wrong = year(small.period, 2019).replace(name="2018", members=())
    assert set(refused(file, wrong.replace(until=None))) == {"name", "until"}


def test_closed_year_changes_only_by_being_opened_with_a_reason(file, small):
    closed = close(file, small.period)
    assert refused(file, closed.replace(slogan="Khác"))["state"].startswith("Kỳ đã đóng")
    assert file.periods.save(closed) == closed
    opened = closed.replace(state=PeriodState.RUNNING)
    assert refused(file, opened) == {"state": "Cần có lý do mở lại."}
    saved = file.periods.save(reopened(opened, DAY, "Thiếu biên bản"))
    assert saved.note == "Mở lại ngày 22/11/2026: Thiếu biên bản"


def test_undo_of_closing_needs_no_reason(file, small):
    close(file, small.period)
    file.history.undo()
    assert file.periods.get("2018").state is PeriodState.SUMMING_UP


def test_check_finds_years_of_an_older_file_that_share_days(file, small):
    later = year(small.period, 2019)
    file.periods.save(later)
    assert file.check() == ()
    with file.transaction():  # as an older version could have written it
        image = to_plain(later.replace(since=small.period.until))
        file.periods.put_back(later.id, image, later.title)
    assert file.check() == (
        "Năm 2018: Trùng ngày với kỳ «2019» (31/12/2018 – 31/12/2019).",
        "Năm 2019: Trùng ngày với kỳ «2018» (01/01/2018 – 31/12/2018).",
    )


def test_rotation_has_the_periods_of_its_cluster_only(file, small):
    other = file.clusters.save(small.cluster.replace(id="khac", number="3"))
    file.periods.save(year(small.period, 2019))
    file.periods.save(year(small.period, 2020).replace(cluster=other))
    own, strange = file.records_of(Rotation)
    assert [period.name for period in own.periods] == ["2018", "2019"]
    assert own == file.rotation_of(small.cluster)
    assert [period.name for period in strange.periods] == ["2020"]
