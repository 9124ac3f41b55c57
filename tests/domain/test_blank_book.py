"""The book of pre-printed sheets: what is left, and numbers that are never given twice."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.blank_book import (
    BlankAction,
    BlankBook,
    BlankEntry,
    PrintedSheet,
    Waiver,
    next_numbers,
)
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period

PERIOD = Period(cluster=Cluster(name="Cụm"), name="2026")
DAY = dt.date(2026, 3, 5)


def entry(action, count, blank="Phôi A3", **more):
    return BlankEntry(period=PERIOD, day=DAY, action=action, count=count, blank=blank, **more)


def test_balance_of_a_year_begins_with_what_the_year_before_left():
    sheets = (PrintedSheet(name="A"), PrintedSheet(name="A", is_spoiled=True))
    book = BlankBook(
        period=PERIOD,
        earlier=(entry(BlankAction.RECEIVED, 20), entry(BlankAction.SPOILED, 3, note="ẩm")),
        entries=(
            entry(BlankAction.RECEIVED, 10),
            entry(BlankAction.PRINTED, 2, sheets=sheets),
            entry(BlankAction.VOID, 4, note="sai mẫu"),
            entry(BlankAction.RETURNED, 1),
            entry(BlankAction.FILED, 5, blank=""),
            entry(BlankAction.RECEIVED, 7, blank="Phôi A4"),
        ),
    )
    large, small = book.balances()
    assert (large.opening, large.received, large.used, large.spoiled, large.void) == (
        *(17, 10, 1, 1, 5),
    )
    assert large.left == 20
    assert (small.blank, small.left) == ("Phôi A4", 7)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (entry(BlankAction.RECEIVED, 0), "count"),
        (entry(BlankAction.RECEIVED, None), "count"),
        (entry(BlankAction.RECEIVED, 5, blank=""), "blank"),
        (entry(BlankAction.VOID, 5), "note"),
        (entry(BlankAction.SPOILED, 5), "note"),
        (entry(BlankAction.PRINTED, 5, sheets=(PrintedSheet(name="A"),)), "count"),
        (entry(BlankAction.PRINTED, 1, waivers=(Waiver(warning="x"),)), "waivers.0.reason"),
        (BlankEntry(period=PERIOD, count=1, blank="x"), "day"),
    ],
)
def test_line_that_does_not_add_up_is_refused(bad, field):
    assert field in bad.problems()


def test_numbers_follow_the_highest_ever_given():
    assert next_numbers((), 2) == ("01", "02")
    assert next_numbers(("03", "07", "x", ""), 3) == ("08", "09", "10")
