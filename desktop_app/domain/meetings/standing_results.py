"""What scoring and ballot say of a nomination that was written by hand: score, place and votes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.meetings.ballot import Ballot, BallotState, Candidate
from desktop_app.domain.meetings.ballot_result import Line, line_of
from desktop_app.domain.scores.ranking import Standing
from desktop_app.domain.vietnamese import number, percent, short_date

_COUNTED = (BallotState.COUNTED, BallotState.CONFIRMED)


@dataclass(frozen=True)
class Results:
    """What was found, and in words where it comes from."""

    score: Decimal | None
    place: int | None
    votes_for: int | None
    votes_total: int | None
    told: str

    def values(self) -> dict[str, Decimal | int]:
        """The fields of the nomination that were found."""
        found = {
            "score": self.score,
            "place": self.place,
            "votes_for": self.votes_for,
            "votes_total": self.votes_total,
        }
        return {name: value for name, value in found.items() if value is not None}


def results_of(
    nomination: Nomination, standings: Iterable[Standing], ballots: Iterable[Ballot]
) -> Results:
    """From the final ranking of the achievement's year and the last counted round on the award."""
    standing = _standing(nomination, standings)
    vote = _vote(nomination, ballots)
    line = vote[1] if vote else None
    told = (
        _of_scores(standing, nomination),
        _of_votes(*vote) if vote else "Chưa có vòng bỏ phiếu nào đã kiểm cho danh hiệu này.",
    )
    return Results(
        score=standing.score.final if standing else None,
        place=standing.place if standing else None,
        votes_for=line.agreed if line else None,
        votes_total=line.base if line else None,
        told=" ".join(part for part in told if part),
    )


def _standing(nomination: Nomination, standings: Iterable[Standing]) -> Standing | None:
    """Units are ranked; their parts and their people are not."""
    who = nomination.who
    ranked = (s for s in standings if who.is_same(Subject(SubjectKind.COLLECTIVE, s.unit)))
    return next(ranked, None)


def _vote(nomination: Nomination, ballots: Iterable[Ballot]) -> tuple[Ballot, Line] | None:
    award = nomination.award
    found = [
        (ballot, line_of(ballot, candidate))
        for ballot in ballots
        if ballot.state in _COUNTED and ballot.award and award and ballot.award.is_same(award)
        for candidate in ballot.candidates
        if _who(candidate).is_same(nomination.who)
    ]
    return max(found, key=lambda pair: _age(pair[0]), default=None)


def _age(ballot: Ballot) -> tuple[str, int]:
    return str(ballot.meeting.day or ""), ballot.number


def _who(candidate: Candidate) -> Subject:
    person = candidate.person
    kind = SubjectKind.INDIVIDUAL if person else SubjectKind.COLLECTIVE
    unit = candidate.unit or (person.unit if person else None)
    return Subject(kind, unit, person, candidate.name)


def _of_scores(standing: Standing | None, nomination: Nomination) -> str:
    if nomination.kind is SubjectKind.INDIVIDUAL:
        return ""
    if standing is None:
        return f"Chưa có bảng xếp hạng đã chốt của năm {nomination.achievement_year}."
    points = number(standing.score.final) if standing.score.final is not None else "…"
    return f"{points} điểm, hạng {standing.place} (bảng xếp hạng {nomination.achievement_year})."


def _of_votes(ballot: Ballot, line: Line) -> str:
    share = percent(line.agreed, line.base) if line.base else ""
    day = f", {short_date(ballot.meeting.day)}" if ballot.meeting.day else ""
    return f"{line.agreed}/{line.base} phiếu, {share} ({ballot.meeting.name}{day})."
