"""What holds for any figures: bounds, the leader, order of units, sums, rounding, ranks."""

from __future__ import annotations

import itertools
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.scores.criterion import Direction, Kind
from desktop_app.domain.scores.explanation import Formula, half_up
from desktop_app.domain.scores.ranking import OutsideFacts, ranked
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.scoring import Figures, computed
from desktop_app.domain.scores.sheet import Passed, ScoreLine
from tests.domain.scores.conftest import UNITS, criteria_set, criterion, sheet, target

NAMES = st.sampled_from("ABCDEFG")


def decimals(least, most, places=2):
    return st.decimals(least, most, places=places, allow_nan=False, allow_infinity=False)


CRITERIA = st.builds(
    lambda most, direction, part: criterion("1", direction=direction, target_share=part).replace(
        max_points=most
    ),
    decimals(0, 200),
    st.sampled_from(Direction),
    decimals(0, 1),
)
ACTUALS = decimals(-50, 1000)
FIGURES = st.dictionaries(
    NAMES, st.tuples(ACTUALS, st.none() | decimals(0, 1000)), min_size=1, max_size=7
)


def scored(one, figures):
    rows = [
        Figures(UNITS[unit], ScoreLine(actual=actual), wanted)
        for unit, (actual, wanted) in figures.items()
    ]
    return computed(one, rows)


@given(CRITERIA, FIGURES)
def test_within_the_maximum(one, figures):
    found = scored(one, figures)
    assert found.keys() == figures.keys()
    assert all(0 <= result.points <= half_up(one.most, 2) for result in found.values())


@given(CRITERIA, FIGURES)
def test_leader_has_the_maximum_and_only_one_with_a_target_leads(one, figures):
    found = scored(one, figures)
    for unit, result in found.items():
        if result.formula is Formula.LEADER:
            assert result.points == half_up(one.most, 2)
            assert figures[unit][1] is not None
            assert UNITS[unit] in result.leaders
    best_alone = [r for r in found.values() if r.formula is Formula.NO_TARGET]
    anybody = any(r.inputs[0][1] > 0 for r in best_alone) or one.direction is Direction.LESS
    if best_alone and anybody:
        assert max(r.points for r in best_alone) == half_up(one.most, 2)


@given(CRITERIA, FIGURES, NAMES, decimals(0, 500))
def test_better_result_never_lowers_the_own_score(one, figures, unit, step):
    actual, wanted = figures.get(unit, (Decimal(10), Decimal(20)))
    better = actual + step if one.direction is Direction.MORE else actual - step
    before = scored(one, figures | {unit: (actual, wanted)})[unit].points
    assert scored(one, figures | {unit: (better, wanted)})[unit].points >= before


@given(CRITERIA, FIGURES, st.randoms(use_true_random=False))
def test_order_of_units_changes_nothing(one, figures, random):
    mixed = list(figures.items())
    random.shuffle(mixed)
    assert scored(one, dict(mixed)) == scored(one, figures)


@given(st.fractions(-1000, 1000, max_denominator=10000), st.integers(0, 4))
def test_half_up_is_the_nearest_and_a_half_goes_away_from_zero(value, places):
    rounded = half_up(value, places)
    gap = abs(Fraction(rounded) - value) * 10**places
    assert gap <= Fraction(1, 2)
    if gap == Fraction(1, 2):
        assert abs(Fraction(rounded)) > abs(value)
    assert -rounded.as_tuple().exponent == places


@given(decimals(-1000, 1000, places=4))
def test_half_up_agrees_with_decimal(value):
    assert half_up(value, 2) == value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@given(st.integers(0, 50), st.integers(0, 50), decimals(0, 5), decimals(0, 5), decimals(-20, 0))
def test_plus_and_minus_stay_within_their_limits(plus, minus, bonus, penalty, least):
    one = criterion(
        "1", Kind.PLUS_MINUS, "10", bonus_points=bonus, penalty_points=penalty, min_points=least
    )
    line = ScoreLine(bonus_count=plus, penalty_count=minus)
    found = computed(one, [Figures(UNITS["A"], line)])["A"].points
    assert least <= found <= 10
    exact = plus * bonus - minus * penalty
    assert found == exact or exact < least or exact > 10


# --- whole rounds ---------------------------------------------------------------------------

