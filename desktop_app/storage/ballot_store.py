"""Rounds of voting in the data file: totals, never who voted how."""

from __future__ import annotations

from desktop_app.domain.meetings.ballot import Ballot, BallotState, changed_rules
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.ballots import BallotRow, CandidateRow, CountingMemberRow


class BallotStore(RecordStore[Ballot]):
    record = Ballot
    table = BallotRow
    parts = {"candidates": CandidateRow, "team": CountingMemberRow}

    def of_meeting(self, meeting: Meeting) -> tuple[Ballot, ...]:
        """The rounds of a meeting, in the order of entry."""
        return self._where(BallotRow.meeting == meeting.id)

    def file_problems(self, record: Ballot) -> dict[str, str]:
        """Rules are frozen once votes are given; a meeting votes once in each round."""
        saved = self.find(record.id)
        return (changed_rules(saved, record) if saved else {}) | self._round_twice(record)

    def _round_twice(self, record: Ballot) -> dict[str, str]:
        """A meeting has one round of a number on an award; cancelled ones do not count."""
        if record.state is BallotState.CANCELLED or record.award is None:
            return {}
        same = [
            other
            for other in self.of_period(record.period)
            if other.id != record.id
            and other.state is not BallotState.CANCELLED
            and other.award is not None
            and (other.meeting.id, other.award.id) == (record.meeting.id, record.award.id)
            and other.number == record.number
        ]
        return {"number": f"Hội nghị đã có vòng {record.number} cho danh hiệu này."} if same else {}
