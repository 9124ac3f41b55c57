"""Bonuses by hand: the amounts of the current decree, their words, and the fund's balance."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.base_salary import base_salary_on, read_base_salaries
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.fund import FundEntry, FundWay, balances, payments
from desktop_app.domain.commendations.money import (
    Rounding,
    bonus,
    dong,
    dong_in_words,
    reckoning,
    with_bonuses,
)
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period

FOLDER = Path(__file__).resolve().parents[3] / "resources/catalogue"
SALARIES = read_base_salaries((FOLDER / "base_salaries.json").read_text("utf-8"))
PERIOD = Period(cluster=Cluster(name="Cụm"), name="2026")
FLAG = Award(
    code="CO-CP", name="Cờ", for_collective=True, bonus_collective=Decimal(12), decided_by="TTg"
)
TITLE = Award(code="CSTDCS", name="CSTĐCS", for_individual=True, bonus_individual=Decimal(1))


@pytest.mark.parametrize(
    ("multiple", "expected"),
    [
        ("12", 30_360_000),  # Cờ thi đua của Chính phủ
        ("8", 20_240_000),  # Cờ thi đua của Bộ
        ("1.5", 3_800_000),  # Đơn vị quyết thắng: 3.795.000
        ("0.8", 2_030_000),  # Đơn vị tiên tiến: 2.024.000
        ("7", 17_710_000),  # Bằng khen của Thủ tướng, tập thể
        ("3", 7_590_000),  # Bằng khen của Bộ, tập thể
        ("0.6", 1_520_000),  # Giấy khen, tập thể: 1.518.000
        ("4.5", 11_390_000),  # Chiến sĩ thi đua toàn quốc: 11.385.000
        ("1", 2_530_000),
        ("0.3", 760_000),  # Chiến sĩ tiên tiến: 759.000
    ],
)
def test_the_table_of_the_decree(multiple, expected):
    assert bonus(Decimal(multiple), 2_530_000, Rounding.UP) == expected


@pytest.mark.parametrize(
    ("multiple", "base", "expected"),
    [("4.5", 1_800_000, 8_100_000), ("12", 1_800_000, 21_600_000), ("1.5", 2_530_000, 3_795_000)],
)
def test_unrounded_products_stay(multiple, base, expected):
    assert bonus(Decimal(multiple), base, Rounding.NONE) == expected


def test_a_whole_ten_thousand_is_not_rounded_further():
    assert bonus(Decimal("0.3"), 2_500_000, Rounding.UP) == 750_000
    assert bonus(Decimal("0.3"), 2_500_001, Rounding.UP) == 760_000


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (30_360_000, "Ba mươi triệu ba trăm sáu mươi nghìn đồng"),
        (20_240_000, "Hai mươi triệu hai trăm bốn mươi nghìn đồng"),
        (3_800_000, "Ba triệu tám trăm nghìn đồng"),
        (2_030_000, "Hai triệu không trăm ba mươi nghìn đồng"),
        (17_710_000, "Mười bảy triệu bảy trăm mười nghìn đồng"),
        (1_520_000, "Một triệu năm trăm hai mươi nghìn đồng"),
        (11_390_000, "Mười một triệu ba trăm chín mươi nghìn đồng"),
        (760_000, "Bảy trăm sáu mươi nghìn đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (21_000_005, "Hai mươi mốt triệu không trăm linh năm đồng"),
        (0, "Không đồng"),
    ],
)
def test_money_in_words(amount, words):
    assert dong_in_words(amount) == words


def test_money_in_figures():
    assert dong(30_360_000) == "30.360.000 đồng"
    assert dong(Decimal("3795000")) == "3.795.000 đồng"


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        ((2018, 3, 8), 1_300_000),
        ((2018, 6, 30), 1_300_000),
        ((2018, 7, 1), 1_390_000),
        ((2024, 6, 30), 1_800_000),
        ((2024, 7, 1), 2_340_000),
        ((2026, 6, 30), 2_340_000),
        ((2026, 7, 1), 2_530_000),
    ],
)
def test_base_salary_of_the_decisions_day(day, amount):
    found = base_salary_on(SALARIES, dt.date(*day))
    assert found is not None
    assert found.amount == amount


def test_no_base_salary_before_the_first_or_without_a_day():
    assert base_salary_on(SALARIES, dt.date(2010, 1, 1)) is None
    assert base_salary_on(SALARIES, None) is None


def _decision():
    grants = (
        Grant(id="a", award=FLAG, name="Cục A"),
        Grant(id="b", award=TITLE, kind=SubjectKind.INDIVIDUAL, name="Ông B"),
        Grant(id="c", award=FLAG, name="Cục C", state=GrantState.ANNULLED),
        Grant(id="d", award=FLAG, name="Cục D", amount=Decimal(5_000_000)),
        Grant(id="e", award=TITLE, name="Cục E"),
    )
    bare = Decision(period=PERIOD, number="1", date=dt.date(2026, 8, 1), grants=grants)
    return with_bonuses(bare, SALARIES, Rounding.UP)


def test_sums_are_computed_where_none_is_typed():
    decision = _decision()
    assert [(grant.id, grant.amount) for grant in decision.grants] == [
        ("a", 30_360_000),
        ("b", 2_530_000),
        ("c", None),  # annulled
        ("d", 5_000_000),  # typed by hand
        ("e", None),  # no multiple for a collective
    ]
    base = base_salary_on(SALARIES, decision.date)
    assert reckoning(decision.grants[0], base) == "12 × 2.530.000"
    assert reckoning(decision.grants[4], base) == "danh mục chưa có hệ số thưởng"
    assert reckoning(decision.grants[0], None) == "chưa có lương cơ sở của ngày quyết định"


def test_payments_are_made_once():
    decision, day = _decision(), dt.date(2026, 8, 5)
    first = payments(decision, day, ())
    assert [(e.receiver, e.amount) for e in first] == [
        ("Cục A", 30_360_000),
        ("Ông B", 2_530_000),
        ("Cục D", 5_000_000),
    ]
    assert all(e.problems() == {} for e in first)
    assert [e.grant for e in payments(decision, day, first[:1])] == ["b", "d"]
    assert payments(decision, day, first) == ()


def test_balance_follows_the_days_and_not_the_order_of_entry():
    paid = FundEntry(period=PERIOD, day=dt.date(2026, 8, 5), amount=Decimal(300), purpose="Chi")
    came = paid.replace(id="vao", day=dt.date(2026, 8, 5), way=FundWay.IN, amount=Decimal(1000))
    later = paid.replace(id="sau", day=dt.date(2026, 9, 1), amount=Decimal(900))
    left = balances([later, paid, came])
    assert (left["vao"], left[paid.id], left["sau"]) == (1000, 700, -200)


@pytest.mark.parametrize("amount", [None, Decimal(0), Decimal(-5)])
def test_an_entry_without_a_sum_is_refused(amount):
    entry = FundEntry(period=PERIOD, day=dt.date(2026, 8, 5), amount=amount, purpose="Chi")
    assert "amount" in entry.problems()
