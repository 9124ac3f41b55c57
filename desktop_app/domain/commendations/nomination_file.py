"""Nominations and submissions together with what their papers tell besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import AwardGroup, AwardLevel, SubjectKind
from desktop_app.domain.commendations.honour import Honour, honours_of
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.meetings.ballot import Ballot, BallotState
from desktop_app.domain.meetings.meeting import Meeting, MeetingKind
from desktop_app.domain.record import Record

_REVIEWING = (MeetingKind.HONOURING, MeetingKind.YEAR_END)


@dataclass(frozen=True, kw_only=True)
class NominationFile(Record):
    """Assembled by the data file and never stored; it has the id of its nomination."""

    nomination: Nomination
    honours: tuple[Honour, ...] = ()
    """Everything that was ever granted, the subject's own and others'."""

    @property
    def title(self) -> str:
        return self.nomination.title

    @property
    def earlier(self) -> tuple[Honour, ...]:
        """What the subject has received, without what this very nomination came to."""
        return earlier_honours(self.nomination, self.honours)

    def earlier_of(self, group: AwardGroup) -> tuple[Honour, ...]:
        """The earlier ones of one of the two lists."""
        return tuple(honour for honour in self.earlier if honour.group is group)

    @property
    def is_government_flag(self) -> bool:
        """Whether it has the report form of «Cờ thi đua của Chính phủ» (documents, 3.2).

        By the catalogue, not by a name: the title of a collective at the Government's level.
        """
        award = self.nomination.award
        return (
            self.nomination.kind is SubjectKind.COLLECTIVE
            and award is not None
            and (award.group, award.level) == (AwardGroup.TITLE, AwardLevel.GOVERNMENT)
        )


@dataclass(frozen=True, kw_only=True)
class SubmissionFile(Record):
    """Assembled by the data file and never stored; it has the id of its submission."""

    submission: Submission
    honours: tuple[Honour, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    """The counted rounds on its awards."""
    meeting: Meeting | None = None
    """Where its nominations were reviewed."""

    @property
    def title(self) -> str:
        return self.submission.title

    def earlier(self, nomination: Nomination) -> tuple[Honour, ...]:
        """What a subject of the submission has received before."""
        return earlier_honours(nomination, self.honours)


def earlier_honours(nomination: Nomination, found: Iterable[Honour]) -> tuple[Honour, ...]:
    """The honours of a nomination's subject that came of other nominations."""
    own = honours_of(nomination.who, found)
    return tuple(
        honour
        for honour in own
        if honour.grant.nomination is None or honour.grant.nomination.id != nomination.id
    )


def counted_for(submission: Submission, ballots: Iterable[Ballot]) -> tuple[Ballot, ...]:
    """The rounds with a result on the awards that a submission asks for."""
    awards = {line.nomination.award.id for line in submission.lines if line.nomination.award}
    done = (BallotState.COUNTED, BallotState.CONFIRMED)
    return tuple(
        ballot
        for ballot in ballots
        if ballot.state in done and ballot.award and ballot.award.id in awards
    )


def review_meeting(ballots: Iterable[Ballot], meetings: Iterable[Meeting]) -> Meeting | None:
    """The meeting of the last ballot, or else the last one that was held to review."""
    voted = tuple(ballots)
    if voted:
        return voted[-1].meeting
    held = [meeting for meeting in meetings if meeting.kind in _REVIEWING and meeting.day]
    return max(held, key=lambda meeting: str(meeting.day), default=None)
