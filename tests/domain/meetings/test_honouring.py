"""From the nominations onto the ballot, and back with the votes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.meetings.ballot import BallotState, Candidate, changed_rules
from desktop_app.domain.meetings.honouring import candidates_of, honoured, with_places
from desktop_app.domain.units.person import Person
from tests.domain.meetings.test_ballot import FLAG, PERIOD, UNITS, ballot
from tests.domain.scores.test_score_round import round_of

EMPTY = ballot()
OTHER = Award(code="BK", name="Bằng khen", for_individual=True)


def nomination(unit=0, award=FLAG, **changes):
    made = Nomination(period=PERIOD, award=award, kind=SubjectKind.COLLECTIVE, unit=UNITS[unit])
    return made.replace(**changes)


def names(candidates):
    return [one.title for one in candidates]


def test_those_nominated_for_the_award_stand_with_score_and_place():
    known = (
        nomination(3, score=Decimal("97.5"), place=1),
        nomination(5),
        nomination(6, award=OTHER),
        nomination(7, state=NominationState.SUBMITTED),
    )
    found = candidates_of(EMPTY, known, UNITS)
    assert names(found) == ["Cục 3", "Cục 5"]
    assert (found[0].score, found[0].place) == (Decimal("97.5"), 1)


def test_without_nominations_all_members_stand_and_nobody_twice():
    listed = EMPTY.replace(candidates=(Candidate(unit=UNITS[1]),))
    assert names(candidates_of(listed, (), UNITS[:3])) == ["Cục 0", "Cục 2"]


def test_an_award_for_people_begins_with_an_empty_list():
    assert candidates_of(EMPTY.replace(award=OTHER), (), UNITS) == ()


def test_units_take_score_and_place_of_the_final_ranking():
    points = {"A": 7, "B": 9, "C": 7}
    standings = round_of(points).standings
    units = [standing.unit for standing in standings]
    typed = Candidate(unit=units[2], score=Decimal(5))
    named = Candidate(unit=units[0], name="Đội 1")
    found = with_places(
        (Candidate(unit=units[0]), typed, named, Candidate(unit=UNITS[3])), standings
    )
    assert [(one.score, one.place) for one in found] == [
        (Decimal(9), 1),
        (Decimal(5), None),
        (None, None),
        (None, None),
    ]


def test_the_chosen_become_nominations_with_their_votes():
    # 13 members, more than 50 %: seven votes are needed
    made = honoured(ballot(9, 6, scores=("98.5", "97")), ())
    (one,) = made
    assert (one.unit, one.kind, one.state) == (
        UNITS[0],
        SubjectKind.COLLECTIVE,
        NominationState.HONOURED,
    )
    assert (one.votes_for, one.votes_total, one.score) == (9, 13, Decimal("98.5"))


def test_a_nomination_that_is_there_is_brought_up_to_date():
    known = nomination(0, achievement="Phá 12 chuyên án", score=Decimal(96))
    (one,) = honoured(ballot(9), (known,))
    assert (one.id, one.achievement) == (known.id, "Phá 12 chuyên án")
    assert (one.votes_for, one.score) == (9, Decimal(96))


def test_one_that_was_sent_stays_as_it_is():
    assert honoured(ballot(9), (nomination(0, state=NominationState.SUBMITTED),)) == ()


def test_a_person_is_nominated_with_rank_post_and_unit():
    person = Person(full_name="Nguyễn Văn An", unit=UNITS[2], rank="Đại úy", post="Đội trưởng")
    counted = ballot(9)
    (first,) = counted.candidates
    counted = counted.replace(award=OTHER, candidates=(first.replace(unit=None, person=person),))
    (one,) = honoured(counted, ())
    assert (one.kind, one.person, one.unit) == (SubjectKind.INDIVIDUAL, person, UNITS[2])
    assert (one.rank, one.post) == ("Đại úy", "Đội trưởng")


@pytest.mark.parametrize("state", [BallotState.VOTING, BallotState.COUNTED])
def test_rules_and_list_stand_once_ballots_are_out(state):
    before = ballot(9, 3).replace(state=state)
    assert changed_rules(before, before.replace(issued=11, note="x")) == {}
    assert list(changed_rules(before, before.replace(threshold=Decimal(60)))) == ["threshold"]
    assert list(changed_rules(before, before.replace(candidates=()))) == ["candidates"]
    assert changed_rules(before, before.replace(state=BallotState.CANCELLED, seats=3)) == {}


def test_before_that_everything_may_change():
    before = ballot(9)
    assert changed_rules(before, before.replace(threshold=Decimal(60), candidates=())) == {}
