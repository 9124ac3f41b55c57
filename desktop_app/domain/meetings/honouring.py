"""What a counted round leads to: the chosen become nominations that keep score, place, votes."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.nomination import (
    Nomination,
    NominationState,
    NominationStep,
)
from desktop_app.domain.meetings.ballot import Ballot, Candidate
from desktop_app.domain.meetings.ballot_result import line_of, outcome
from desktop_app.domain.scores.ranking import Standing
from desktop_app.domain.units.unit import Unit

_BEFORE_SENDING = (NominationState.PROPOSED, NominationState.HONOURED)


def nominated_for(award: Award | None, nominations: Iterable[Nomination]) -> list[Nomination]:
    """The nominations for an award that have not been sent upwards yet."""
    return [
        one
        for one in nominations
        if award and one.award and one.award.id == award.id and one.state in _BEFORE_SENDING
    ]


def candidates_of(
    ballot: Ballot, nominations: Iterable[Nomination], members: Iterable[Unit]
) -> tuple[Candidate, ...]:
    """Who is to be voted on: those nominated for the award, else all member units.

    An award that units cannot have begins with an empty list. Whoever is on the ballot
    already is left out.
    """
    known = {candidate.key for candidate in ballot.candidates}
    found = [
        Candidate(
            unit=nomination.unit,
            person=nomination.person,
            name=nomination.name,
            score=nomination.score,
            place=nomination.place,
        )
        for nomination in nominated_for(ballot.award, nominations)
    ]
    if not found and ballot.award and ballot.award.for_collective:
        found = [Candidate(unit=unit) for unit in members]
    return tuple(candidate for candidate in found if candidate.key not in known)


def with_places(
    candidates: Iterable[Candidate], standings: Iterable[Standing]
) -> tuple[Candidate, ...]:
    """Units without a score of their own take score and place of the year's final ranking."""
    known = {standing.unit.id: standing for standing in standings}

    def placed(candidate: Candidate) -> Candidate:
        is_unit = candidate.unit and not candidate.person and not candidate.name
        standing = known.get(candidate.unit.id) if candidate.unit and is_unit else None
        if standing is None or candidate.score is not None:
            return candidate
        return candidate.replace(score=standing.score.final, place=standing.place)

    return tuple(placed(candidate) for candidate in candidates)


def honoured(ballot: Ballot, nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
    """The nominations of those who were chosen, to be saved as one change.

    One that is there already for the same subject and award is brought up to date; one that
    has been sent upwards stays as it is.
    """
    known = [one for one in nominations if _is_for(one, ballot)]
    made = []
    for candidate in outcome(ballot).chosen:
        fresh = _nomination(ballot, candidate)
        same = next((one for one in known if one.who.is_same(fresh.who)), None)
        if same is None:
            made.append(fresh)
        elif same.state in _BEFORE_SENDING:
            made.append(_with_votes(same, ballot, candidate))
    return tuple(made)


def _is_for(nomination: Nomination, ballot: Ballot) -> bool:
    same_award = nomination.award and ballot.award and nomination.award.id == ballot.award.id
    return bool(same_award) and nomination.period.id == ballot.period.id


def _nomination(ballot: Ballot, candidate: Candidate) -> Nomination:
    person = candidate.person
    fresh = Nomination(
        period=ballot.period,
        award=ballot.award,
        kind=SubjectKind.INDIVIDUAL if person else SubjectKind.COLLECTIVE,
        unit=candidate.unit or (person.unit if person else None),
        person=person,
        name=candidate.name,
        rank=person.rank if person else "",
        post=person.post if person else "",
        achievement_year=ballot.period.name,
    )
    return _with_votes(fresh, ballot, candidate)


def _with_votes(nomination: Nomination, ballot: Ballot, candidate: Candidate) -> Nomination:
    line = line_of(ballot, candidate)
    if nomination.state is NominationState.PROPOSED:
        nomination = nomination.stepped(_honouring(ballot))
    return nomination.replace(
        votes_for=line.agreed,
        votes_total=line.base,
        score=nomination.score if candidate.score is None else candidate.score,
        place=nomination.place if candidate.place is None else candidate.place,
    )


def _honouring(ballot: Ballot) -> NominationStep:
    """The step that the confirmed count is."""
    return NominationStep(
        state=NominationState.HONOURED,
        day=ballot.meeting.day,
        who=ballot.meeting.name,
        document="Biên bản kiểm phiếu",
        source=ballot.id,
    )
