"""An extract of minutes (trích biên bản): which of their parts are to be printed."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.record import Record


@dataclass(frozen=True, kw_only=True)
class Extract(Record):
    """Assembled for its paper and never stored; it has the id of its meeting."""

    conference: Conference
    chosen: tuple[str, ...] = ()
    """Ids of the parts; empty: all that may be spread."""

    @property
    def title(self) -> str:
        return f"Trích biên bản {self.conference.title}"

    @classmethod
    def of(cls, conference: Conference) -> Extract:
        return cls(id=conference.id, conference=conference)
