"""Nominations, submissions and decisions put together with what their papers tell besides."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop_app.domain.commendations.award_book import MOST_YEARS, AwardBook
from desktop_app.domain.commendations.awarding import ON_STAGE, ON_STAGE_SETTING, Awarding
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.honour import honours
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.commendations.nomination_file import (
    NominationFile,
    SubmissionFile,
    counted_for,
    review_meeting,
)
from desktop_app.domain.statistics.question import in_order
from desktop_app.domain.years.period import Period
from desktop_app.storage.statistics.grants import award_counts

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def nomination_file(file: DataFile, nomination: Nomination) -> NominationFile:
    """A nomination with the honours among which its own are. It may be one not saved yet."""
    found = honours(file.decisions.naming(nomination.who))
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


def awarding(file: DataFile, decision: Decision) -> Awarding:
    """A decision ready to be carried out. It may be one that is not saved yet."""
    on_stage = int(file.setting(ON_STAGE_SETTING, ON_STAGE))
    return Awarding(id=decision.id, decision=decision, on_stage=on_stage)


def award_book(file: DataFile, period: Period) -> AwardBook:
    """The counts of the period and of the last years of its cluster in which there were any."""
    own = [p for p in file.periods.all() if p.cluster.id == period.cluster.id]
    earlier = [p for p in in_order(own) if p.id != period.id and _end(p) <= _end(period)]
    counts, years = list(award_counts(file, period)), 1
    for each in reversed(earlier):
        if years == MOST_YEARS:
            break
        found = award_counts(file, each)
        counts += found
        years += bool(found)
    return AwardBook(
        id=period.id,
        period=period,
        counts=tuple(counts),
        awards=tuple(file.awards.all()),
        campaigns=tuple(file.campaigns.of_period(period)),
    )


def _end(period: Period) -> dt.date:
    return period.until or period.since or dt.date.min
