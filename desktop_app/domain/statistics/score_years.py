"""The yearly scores and places of the units, year beside year, of rankings that are closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.statistics.figures import Drawing, Figures, Head, Line, Value
from desktop_app.domain.statistics.question import Axis, Question, Subject
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period

MOST, MEAN = "toi_da", "trung_binh"
"""The keys of the lines under the units: what could be reached, and the mean of the cluster."""
_EMPTY = (
    "Chưa có năm nào chốt xong điểm. Chốt các phiếu chấm ở «Giao ước thi đua», mục «Chấm điểm», "
    "hoặc đánh dấu «Cả năm chưa chốt điểm»."
)
_HEADS = (
    Head("don_vi", "Đơn vị", share=0.5),
    Head("diem", "Điểm", share=0.14),
    Head("hang", "Hạng", share=0.12),
    Head("trang_thai", "Phiếu chấm", share=0.16),
)


@dataclass(frozen=True)
class UnitScore:
    """What one unit reached in one year."""

    unit: Unit
    sheet: str
    """The sheet's id; empty where none was made."""
    total: Decimal
    place: int
    state: str


@dataclass(frozen=True)
class ScoreYear:
    """The yearly ranking of one period."""

    period: Period
    is_final: bool
    most: Decimal
    scores: tuple[UnitScore, ...]

    @property
    def mean(self) -> Decimal | None:
        """Of all units, with two places."""
        totals = [score.total for score in self.scores]
        return (sum(totals, Decimal(0)) / len(totals)).quantize(Decimal("0.01")) if totals else None

    @classmethod
    def of(cls, scored: ScoreRound) -> ScoreYear:
        """The places of a round as they are told in «Xếp hạng»."""
        sheets = {sheet.unit.id: sheet for sheet in scored.sheets}
        scores = tuple(
            UnitScore(
                unit=sheets[standing.unit.id].unit,
                sheet=sheets[standing.unit.id].id if sheets[standing.unit.id].steps else "",
                total=standing.score.final,
                place=standing.place,
                state=sheets[standing.unit.id].state.label,
            )
            for standing in scored.standings
        )
        return cls(scored.period, scored.is_final, scored.criteria.max_total, scores)


def score_table(question: Question, years: Iterable[ScoreYear]) -> Figures:
    """Points, or places, of every unit; a year whose sheets are not all final is left out."""
    known = {year.period.id: year for year in years}
    asked = [known[period.id] for period in question.periods if period.id in known]
    kept = [year for year in asked if year.is_final or question.with_open]
    points = question.subject is Subject.SCORES
    lines = [_line(question, unit, kept, points) for unit in _units(question, kept)] if kept else []
    if points and kept:
        lines.append(Line(MEAN, "Trung bình của cụm", tuple(y.mean for y in kept), is_total=True))
        lines.append(Line(MOST, "Điểm tối đa", tuple(y.most for y in kept), is_total=True))
    last = kept[-1].period.id if kept else ""
    return Figures(
        id=f"{question.period.id}-{question.subject.value}",
        period=question.period,
        name=f"{'Điểm' if points else 'Thứ hạng'} của các đơn vị qua các năm, {question.span}",
        first=Axis.UNIT.label,
        heads=tuple(Head(year.period.id, _words(year)) for year in kept),
        lines=tuple(lines),
        measure="điểm" if points else "",
        main=last,
        notes=_notes(question, known, kept),
        empty=_EMPTY,
        drawing=Drawing(head=last) if points else None,
    )


def score_list(question: Question, years: Iterable[ScoreYear]) -> Figures:
    """The sheets behind a score."""
    kept = [
        (year, score)
        for year in years
        for score in year.scores
        if question.unit in (None, score.unit.id) and (year.is_final or question.with_open)
    ]
    return Figures(
        id=f"{question.period.id}-{question.subject.value}",
        period=question.period,
        name=f"Các phiếu chấm, {question.span}",
        first="Năm",
        heads=_HEADS,
        lines=tuple(_entry(place, *each) for place, each in enumerate(kept)),
        is_list=True,
        empty=_EMPTY,
    )


def _units(question: Question, years: list[ScoreYear]) -> tuple[Unit, ...]:
    """Members in the cluster's order, then whoever else was ranked."""
    scored = {score.unit.id: score.unit for year in years for score in year.scores}
    return tuple(({unit.id: unit for unit in question.units} | scored).values())


def _line(question: Question, unit: Unit, years: list[ScoreYear], points: bool) -> Line:
    values = tuple(_value(year, unit, points) for year in years)
    return Line(unit.id, question.name_of(unit), values, short=unit.short_name_on(question.day))


def _value(year: ScoreYear, unit: Unit, points: bool) -> Value:
    own = next((score for score in year.scores if score.unit.id == unit.id), None)
    if own is None:
        return None
    return own.total if points else own.place


def _words(year: ScoreYear) -> str:
    is_open = not year.is_final or not year.period.is_closed
    return f"{year.period.name} (tạm tính)" if is_open else year.period.name


def _entry(place: int, year: ScoreYear, score: UnitScore) -> Line:
    name = score.unit.name_on(year.period.until)
    values = (name, score.total, score.place, score.state)
    opens = ("ScoreSheet", score.sheet) if score.sheet else None
    return Line(str(place), _words(year), values, opens=opens)


def _notes(
    question: Question, known: dict[str, ScoreYear], kept: list[ScoreYear]
) -> tuple[str, ...]:
    shown = {year.period.id for year in kept}
    left = [p for p in question.periods if p.id in known and p.id not in shown]
    notes = ["Điểm và thứ hạng cả năm, như ở mục «Xếp hạng» của từng năm."]
    if left:
        names = ", ".join(period.in_a_sentence for period in left)
        notes.append(f"Chưa chốt hết phiếu chấm nên không tính: {names}.")
    if len({year.most for year in kept}) > 1:
        most = ", ".join(f"{year.period.name}: {number(year.most)}" for year in kept)
        notes.append(f"Điểm tối đa mỗi năm mỗi khác ({most}): chỉ so sánh trong cùng một năm.")
    marked = [year.period for year in kept if not year.is_final or not year.period.is_closed]
    if marked:
        names = ", ".join(period.in_a_sentence for period in marked)
        notes.append(f"Tạm tính, còn có thể đổi: {names}.")
    return tuple(notes)
