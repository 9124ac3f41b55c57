"""Turns of phrase that several papers share."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.papers.framing import post_lines, receivers
from desktop_app.papers.wording import (
    closed,
    comrade,
    enumerated,
    finished,
    grounds,
    person_named,
    post_in_body,
    span,
)

UNIT = Unit(
    names=(UnitName(full="Cục Cảnh sát giao thông", short="Cục CSGT"),), head_post="Cục trưởng"
)


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Cục trưởng", "Cục trưởng Cục Cảnh sát giao thông"),
        ("Phó Cục trưởng", "Phó Cục trưởng Cục Cảnh sát giao thông"),
        ("Đội trưởng", "Đội trưởng, Cục Cảnh sát giao thông"),
        ("Cục trưởng Cục Cảnh sát giao thông", "Cục trưởng Cục Cảnh sát giao thông"),
        ("Trưởng phòng 1, cục CSGT", "Trưởng phòng 1, cục CSGT"),
        ("", "Cục Cảnh sát giao thông"),
    ],
)
def test_unit_is_said_once(post, words):
    assert post_in_body(post, UNIT.name, UNIT) == words


def test_nobody_leaves_room():
    assert set(person_named(None, None)) == {"…"}


@pytest.mark.parametrize("typed", ["Xong", "Xong.", "Xong;", "Xong./.", "Xong. ", "Xong./"])
def test_one_ending_whatever_was_typed(typed):
    assert closed(typed) == "Xong."
    assert finished(typed) == "Xong./."


def test_lists_end_once():
    assert enumerated(("a", "b.", "c;")) == ("a;", "b;", "c.")
    assert enumerated(()) == ()


def test_receivers_keep_the_file_copy_last():
    assert receivers(("Lưu: VT, P1;", "- Bộ Công an", "Như trên"), first=("Như trên",)) == (
        "- Như trên;",
        "- Bộ Công an;",
        "- Lưu: VT, P1.",
    )
    assert receivers(()) == ("- Lưu: VT.",)


def test_lines_over_a_signature():
    assert post_lines("Phó Cục trưởng", "Cục trưởng") == ("KT. Cục trưởng", "Phó Cục trưởng")
    assert post_lines("Cục trưởng Cục A", "Cục trưởng") == ("Cục trưởng",)
    assert post_lines("", "Cục trưởng") == ("Cục trưởng",)
    assert post_lines("Chánh Văn phòng", "Cục trưởng") == ("Chánh Văn phòng",)
    assert post_lines("", "") == ()


def test_span():
    day = dt.date(2018, 8, 6)
    assert span(day, None) == "từ ngày 06 tháng 8 năm 2018"
    assert span(None, None) == ""


def test_grounds_begin_as_grounds():
    typed = ("Luật Thi đua", "căn cứ Nghị định", "Theo đề nghị", "Thực hiện Kế hoạch", "Xét hồ sơ")
    assert [paragraph.text for paragraph in grounds((*typed, "- Quy chế.", " "))] == [
        "Căn cứ Luật Thi đua;",
        "Căn cứ Nghị định;",
        "Theo đề nghị;",
        "Thực hiện Kế hoạch;",
        "Xét hồ sơ;",
        "Căn cứ Quy chế.",
    ]


@pytest.mark.parametrize(
    ("rank", "name"),
    [("Đại tá", "Lê A"), ("Đồng chí Đại tá", "Lê A"), ("Đại tá", "đồng chí Lê A"), ("đ/c", "Lê A")],
)
def test_comrade_is_said_once(rank, name):
    words = comrade(rank, name)
    assert words.count("đồng chí") == 1
    assert "Đồng chí" not in words
    assert words.endswith("Lê A")
