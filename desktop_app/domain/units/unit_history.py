"""What a unit was part of through all periods, gathered from the records of a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeVar

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.campaign import Activity, Campaign
from desktop_app.domain.compacts.compact import Compact, compact_in_force
from desktop_app.domain.compacts.exemplar import Exemplar
from desktop_app.domain.compacts.registration import Registration
from desktop_app.domain.meetings.meeting import Attendance, Meeting, Presence
from desktop_app.domain.record import Record
from desktop_app.domain.scores.inspection import Inspection
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.units import history_of_work
from desktop_app.domain.units.history_entry import UNSIGNED, HistoryEntry, HistoryKind
from desktop_app.domain.units.unit import Unit, successors
from desktop_app.domain.years.handover import Handover
from desktop_app.domain.years.period import Period

R = TypeVar("R", bound=Record)

TOLD: tuple[type[Record], ...] = (
    Unit,
    Period,
    Compact,
    Registration,
    Campaign,
    Activity,
    Exemplar,
    ScoreSheet,
    Inspection,
    Meeting,
    Nomination,
    Decision,
    Handover,
)
"""The sorts of records a history is made from."""


def unit_history(unit: Unit, records: Iterable[Record]) -> tuple[HistoryEntry, ...]:
    """Everything of one unit, the newest first; what has no day stands at an end of its period."""
    known = tuple(records)

    def of(kind: type[R]) -> list[R]:
        return [record for record in known if isinstance(record, kind)]

    found = (
        *_grants(unit, of(Decision)),
        *_nominations(unit, of(Nomination)),
        *history_of_work.handovers(unit, of(Handover)),
        *history_of_work.sheets(unit, of(ScoreSheet)),
        *history_of_work.inspections(unit, of(Inspection)),
        *history_of_work.exemplars(unit, of(Exemplar)),
        *history_of_work.activities(unit, of(Activity)),
        *history_of_work.campaigns(unit, of(Campaign)),
        *_meetings(unit, of(Meeting)),
        *_compacts(unit, of(Compact)),
        *history_of_work.registrations(unit, of(Registration)),
        *_roles(unit, of(Period)),
        *_successions(unit, of(Unit)),
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
    for compact in _in_force(compacts):
        for signature in compact.signatures:
            if signature.unit.id == unit.id:
                yield HistoryEntry(
                    HistoryKind.COMPACT,
                    compact.period.name,
                    signature.signed_on or compact.signed_on,
                    compact.name,
                    "Đã ký" if signature.is_signed else UNSIGNED,
                    compact,
                    compact.period.until,
                )


def _in_force(compacts: Iterable[Compact]) -> Iterator[Compact]:
    """The compact of each period; the drafts that led to it are no work of the unit."""
    of_period: dict[str, list[Compact]] = {}
    for compact in compacts:
        of_period.setdefault(compact.period.id, []).append(compact)
    for versions in of_period.values():
        found = compact_in_force(versions)
        if found:
            yield found


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
