"""Commendations across: units, awards, levels or years in rows and columns, in occurrences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import AwardLevel, SubjectKind
from desktop_app.domain.commendations.award_count import AwardCount, awards_of
from desktop_app.domain.statistics.figures import TOTAL, Drawing, Figures, Head, Line
from desktop_app.domain.statistics.question import Axis, Question, award_key, year_words

NO_UNIT = "Không ghi đơn vị"
AXES = (Axis.UNIT, Axis.AWARD, Axis.LEVEL, Axis.KIND, Axis.YEAR)
_COUNTED = "Đếm theo lượt, theo quyết định trong kỳ; lượt bị hủy bỏ, thu hồi không tính."
_EMPTY = (
    "Chưa có lượt khen thưởng nào trong phần được chọn. Ghi quyết định và danh sách ở «Khen "
    "thưởng», mục «Quyết định & giấy chứng nhận»."
)


@dataclass(frozen=True)
class Entry:
    """One row or column of an axis."""

    key: str
    name: str
    short: str = ""


_KEYS: dict[Axis, Callable[[AwardCount], str]] = {
    Axis.UNIT: lambda count: count.unit.id if count.unit else "",
    Axis.AWARD: lambda count: award_key(count.award),
    Axis.LEVEL: lambda count: str(count.award.level.value),
    Axis.KIND: lambda count: str(count.kind.value),
    Axis.YEAR: lambda count: count.period.id,
}


def award_table(question: Question, counts: Iterable[AwardCount]) -> Figures:
    """The counts that the question leaves in; rows and columns add up to one total."""
    kept = tuple(each for each in counts if _is_asked(question, each))
    rows = _entries(question.rows, question, kept)
    columns = _entries(question.columns, question, kept)
    cells = _cells(question, kept)
    keys = [*(entry.key for entry in columns), TOTAL]
    lines = [
        Line(e.key, e.name, tuple(cells[e.key, key] for key in keys), short=e.short) for e in rows
    ]
    if len(lines) > 1:
        sums = tuple(cells[TOTAL, key] for key in keys)
        lines.append(Line(TOTAL, "Cộng", sums, is_total=True))
    heads = (*(Head(e.key, e.name) for e in columns), Head(TOTAL, "Tổng", is_drawn=False))
    return Figures(
        id=f"{question.period.id}-{question.subject.value}",
        period=question.period,
        name=_name(question),
        first=question.rows.label,
        heads=heads,
        lines=tuple(lines),
        measure="lượt",
        notes=(_COUNTED, *question.provisional_notes),
        empty=_EMPTY,
        drawing=Drawing(head=TOTAL),
    )


def _is_asked(question: Question, count: AwardCount) -> bool:
    unit = count.unit.id if count.unit else ""
    return (
        question.unit in (None, unit)
        and question.award in (None, award_key(count.award))
        and question.level in (None, count.award.level)
        and question.kind in (None, count.kind)
    )


def _cells(question: Question, counts: Iterable[AwardCount]) -> Counter[tuple[str, str]]:
    """Every cell with the sums under «tong»; a cell that is not there is nought."""
    row_of, column_of = _KEYS[question.rows], _KEYS[question.columns]
    found: Counter[tuple[str, str]] = Counter()
    for count in counts:
        row, column = row_of(count), column_of(count)
        for key in ((row, column), (row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)):
            found[key] += count.times
    return found


def _entries(axis: Axis, question: Question, counts: tuple[AwardCount, ...]) -> tuple[Entry, ...]:
    if axis is Axis.UNIT:
        return _units(question, counts)
    if axis is Axis.AWARD:
        return tuple(Entry(award_key(award), award.name) for award in awards_of(counts))
    if axis is Axis.YEAR:
        return tuple(Entry(each.id, year_words(each)) for each in question.periods)
    choices = AwardLevel if axis is Axis.LEVEL else SubjectKind
    return tuple(Entry(str(each.value), each.label) for each in choices)


def _units(question: Question, counts: tuple[AwardCount, ...]) -> tuple[Entry, ...]:
    """Every member, with or without grants; others and grants of no unit where there are any."""
    units = {unit.id: unit for unit in question.units}
    for count in counts:
        if count.unit:
            units.setdefault(count.unit.id, count.unit)
    entries = [
        Entry(unit.id, question.name_of(unit), unit.short_name_on(question.day))
        for unit in units.values()
        if question.unit in (None, unit.id)
    ]
    if any(count.unit is None for count in counts):
        entries.append(Entry("", NO_UNIT))
    return tuple(entries)


def _name(question: Question) -> str:
    axes = f"{question.rows.label.lower()} và {question.columns.label.lower()}"
    kind = f" {question.kind.label.lower()}" if question.kind else ""
    award = f" «{question.award.split('|', 1)[1]}»" if question.award else ""
    units = {unit.id: question.name_of(unit) for unit in question.units}
    unit = f" của {units.get(question.unit, NO_UNIT)}" if question.unit is not None else ""
    return f"Lượt khen thưởng{award}{kind}{unit} theo {axes}, {question.span}"
