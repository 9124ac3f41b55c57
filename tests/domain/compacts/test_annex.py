"""Annexes: who may sign, when, and what stays as it was signed."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.compacts.annex import AnnexState, CompactAnnex, change_problems
from desktop_app.domain.compacts.compact import CompactState
from desktop_app.domain.compacts.new_compact import new_compact, with_missing_places
from desktop_app.domain.reopening import with_reason
from desktop_app.domain.rich_text import RichText

DAY = dt.date(2018, 6, 1)


@pytest.fixture
def annex(sample):
    """A whole annex, signed by all members of its day."""
    compact = sample.compact
    places = new_compact(compact.period).signatures
    return CompactAnnex(
        period=compact.period,
        compact=compact,
        name="Bổ sung chỉ tiêu",
        body=RichText.plain("Bổ sung mục 13."),
        state=AnnexState.SIGNED,
        signed_on=DAY,
        signatures=tuple(place.replace(signed_on=DAY) for place in places),
    )


def without_last_member(period, until):
    """The period of which the last unit was a member only until a day."""
    *others, last = period.members
    return period.replace(members=(*others, last.replace(until=until)))


def test_annex_signed_by_all_is_whole(annex):
    assert annex.problems() == {}
    assert annex.signed_count == 6


def test_unit_that_is_no_member_that_day_cannot_sign(annex):
    period = without_last_member(annex.period, dt.date(2018, 5, 31))
    row = next(n for n, s in enumerate(annex.signatures) if s.unit.id == period.members[-1].unit.id)
    found = annex.replace(period=period).problems()
    assert list(found) == [f"signatures.{row}.signed_on"]
    assert "không phải thành viên ngày 01/06/2018" in found[f"signatures.{row}.signed_on"]
    draft = annex.replace(period=period, state=AnnexState.DRAFT)
    assert draft.problems() == found


def test_members_that_have_not_signed_are_named(annex):
    first, *rest = annex.signatures
    found = annex.replace(signatures=(first.replace(signed_on=None), *rest)).problems()
    assert first.unit.short_name in found["signatures"]


def test_annex_stands_neither_before_its_compact_nor_on_a_draft(annex):
    early = annex.compact.signed_on - dt.timedelta(days=1)
    assert "signed_on" in annex.replace(signed_on=early).problems()
    draft = annex.compact.replace(state=CompactState.DRAFT)
    assert "compact" in annex.replace(compact=draft).problems()


def test_missing_members_of_the_day_get_places_and_what_is_signed_stays(annex):
    signed = annex.signatures[:4]
    grown = with_missing_places(annex.replace(signatures=signed))
    assert grown.signatures[:4] == signed
    assert [place.is_signed for place in grown.signatures[4:]] == [False, False]


def test_signed_annex_changes_only_after_it_is_opened_with_a_reason(annex):
    assert "body" in change_problems(annex, annex.replace(name="Khác"))
    opened = annex.replace(state=AnnexState.DRAFT)
    assert "state" in change_problems(annex, opened)
    told = opened.replace(note=with_reason("", DAY, "Sai ngày"))
    assert change_problems(annex, told) == {}
