"""How Vietnamese is written, ordered, searched, counted and dated."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal

import pytest

from desktop_app.domain import vietnamese as vi


def test_clean_text_composes_and_drops_what_cannot_be_printed():
    decomposed = unicodedata.normalize("NFD", "Đặng Thị Ngữ")
    assert vi.clean_text(f"\ufeff{decomposed}\u200b\x07") == "Đặng Thị Ngữ"
    assert vi.clean_text("một\r\nhai\rba") == "một\nhai\nba"


def test_clean_line_is_one_line():
    assert vi.clean_line("  Cục\u00a0 Cơ \n yếu ") == "Cục Cơ yếu"


def test_fold_takes_every_mark_away():
    assert vi.fold("Đường Ễ Ự Ẵ Ộ") == "duong e u a o"
    assert vi.fold(unicodedata.normalize("NFD", "Nguyễn")) == "nguyen"


def test_order_of_a_dictionary():
    words = ["Vân", "Đội", "dứa", "dừa", "dưa", "an", "Ân", "ăn", "2 tổ", "do"]
    expected = ["2 tổ", "an", "ăn", "Ân", "do", "dưa", "dừa", "dứa", "Đội", "Vân"]
    assert sorted(words, key=vi.sort_key) == expected


def test_people_are_ordered_by_given_name():
    people = ["Trần Văn Đông", "Lê Thị Ánh", "Bùi Văn Dũng", "An Văn Dũng"]
    expected = ["Lê Thị Ánh", "An Văn Dũng", "Bùi Văn Dũng", "Trần Văn Đông"]
    assert sorted(people, key=vi.name_sort_key) == expected
    assert vi.name_sort_key("")


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234.5, None, "1.234,5"),
        (2_530_000, None, "2.530.000"),
        (Decimal("7.00"), None, "7"),
        (7, 2, "7,00"),
        (Decimal("2.345"), 2, "2,35"),
        (-1200, None, "-1.200"),
    ],
)
def test_numbers(value, decimals, written):
    assert vi.number(value, decimals) == written


def test_numbers_are_read_back():
    assert vi.parse_number(" 1.234,5 ") == Decimal("1234.5")
    for wrong in ("", "12a", "1,2,3"):
        with pytest.raises(ValueError):
            vi.parse_number(wrong)


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(6, 7, "85,71%"), (6, 6, "100%"), (1, 2, "50%"), (0, 5, "0%"), (1, 0, "–"), (1, 8, "12,50%")],
)
def test_shares(part, whole, written):
    assert vi.percent(part, whole) == written


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (1001, "một nghìn không trăm linh một"),
        (1005, "một nghìn không trăm linh năm"),
        (1_000_001, "một triệu không trăm linh một"),
        (24_000_005, "hai mươi tư triệu không trăm linh năm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (1_000_000, "một triệu"),
        (21_600_000, "hai mươi mốt triệu sáu trăm nghìn"),
        (-3, "âm ba"),
        (2_000_000_010, "hai tỷ không trăm mười"),
    ],
)
def test_numbers_in_words(value, words):
    assert vi.number_in_words(value) == words


def test_roman_and_points():
    assert [vi.roman(n) for n in (1, 4, 6, 9, 14)] == ["I", "IV", "VI", "IX", "XIV"]
    assert [vi.point_letter(n) for n in range(10)] == list("abcdđeghik")
    assert not set("fjwz") & {vi.point_letter(n) for n in range(23)}


@pytest.mark.parametrize(
    ("month", "written"), [(1, "01"), (2, "02"), (3, "3"), (9, "9"), (10, "10"), (12, "12")]
)
def test_months_one_and_two_take_a_zero(month, written):
    assert vi.long_date(dt.date(2026, month, 15)) == f"ngày 15 tháng {written} năm 2026"


@pytest.mark.parametrize(("day", "written"), [(1, "01"), (9, "09"), (10, "10"), (31, "31")])
def test_days_below_ten_take_a_zero(day, written):
    assert vi.long_date(dt.date(2026, 12, day)).startswith(f"ngày {written} ")


def test_open_date_leaves_room_for_the_pen():
    assert vi.long_date(None, 2026) == "ngày       tháng       năm 2026"
    assert vi.long_date(None).endswith("năm ……")
    assert vi.short_date(None) == ""


def test_hours_and_weekdays():
    assert vi.clock(dt.time(14, 0)) == "14 giờ 00 phút"
    assert vi.weekday(dt.date(2018, 3, 13)) == "thứ Ba"
    assert vi.weekday(dt.date(2018, 3, 18)) == "Chủ nhật"


@pytest.mark.parametrize("typed", ["5/3/2026", "05-03-2026", "5.3.26", " 05/03/2026 "])
def test_dates_are_read(typed):
    assert vi.parse_date(typed) == dt.date(2026, 3, 5)


@pytest.mark.parametrize("typed", ["31/2/2026", "2026", "hôm nay", "1/2"])
def test_wrong_dates_are_refused(typed):
    with pytest.raises(ValueError):
        vi.parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("14:05", (14, 5)), ("14h", (14, 0)), ("14h30", (14, 30)), ("7 giờ 15 phút", (7, 15))],
)
def test_hours_are_read(typed, hour):
    assert vi.parse_time(typed) == dt.time(*hour)


def test_empty_day_and_hour_are_none_and_wrong_hours_refused():
    assert vi.parse_date(" ") is None
    assert vi.parse_time("") is None
    with pytest.raises(ValueError):
        vi.parse_time("25:00")
