"""Nominations, submissions and decisions put together with what their papers tell besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.commendations.award_book import AwardBook
from desktop_app.domain.commendations.awarding import Awarding
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.honour import honours
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.commendations.nomination_file import (
    NominationFile,
    SubmissionFile,
    counted_for,
    review_meeting,
)
from desktop_app.domain.years.period import Period

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def nomination_file(file: DataFile, nomination: Nomination) -> NominationFile:
    """A nomination with all honours of the file. It may be one that is not saved yet."""
    found = honours(file.decisions.all())
    return NominationFile(id=nomination.id, nomination=nomination, honours=found)


def submission_file(file: DataFile, submission: Submission) -> SubmissionFile:
    """A submission with the honours, the ballots on its awards and the meeting of review."""
    period = submission.period
    ballots = counted_for(submission, file.ballots.of_period(period))
    return SubmissionFile(
        id=submission.id,
        submission=submission,
        honours=honours(file.decisions.all()),
        ballots=ballots,
        meeting=review_meeting(ballots, file.meetings.of_period(period)),
    )


def awarding(decision: Decision) -> Awarding:
    """A decision ready to be carried out. It may be one that is not saved yet."""
    return Awarding(id=decision.id, decision=decision)


def award_book(file: DataFile, period: Period) -> AwardBook:
    """All honours of the period's cluster."""
    own = (d for d in file.decisions.all() if d.period.cluster.id == period.cluster.id)
    return AwardBook(id=period.id, period=period, honours=honours(own))
