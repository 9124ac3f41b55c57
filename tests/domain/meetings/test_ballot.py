"""Ballots: arithmetic, thresholds, ties, rounds. Every expected number was worked out by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.meetings.ballot import Ballot, BallotState, Candidate, new_ballot
from desktop_app.domain.meetings.ballot_result import (
    has_quorum,
    line_of,
    next_round,
    outcome,
    votes_needed,
)
from desktop_app.domain.meetings.counting_team import CountingMember
from desktop_app.domain.meetings.meeting import Attendance, Meeting, Presence
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, Role
from desktop_app.domain.years.voting import Base, TieWay

DAY = dt.datetime(2026, 11, 20, 8)
UNITS = [Unit(id=f"u{n}", code=f"U{n}", names=(UnitName(full=f"Cục {n}"),)) for n in range(13)]
PERIOD = Period(
    cluster=Cluster(number="2"),
    name="2026",
    since=dt.date(2026, 1, 1),
    until=dt.date(2026, 12, 31),
    members=tuple(
        Membership(unit=unit, role=Role.MEMBER if place else Role.LEAD)
        for place, unit in enumerate(UNITS)
    ),
)
MEETING = Meeting(period=PERIOD, name="Hội nghị tổng kết", starts=DAY)
FLAG = Award(code="CTD", name="Cờ thi đua của Bộ", for_collective=True)


def ballot(*votes: int, scores: tuple[str, ...] = (), **changes: object) -> Ballot:
    """A counted round of 13 members, 12 present, with these votes for units 0, 1, 2 …"""
    candidates = tuple(
        Candidate(
            unit=UNITS[place],
            agreed=count,
            against=12 - count,
            agreed2=count,
            against2=12 - count,
            score=Decimal(scores[place]) if scores else None,
        )
        for place, count in enumerate(votes)
    )
    figures = dict.fromkeys(("issued", "returned", "returned2", "valid", "valid2"), 12)
    figures |= {"invalid": 0, "invalid2": 0, "members": 13, "present": 12}
    made = Ballot(period=PERIOD, meeting=MEETING, award=FLAG, candidates=candidates, **figures)
    return made.replace(**changes)


@pytest.mark.parametrize(
    ("base", "threshold", "more", "needed"),
    [
        # 80 %: documents, section 3.5, the row «80 %»
        (5, "80", False, 4),
        (6, "80", False, 5),
        (7, "80", False, 6),
        (13, "80", False, 11),
        # 90 %
        (10, "90", False, 9),
        (12, "90", False, 11),
        # more than half
        (5, "50", True, 3),
        (6, "50", True, 4),
        (12, "50", True, 7),
        (13, "50", True, 7),
        # two thirds written as 66.67 %: 12 × 0.6667 = 8.0004, so 9 and not 8
        (12, "66.67", False, 9),
        (0, "50", True, 1),
    ],
)
def test_votes_needed_are_counted_in_whole_numbers(base, threshold, more, needed):
    assert votes_needed(base, Decimal(threshold), more) == needed


@pytest.mark.parametrize(
    ("base", "needed"), [(Base.MEMBERS, 7), (Base.PRESENT, 7), (Base.VALID, 6)]
)
def test_base_is_members_present_or_valid(base, needed):
    # more than half of 13, of 12 and of 11
    round_ = ballot(5, base=base, valid=11, invalid=1)
    assert line_of(round_, round_.candidates[0]).needed == needed


def test_one_vote_short_is_said():
    # more than half of 13 is 7
    round_ = ballot(6, 7, 0)
    assert [line_of(round_, c).missing for c in round_.candidates] == [1, 0, 7]


def test_share_has_two_decimals_half_up():
    # 6/7 = 85,714…; 1/8 = 12,5; 2/3 = 66,666…
    shares = []
    for agreed, base in ((6, 7), (1, 8), (2, 3)):
        round_ = ballot(agreed, members=base, present=base)
        shares.append(line_of(round_, round_.candidates[0]).share)
    assert shares == [Decimal("85.71"), Decimal("12.5"), Decimal("66.67")]


def test_unit_barred_from_voting_on_itself_has_one_voter_less():
    round_ = ballot(6, self_vote=False)
    # more than half of 12
    assert line_of(round_, round_.candidates[0]).base == 12
    stranger = Candidate(name="Nguyễn Văn A", agreed=6)
    assert line_of(round_, stranger).base == 13


@pytest.mark.parametrize(
    ("present", "quorum", "met"),
    [
        (9, None, True),  # 9/13 = 69 %, two thirds is 8,67
        (8, None, False),
        (9, Decimal(70), False),  # 69,2 %
        (10, Decimal(75), True),  # 76,9 %
    ],
)
def test_quorum(present, quorum, met):
    assert has_quorum(ballot(members=13, present=present, quorum=quorum)) is met


def test_nobody_is_chosen_without_a_quorum():
    assert outcome(ballot(12, present=8, issued=8)).chosen == ()


def names(candidates):
    return [candidate.unit.id for candidate in candidates]


def test_all_who_reach_the_threshold_are_chosen_while_there_are_seats():
    result = outcome(ballot(12, 6, 9, seats=3))
    assert names(result.chosen) == ["u0", "u2"]
    assert result.tied == ()


def test_equal_ones_at_the_last_seat_vote_again():
    result = outcome(ballot(12, 9, 9, 9, seats=2))
    assert names(result.chosen) == ["u0"]
    assert names(result.tied) == ["u1", "u2", "u3"]
    assert result.seats_left == 1


def test_equal_ones_are_no_tie_where_all_have_a_seat():
    result = outcome(ballot(9, 9, 12, seats=3))
    assert names(result.chosen) == ["u2", "u0", "u1"]
    assert not result.is_open


def test_higher_score_wins_where_the_rule_says_so():
    round_ = ballot(9, 9, 12, scores=("950", "961.5", "900"), seats=2)
    result = outcome(round_.replace(tie_way=TieWay.HIGHER_SCORE))
    assert names(result.chosen) == ["u2", "u1"]


def test_same_score_stays_tied():
    round_ = ballot(9, 9, 12, scores=("950", "950", "900"), seats=2, tie_way=TieWay.HIGHER_SCORE)
    result = outcome(round_)
    assert names(result.chosen) == ["u2"]
    assert names(result.tied) == ["u0", "u1"]


def test_all_go_up_where_the_rule_says_so():
    result = outcome(ballot(9, 9, 12, seats=2, tie_way=TieWay.BOTH_UP))
    assert names(result.chosen) == ["u2", "u0", "u1"]


def test_next_round_is_between_the_tied_for_the_seats_left():
    first = ballot(12, 9, 9, 8, seats=2, team=(CountingMember(name="Trần Thị B"),))
    second = next_round(first)
    assert (second.number, second.seats, second.state) == (2, 1, BallotState.PREPARING)
    assert names(second.candidates) == ["u1", "u2"]
    assert {c.agreed for c in second.candidates} == {None}
    assert second.issued is None
    ids = {c.id for c in first.candidates} | {m.id for m in first.team}
    assert not ids & {part.id for part in (*second.candidates, *second.team)}
    assert second.problems() == {}


def test_sound_round_has_no_problems():
    assert ballot(12, 7, state=BallotState.CONFIRMED).problems() == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"issued": 13}, "issued"),  # 12 are there
        ({"returned": 13}, "returned"),  # 12 were given out
        ({"valid": 10}, "valid"),  # 10 + 0 ≠ 12
        ({"threshold": Decimal(101)}, "threshold"),
        ({"threshold": Decimal(100)}, "threshold"),  # more than 100 %
        ({"threshold": Decimal(0)}, "threshold"),
        ({"quorum": Decimal(120)}, "quorum"),
        ({"present": 14}, "present"),  # 13 members
        ({"award": None}, "award"),
        ({"seats": 0}, "seats"),
        ({"state": BallotState.CANCELLED}, "reason"),
        ({"state": BallotState.CONFIRMED, "returned2": 11}, "valid2"),  # 12 + 0 ≠ 11
        ({"state": BallotState.COUNTED, "candidates": ()}, "candidates"),
    ],
)
def test_wrong_figures_are_refused_beside_the_field(changes, field):
    assert field in ballot(12, 7).replace(**changes).problems()


def test_votes_of_a_row_may_not_exceed_the_valid_ballots():
    row = Candidate(unit=UNITS[0], agreed=8, against=5, agreed2=8, against2=4)
    assert "candidates.0.agreed" in ballot().replace(candidates=(row,)).problems()


def test_nobody_stands_on_a_ballot_twice():
    twice = ballot(5, 5).replace(
        candidates=(Candidate(unit=UNITS[1]), Candidate(unit=UNITS[1])),
    )
    assert "candidates.1.unit" in twice.problems()


def test_secret_round_is_not_confirmed_while_the_counts_differ():
    row = Candidate(unit=UNITS[0], agreed=8, against=4, agreed2=7, against2=5)
    round_ = ballot().replace(candidates=(row,), state=BallotState.CONFIRMED)
    assert round_.problems()["returned2"] == "Cục 0, đồng ý: lần 1 là 8, lần 2 là 7."
    assert len(round_.differences()) == 2
    assert round_.replace(is_secret=False).problems() == {}


def test_a_new_round_takes_its_rules_from_the_period():
    period = PERIOD.replace(vote_threshold=Decimal(70), vote_more_than=False, vote_self=False)
    attendance = (
        Attendance(unit=UNITS[0], name="A", votes=True, presence=Presence.PRESENT),
        Attendance(unit=UNITS[1], name="B", votes=True, presence=Presence.ABSENT),
        Attendance(unit=UNITS[2], name="C", presence=Presence.PRESENT),
    )
    made = new_ballot(MEETING.replace(period=period, attendance=attendance))
    assert (made.threshold, made.is_more_than, made.self_vote) == (Decimal(70), False, False)
    assert (made.members, made.present) == (13, 1)


def test_period_refuses_a_threshold_over_100():
    assert "vote_threshold" in PERIOD.replace(vote_threshold=Decimal("100.5")).problems()
