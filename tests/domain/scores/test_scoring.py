"""Every formula worked out by hand, with the sum beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.scores.criterion import Direction, Kind
from desktop_app.domain.scores.explanation import Formula, half_up
from desktop_app.domain.scores.scoring import Figures, computed
from desktop_app.domain.scores.sheet import Passed, ScoreLine
from tests.domain.scores.conftest import UNITS, criterion, points


def rows(figures):
    """Unit → (actual, target) as rows; a target may be missing, «–» stands for no figure."""
    return [
        Figures(
            UNITS[unit],
            ScoreLine(actual=None if actual == "–" else points(actual)),
            None if target is None else points(target),
        )
        for unit, (actual, target) in figures.items()
    ]


def scores(found):
    return {unit: explanation.points for unit, explanation in found.items()}


def expected(text):
    """«A 10; B 6,67» as a dictionary."""
    pairs = (pair.split() for pair in text.split(";"))
    return {unit: points(value) for unit, value in pairs}


QUANTITATIVE = {
    # below: 0,5 × 10 × 80 : 100 = 4; met: 0,5 × 10 = 5; leader (120 − 100) : 100 = 20 %: 10;
    # exceeded by (105 − 100) : 100 = 5 %: 5 + (5 : 20) × 5 = 6,25
    "the four cases": (
        {"A": ("80", "100"), "B": ("100", "100"), "C": ("120", "100"), "D": ("105", "100")},
        "A 4; B 5; C 10; D 6,25",
    ),
    # (120 − 100) : 100 = 20 % and (60 − 50) : 50 = 20 %
    "two leaders": ({"A": ("120", "100"), "B": ("60", "50")}, "A 10; B 10"),
    # 4 : 3 and 8 : 6 exceed by a third each, which no decimal says exactly
    "two leaders by a third": ({"A": ("4", "3"), "B": ("8", "6")}, "A 10; B 10"),
    # nobody exceeded: no leader. 5 × 99,99 : 100 = 4,9995 → 5
    "no leader": ({"A": ("100", "100"), "B": ("99,99", "100")}, "A 5; B 5"),
    # 5 × 1 : 3 = 1,666… → 1,67
    "a third": ({"A": ("1", "3")}, "A 1,67"),
    # 150 : 150 × 10; 100 : 150 × 10 = 6,666…; 75 : 150 × 10 = 5; the leader is A alone
    "without target": (
        {"A": ("120", "100"), "B": ("150", None), "C": ("100", None), "D": ("75", None)},
        "A 10; B 10; C 6,67; D 5",
    ),
    # nobody has a target: 100, 80, 60 of 100
    "all without target": (
        {"A": ("100", None), "B": ("80", None), "C": ("60", None)},
        "A 10; B 8; C 6",
    ),
    "without target nor result": ({"A": ("0", None), "B": ("0", None)}, "A 0; B 0"),
    # a target of zero is no target: B is measured by C (50 : 100 × 10 = 5), not by A
    "target of zero": (
        {"A": ("120", "100"), "B": ("50", "0"), "C": ("100", None)},
        "A 10; B 5; C 10",
    ),
    "target of zero, no result": ({"A": ("0", "0")}, "A 0"),
    "negative result": ({"A": ("-7", "100"), "B": ("-7", None)}, "A 0; B 0"),
    "no figure": ({"A": ("–", "100"), "B": ("90", "100")}, "B 4,5"),
}


@pytest.mark.parametrize(("figures", "points_of"), QUANTITATIVE.values(), ids=QUANTITATIVE)
def test_quantitative(figures, points_of):
    assert scores(computed(criterion("1"), rows(figures))) == expected(points_of)


LESS = {
    # 90 of at most 100: (100 − 90) : 100 = 10 %; leader 75: 25 %. 5 + (10 : 25) × 5 = 7;
    # 125 is over the limit: 0,5 × 10 × 100 : 125 = 4
    "the four cases": (
        {"A": ("90", "100"), "B": ("75", "100"), "C": ("100", "100"), "D": ("125", "100")},
        "A 7; B 10; C 5; D 4",
    ),
    # a limit of zero can be kept (5) or broken (0), never exceeded; B leads with 50 %
    "limit of zero": (
        {"A": ("0", "0"), "B": ("50", "100"), "C": ("3", "0")},
        "A 5; B 10; C 0",
    ),
    # 20 : 20; 20 : 50 × 10 = 4; 20 : 30 × 10 = 6,666…
    "without target": (
        {"A": ("20", None), "B": ("50", None), "C": ("30", None)},
        "A 10; B 4; C 6,67",
    ),
    "without target, nothing happened": ({"A": ("0", None), "B": ("5", None)}, "A 10; B 0"),
    # below zero counts as zero: (100 − 0) : 100 = 100 % leads
    "negative result": ({"A": ("-5", "100"), "B": ("50", "100")}, "A 10; B 7,5"),
}


@pytest.mark.parametrize(("figures", "points_of"), LESS.values(), ids=LESS)
def test_where_less_is_better(figures, points_of):
    one = criterion("1", direction=Direction.LESS)
    assert scores(computed(one, rows(figures))) == expected(points_of)


def test_part_of_the_maximum_for_a_met_target_is_a_setting():
    # 0,8 × 20 = 16 for the target; 16 × 50 : 100 = 8 below it; 10 % of 20 %: 16 + 0,5 × 4 = 18
    one = criterion("1", most="20", target_share=Decimal("0.8"))
    figures = {
        "A": ("100", "100"),
        "B": ("50", "100"),
        "C": ("120", "100"),
        "D": ("110", "100"),
    }
    assert scores(computed(one, rows(figures))) == expected("A 16; B 8; C 20; D 18")


def test_half_is_rounded_up_exactly_where_a_third_comes_in():
    # 0,5 × 10,05 × 1 : 3 = 1,675 exactly; counted with a rounded third it would be 1,67
    one = criterion("1", most="10,05")
    assert scores(computed(one, rows({"A": ("1", "3")}))) == expected("A 1,68")
    assert scores(computed(one, rows({"A": ("1", "3")}), places=1)) == expected("A 1,7")
    assert scores(computed(one, rows({"A": ("1", "3")}), places=0)) == expected("A 2")


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("1.005", "1.01"), ("1.0049", "1.00"), ("-0.125", "-0.13"), ("0", "0.00"), ("7", "7.00")],
)
def test_half_up(exact, rounded):
    assert str(half_up(Decimal(exact), 2)) == rounded


# --- a unit by itself -----------------------------------------------------------------------


def alone(one, places=2, **figures):
    """The score and the reasons of one unit."""
    return computed(one, [Figures(UNITS["A"], ScoreLine(**figures))], places).get("A")


def test_pass_or_fail():
    one = criterion("1", Kind.PASS_FAIL, "5")
    assert alone(one, passed=Passed.YES).points == 5
    assert alone(one, passed=Passed.NO).points == 0
    assert alone(one) is None


def test_count_times_points_stops_at_the_maximum():
    one = criterion("1", Kind.COUNT, "5", unit_points=Decimal("1.5"))
    assert alone(one, count=0).points == 0
    assert alone(one, count=3).points == Decimal("4.5")  # 3 × 1,5
    four = alone(one, count=4)  # 4 × 1,5 = 6
    assert (four.points, four.exact, four.limit) == (5, 6, 5)
    assert alone(one) is None
    assert alone(criterion("1", Kind.COUNT), count=3) is None


def test_plus_and_minus_stay_within_their_limits():
    one = criterion(
        "1",
        Kind.PLUS_MINUS,
        "10",
        bonus_points=Decimal(2),
        penalty_points=Decimal("1.5"),
        min_points=Decimal(-5),
    )
    assert alone(one, bonus_count=3, penalty_count=2).points == 3  # 3 × 2 − 2 × 1,5
    assert alone(one, bonus_count=6).points == 10  # 12 is above 10
    assert alone(one, penalty_count=2).points == -3
    assert alone(one, penalty_count=4).points == -5  # −6 is below −5
    assert alone(one, bonus_count=0).points == 0
    assert alone(one) is None


def test_bands():
    lines = ("> 95 % = 1,5", "75–95 % = 1", "50–<75 % = 0,5", "< 50 % = 0")
    one = criterion("1", Kind.BANDS, "1,5", bands=lines)
    found = {value: alone(one, actual=points(value)).points for value in ("95,01", "95", "75")}
    assert found == {"95,01": Decimal("1.5"), "95": 1, "75": 1}
    assert alone(one, actual=points("74,99")).points == Decimal("0.5")
    assert alone(one, actual=Decimal("49.9")).points == 0
    assert alone(one) is None


def test_value_in_no_band_is_left_to_a_person():
    one = criterion("1", Kind.BANDS, "2", bands=("0 = 2", "1–2 = 1", "> 10 = 0"))
    assert alone(one, actual=Decimal(2)).points == 1
    assert alone(one, actual=Decimal(5)) is None


# --- why ------------------------------------------------------------------------------------


def test_every_figure_of_a_score_can_be_read():
    figures = {"A": ("105", "100"), "B": ("120", "100"), "C": ("1", "3")}
    found = computed(criterion("1"), rows(figures))
    assert found["A"].input_lines == (
        "A = 105 (kết quả thực hiện)",
        "T = 100 (chỉ tiêu)",
        "M = 10 (điểm tối đa)",
        "s = 0,5 (phần điểm khi đạt chỉ tiêu)",
        "V = 5% (tỷ lệ vượt chỉ tiêu)",
        "D = 20% (tỷ lệ vượt của đơn vị dẫn đầu)",
    )
    assert found["A"].steps == (
        "Vượt chỉ tiêu.",
        "V = (105 − 100) : 100 = 5%.",
        "Dẫn đầu: B, vượt 20%.",
        "s × M + (V : D) × (1 − s) × M = 0,5 × 10 + (5% : 20%) × (1 − 0,5) × 10 = 6,25.",
    )
    assert found["B"].steps == (
        "Vượt chỉ tiêu nhiều nhất.",
        "V = (120 − 100) : 100 = 20%.",
        "Dẫn đầu: B, vượt 20%.",
        "M = 10.",
    )
    assert found["C"].steps[-2:] == (
        "s × M × (A : T) = 0,5 × 10 × (1 : 3) ≈ 1,666667.",
        "Làm tròn: 1,67.",
    )


def test_both_leaders_are_named():
    found = computed(criterion("1"), rows({"A": ("120", "100"), "B": ("60", "50")}))
    assert [found[unit].formula for unit in "AB"] == [Formula.LEADER] * 2
    assert "Dẫn đầu: A; B, vượt 20%." in found["A"].steps


def test_turned_round_where_less_is_better():
    one = criterion("1", direction=Direction.LESS)
    found = computed(one, rows({"A": ("90", "100"), "B": ("75", "100"), "C": ("125", "100")}))
    assert "V = (100 − 90) : 100 = 10%." in found["A"].steps
    assert found["C"].steps[-1] == "s × M × (T : A) = 0,5 × 10 × (100 : 125) = 4."


def test_what_was_set_right_is_said():
    figures = {"A": ("50", "0"), "B": ("-7", "100"), "C": ("100", None)}
    found = computed(criterion("1"), rows(figures))
    assert found["A"].steps == (
        "Chỉ tiêu bằng 0 được xét như không có chỉ tiêu.",
        "Không có chỉ tiêu, so với các đơn vị cùng nhóm.",
        "(A : B) × M = (50 : 100) × 10 = 5.",
    )
    assert found["B"].steps[0] == "Kết quả âm được tính như 0."


def test_steps_of_the_other_kinds():
    count = criterion("1", Kind.COUNT, "5", unit_points=Decimal("1.5"))
    assert alone(count, count=4).steps == (
        "Số lượng × điểm.",
        "n × d = 4 × 1,5 = 6.",
        "Ngoài giới hạn, tính 5.",
    )
    assert alone(criterion("1", Kind.PASS_FAIL, "5"), passed=Passed.YES).steps == (
        "Đạt yêu cầu.",
        "M = 5.",
    )
    bands = criterion("1", Kind.BANDS, "2", bands=("> 95 % = 1,5", "còn lại = 0"))
    assert alone(bands, actual=Decimal(96)).steps == (
        "A = 96 thuộc mức «> 95 % = 1,5».",
        "Theo mức.",
    )
