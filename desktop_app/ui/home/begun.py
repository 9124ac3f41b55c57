"""Which steps of the guide a file has begun, read from its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile

_OF_THE_FILE = ("units", "people")


def is_begun(file: DataFile, period: Period, key: str) -> bool:
    """Whether there is something to show for a step, by its key."""
    if key == "members":
        return bool(period.members) and all(m.representative for m in period.members)
    if key == "tasks":
        return any(meeting.conclusions for meeting in file.meetings.of_period(period))
    store = getattr(file, key)
    return bool(store.count() if key in _OF_THE_FILE else store.of_period(period))
