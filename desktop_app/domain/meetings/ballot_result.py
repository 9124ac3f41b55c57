"""What a counted round means: quorum, votes needed, who is chosen, who ties, the next round."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop_app.domain.meetings.ballot import Ballot, BallotState, Candidate
from desktop_app.domain.record import new_id
from desktop_app.domain.years.voting import Base, TieWay

TWO_THIRDS = Fraction(2, 3)


@dataclass(frozen=True)
class Line:
    """One candidate's result."""

    candidate: Candidate
    agreed: int
    base: int
    """Of how many the votes are a share."""
    needed: int
    """The fewest votes that reach the threshold."""

    @property
    def reaches(self) -> bool:
        return self.base > 0 and self.agreed >= self.needed

    @property
    def missing(self) -> int:
        """How many votes are short of the threshold."""
        return max(0, self.needed - self.agreed)

    @property
    def share(self) -> Decimal:
        """In %, two decimals, half up."""
        if self.base <= 0:
            return Decimal(0)
        hundredths = math.floor(Fraction(self.agreed * 10000, self.base) + Fraction(1, 2))
        return Decimal(hundredths) / 100


@dataclass(frozen=True)
class Outcome:
    """Who is chosen, who ties for the last seats, and how many seats stay open."""

    lines: tuple[Line, ...]
    """By votes, then by score, then in the order of the ballot."""
    chosen: tuple[Candidate, ...]
    tied: tuple[Candidate, ...]
    seats_left: int
    """Seats for which the tied ones vote again; 0 without a tie."""
    has_quorum: bool

    @property
    def is_open(self) -> bool:
        """Whether another round is needed before the result is whole."""
        return bool(self.tied)


def has_quorum(ballot: Ballot) -> bool:
    """Whether enough voting members are in the room, counted exactly."""
    if ballot.members <= 0:
        return False
    wanted = TWO_THIRDS if ballot.quorum is None else Fraction(ballot.quorum) / 100
    return Fraction(ballot.present, ballot.members) >= wanted


def base_of(ballot: Ballot, candidate: Candidate) -> int:
    """Of how many a candidate's votes are a share: one fewer where a unit may not vote on itself.

    An individual or a name that is no member unit never lessens the base.
    """
    whole = {
        Base.MEMBERS: ballot.members,
        Base.PRESENT: ballot.present,
        Base.VALID: ballot.valid or 0,
    }[ballot.base]
    unit = None if candidate.person or candidate.name else candidate.unit
    members = ballot.period.members_on(ballot.meeting.day)
    votes_itself = unit is not None and any(member.unit.id == unit.id for member in members)
    return max(0, whole - 1) if votes_itself and not ballot.self_vote else whole


def votes_needed(base: int, threshold: Decimal, is_more_than: bool) -> int:
    """The fewest votes for a share of the base, by whole numbers and never by rounding."""
    exact = Fraction(threshold) * base / 100
    return math.floor(exact) + 1 if is_more_than else math.ceil(exact)


def line_of(ballot: Ballot, candidate: Candidate) -> Line:
    """A candidate's result as counted so far."""
    base = base_of(ballot, candidate)
    needed = votes_needed(base, ballot.threshold, ballot.is_more_than)
    return Line(candidate, candidate.agreed or 0, base, needed)


def outcome(ballot: Ballot) -> Outcome:
    """The result by the rules of the round. Without a quorum nobody is chosen."""
    lines = [line_of(ballot, candidate) for candidate in ballot.candidates]
    lines.sort(key=lambda line: (-line.agreed, -(line.candidate.score or Decimal(0))))
    quorum = has_quorum(ballot)
    reached = [line for line in lines if line.reaches] if quorum else []
    chosen, tied = _seated(ballot, reached)
    left = (ballot.seats or 0) - len(chosen) if tied else 0
    return Outcome(tuple(lines), tuple(chosen), tuple(tied), left, quorum)


def _seated(ballot: Ballot, reached: list[Line]) -> tuple[list[Candidate], list[Candidate]]:
    """Those who have a seat, and those who are equal for the seats that are left."""
    if ballot.seats is None or len(reached) <= ballot.seats:
        return [line.candidate for line in reached], []
    border = reached[ballot.seats - 1].agreed
    above = [line for line in reached if line.agreed > border]
    equal = [line for line in reached if line.agreed == border]
    left = ballot.seats - len(above)
    sure = [line.candidate for line in above]
    if len(equal) <= left or ballot.tie_way is TieWay.BOTH_UP:
        return [*sure, *(line.candidate for line in equal)], []
    if ballot.tie_way is TieWay.HIGHER_SCORE:
        return _by_score(sure, equal, left)
    return sure, [line.candidate for line in equal]


def _by_score(
    sure: list[Candidate], equal: list[Line], left: int
) -> tuple[list[Candidate], list[Candidate]]:
    """The higher score wins; candidates without a score, or with the same one, stay tied."""
    scores = sorted((line.candidate.score or Decimal(0) for line in equal), reverse=True)
    border = scores[left - 1]
    better = [x.candidate for x in equal if (x.candidate.score or Decimal(0)) > border]
    same = [x.candidate for x in equal if (x.candidate.score or Decimal(0)) == border]
    if len(better) + len(same) <= left:
        return [*sure, *better, *same], []
    return [*sure, *better], same


def next_round(ballot: Ballot) -> Ballot:
    """A fresh round between those who tie, for the seats that are left, by the same rules."""
    result = outcome(ballot)
    return ballot.replace(
        id=new_id(),
        number=ballot.number + 1,
        seats=result.seats_left or None,
        candidates=tuple(_uncounted(candidate) for candidate in result.tied),
        team=tuple(member.replace(id=new_id()) for member in ballot.team),
        state=BallotState.PREPARING,
        taken_at=None,
        reason="",
        note="",
        **dict.fromkeys(
            ("issued", "returned", "valid", "invalid", "returned2", "valid2", "invalid2")
        ),
    )


def _uncounted(candidate: Candidate) -> Candidate:
    return candidate.replace(id=new_id(), agreed=None, against=None, agreed2=None, against2=None)
