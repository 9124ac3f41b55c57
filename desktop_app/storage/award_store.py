"""The award catalogue, nominations, submissions and decisions in the data file."""

from __future__ import annotations

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.commendations import (
    AwardRow,
    DecisionRow,
    GrantRow,
    NominationRow,
    SubmissionLineRow,
    SubmissionRow,
)


class AwardStore(RecordStore[Award]):
    record = Award
    table = AwardRow


class NominationStore(RecordStore[Nomination]):
    record = Nomination
    table = NominationRow


class SubmissionStore(NumberedStore[Submission]):
    record = Submission
    table = SubmissionRow
    parts = {"lines": SubmissionLineRow}


class DecisionStore(RecordStore[Decision]):
    record = Decision
    table = DecisionRow
    parts = {"grants": GrantRow}
