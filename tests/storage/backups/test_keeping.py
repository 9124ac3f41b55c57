"""Which backups stay. The expected days were counted off a calendar, not by the program."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop_app.storage.backups.backup import Backup, Content, Reason
from desktop_app.storage.backups.keeping import superfluous

NOW = dt.datetime(2026, 11, 27, 16, 0)


def backup(at, reason=Reason.WORK):
    return Backup(Path(f"{at:%Y%m%d%H%M}"), at, reason, Content(5, 1, ""))


def kept(backups, now=NOW):
    going = superfluous(backups, now)
    return sorted(one.made_at for one in backups if one not in going)


def every_half_hour(since, days):
    """Eight hours of work on each of so many days."""
    return [
        backup(since + dt.timedelta(days=day, minutes=30 * step))
        for day in range(days)
        for step in range(16)
    ]


def test_all_of_the_last_two_days_stay():
    backups = every_half_hour(dt.datetime(2026, 11, 26, 8, 0), 2)
    assert kept(backups) == [one.made_at for one in backups]


def test_older_days_keep_their_last_one_for_fourteen_days():
    days = kept(every_half_hour(dt.datetime(2026, 11, 14, 8, 0), 14))
    old = [at for at in days if at < NOW - dt.timedelta(days=2)]
    # the 14th to the 25th, each with its last backup of 15:30; at 16:00 two days are over
    assert [at.day for at in old] == list(range(14, 26))
    assert {at.strftime("%H:%M") for at in old} == {"15:30"}


def test_a_year_of_work_leaves_weeks_and_months():
    backups = [backup(NOW - dt.timedelta(days=day, hours=1)) for day in range(365)]
    days = kept(backups)
    # fourteen days, then the last of each of ten weeks, of each of twelve months, of each year
    assert len([at for at in days if at.date() > dt.date(2026, 11, 13)]) == 14
    months = {at.strftime("%Y-%m") for at in days}
    assert months >= {f"2026-{month:02d}" for month in range(1, 12)} | {"2025-12"}
    assert dt.datetime(2025, 12, 31, 15, 0) in days  # the last of 2025
    assert 28 <= len(days) <= 36


def test_one_of_every_year_stays_for_ever():
    backups = [
        backup(dt.datetime(year, month, 1, 9)) for year in range(2000, 2026) for month in (3, 9)
    ]
    days = kept(backups)
    assert {at.year for at in days} == set(range(2000, 2026))
    assert dt.datetime(2000, 9, 1, 9) in days
    assert dt.datetime(2000, 3, 1, 9) not in days


def test_a_backup_before_an_import_stays_ninety_days():
    many = every_half_hour(dt.datetime(2026, 9, 10, 8, 0), 1)
    before = backup(dt.datetime(2026, 9, 10, 8, 5), Reason.IMPORT)
    older = backup(dt.datetime(2026, 8, 10, 8, 5), Reason.IMPORT)
    later = backup(dt.datetime(2026, 8, 10, 9, 0))
    days = kept([*many, before, older, later])
    assert before.made_at in days
    assert older.made_at not in days


def test_nothing_goes_while_the_clock_is_behind():
    backups = every_half_hour(dt.datetime(2026, 1, 5, 8, 0), 3)
    assert superfluous(backups, dt.datetime(2020, 1, 1)) == ()


def test_the_only_one_stays_however_old():
    assert superfluous([backup(dt.datetime(1999, 1, 1))], NOW) == ()
    assert superfluous([], NOW) == ()
