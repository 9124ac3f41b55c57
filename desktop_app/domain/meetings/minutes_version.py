"""A version of the minutes as they were closed: the whole paper and its code, never changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.years.period import Period

CODE_LENGTH = 12
"""Letters of the code in the foot of a page: short enough to be typed off the paper."""


def code_of(document: str) -> str:
    """The code of a paper's content: «3F9A-01C7-88B2», from its SHA-256."""
    digest = hashlib.sha256(document.encode()).hexdigest()[:CODE_LENGTH].upper()
    return "-".join(digest[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def same_code(typed: str, code: str) -> bool:
    """Whether what a person typed or a scanner read is this code."""
    return _bare(typed) == _bare(code)


def _bare(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())


@dataclass(frozen=True, kw_only=True)
class MinutesVersion(Record):
    """The minutes of a meeting as they were closed once."""

    period: Period
    meeting: Meeting
    number: int = 1
    closed_at: dt.datetime | None = None
    who: str = ""
    document: str = ""
    """The blocks of the paper as canonical JSON: what was printed, with the names of that day."""
    reason: str = ""
    """Why it was opened again; empty for the version in force."""

    @property
    def title(self) -> str:
        return f"Biên bản «{self.meeting.name}», bản {self.number}"

    @property
    def code(self) -> str:
        return code_of(self.document)
