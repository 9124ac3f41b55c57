"""Grants of a year: put together by award and unit, or one by one with their decisions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from peewee import JOIN, Expression, fn

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.award_count import AwardCount
from desktop_app.domain.commendations.decision import GrantState
from desktop_app.domain.statistics.award_list import AwardEntry, is_asked
from desktop_app.domain.statistics.question import Question, award_key
from desktop_app.domain.years.period import Period
from desktop_app.storage.schema.commendations import DecisionRow, GrantRow
from desktop_app.storage.schema.units import PersonRow

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

_ENDED = (GrantState.ANNULLED.value, GrantState.RECALLED.value)


def award_counts(file: DataFile, period: Period) -> tuple[AwardCount, ...]:
    """Occurrences by the decisions of a period, as `domain…award_count.counted` counts them."""
    keys = (GrantRow.award, GrantRow.kind, GrantRow.unit)
    query = _standing(period, *keys, fn.COUNT(GrantRow.id)).group_by(*keys).order_by(*keys)
    rows = file.run(query.tuples())
    awards = file.awards.load(row[0] for row in rows)
    units = file.units.load(row[2] for row in rows if row[2])
    return tuple(
        AwardCount(period, awards[award], SubjectKind(kind), units.get(unit), times)
        for award, kind, unit, times in rows
    )


def honoured_for(file: DataFile, year: str) -> tuple[tuple[str, str], ...]:
    """Unit id and award code of what was granted for the achievements of a year, each once."""
    keys = (GrantRow.unit, GrantRow.award)
    query = (
        GrantRow.select(*keys)
        .where(GrantRow.achievement_year == year)
        .where(GrantRow.state.not_in(_ENDED))
        .where(GrantRow.award.is_null(False))
        .distinct()
    )
    rows = file.run(query.tuples())
    awards = file.awards.load(row[1] for row in rows)
    return tuple((unit or "", awards[award].code) for unit, award in rows)


def award_entries(file: DataFile, question: Question, period: Period) -> tuple[AwardEntry, ...]:
    """The grants of a period that the question asks for, each with its decision."""
    fields = (
        DecisionRow.id,
        DecisionRow.number,
        DecisionRow.date,
        GrantRow.name,
        PersonRow.full_name,
        GrantRow.unit,
        GrantRow.award,
        GrantRow.kind,
        GrantRow.achievement_year,
    )
    query = _standing(period, *fields).join(
        PersonRow, JOIN.LEFT_OUTER, on=(GrantRow.person == PersonRow.id)
    )
    for condition in _narrowing(file, question):
        query = query.where(condition)
    rows = file.run(query.order_by(DecisionRow.date, GrantRow.position).tuples())
    awards = file.awards.load(row[6] for row in rows)
    units = file.units.load(row[5] for row in rows if row[5])
    found = (_entry(period, row, awards, units) for row in rows)
    return tuple(entry for entry in found if is_asked(question, entry))


def _standing(period: Period, *fields: Any) -> Any:
    """The grants of a period that were neither annulled nor recalled."""
    return (
        GrantRow.select(*fields)
        .join(DecisionRow, on=(GrantRow.owner == DecisionRow.id))
        .where(DecisionRow.period == period.id)
        .where(GrantRow.state.not_in(_ENDED))
        .where(GrantRow.award.is_null(False))
    )


def _narrowing(file: DataFile, question: Question) -> list[Expression]:
    """What the file itself can leave out; the rest is read and looked at."""
    found = []
    if question.unit is not None:
        is_unit = GrantRow.unit == question.unit
        found.append(is_unit if question.unit else GrantRow.unit.is_null())
    if question.kind:
        found.append(GrantRow.kind == question.kind.value)
    if question.award is not None or question.level:
        asked = [
            award.id
            for award in file.awards.all()
            if question.award in (None, award_key(award)) and question.level in (None, award.level)
        ]
        found.append(GrantRow.award.in_(asked))
    return found


def _entry(
    period: Period, row: tuple[Any, ...], awards: dict[str, Any], units: dict[str, Any]
) -> AwardEntry:
    decision, number, day, name, person, unit, award, kind, year = row
    return AwardEntry(
        period=period,
        decision=decision,
        number=number,
        day=dt.date.fromisoformat(day) if day else None,
        name=name,
        person=person or "",
        unit=units.get(unit),
        award=awards[award],
        kind=SubjectKind(kind),
        year=year,
    )