SECTIONS = (criterion("I", Kind.GROUP, "30"), criterion("II", Kind.GROUP, "25"))
GROUP = criterion("I.1", Kind.GROUP, "20", parent="I")
LEAVES = (
    criterion("I.1.a", most="12", parent="I.1"),
    criterion("I.1.b", Kind.COUNT, "8", parent="I.1", unit_points=Decimal("1.35")),
    criterion("I.2", Kind.PASS_FAIL, "10", parent="I"),
    criterion("II.1", most="15", parent="II", direction=Direction.LESS),
    criterion("II.2", Kind.COUNT, "10", parent="II"),
)
TARGETS = (
    target("I.1.a", "A", "100"),
    target("I.1.a", "B", "70"),
    target("II", "C", assigned=False),
)
SET = criteria_set(*SECTIONS, GROUP, *LEAVES, targets=TARGETS)
LINE = st.fixed_dictionaries(
    {},
    optional={
        "actual": ACTUALS,
        "count": st.integers(0, 9),
        "passed": st.sampled_from(Passed),
        "self_score": decimals(0, 12),
        "review1": decimals(0, 12),
        "review2": decimals(0, 12),
    },
)
SHEETS = st.dictionaries(
    NAMES,
    st.dictionaries(st.sampled_from([leaf.id for leaf in LEAVES]), LINE, max_size=5),
    min_size=1,
    max_size=7,
).map(lambda lines: [sheet(SET, unit, own) for unit, own in lines.items()])


@given(SHEETS)
def test_parents_are_the_sums_of_their_children(sheets):
    board = Scoreboard(SET, sheets)
    for unit in board.units:
        for one in SET.criteria:
            children = [board.score(child, unit) for child in SET.tree.children(one)]
            if children:
                score = board.score(one, unit)
                assert score.final == sum(child.final for child in children)
                assert score.worth == sum(child.worth for child in children)
        total = board.total(unit)
        assert total.final == sum(board.score(leaf, unit).final for leaf in LEAVES)
        assert 0 <= total.final <= total.worth <= 55
        assert total.completion is None or 0 <= total.completion <= 100


@given(SHEETS, SHEETS)
def test_cell_by_cell_gives_what_a_new_board_gives(before, after):
    board = Scoreboard(SET, before)
    known = {unit.id for unit in board.units}
    final = {form.unit.id: form for form in before}
    for form in after:
        if form.unit.id in known:
            board.update(form)
            final[form.unit.id] = form
    fresh = Scoreboard(SET, final.values())
    for one, unit in itertools.product(SET.criteria, board.units):
        assert board.score(one, unit) == fresh.score(one, unit)


@given(SHEETS)
def test_places_follow_the_totals(sheets):
    found = ranked(Scoreboard(SET, sheets))
    totals = [standing.score.final for standing in found]
    assert totals == sorted(totals, reverse=True)
    assert found[0].place == 1
    for row, standing in enumerate(found):
        ahead = sum(other.place < standing.place for other in found)
        assert standing.place == ahead + 1
        assert standing.shares_place == (sum(other.place == standing.place for other in found) > 1)
        assert row >= ahead


@given(SHEETS, st.randoms(use_true_random=False))
def test_order_of_sheets_changes_no_score_and_no_place(sheets, random):
    mixed = list(sheets)
    random.shuffle(mixed)
    board, other = Scoreboard(SET, sheets), Scoreboard(SET, mixed)
    for one, unit in itertools.product(SET.criteria, board.units):
        assert board.score(one, unit) == other.score(one, unit)
    assert ranked(board) == ranked(other)
    for section in SECTIONS:
        assert ranked(board, section=section) == ranked(other, section=section)


FACTS = st.builds(
    OutsideFacts,
    honoured_last_year=st.none() | st.frozensets(NAMES),
    votes=st.dictionaries(NAMES, st.integers(0, 9)),
    decided_order=st.permutations("ABCDEFG").map(tuple),
)


@given(SHEETS, FACTS)
def test_what_is_decided_outside_only_moves_equal_units(sheets, facts):
    board = Scoreboard(SET, sheets)
    plain, decided = ranked(board), ranked(board, facts)
    assert [one.score.final for one in decided] == [one.score.final for one in plain]
    assert {one.unit.id for one in decided} == {one.unit.id for one in plain}
    # the standing body put all of them in an order, so nobody is left equal
    assert [one.place for one in decided] == list(range(1, len(sheets) + 1))
    for one in decided:
        assert not one.shares_place
