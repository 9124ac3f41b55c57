"""Delegates of the members in the meetings of a year that were held."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from peewee import fn

from desktop_app.domain.meetings.meeting import Capacity, Presence
from desktop_app.domain.statistics.attendance import HELD, AttendanceEntry
from desktop_app.domain.statistics.outcome_table import OutcomeCount
from desktop_app.domain.statistics.question import Question
from desktop_app.domain.years.period import Period
from desktop_app.storage.schema.meetings import AttendanceRow, MeetingRow

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def attendance_counts(file: DataFile, period: Period) -> tuple[OutcomeCount, ...]:
    """How often delegates of each unit came, sent a deputy, stayed away."""
    keys = (AttendanceRow.unit, AttendanceRow.presence)
    query = _delegates(period, *keys, fn.COUNT(AttendanceRow.id)).group_by(*keys).order_by(*keys)
    rows = file.run(query.tuples())
    units = file.units.load(row[0] for row in rows)
    return tuple(
        OutcomeCount(period, units[unit], Presence(presence), times)
        for unit, presence, times in rows
    )


def attendance_entries(
    file: DataFile, question: Question, period: Period
) -> tuple[AttendanceEntry, ...]:
    """The delegates one by one, each with the meeting."""
    fields = (
        MeetingRow.id,
        MeetingRow.name,
        MeetingRow.starts,
        AttendanceRow.unit,
        AttendanceRow.rank,
        AttendanceRow.name,
        AttendanceRow.presence,
    )
    query = _delegates(period, *fields)
    if question.unit is not None:
        query = query.where(AttendanceRow.unit == question.unit)
    rows = file.run(query.order_by(MeetingRow.starts, AttendanceRow.position).tuples())
    units = file.units.load(row[3] for row in rows)
    return tuple(
        AttendanceEntry(
            meeting=meeting,
            title=title,
            day=dt.datetime.fromisoformat(starts).date() if starts else None,
            unit=units[unit],
            delegate=f"{rank} {name}".strip(),
            presence=Presence(presence),
        )
        for meeting, title, starts, unit, rank, name, presence in rows
    )


def _delegates(period: Period, *fields: Any) -> Any:
    return (
        AttendanceRow.select(*fields)
        .join(MeetingRow, on=(AttendanceRow.owner == MeetingRow.id))
        .where(MeetingRow.period == period.id)
        .where(MeetingRow.state.in_([state.value for state in HELD]))
        .where(AttendanceRow.capacity == Capacity.MEMBER.value)
        .where(AttendanceRow.unit.is_null(False))
    )
