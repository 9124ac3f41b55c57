"""What is typed finds what is meant: accents only where typed, spellings alike."""

from __future__ import annotations

import unicodedata

import pytest

from desktop_app.domain.search_words import exact, folded, matches


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dang", True),
        ("đặng", True),
        ("ĐẶNG van", True),
        ("dặng", True),
        ("đàng", False),
        ("", True),
        ("cuc", False),
        (unicodedata.normalize("NFD", "Đặng"), True),
    ],
)
def test_accents_are_free_unless_typed(typed, found):
    assert matches(typed, "Đặng Văn A") is found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("Chiến sĩ", "chiến sỹ"),
        ("kỷ luật", "kỉ luật"),
        ("Lý", "Lí"),
        ("quý", "quí"),
        ("qúy", "quí"),
        ("ý kiến", "í kiến"),
        ("hoàn", "hòan"),
        ("quyết", "quiết"),
    ],
)
def test_spellings_of_one_word_count_as_the_same(one, other):
    assert exact(one) == exact(other)
    assert folded(one) == folded(other)
    assert matches(one, other)
    assert matches(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("túi", "túy"), ("mai", "may"), ("tai", "tay"), ("cân", "cần")]
)
def test_different_words_stay_different(one, other):
    assert exact(one) != exact(other)


def test_every_beginning_of_a_word_finds_it():
    """While a word is being typed, nothing that will fit may vanish for a moment."""
    for word in ("quyết", "hoàn", "thuỷ", "nguyễn", "kỳ", "tuyên", "khoẻ", "yêu", "đoàn"):
        for end in range(1, len(word) + 1):
            assert exact(word).startswith(exact(word[:end])), word[:end]
            assert folded(word).startswith(folded(word[:end])), word[:end]


def test_d_and_d_with_a_stroke_count_as_the_same_both_ways():
    assert matches("dang ky", "Đăng ký")
    assert matches("đang ky", "dang ky thi dua.pdf")
    assert not matches("đang", "đặng")
