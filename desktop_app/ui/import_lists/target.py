"""Where a list goes: what the file knows, and the meeting or period that its rows belong to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.years.period import Period
from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.known import Known
from desktop_app.storage import DataFile

BY_DAY = "Theo ngày quyết định"


@dataclass(frozen=True)
class Target:
    """A place that rows can go to, by what it is called; `why_not` where it takes none."""

    label: str
    meeting: Meeting | None = None
    period: Period | None = None

    def known(self, known: Known) -> Known:
        """What is known, with this place for the rows."""
        is_by_day = self.label == BY_DAY
        return replace(
            known, meeting=self.meeting, period=self.period or known.period, of_day=is_by_day
        )


def targets(kind: ListKind, file: DataFile, period: Period | None) -> list[Target]:
    """The places for rows of a kind, the likeliest first; empty where there is none yet."""
    if kind.needs_meeting:
        if period is None or period.is_closed:
            return []
        meetings = sorted(
            file.meetings.of_period(period), key=lambda m: str(m.starts), reverse=True
        )
        return [Target(_meeting_words(m), m, period) for m in meetings if not m.is_adopted]
    if not kind.needs_period:
        return [Target("Danh bạ chung của tệp")]
    if kind.key == "grants":
        periods = [p for p in file.periods.all() if not p.is_closed]
        return [Target(BY_DAY), *(Target(one.title, None, one) for one in periods)]
    return [Target(period.title, None, period)] if period and not period.is_closed else []


def known_of(file: DataFile, period: Period | None) -> Known:
    """Everything that the words of a list are looked up in."""
    return Known(
        today=dt.date.today(),
        units=file.units.all(),
        people=file.people.all(),
        awards=file.awards.all(),
        periods=file.periods.all(),
        period=period,
        nominations=file.nominations.of_period(period) if period else (),
        decisions=file.decisions.all(),
    )


def _meeting_words(meeting: Meeting) -> str:
    day = f"{meeting.day:%d/%m/%Y}" if meeting.day else "chưa có ngày"
    return f"{meeting.name} ({day})"
