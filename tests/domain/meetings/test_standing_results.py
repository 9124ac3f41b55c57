"""A nomination written by hand takes score and place of the ranking, and its votes."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.meetings.ballot import BallotState, Candidate
from desktop_app.domain.meetings.standing_results import results_of
from tests.domain.meetings.test_ballot import FLAG, PERIOD, UNITS, ballot
from tests.domain.scores.test_score_round import round_of

OTHER = Award(code="BK", name="Bằng khen", for_collective=True)


def nomination(unit, **changes):
    made = Nomination(
        period=PERIOD, award=FLAG, kind=SubjectKind.COLLECTIVE, unit=unit, achievement_year="2018"
    )
    return made.replace(**changes)


def counted(unit, agreed, number=1, state=BallotState.COUNTED, award=FLAG):
    one = Candidate(unit=unit, agreed=agreed, against=0)
    return ballot().replace(state=state, candidates=(one,), number=number, award=award)


def test_a_unit_takes_score_place_and_the_votes_of_the_last_counted_round():
    standings = round_of({"A": 7, "B": 9, "C": 7}).standings
    unit = standings[0].unit
    rounds = (
        counted(unit, 3),
        counted(unit, 5, number=2),
        counted(unit, 6, number=3, state=BallotState.VOTING),
        counted(unit, 1, number=4, award=OTHER),
        counted(UNITS[0], 2, number=5),
    )
    found = results_of(nomination(unit), standings, rounds)
    assert (found.score, found.place) == (standings[0].score.final, 1)
    assert found.votes_for == 5
    assert found.votes_total
    assert "hạng 1" in found.told
    assert "5/" in found.told


def test_what_is_not_there_is_said_and_nothing_is_overwritten():
    found = results_of(nomination(UNITS[0], score=Decimal(3)), (), ())
    assert found.values() == {}
    assert "Chưa có bảng xếp hạng đã chốt của năm 2018" in found.told
    assert "Chưa có vòng bỏ phiếu" in found.told


def test_a_part_of_a_unit_has_no_place_of_its_own():
    standings = round_of({"A": 7, "B": 9}).standings
    part = nomination(standings[0].unit, name="Đội 1")
    assert results_of(part, standings, ()).values() == {}
