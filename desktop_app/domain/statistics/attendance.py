"""Attendance of the meetings that were held: who was invited, came, sent a deputy, stayed away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import MeetingState, Presence
from desktop_app.domain.statistics.figures import Figures, Head, Line
from desktop_app.domain.statistics.outcome_table import (
    OutcomeCount,
    Outcomes,
    Wording,
    outcome_table,
)
from desktop_app.domain.statistics.question import Question
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date

HELD = (MeetingState.ENDED, MeetingState.ADOPTED)
OUTCOMES = Outcomes(
    all=(Presence.PRESENT, Presence.DEPUTY, Presence.ABSENT, Presence.INVITED),
    good=(Presence.PRESENT, Presence.DEPUTY),
    neutral=(Presence.INVITED,),
    whole="Được mời",
    share="Tỷ lệ dự (%)",
    open_label="Chưa ghi",
)
_WORDS = Wording(
    name="Dự hội nghị, cuộc họp theo đơn vị",
    measure="lượt",
    notes=(
        "Đếm lượt đại biểu của đơn vị thành viên được mời dự các hội nghị, cuộc họp đã họp.",
        "Tỷ lệ dự: có mặt và ủy quyền dự thay, trên số lượt đã ghi có mặt hay vắng.",
    ),
    empty="Chưa có hội nghị nào đã họp trong phần được chọn. Ghi có mặt, vắng ở «Hội nghị», trang "
    "«Thành phần», rồi chuyển hội nghị sang «Đã kết thúc».",
)
_HEADS = (
    Head("hoi_nghi", "Hội nghị, cuộc họp", share=0.36),
    Head("don_vi", "Đơn vị", share=0.22),
    Head("dai_bieu", "Đại biểu", share=0.2),
    Head("ket_qua", "Kết quả", share=0.14),
)


@dataclass(frozen=True)
class AttendanceEntry:
    """One invited delegate of a unit."""

    meeting: str
    """The meeting's id."""
    title: str
    day: dt.date | None
    unit: Unit
    delegate: str
    presence: Presence


def attendance_table(question: Question, counts: Iterable[OutcomeCount]) -> Figures:
    """Delegates of members by outcome, or the share that came in each year."""
    return outcome_table(question, counts, OUTCOMES, _WORDS)


def attendance_list(question: Question, entries: Iterable[AttendanceEntry]) -> Figures:
    """The delegates behind a figure, by the day of the meeting."""
    kept = sorted(
        (each for each in entries if _is_asked(question, each)),
        key=lambda each: (each.day or dt.date.max, each.title),
    )
    return Figures(
        id=f"{question.period.id}-{question.subject.value}",
        period=question.period,
        name=f"Các lượt dự hội nghị, cuộc họp, {question.span}",
        first="Ngày họp",
        heads=_HEADS,
        lines=tuple(_line(place, each) for place, each in enumerate(kept)),
        measure="lượt",
        is_list=True,
        empty=_WORDS.empty,
    )


def _is_asked(question: Question, entry: AttendanceEntry) -> bool:
    return question.unit in (None, entry.unit.id) and question.outcome in (
        None,
        entry.presence.value,
    )


def _line(place: int, entry: AttendanceEntry) -> Line:
    unit = entry.unit.name_on(entry.day)
    values = (entry.title, unit, entry.delegate, OUTCOMES.label(entry.presence))
    return Line(str(place), short_date(entry.day), values, opens=("Meeting", entry.meeting))
