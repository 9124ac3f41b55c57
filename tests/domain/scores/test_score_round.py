"""A round as a whole: one sheet a member, names of its day, provisional until all are final."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.inspection import Finding, Inspection
from desktop_app.domain.scores.score_round import criteria_of, flagged, score_round
from desktop_app.domain.scores.sheet import Round, SheetState
from desktop_app.domain.scores.tie_decision import TieDecision, TieEntry
from desktop_app.domain.units.unit import UnitName
from tests.domain.scores.conftest import PERIOD, UNITS, criteria_set, criterion, sheet

ONE = criteria_set(criterion("I", kind=Kind.COUNT, most="10"))


def round_of(points, state=SheetState.FINAL, **more):
    sheets = [
        sheet(ONE, unit, {"I": {"self_score": Decimal(value)}}, state=state)
        for unit, value in points.items()
    ]
    return score_round(PERIOD, ONE, Round.YEAR, sheets, **more)


def test_members_without_a_sheet_stand_in_it_too():
    found = round_of({"B": 7})
    assert [each.unit.id for each in found.sheets] == list("ABCDEFG")
    assert not found.is_final
    assert "6 phiếu ở «Nháp»" in found.standing_sentence
    assert found.board.total(UNITS["A"]).missing == 1
    # the blanks are the same ones each time, so that a preview does not flicker
    assert [s.id for s in round_of({"B": 7}).sheets] == [s.id for s in found.sheets]


def test_it_is_final_when_every_sheet_is():
    everyone = dict.fromkeys("ABCDEFG", 5)
    assert round_of(everyone).is_final
    assert not round_of(everyone, SheetState.REVIEWED_AGAIN).is_final
    assert not score_round(PERIOD.replace(members=()), ONE, Round.YEAR, ()).is_final


def test_sheets_by_another_version_stay_out():
    newer = ONE.replace(id="bo-2", version=2)
    old = [sheet(ONE, "A", {"I": {"self_score": Decimal(9)}})]
    assert score_round(PERIOD, newer, Round.YEAR, old).board.total(UNITS["A"]).final == 0
    assert criteria_of((ONE, newer), old, Round.YEAR) is ONE
    assert criteria_of((ONE, newer), old, Round.HALF_YEAR) is newer
    assert criteria_of((), (), Round.YEAR) is None


def test_names_are_those_of_the_day():
    names = (
        UnitName(full="Cục Cũ", short="Cũ", until=dt.date(2026, 8, 31)),
        UnitName(full="Cục Mới", short="Mới", since=dt.date(2026, 9, 1)),
    )
    unit = UNITS["A"].replace(names=names)
    one = sheet(ONE, "A").replace(unit=unit)
    halves = [score_round(PERIOD, ONE, when, [one.replace(round=when)]) for when in Round]
    assert [half.board.units[0].short_name for half in halves] == ["Cũ", "Mới"]


def test_votes_and_the_standing_body_decide_a_tie():
    equal = round_of({"A": 8, "B": 8, "C": 6})
    assert [s.place for s in equal.standings[:2]] == [1, 1]
    voted = TieDecision(
        period=PERIOD,
        entries=(TieEntry(unit=UNITS["A"], votes=3), TieEntry(unit=UNITS["B"], votes=5)),
    )
    first, second, *_ = equal.replace(decision=voted).standings
    assert (first.unit.id, second.unit.id, second.place) == ("B", "A", 2)
    assert "(5 phiếu so với 3)" in first.tie_notes[0]
    placed = voted.replace(
        entries=(TieEntry(unit=UNITS["A"], place=2), TieEntry(unit=UNITS["B"], place=1))
    )
    assert placed.order == ("B", "A")
    assert equal.replace(decision=placed).standings[0].unit.id == "B"


def test_no_place_of_the_standing_body_is_given_twice():
    twice = TieDecision(
        period=PERIOD,
        entries=(TieEntry(unit=UNITS["A"], place=1), TieEntry(unit=UNITS["B"], place=1)),
    )
    assert list(twice.problems()) == ["entries.1.place"]
    same = twice.replace(entries=(TieEntry(unit=UNITS["A"]), TieEntry(unit=UNITS["A"])))
    assert list(same.problems()) == ["entries.1.unit"]
    below = twice.replace(entries=(TieEntry(unit=UNITS["A"], votes=-1, place=0), TieEntry()))
    assert sorted(below.problems()) == ["entries.0.place", "entries.0.votes", "entries.1.unit"]


def test_flags_of_the_year_before():
    assert flagged(()) is None
    assert flagged([("A", "CO-BCA"), ("B", "GK"), ("", "CO-BCA")]) == {"A"}
    assert flagged([("A", "GK")]) == frozenset()


def test_findings_of_a_criterion():
    leaf = ONE.tree.leaves[0]
    finding = Finding(criterion=leaf.id, text="Chậm báo cáo", points_effect=Decimal(-1))
    inspection = Inspection(
        period=PERIOD, unit=UNITS["B"], findings=(finding, Finding(text="Nhận xét"))
    )
    found = round_of({}, inspections=(inspection,))
    assert found.findings_on(leaf, UNITS["B"]) == (finding,)
    assert found.findings_on(leaf, UNITS["A"]) == ()
