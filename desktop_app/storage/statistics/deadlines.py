"""What the members owe by a day in a year: tasks, comments, registrations, score sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from peewee import fn

from desktop_app.domain.compacts.consultation import Opinion
from desktop_app.domain.compacts.registration import RegistrationState
from desktop_app.domain.meetings.conclusion import TaskState
from desktop_app.domain.scores.sheet import Round, SheetState
from desktop_app.domain.statistics.question import DueKind
from desktop_app.domain.statistics.timeliness import DueItem
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.plan import StepKind
from desktop_app.storage.schema.compacts import CommentRow, CompactRow, ConsultationRow
from desktop_app.storage.schema.meetings import ConclusionRow, MeetingRow
from desktop_app.storage.schema.movements import RegistrationRow
from desktop_app.storage.schema.scores import ScoreSheetRow, SheetStepRow
from desktop_app.storage.schema.years import PlanStepRow, YearPlanRow

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

_HANDED_IN = (RegistrationState.SENT.value, RegistrationState.ACCEPTED.value)


def due_items(file: DataFile, period: Period) -> tuple[DueItem, ...]:
    """Everything with a unit and a day, done or not."""
    return (
        *_tasks(file, period),
        *_comments(file, period),
        *_registrations(file, period),
        *_sheets(file, period),
    )


def _tasks(file: DataFile, period: Period) -> Iterator[DueItem]:
    """Conclusions of meetings that name a unit and a day."""
    query = (
        ConclusionRow.select(
            ConclusionRow.unit,
            ConclusionRow.text,
            ConclusionRow.due,
            ConclusionRow.done_on,
            ConclusionRow.state,
            MeetingRow.id,
        )
        .join(MeetingRow, on=(ConclusionRow.owner == MeetingRow.id))
        .where(MeetingRow.period == period.id)
        .where(ConclusionRow.unit.is_null(False))
        .where(ConclusionRow.due.is_null(False))
        .order_by(MeetingRow.starts, ConclusionRow.position)
    )
    rows = file.run(query.tuples())
    units = file.units.load(row[0] for row in rows)
    for unit, text, due, done_on, state, meeting in rows:
        yield DueItem(
            period=period,
            unit=units[unit],
            kind=DueKind.TASK,
            text=text,
            due=dt.date.fromisoformat(due),
            done_on=_day(done_on),
            is_done=state == TaskState.DONE.value,
            opens=("Meeting", meeting),
        )


def _comments(file: DataFile, period: Period) -> Iterator[DueItem]:
    """Answers to a draft compact: the first of a unit's rows counts."""
    said = CommentRow.opinion != Opinion.WAITING.value
    query = (
        CommentRow.select(
            CommentRow.unit,
            CompactRow.version,
            ConsultationRow.due,
            fn.MIN(CommentRow.replied_on),
            fn.MAX(said),
            ConsultationRow.id,
        )
        .join(ConsultationRow, on=(CommentRow.owner == ConsultationRow.id))
        .join(CompactRow, on=(ConsultationRow.compact == CompactRow.id))
        .where(ConsultationRow.period == period.id)
        .where(ConsultationRow.due.is_null(False))
        .group_by(ConsultationRow.id, CommentRow.unit)
        .order_by(ConsultationRow.due, fn.MIN(CommentRow.position))
    )
    rows = file.run(query.tuples())
    units = file.units.load(row[0] for row in rows)
    for unit, version, due, replied_on, is_done, consultation in rows:
        yield DueItem(
            period=period,
            unit=units[unit],
            kind=DueKind.COMMENTS,
            text=f"Góp ý dự thảo giao ước, phiên bản {version}",
            due=dt.date.fromisoformat(due),
            done_on=_day(replied_on),
            is_done=bool(is_done),
            opens=("Consultation", consultation),
        )


def _registrations(file: DataFile, period: Period) -> Iterator[DueItem]:
    """Every member by the day that the period gives; nothing where it gives none."""
    due = period.registration_due
    if due is None:
        return
    query = RegistrationRow.select(
        RegistrationRow.unit, RegistrationRow.sent_on, RegistrationRow.state, RegistrationRow.id
    ).where(RegistrationRow.period == period.id)
    known = {unit: rest for unit, *rest in file.run(query.tuples())}
    for member in period.members_on(due):
        sent_on, state, record = known.get(member.unit.id, (None, "", ""))
        yield DueItem(
            period=period,
            unit=member.unit,
            kind=DueKind.REGISTRATION,
            text=f"Đăng ký thi đua {period.in_a_sentence}",
            due=due,
            done_on=_day(sent_on) if state in _HANDED_IN else None,
            is_done=state in _HANDED_IN,
            opens=("Registration", record) if record else ("Period", period.id),
        )


def _sheets(file: DataFile, period: Period) -> Iterator[DueItem]:
    """The sheets of the year by the day of the plan's step of self-scoring."""
    due = _day_of_self_scoring(file, period)
    if due is None:
        return
    query = (
        ScoreSheetRow.select(ScoreSheetRow.unit, ScoreSheetRow.id, fn.MIN(SheetStepRow.day))
        .join(SheetStepRow, on=(SheetStepRow.owner == ScoreSheetRow.id))
        .where(ScoreSheetRow.period == period.id)
        .where(ScoreSheetRow.round == Round.YEAR.value)
        .where(SheetStepRow.state == SheetState.SUBMITTED.value)
        .group_by(ScoreSheetRow.id)
    )
    known = {unit: rest for unit, *rest in file.run(query.tuples())}
    for member in period.members_on(due):
        record, day = known.get(member.unit.id, ("", None))
        yield DueItem(
            period=period,
            unit=member.unit,
            kind=DueKind.SCORES,
            text=f"Nộp phiếu tự chấm điểm {period.in_a_sentence}",
            due=due,
            done_on=_day(day),
            is_done=bool(record),
            opens=("ScoreSheet", record) if record else ("Period", period.id),
        )


def _day_of_self_scoring(file: DataFile, period: Period) -> dt.date | None:
    """The last such day of the plan: the scores of the year come after those of the half."""
    query = (
        PlanStepRow.select(fn.MAX(PlanStepRow.due))
        .join(YearPlanRow, on=(PlanStepRow.owner == YearPlanRow.id))
        .where(YearPlanRow.period == period.id)
        .where(PlanStepRow.kind == StepKind.SELF_SCORING.value)
    )
    ((day,),) = file.run(query.tuples())
    return _day(day)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
