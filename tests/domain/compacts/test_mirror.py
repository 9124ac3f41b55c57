"""Results beside targets: what the number says, and where a person says otherwise."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.compacts.annex import AnnexState, CompactAnnex
from desktop_app.domain.compacts.compact import CompactState, Direction, UnitTarget
from desktop_app.domain.compacts.mirror import (
    Mirror,
    MirrorEntry,
    Verdict,
    compared,
    drawn_up,
    untold,
    with_annexes,
)

GE, LE, EQ = Direction.AT_LEAST, Direction.AT_MOST, Direction.EQUAL
CUT, GROW = Direction.REDUCE, Direction.INCREASE


@pytest.mark.parametrize(
    ("direction", "target", "result", "verdict"),
    [
        (GE, "95", "95", Verdict.KEPT),
        (GE, "95", "97.5", Verdict.EXCEEDED),
        (GE, "95", "94.99", Verdict.NOT_KEPT),
        (LE, "3", "3", Verdict.KEPT),
        (LE, "3", "2", Verdict.EXCEEDED),
        (LE, "3", "4", Verdict.NOT_KEPT),
        (EQ, "1", "1", Verdict.KEPT),
        (EQ, "1", "2", Verdict.NOT_KEPT),
        # reduce by 5 %: the result is the share by which it fell
        (CUT, "5", "7", Verdict.EXCEEDED),
        (CUT, "5", "-2", Verdict.NOT_KEPT),
        (GROW, "10", "10", Verdict.KEPT),
        (Direction.NONE, "1", "1", Verdict.OPEN),
    ],
)
def test_number_gives_the_verdict(direction, target, result, verdict):
    assert compared(direction, Decimal(target), Decimal(result)) is verdict


def test_nothing_is_said_without_a_target_or_a_result():
    assert compared(GE, None, Decimal(1)) is Verdict.OPEN
    assert compared(GE, Decimal(1), None) is Verdict.OPEN


def test_rows_are_one_a_unit_where_there_is_a_number_and_one_for_all_else(sample, units):
    mirror = drawn_up(Mirror(period=sample.compact.period, compact=sample.compact))
    by_item = {}
    for entry in mirror.entries:
        by_item.setdefault(entry.item, []).append(entry.unit)
    first, third, seventh = (sample.compact.items[n].id for n in (0, 2, 6))
    assert by_item[first] == [None]
    assert [unit.id for unit in by_item[third]] == [unit.id for unit in units]
    # one unit was given no number of its own
    assert len(by_item[seventh]) == len(units) - 1


def test_drawing_up_again_keeps_what_was_typed(sample):
    mirror = drawn_up(Mirror(period=sample.compact.period, compact=sample.compact))
    typed = mirror.entries[3].replace(end_value=Decimal(99), evidence="Báo cáo")
    kept = mirror.replace(entries=(*mirror.entries[:3], typed, *mirror.entries[4:]))
    assert drawn_up(kept) == kept


def test_own_target_of_a_unit_counts(sample, units):
    nine = sample.compact.items[8]
    mirror = Mirror(period=sample.compact.period, compact=sample.compact)
    owner = next(t.unit for t in sample.compact.targets if t.item == nine.id)
    other = next(unit for unit in units if unit.id != owner.id)
    results = [MirrorEntry(item=nine.id, unit=u, end_value=Decimal(1)) for u in (owner, other)]
    assert [mirror.computed(entry) for entry in results] == [Verdict.NOT_KEPT, Verdict.KEPT]


def test_person_may_say_otherwise_and_it_is_noticed(sample, units):
    item = sample.compact.items[2]
    mirror = Mirror(period=sample.compact.period, compact=sample.compact)
    entry = MirrorEntry(item=item.id, unit=units[0], end_value=Decimal(90), verdict=Verdict.KEPT)
    assert mirror.verdict_of(entry) is Verdict.KEPT
    assert mirror.contradicts(entry)
    assert not mirror.contradicts(entry.replace(verdict=Verdict.NOT_KEPT))


@pytest.mark.parametrize(
    ("result", "said", "against"),
    [
        ("100", Verdict.EXCEEDED, True),
        ("100", Verdict.KEPT, False),
        ("101", Verdict.KEPT, True),
        ("101", Verdict.EXCEEDED, False),
        ("99", Verdict.OPEN, False),
        (None, Verdict.EXCEEDED, False),
    ],
)
def test_every_verdict_beside_the_number_is_noticed(sample, units, result, said, against):
    """The target is ≥ 100 %: «Vượt» for exactly 100 says more than the number does."""
    mirror = Mirror(period=sample.compact.period, compact=sample.compact)
    value = Decimal(result) if result else None
    entry = MirrorEntry(
        item=sample.compact.items[2].id, unit=units[0], end_value=value, verdict=said
    )
    assert mirror.contradicts(entry) is against


def test_result_of_a_commitment_that_is_gone_is_not_counted(sample, units):
    entries = (
        MirrorEntry(item=sample.compact.items[0].id, verdict=Verdict.KEPT),
        MirrorEntry(item="không còn", verdict=Verdict.NOT_KEPT),
    )
    mirror = Mirror(period=sample.compact.period, compact=sample.compact, entries=entries)
    assert mirror.counts() == {Verdict.KEPT: 1}


def test_signed_annexes_are_told_once_and_drafts_are_not(sample):
    compact = sample.compact
    signed = CompactAnnex(
        period=compact.period,
        compact=compact,
        name="Bổ sung mục 13",
        state=AnnexState.SIGNED,
        signed_on=dt.date(2018, 6, 1),
    )
    draft = signed.replace(id="nhap", ordinal=2, state=AnnexState.DRAFT)
    mirror = Mirror(period=compact.period, compact=compact, note="Số liệu đến 30/11.")
    told = with_annexes(mirror, (signed, draft))
    assert told.note.splitlines() == [
        "Số liệu đến 30/11.",
        "Giao ước được sửa đổi, bổ sung theo Phụ lục số 01: Bổ sung mục 13, ký ngày 01/06/2018.",
    ]
    assert with_annexes(told, (signed, draft)) == told
    assert untold(mirror, (signed, draft)) == (signed,)


def test_draft_has_no_mirror(sample):
    draft = sample.compact.replace(state=CompactState.DRAFT)
    assert "compact" in Mirror(period=draft.period, compact=draft).problems()


def test_commitment_given_to_no_unit_keeps_a_row_and_own_numbers_get_theirs(sample):
    """Nobody's number is no reason to leave a commitment out of the year's account."""
    compact = sample.compact
    free, own = compact.items[0], compact.items[1]
    units = [member.unit for member in compact.period.members_on(compact.signed_on)]
    items = (
        free.replace(direction=GE, value=Decimal(1)),
        own.replace(direction=GE, value=None),
    )
    targets = (
        *(UnitTarget(item=free.id, unit=unit, is_free=True) for unit in units),
        UnitTarget(item=own.id, unit=units[2], value=Decimal(0)),
    )
    mirror = Mirror(period=compact.period, compact=compact.replace(items=items, targets=targets))
    rows = [(entry.item, entry.unit) for entry in drawn_up(mirror).entries]
    assert rows == [(free.id, None), (own.id, units[2])]
