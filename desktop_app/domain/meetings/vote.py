"""A vote by show of hands: what was asked, the totals, and who could vote."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Record, required


@dataclass(frozen=True, kw_only=True)
class Vote(Record):
    """A vote by show of hands: totals for one question."""

    question: str = ""
    agreed: int = 0
    against: int = 0
    abstained: int = 0
    voters: int = 0
    """Voting delegates in the room when it was taken; the base of the shares."""
    members: int = 0
    """Voting members of the cluster that day, kept with the vote for its quorum."""
    taken_at: dt.time | None = None

    @property
    def is_unanimous(self) -> bool:
        return 0 < self.voters == self.agreed

    def problems(self) -> dict[str, str]:
        found = required(self, question="Cần có nội dung biểu quyết.")
        counted = self.agreed + self.against + self.abstained
        if min(self.agreed, self.against, self.abstained, self.voters) < 0:
            found["agreed"] = "Số phiếu không được âm."
        elif counted > self.voters:
            found["agreed"] = (
                f"Tổng số ý kiến ({counted}) lớn hơn số đại biểu biểu quyết ({self.voters})."
            )
        return found
