"""Forms of statistics: each award of the year's catalogue in its level, zeros and sums."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.award_book import AwardBook
from desktop_app.domain.commendations.award_count import counted
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.honour import honours
from desktop_app.domain.compacts.campaign import Campaign, CampaignKind, CampaignState
from desktop_app.papers.blocks import Table
from tests.papers.conftest import words


@pytest.fixture
def book(sample, awards):
    period = sample.periods[0]
    held = {a.code: a for a in awards if a.holds_on(period.until)}
    flag, merit = held["CO-BCA"], held["BK-TTG"]
    grants = (
        Grant(award=flag, name="A"),
        Grant(award=flag, name="B", state=GrantState.RECALLED),
        Grant(award=merit, name="C", kind=SubjectKind.INDIVIDUAL),
        Grant(award=flag.replace(id="cũ", name="Cờ theo luật khác"), name="D"),
    )
    decision = Decision(period=period, grants=grants)
    return AwardBook(period=period, counts=counted(honours((decision,))), awards=awards)


def tables(paper):
    return [[tuple(map(words, row.cells)) for row in table.rows] for table in paper.of(Table)]


def row(table, name):
    return next(cells[2:] for cells in table if len(cells) > 1 and cells[1] == name)


def test_every_award_of_the_years_catalogue_has_its_row(book, awards, read):
    _, state, ministry, base = tables(read("award-forms", book))
    assert row(state, "Bằng khen của Thủ tướng Chính phủ") == ("1", "0", "1")
    assert row(state, "Cờ thi đua của Chính phủ") == ("0", "0", "0")
    assert row(ministry, "Cờ thi đua của Bộ Công an") == ("1", "1", "0")
    assert row(ministry, "Cờ theo luật khác") == ("1", "1", "0")
    assert [table[-1][2:] for table in (state, ministry, base)] == [
        ("1", "0", "1"),
        ("2", "2", "0"),
        ("0", "0", "0"),
    ]
    named = [cells[1] for table in (state, ministry, base) for cells in table if len(cells) > 1]
    held = {award.name for award in awards if award.holds_on(book.period.until)}
    assert held < set(named)
    assert len(named) == len(held) + 1 + 3


def test_the_catalogue_is_the_years_own(book, awards, read):
    ended = book.period.replace(since=dt.date(2026, 1, 1), until=dt.date(2026, 12, 31))
    later = tables(read("award-forms", book.replace(period=ended, counts=())))
    names = {cells[1] for table in later[1:] for cells in table if len(cells) > 1}
    assert names - {"Cộng"} == {a.name for a in awards if a.holds_on(ended.until)}


def test_movements_that_have_begun_are_counted_with_their_units(book, sample, read):
    (campaign, *_) = sample.campaigns
    ended = campaign.replace(
        kind=CampaignKind.MOVEMENT, state=CampaignState.SUMMED_UP, units=campaign.units[:1]
    )
    planned = Campaign(period=book.period, name="Đợt sau", state=CampaignState.PLANNED)
    running = planned.replace(state=CampaignState.RUNNING)
    full = book.replace(campaigns=(ended, planned, running))
    assert [cells[2:] for cells in tables(read("award-forms", full))[0]] == [
        ("1", "1", "1"),
        ("1", "0", "0"),
        ("0", "0", "0"),
        ("2", "1", "1"),
    ]
