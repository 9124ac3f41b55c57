"""What changed between two texts: long ones line by line, then word by word."""

from __future__ import annotations

from desktop_app.domain.text_diff import Change, compared, compared_lines


def told(pieces):
    return [(piece.text, piece.change) for piece in pieces if piece.change is not Change.KEPT]


def test_words_are_told_in_their_place():
    assert told(compared("họp tại Hà Nội", "họp ở Hà Nội")) == [
        ("tại", Change.REMOVED),
        ("ở", Change.ADDED),
    ]


def test_only_lines_that_differ_are_told():
    (place,) = compared_lines(["một", "hai ba", "bốn"], ["một", "hai bảy", "bốn"])
    assert told(place) == [("ba", Change.REMOVED), ("bảy", Change.ADDED)]


def test_lines_that_stay_the_same_say_nothing():
    assert compared_lines(["một", "hai"], ["một", "hai"]) == ()


def test_long_stretches_are_told_whole_at_once():
    old, new = [f"cũ {n}" for n in range(9000)], [f"mới {n}" for n in range(9000)]
    (place,) = compared_lines(old, new)
    assert [piece.change for piece in place] == [Change.REMOVED, Change.ADDED]
