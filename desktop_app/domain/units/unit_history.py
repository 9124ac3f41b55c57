"""What a unit was part of through all periods: roles, compacts, meetings, commendations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.meetings.meeting import Attendance, Meeting, Presence
from desktop_app.domain.record import Choice, Record
from desktop_app.domain.units.unit import Unit, successors
from desktop_app.domain.years.period import Period


class HistoryKind(Choice):
    """What an entry is about."""

    ROLE = "vai_tro", "Vai trò"
    COMPACT = "giao_uoc", "Giao ước"
    MEETING = "hoi_nghi", "Hội nghị"
    NOMINATION = "de_nghi", "Đề nghị"
    GRANT = "khen_thuong", "Khen thưởng"
    SUCCESSION = "ke_thua", "Kế thừa"


@dataclass(frozen=True)
class HistoryEntry:
    """One thing a unit was part of, with the record that tells it all."""

    kind: HistoryKind
    year: str
    day: dt.date | None
    """The day it happened, where it has one."""
    text: str
    state: str
    record: Record
    about: dt.date | None = None
    """What an entry without a day is ordered by: the start or the end of its period."""

    @property
    def is_missing(self) -> bool:
        """Whether the unit was asked and did not come, or has not signed."""
        return self.state in (Presence.ABSENT.label, _UNSIGNED)


_UNSIGNED = "Chưa ký"


def unit_history(
    unit: Unit,
    periods: Iterable[Period] = (),
    compacts: Iterable[Compact] = (),
    meetings: Iterable[Meeting] = (),
    nominations: Iterable[Nomination] = (),
    decisions: Iterable[Decision] = (),
    units: Iterable[Unit] = (),
) -> tuple[HistoryEntry, ...]:
    """Everything of one unit, the newest first; what has no day stands at an end of its period."""
    found = (
        *_grants(unit, decisions),
        *_nominations(unit, nominations),
        *_meetings(unit, meetings),
        *_compacts(unit, compacts),
        *_roles(unit, periods),
        *_successions(unit, units),
    )
    return tuple(sorted(found, key=_moment, reverse=True))


def _moment(entry: HistoryEntry) -> dt.date:
    return entry.day or entry.about or dt.date.min


def _roles(unit: Unit, periods: Iterable[Period]) -> Iterator[HistoryEntry]:
    for period in periods:
        for member in period.members:
            if member.unit.id == unit.id:
                when = period.in_a_sentence
                text = f"{member.role} {when} ({member.source.label.lower()})"
                if member.representative:
                    text += f", đại diện: {member.representative.signed_name()}"
                yield HistoryEntry(
                    HistoryKind.ROLE,
                    period.name,
                    member.since,
                    text,
                    period.state.label,
                    period,
                    period.since,
                )


def _compacts(unit: Unit, compacts: Iterable[Compact]) -> Iterator[HistoryEntry]:
    for compact in compacts:
        for signature in compact.signatures:
            if signature.unit.id == unit.id:
                yield HistoryEntry(
                    HistoryKind.COMPACT,
                    compact.period.name,
                    signature.signed_on or compact.signed_on,
                    compact.name,
                    "Đã ký" if signature.is_signed else _UNSIGNED,
                    compact,
                    compact.period.until,
                )


def _meetings(unit: Unit, meetings: Iterable[Meeting]) -> Iterator[HistoryEntry]:
    for meeting in meetings:
        delegates = [d for d in meeting.attendance if d.unit and d.unit.id == unit.id]
        if delegates:
            yield HistoryEntry(
                HistoryKind.MEETING,
                meeting.period.name,
                meeting.day,
                meeting.name,
                _presence(delegates),
                meeting,
                meeting.period.until,
            )


def _presence(delegates: list[Attendance]) -> str:
    """The best that can be said of a unit's delegates: one who came stands for the unit."""
    best = (Presence.PRESENT, Presence.DEPUTY, Presence.INVITED, Presence.ABSENT)
    state = min((delegate.presence for delegate in delegates), key=best.index).label
    here = sum(delegate.is_here for delegate in delegates)
    return f"{state} {here}/{len(delegates)}" if 0 < here < len(delegates) else state


def _nominations(unit: Unit, nominations: Iterable[Nomination]) -> Iterator[HistoryEntry]:
    for nomination in nominations:
        if nomination.unit and nomination.unit.id == unit.id:
            period = nomination.period
            yield HistoryEntry(
                HistoryKind.NOMINATION,
                period.name,
                None,
                _honour(nomination.award, nomination.subject, unit),
                nomination.state.label,
                nomination,
                period.until,
            )


def _grants(unit: Unit, decisions: Iterable[Decision]) -> Iterator[HistoryEntry]:
    for decision in decisions:
        for grant in decision.grants:
            if grant.unit and grant.unit.id == unit.id:
                yield HistoryEntry(
                    HistoryKind.GRANT,
                    decision.period.name,
                    decision.date,
                    f"{_honour(grant.award, grant.name, unit)}, QĐ {decision.number}",
                    grant.state.label,
                    decision,
                    decision.period.until,
                )


def _honour(award: Award | None, subject: str, unit: Unit) -> str:
    """The award; for whom, where that is not plainly the unit under one of its names."""
    name = award.name if award else "Chưa chọn hình thức"
    own = {name for held in unit.names for name in (held.full, held.short)}
    return name if subject in own else f"{name}: {subject}"


def _successions(unit: Unit, units: Iterable[Unit]) -> Iterator[HistoryEntry]:
    for older in unit.predecessors:
        text = f"Tiếp nối {older.unit.name}"
        yield _succession(text, older.day, older.kind.label, older.decision, older.unit)
    for newer, how in successors(unit, units):
        text = f"Được {newer.name} tiếp nối"
        yield _succession(text, how.day, how.kind.label, how.decision, newer)


def _succession(
    text: str, day: dt.date | None, kind: str, decision: str, other: Unit
) -> HistoryEntry:
    year = str(day.year) if day else ""
    cited = f"{text}, {decision}" if decision else text
    return HistoryEntry(HistoryKind.SUCCESSION, year, day, cited, kind, other)
