"""Grants one by one: the award history of a unit or person, and what is behind a count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.statistics.figures import Figures, Head, Line
from desktop_app.domain.statistics.question import Question, award_key
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import fold, number, short_date
from desktop_app.domain.years.period import Period

MOST_LISTED = 3000
"""Lines of a list that a person can still look through; more are cut, and it is said."""
_HEADS = (
    Head("ten", "Tập thể, cá nhân", share=0.24),
    Head("don_vi", "Đơn vị", share=0.22),
    Head("danh_hieu", "Danh hiệu, hình thức", share=0.2),
    Head("cap", "Cấp", share=0.08),
    Head("nam", "Năm thành tích", share=0.08),
    Head("quyet_dinh", "Số quyết định", share=0.12),
)
_EMPTY = (
    "Không có lượt khen thưởng nào khớp với phần được chọn. Xem lại đơn vị, tên và hai ngày; "
    "quyết định ghi ở «Khen thưởng», mục «Quyết định & giấy chứng nhận»."
)


@dataclass(frozen=True)
class AwardEntry:
    """One grant that stands, with its decision."""

    period: Period
    decision: str
    """The decision's id."""
    number: str
    day: dt.date | None
    name: str
    person: str
    """The full name of the person of the register; empty where none is linked."""
    unit: Unit | None
    award: Award
    kind: SubjectKind
    year: str
    """Of the achievement."""


def is_asked(question: Question, entry: AwardEntry) -> bool:
    """Whether a grant is among what was asked for."""
    unit = entry.unit.id if entry.unit else ""
    return (
        question.unit in (None, unit)
        and question.award in (None, award_key(entry.award))
        and question.level in (None, entry.award.level)
        and question.kind in (None, entry.kind)
        and _is_between(question, entry.day)
        and _is_named(question, entry)
    )


def award_list(question: Question, entries: Iterable[AwardEntry]) -> Figures:
    """By the day of the decision, the oldest first."""
    kept = sorted(
        (entry for entry in entries if is_asked(question, entry)),
        key=lambda entry: (entry.day or dt.date.max, entry.number),
    )
    return Figures(
        id=f"{question.period.id}-{question.subject.value}",
        period=question.period,
        name=_name(question),
        first="Ngày quyết định",
        heads=_HEADS,
        lines=tuple(_line(place, entry) for place, entry in enumerate(kept[:MOST_LISTED])),
        measure="lượt",
        is_list=True,
        notes=(*_cut(len(kept)), "Lượt bị hủy bỏ, thu hồi không có trong danh sách."),
        empty=_EMPTY,
    )


def _line(place: int, entry: AwardEntry) -> Line:
    unit = entry.unit.name_on(entry.day) if entry.unit else ""
    values = (entry.name, unit, entry.award.name, entry.award.level.label, entry.year, entry.number)
    opens = ("Decision", entry.decision)
    return Line(str(place), short_date(entry.day), values, opens=opens)


def _cut(found: int) -> tuple[str, ...]:
    """The sentence that a list is not whole."""
    if found <= MOST_LISTED:
        return ()
    return (f"Chỉ hiện {number(MOST_LISTED)} lượt đầu: hãy thu hẹp phần được chọn.",)


def _is_between(question: Question, day: dt.date | None) -> bool:
    if question.since is None and question.until is None:
        return True
    if day is None:
        return False
    return (question.since or dt.date.min) <= day <= (question.until or dt.date.max)


def _is_named(question: Question, entry: AwardEntry) -> bool:
    """Typed without accents finds with accents."""
    wanted = fold(question.name)
    return not wanted or any(wanted in fold(name) for name in (entry.name, entry.person))


def _name(question: Question) -> str:
    units = {unit.id: question.name_of(unit) for unit in question.units}
    who = [question.name] if question.name else []
    if question.unit:
        who.append(units.get(question.unit, ""))
    words = f" của {', '.join(who)}" if who else ""
    since = f" từ {short_date(question.since)}" if question.since else ""
    until = f" đến {short_date(question.until)}" if question.until else ""
    return f"Lịch sử khen thưởng{words}{since}{until}"
