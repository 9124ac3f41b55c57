"""Bands as people type them, and what is said about those that cannot be read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.scores.bands import band_of, band_problem, read_band, read_bands


@pytest.mark.parametrize(
    ("line", "inside", "outside", "points"),
    [
        ("> 95 % = 1.5", "95.01", "95", "1.5"),
        ("≥ 95% = 1,5", "95", "94.99", "1.5"),
        (">= 95 = 2", "95", "94.9", "2"),
        ("75–95 % = 1", "95", "95.1", "1"),
        ("75-95=1", "75", "74.9", "1"),
        ("50–<75 % = 0,5", "50", "75", "0.5"),
        (">50 – 75 = 0,5", "75", "50", "0.5"),
        ("< 50 % = 0", "-3", "50", "0"),
        ("≤ 50 = 0", "50", "50.1", "0"),
        ("3 = 1", "3", "3.1", "1"),
        ("> 1.500 = 10", "1501", "1500", "10"),
        ("1.500–2.000,5 = 2", "2000.5", "2001", "2"),
    ],
)
def test_line_is_read(line, inside, outside, points):
    band = read_band(line)
    assert band.holds(Decimal(inside))
    assert not band.holds(Decimal(outside))
    assert band.points == Decimal(points)


def test_the_rest_comes_last_wherever_it_stands():
    bands = read_bands(("còn lại = 0", "> 10 = 1"))
    assert band_of(bands, Decimal(11)).points == 1
    assert band_of(bands, Decimal(10)).points == 0
    assert band_of(read_bands(("> 10 = 1",)), Decimal(10)) is None


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((), "Cần có ít nhất một mức"),
        (("95",), "viết điều kiện"),
        (("> = 1",), "«>» không phải điều kiện"),
        ((">= 95",), "viết điều kiện"),
        (("nhiều = 1",), "«nhiều» không phải điều kiện"),
        (("> 95 = cao",), "«cao» không phải số"),
        (("> 1,2,3 = 1",), "«1,2,3» không phải số"),
        (("95–75 = 1",), "không chứa giá trị nào"),
        (("75–<75 = 1",), "không chứa giá trị nào"),
        (("> 95 = 3",), "vượt điểm tối đa"),
        (("75–95 = 1", "≥ 95 = 2"), "«75–95 = 1» và «≥ 95 = 2»"),
        (("còn lại = 0", "còn lại = 1"), "chồng lên nhau"),
        (("< 10 = 0", "5–8 = 1"), "chồng lên nhau"),
    ],
)
def test_what_is_wrong_is_said(lines, words):
    assert words in band_problem(lines, Decimal(2))


def test_bands_side_by_side_are_sound():
    assert band_problem(("> 95 = 1,5", "75–95 = 1", "50–<75 = 0,5", "< 50 = 0"), Decimal(2)) == ""
    assert band_problem(("1–2 = 1,5", "3–5 = 1", "6–10 = 0,5", "> 10 = 0"), None) == ""
