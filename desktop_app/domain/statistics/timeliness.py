"""What units owe by a day, and whether it came in time: tasks, comments, registrations, sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.record import Choice
from desktop_app.domain.statistics.figures import Figures, Head, Line
from desktop_app.domain.statistics.outcome_table import (
    OutcomeCount,
    Outcomes,
    Wording,
    outcome_table,
)
from desktop_app.domain.statistics.question import DueKind, Question
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


class DueOutcome(Choice):
    """What became of a day that was set."""

    IN_TIME = "dung_han", "Đúng hạn"
    LATE = "cham", "Chậm"
    OVERDUE = "qua_han", "Quá hạn"
    AHEAD = "chua_den", "Chưa đến hạn"
    UNDATED = "khong_ngay", "Không ghi ngày"


OUTCOMES = Outcomes(
    all=tuple(DueOutcome),
    good=(DueOutcome.IN_TIME,),
    neutral=(DueOutcome.AHEAD, DueOutcome.UNDATED),
    whole="Việc có hạn",
    share="Tỷ lệ đúng hạn (%)",
)
_EMPTY = (
    "Chưa có việc nào có hạn trong phần được chọn. Hạn lấy từ kết luận hội nghị, đợt lấy ý kiến "
    "dự thảo, hạn đăng ký thi đua của kỳ và bước «Các đơn vị tự chấm điểm» trong kế hoạch năm."
)
_NOTES = (
    "«Chậm»: xong sau hạn; «Quá hạn»: đã qua hạn mà chưa xong; «Không ghi ngày»: xong mà không "
    "ghi ngày.",
    "Tỷ lệ đúng hạn: đúng hạn trên tổng của đúng hạn, chậm và quá hạn.",
)
_HEADS = (
    Head("loai", "Loại việc", share=0.18),
    Head("viec", "Nội dung", share=0.32),
    Head("don_vi", "Đơn vị", share=0.2),
    Head("ngay", "Ngày hoàn thành", share=0.1),
    Head("ket_qua", "Kết quả", share=0.12),
)


@dataclass(frozen=True)
class DueItem:
    """One thing that one unit owes by a day."""

    period: Period
    unit: Unit
    kind: DueKind
    text: str
    due: dt.date
    done_on: dt.date | None
    is_done: bool
    opens: tuple[str, str]
    """Class and id of the record it is kept in."""

    def outcome(self, today: dt.date) -> DueOutcome:
        """What became of it; open ones as they stand on a day."""
        if self.is_done:
            if self.done_on is None:
                return DueOutcome.UNDATED
            return DueOutcome.LATE if self.done_on > self.due else DueOutcome.IN_TIME
        return DueOutcome.OVERDUE if self.due < today else DueOutcome.AHEAD


def due_table(question: Question, items: Iterable[DueItem]) -> Figures:
    """What was owed by outcome, or the share that came in time in each year."""
    counts = (
        OutcomeCount(item.period, item.unit, item.outcome(question.today))
        for item in items
        if question.due in (None, item.kind)
    )
    kind = f": {question.due.label.lower()}" if question.due else ""
    words = Wording(f"Thực hiện đúng hạn theo đơn vị{kind}", "việc", _NOTES, _EMPTY)
    return outcome_table(question, counts, OUTCOMES, words)


def due_list(question: Question, items: Iterable[DueItem]) -> Figures:
    """The single things behind a figure, by the day they were due."""
    kept = sorted(
        (item for item in items if _is_asked(question, item)),
        key=lambda item: (item.due, item.text),
    )
    return Figures(
        id=f"{question.period.id}-{question.subject.value}",
        period=question.period,
        name=f"Các việc có hạn, {question.span}",
        first="Hạn",
        heads=_HEADS,
        lines=tuple(_line(place, item, question.today) for place, item in enumerate(kept)),
        measure="việc",
        is_list=True,
        empty=_EMPTY,
    )


def _is_asked(question: Question, item: DueItem) -> bool:
    outcome = str(item.outcome(question.today).value)
    return (
        question.unit in (None, item.unit.id)
        and question.due in (None, item.kind)
        and question.outcome in (None, outcome)
    )


def _line(place: int, item: DueItem, today: dt.date) -> Line:
    outcome = item.outcome(today)
    words = outcome.label
    if item.done_on and outcome is DueOutcome.LATE:
        words = f"Chậm {(item.done_on - item.due).days} ngày"
    elif outcome is DueOutcome.OVERDUE:
        words = f"Quá hạn {(today - item.due).days} ngày"
    done, unit = short_date(item.done_on), item.unit.name_on(item.due)
    values = (item.kind.label, item.text, unit, done, words)
    return Line(str(place), short_date(item.due), values, opens=item.opens)
