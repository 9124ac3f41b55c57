"""Places, the rules between equal scores, and what is said about each of them."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from desktop_app.domain.scores.criteria import KnockOutBars, RankedBy
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.ranking import OutsideFacts, ranked
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import Passed
from tests.domain.scores.conftest import UNITS, criteria_set, criterion, points, sheet, target

SECTIONS = tuple(criterion(code, Kind.GROUP, "100") for code in ("I", "II", "III"))
LEAVES = (
    criterion("I.1", Kind.COUNT, "100", parent="I"),
    criterion("II.1", Kind.COUNT, "90", parent="II"),
    criterion(
        "II.2",
        Kind.PLUS_MINUS,
        "10",
        parent="II",
        bonus_points=Decimal(1),
        penalty_points=Decimal(2),
    ),
    criterion("III.1", Kind.COUNT, "95", parent="III"),
    criterion("III.2", Kind.PASS_FAIL, "5", parent="III", knock_out=True),
)
SET = criteria_set(*SECTIONS, *LEAVES)


def table(rules=SET, **scores):
    """Unit → «I II III», with penalties after a slash."""
    sheets = []
    for unit, text in scores.items():
        figures, _, minus = text.partition("/")
        one, two, three = (points(value) for value in figures.split())
        lines = {
            "I.1": {"self_score": one},
            "II.1": {"self_score": two},
            "II.2": {"penalty_count": int(minus or 0), "bonus_count": 2 * int(minus or 0)},
            "III.1": {"self_score": three},
            "III.2": {"passed": Passed.YES},
        }
        sheets.append(sheet(rules, unit, lines))
    return Scoreboard(rules, sheets)


def places(standings):
    return {standing.unit.id: standing.place for standing in standings}


def order(standings):
    return "".join(standing.unit.id for standing in standings)


def test_places_share_and_skip():
    found = ranked(table(A="10 10 10", B="20 10 10", C="20 10 10", D="5 5 5"))
    assert places(found) == {"B": 1, "C": 1, "A": 3, "D": 4}
    assert [one.shares_place for one in found] == [True, True, False, False]
    assert [one.score.final for one in found] == [45, 45, 35, 20]
    assert [score.final for score in found[0].sections] == [20, 10, 15]


def test_three_equal_leave_two_places_free():
    found = ranked(table(A="10 10 10", B="10 10 10", C="10 10 10", D="5 5 5"))
    assert places(found) == {"A": 1, "B": 1, "C": 1, "D": 4}


def test_first_section_decides_and_is_said():
    found = ranked(table(A="10 20 10", B="20 10 10"))
    assert places(found) == {"B": 1, "A": 2}
    words = "B xếp trên A (cùng 45 điểm): điểm phần I cao hơn (20 so với 10)."
    assert [one.tie_notes for one in found] == [(words,), (words,)]


def test_fewer_penalties_decide_where_the_first_section_is_equal():
    # Two bonuses of 1 make up for each penalty of 2: the totals are equal, the penalties are not.
    found = ranked(table(A="10 20 10/1", B="10 20 10"))
    assert order(found) == "BA"
    assert found[0].tie_notes == ("B xếp trên A (cùng 45 điểm): ít điểm trừ hơn (0 so với 2).",)


def test_third_section_decides_next():
    found = ranked(table(A="10 10 20", B="10 20 10"))
    assert order(found) == "AB"
    assert "điểm phần III cao hơn (25 so với 15)" in found[0].tie_notes[0]


EQUAL = {"A": "10 10 10", "B": "10 10 10", "C": "10 10 10"}


@pytest.mark.parametrize(
    ("facts", "expected", "words"),
    [
        (
            OutsideFacts(honoured_last_year=frozenset({"A", "C"})),
            {"B": 1, "A": 2, "C": 2},
            "B xếp trên A và C (cùng 35 điểm): năm trước chưa được tặng Cờ.",
        ),
        (
            OutsideFacts(votes={"A": 3, "B": 1, "C": 5}),
            {"C": 1, "A": 2, "B": 3},
            "C xếp trên A (cùng 35 điểm): theo biểu quyết của hội nghị (5 phiếu so với 3).",
        ),
        (
            OutsideFacts(votes={"A": 3, "B": 3, "C": 3}, decided_order=("C", "B", "A")),
            {"C": 1, "B": 2, "A": 3},
            "C xếp trên B (cùng 35 điểm): theo quyết định của cơ quan thường trực.",
        ),
        (
            OutsideFacts(honoured_last_year=frozenset({"C"}), votes={"A": 1, "B": 2}),
            {"B": 1, "A": 2, "C": 3},
            "A và B xếp trên C (cùng 35 điểm): năm trước chưa được tặng Cờ.",
        ),
    ],
)
def test_what_is_on_no_sheet_decides_when_it_is_given(facts, expected, words):
    found = ranked(table(**EQUAL), facts)
    assert places(found) == expected
    assert found[0].tie_notes[0] == words


def test_open_tie_is_said_with_what_could_still_decide():
    found = ranked(table(**EQUAL), OutsideFacts(votes={"A": 1}))
    assert found[0].tie_notes == (
        "A; B và C cùng hạng 1 (35 điểm); còn chờ danh sách Cờ năm trước, "
        "biểu quyết của hội nghị, quyết định của cơ quan thường trực.",
    )


def test_chain_is_a_setting():
    third_first = SET.replace(tie_rules=("phan_3", "phan_1"))
    assert order(ranked(table(third_first, A="10 10 20", B="20 10 10"))) == "AB"
    assert order(ranked(table(A="10 10 20", B="20 10 10"))) == "BA"
    none = SET.replace(tie_rules=())
    found = ranked(table(none, A="10 10 20", B="20 10 10"))
    assert places(found) == {"A": 1, "B": 1}
    assert found[0].tie_notes == ("A và B cùng hạng 1 (45 điểm).",)


def test_rule_about_a_section_that_is_not_there_is_passed_over():
    two = criteria_set(*SECTIONS[:2], *LEAVES[:3], tie_rules=("phan_3", "phan_1"))
    lines = {"A": ("1", "2"), "B": ("2", "1")}
    sheets = [
        sheet(two, u, {"I.1": {"self_score": points(a)}, "II.1": {"self_score": points(b)}})
        for u, (a, b) in lines.items()
    ]
    assert order(ranked(Scoreboard(two, sheets))) == "BA"


def test_by_section():
    board = table(A="10 30 10", B="20 10 10", C="20 5 5")
    found = ranked(board, section=SECTIONS[0])
    assert places(found) == {"B": 1, "C": 1, "A": 3}
    assert found[0].score.final == 20
    assert "điểm trừ" not in " ".join(found[0].tie_notes)


def test_by_completion():
    by_share = SET.replace(
        ranked_by=RankedBy.COMPLETION, targets=(target("II", "B", assigned=False),)
    )
    # A: 25 + 5 of 300 = 10 %; B: 20 + 5 of 200 = 12,5 %
    found = ranked(table(by_share, A="10 5 10", B="10 5 10"))
    assert order(found) == "BA"
    assert [one.score.completion for one in found] == [Decimal("12.5"), 10]


def test_knocked_out_unit_keeps_its_place_and_is_barred():
    board = table(A="10 10 10", B="20 10 10")
    form = board.sheets[1]
    board.update(form.with_line(form.by_criterion["III.2"].replace(passed=Passed.NO)))
    first = ranked(board)[0]
    assert (first.unit.id, first.place) == ("B", 1)
    assert [one.code for one in first.knocked_out] == ["III.2"]
    assert first.bar == ("Không xét mọi danh hiệu thi đua vì bị điểm liệt: III.2 Tiêu chí III.2.")
    assert ranked(board)[1].bar == ""
    flags = Scoreboard(SET.replace(knock_out_bars=KnockOutBars.FLAGS), board.sheets)
    assert ranked(flags)[0].bar.startswith("Không xét Cờ thi đua vì")


def test_order_in_which_sheets_came_in_never_shows():
    sheets = table(A="10 10 20", B="10 20 10", C="10 10 10", D="10 10 10").sheets
    tables = [ranked(Scoreboard(SET, mixed)) for mixed in itertools.permutations(sheets)]
    assert all(one == tables[0] for one in tables)


def test_nobody_to_rank():
    assert ranked(Scoreboard(SET, [])) == ()
    assert [one.place for one in ranked(Scoreboard(SET, [sheet(SET, "A")]))] == [1]
    assert UNITS["A"].name == "Cục A"
