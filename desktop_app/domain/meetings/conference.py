"""A meeting with the ballots taken in it: what its minutes are written from."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.meetings.ballot import Ballot, BallotState
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.minutes_version import MinutesVersion
from desktop_app.domain.record import Record


@dataclass(frozen=True, kw_only=True)
class Conference(Record):
    """Assembled by the data file and never stored; it has the id of its meeting."""

    meeting: Meeting
    ballots: tuple[Ballot, ...] = ()
    """All rounds, in the order in which they were set up."""
    versions: tuple[MinutesVersion, ...] = ()
    """The minutes as they were closed, the first one first."""

    @property
    def title(self) -> str:
        return self.meeting.title

    @property
    def counted(self) -> tuple[Ballot, ...]:
        """The rounds that have a result."""
        done = (BallotState.COUNTED, BallotState.CONFIRMED)
        return tuple(ballot for ballot in self.ballots if ballot.state in done)

    @property
    def version_in_force(self) -> MinutesVersion | None:
        """The closed version that the meeting stands by; None while its minutes are open."""
        last = self.versions[-1] if self.versions else None
        return last if last and self.meeting.is_adopted and not last.reason else None

    @classmethod
    def of(cls, record: Meeting | Conference) -> Conference:
        """The conference itself, or a meeting in which no ballot was taken."""
        if isinstance(record, Conference):
            return record
        return cls(id=record.id, meeting=record)
