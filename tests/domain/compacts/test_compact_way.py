"""The way of a compact: legal steps, frozen text, versions, comparing, drafting."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.compacts.compact import (
    Compact,
    CompactItem,
    CompactState,
    Direction,
    UnitTarget,
    change_problems,
)
from desktop_app.domain.compacts.compare import differences, target_words
from desktop_app.domain.compacts.drafting import (
    from_last,
    from_template,
    next_version,
)
from desktop_app.domain.compacts.new_compact import all_signed, new_compact
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.reopening import reopenings, with_reason
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.text_diff import Change, compared, is_same

S = CompactState
TEMPLATE = Path(__file__).resolve().parents[3] / "resources/compacts/mau-12-noi-dung.json"


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (S.DRAFT, S.IN_COMMENT, True),
        (S.IN_COMMENT, S.DRAFT, True),
        (S.IN_COMMENT, S.AGREED, True),
        (S.DRAFT, S.SIGNED, False),
        (S.AGREED, S.SIGNED, True),
        (S.AGREED, S.CANCELLED, True),
        (S.SIGNED, S.CANCELLED, False),
        (S.SIGNED, S.DRAFT, False),
        (S.REVIEWED, S.SUMMED_UP, True),
    ],
)
def test_steps(period, before, after, allowed):
    compact = Compact(period=period, name="G", state=before)
    if allowed:
        assert compact.moved(after).state is after
    else:
        with pytest.raises(UserFacingError, match="Sau «"):
            compact.moved(after)


def test_signed_text_is_frozen_and_opens_only_with_a_reason(sample):
    signed = sample.compact
    assert change_problems(signed, signed.replace(slogan="Khác")) == {
        "slogan": "Giao ước đã ký: nội dung giữ nguyên, thay đổi bằng phụ lục."
    }
    assert change_problems(signed, signed.replace(state=S.REVIEWED)) == {}
    opened = signed.replace(state=S.AGREED)
    assert "state" in change_problems(signed, opened)
    note = with_reason(signed.note, dt.date(2018, 4, 1), "Sai tên đơn vị")
    assert change_problems(signed, opened.replace(note=note)) == {}
    assert reopenings(note) == 1
    assert "01/04/2018: Sai tên đơn vị" in note


def test_all_sign_on_the_day_and_earlier_signatures_stay(sample):
    early = dt.date(2018, 3, 1)
    first, *rest = (s.replace(signed_on=None) for s in sample.compact.signatures)
    compact = sample.compact.replace(signatures=(first.replace(signed_on=early), *rest))
    days = {s.signed_on for s in all_signed(compact).signatures}
    assert days == {early, dt.date(2018, 3, 13)}


@pytest.mark.parametrize(
    ("direction", "value", "measure", "words"),
    [
        (Direction.AT_LEAST, "95", "%", "≥ 95%"),
        (Direction.AT_MOST, "3", "vụ", "≤ 3 vụ"),
        (Direction.REDUCE, "5", "%", "giảm 5%"),
        (Direction.INCREASE, "2.5", "số mô hình", "tăng 2,5% số mô hình"),
        (Direction.NONE, "5", "", ""),
    ],
)
def test_target_in_words(direction, value, measure, words):
    item = CompactItem(direction=direction, value=Decimal(value), measure=measure)
    assert target_words(item) == words


def test_words_that_changed_are_told_word_by_word():
    pieces = compared("giảm 5% số vụ cháy lớn", "giảm 10% số vụ cháy")
    told = [(piece.text, piece.change) for piece in pieces]
    assert ("5%", Change.REMOVED) in told
    assert ("10%", Change.ADDED) in told
    assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == (
        "giảm 10% số vụ cháy"
    )
    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == (
        "giảm 5% số vụ cháy lớn"
    )


@pytest.mark.parametrize("text", ["", "Một hai", "Dòng một\nDòng hai  có   khoảng"])
def test_same_text_has_no_changes(text):
    assert is_same(compared(text, text))


def items(*texts):
    return tuple(CompactItem(group="Nhóm", text=RichText.plain(text)) for text in texts)


def test_versions_are_compared_part_by_part(period):
    old = Compact(period=period, name="G", slogan="A", items=items("Giữ kỷ luật tốt", "Bỏ đi"))
    new = Compact(period=period, name="G", slogan="B", items=items("Giữ kỷ luật nghiêm", "Mới hẳn"))
    headings = [difference.heading for difference in differences(old, new)]
    assert headings == ["Khẩu hiệu", "Nội dung 1", "Nội dung 2", "Nội dung 2 của bản cũ"]
    assert differences(old, old) == ()


def test_moved_commitment_is_a_change_of_order_not_of_words(period):
    old = Compact(period=period, name="G", items=items("Một", "Hai"))
    new = Compact(period=period, name="G", items=items("Hai", "Một"))
    (order,) = differences(old, new)
    assert order.heading == "Thứ tự nội dung"
    assert told(order, Change.REMOVED) == "1, 2"
    assert told(order, Change.ADDED) == "2, 1"


def test_commitment_taken_away_moves_no_other(period):
    old = Compact(period=period, name="G", items=items("Một", "Hai", "Ba"))
    new = Compact(period=period, name="G", items=items("Một", "Ba"))
    assert [d.heading for d in differences(old, new)] == ["Nội dung 2 của bản cũ"]


def test_place_of_signing_is_compared(period):
    old = Compact(period=period, name="G", place="Hà Nội")
    assert [d.heading for d in differences(old, old.replace(place="Huế"))] == ["Nơi ký"]


def test_target_of_nought_is_told_as_a_number(sample):
    compact = sample.compact
    own = UnitTarget(item=compact.items[8].id, unit=compact.signatures[0].unit, value=Decimal(0))
    (targets,) = differences(compact.replace(targets=()), compact.replace(targets=(own,)))
    assert told(targets, Change.ADDED).endswith(": 0")


def told(difference, change):
    """The words before or after: what was kept, and what was added or taken away."""
    return "".join(p.text for p in difference.pieces if p.change in (Change.KEPT, change))


def test_next_version_keeps_targets_with_their_commitments(sample):
    old = sample.compact
    new = next_version(old, 2)
    assert (new.version, new.state, new.signed_on) == (2, S.DRAFT, None)
    assert {i.id for i in new.items}.isdisjoint({i.id for i in old.items})
    places = {item.id: place for place, item in enumerate(new.items)}
    assert [places[t.item] for t in new.targets] == [6, 8]
    assert not any(signature.is_signed for signature in new.signatures)
    assert differences(old, new) == ()


def test_last_years_text_comes_without_its_targets_and_signatures(sample, period):
    made = from_last(sample.compact, period.replace(name="2019"))
    assert len(made.items) == len(sample.compact.items)
    assert made.targets == ()
    assert made.signed_on is None
    assert "2019" in made.name


def test_shipped_template_has_twelve_points_in_six_groups(period):
    made = from_template(TEMPLATE.read_text("utf-8"), period)
    assert len(made.items) == 12
    assert len({item.group for item in made.items}) == 6
    assert made.problems() == {}
    assert made.measures
    assert made.responsibilities


def test_blank_one_has_the_places_of_all_members_in_order(period, units):
    places = [signature.unit.id for signature in new_compact(period).signatures]
    assert places == [unit.id for unit in units]


def test_unit_without_a_number_and_one_with_its_own(sample, units):
    compact = sample.compact
    seven, nine = compact.items[6], compact.items[8]
    assert compact.target_of(seven, units[0]) == Decimal(1)
    free = next(t for t in compact.targets if t.is_free)
    assert compact.target_of(seven, free.unit) is None
    own = UnitTarget(item=nine.id, unit=units[3], value=Decimal(5))
    assert compact.replace(targets=(own,)).target_of(nine, units[3]) == Decimal(5)
