"""A version of the minutes as they were closed: the whole paper and its code, never changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.years.period import Period

CODE_LENGTH = 12
"""Letters of the code in the foot of a page: short enough to be typed off the paper."""


def code_of(meeting: str, number: int, document: str) -> str:
    """The code of one closing: «3F9A-01C7-88B2», from the SHA-256 of what was closed and where.

    Meeting and number are part of it: the same words closed twice have two codes.
    """
    closed = f"{meeting}\n{number}\n{document}"
    digest = hashlib.sha256(closed.encode()).hexdigest()[:CODE_LENGTH].upper()
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
    log_head: str = ""
    """Where the history of the file stood, «118:1A2B3C4D»: printed, it proves the history."""
    seal: str = ""
    """The code as it was given at closing: what the prints carry."""

    @property
    def title(self) -> str:
        return f"Biên bản «{self.meeting.name}», bản {self.number}"

    @property
    def code(self) -> str:
        return self.seal or self.computed

    @property
    def computed(self) -> str:
        """The code of what is kept now."""
        return code_of(self.meeting.id, self.number, self.document)

    @property
    def is_intact(self) -> bool:
        """Whether what is kept is still what was closed."""
        return not self.seal or self.seal == self.computed

    def sealed(self) -> MinutesVersion:
        """The version with its code, given once and for all."""
        return self.replace(seal=self.computed)

    def problems(self) -> dict[str, str]:
        if self.is_intact:
            return {}
        return {"document": "Nội dung lưu không còn khớp với mã bản in lúc chốt."}


def changed_version_problems(
    before: MinutesVersion | None, after: MinutesVersion
) -> dict[str, str]:
    """The sentence beside what may not change on a closed version: all but the reason."""
    if before is None:
        return {}
    words = "Bản biên bản đã chốt không sửa được."
    names = (field.name for field in dataclasses.fields(before) if field.name not in _OPENING)
    return {name: words for name in names if getattr(before, name) != getattr(after, name)}


_OPENING = ("reason", "period", "meeting")
"""The reason is what opening again writes; period and meeting change with their own records,
and the seal tells when it is another meeting."""
