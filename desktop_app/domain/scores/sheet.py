"""The score sheet (phiếu chấm) of a unit: its lines, its way through the reviews, who and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Choice, Record, part_problems
from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState, LeadReviewer
from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period


class Round(Choice):
    """When in the period scores are given."""

    HALF_YEAR = "6_thang", "6 tháng"
    YEAR = "nam", "Năm"

    def of(self, period: Period) -> str:
        """«6 tháng năm 2026», «năm 2026», within a sentence."""
        when = "6 tháng " if self is Round.HALF_YEAR else ""
        return f"{when}{period.in_a_sentence}"


class SheetState(Choice):
    """From the unit's own scores to the final ones (procedure, section 8.1)."""

    DRAFT = "nhap", "Nháp"
    SUBMITTED = "da_nop", "Đã nộp"
    REVIEWED = "tham_dinh_1", "Thẩm định lần 1"
    EXPLAINED = "giai_trinh", "Đã giải trình"
    REVIEWED_AGAIN = "tham_dinh_2", "Thẩm định lần 2"
    FINAL = "da_chot", "Đã chốt"
    RETURNED = "tra_lai", "Bị trả lại"


NEXT_STATES = {
    SheetState.DRAFT: (SheetState.SUBMITTED,),
    SheetState.SUBMITTED: (SheetState.REVIEWED, SheetState.RETURNED),
    SheetState.REVIEWED: (SheetState.EXPLAINED,),
    SheetState.EXPLAINED: (SheetState.REVIEWED_AGAIN,),
    SheetState.REVIEWED_AGAIN: (SheetState.FINAL,),
    SheetState.FINAL: (),
    SheetState.RETURNED: (SheetState.DRAFT,),
}
OWN_STEPS = (SheetState.SUBMITTED, SheetState.EXPLAINED, SheetState.DRAFT)
"""What the unit does itself; every other step is for those who review it."""


class Passed(Choice):
    """The outcome of a criterion that is met or not."""

    YES = "dat", "Đạt"
    NO = "khong_dat", "Không đạt"


@dataclass(frozen=True, kw_only=True)
class ScoreLine(Record):
    """A unit's figures and scores for one criterion, all of them side by side."""

    criterion: str = ""
    """The criterion's id."""
    actual: Decimal | None = None
    """The result reached, in the criterion's unit of measure."""
    target: Decimal | None = None
    """Replaces the target of the criteria set for this sheet."""
    count: int | None = None
    passed: Passed | None = None
    bonus_count: int | None = None
    penalty_count: int | None = None
    self_score: Decimal | None = None
    review1: Decimal | None = None
    reason1: str = ""
    reviewer1: str = ""
    reviewed1_on: dt.date | None = None
    explanation: str = ""
    """What the unit answers to the first review (giải trình)."""
    review2: Decimal | None = None
    reason2: str = ""
    reviewer2: str = ""
    reviewed2_on: dt.date | None = None
    final_score: Decimal | None = None
    """Set aside from all reviews, with its reason; empty: the rule of the set decides."""
    final_reason: str = ""
    evidence: str = ""

    def problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in ("count", "bonus_count", "penalty_count", "target"):
            value = getattr(self, name)
            if value is not None and value < 0:
                found[name] = "Số này không được âm."
        changed = None not in (self.self_score, self.review1) and self.self_score != self.review1
        if changed and not self.reason1:
            found["reason1"] = "Điểm thẩm định lần 1 khác điểm tự chấm, cần có lý do."
        if self.review2 is not None and self.review2 != self._before_second and not self.reason2:
            found["reason2"] = "Điểm thẩm định lần 2 khác lần trước, cần có lý do."
        if self.final_score is not None and not self.final_reason:
            found["final_reason"] = "Điểm chốt riêng cần có lý do."
        return found

    @property
    def _before_second(self) -> Decimal | None:
        """What the second review looks at; a score that is computed is not known to the line."""
        known = (self.review1, self.self_score, self.review2)
        return next(score for score in known if score is not None)


@dataclass(frozen=True, kw_only=True)
class SheetStep(Record):
    """One step of a sheet: to which state, on which day, by whom."""

    state: SheetState
    day: dt.date
    name: str = ""
    person: Person | None = None
    unit: Unit | None = None
    """In whose name; None for the standing body, which is no unit of the cluster."""
    reason: str = ""

    @property
    def who(self) -> str:
        return self.name or (self.person.full_name if self.person else "")


@dataclass(frozen=True, kw_only=True)
class ScoreSheet(Record):
    """One unit's scores of one round."""

    period: Period
    criteria: CriteriaSet
    unit: Unit
    round: Round = Round.YEAR
    state: SheetState = SheetState.DRAFT
    lines: tuple[ScoreLine, ...] = ()
    steps: tuple[SheetStep, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return f"Phiếu chấm {self.round.of(self.period)}: {self.unit.short_name}"

    @cached_property
    def by_criterion(self) -> dict[str, ScoreLine]:
        """Criterion id → line."""
        return {line.criterion: line for line in self.lines}

    @property
    def is_submitted(self) -> bool:
        return self.state not in (SheetState.DRAFT, SheetState.RETURNED)

    @property
    def return_reason(self) -> str:
        """Why it was sent back last; empty when it never was."""
        returned = (step for step in reversed(self.steps) if step.state is SheetState.RETURNED)
        return next((step.reason for step in returned), "")

    def with_line(self, line: ScoreLine) -> ScoreSheet:
        """The sheet with one criterion's line put in or changed."""
        if line.criterion not in self.by_criterion:
            return self.replace(lines=(*self.lines, line))
        lines = (line if old.criterion == line.criterion else old for old in self.lines)
        return self.replace(lines=tuple(lines))

    def problems(self) -> dict[str, str]:
        found = part_problems(self, "lines")
        if self.criteria.period.id != self.period.id:
            found["criteria"] = "Bộ tiêu chí thuộc kỳ thi đua khác."
        seen: set[str] = set()
        for row, line in enumerate(self.lines):
            for field, words in self._line_problems(line, seen):
                found[f"lines.{row}.{field}"] = f"Dòng {row + 1}: {words}"
            seen.add(line.criterion)
        return found

    def _line_problems(self, line: ScoreLine, seen: set[str]) -> Iterator[tuple[str, str]]:
        criterion = self.criteria.tree.find(line.criterion)
        if criterion is None or criterion.id != line.criterion:
            yield "criterion", "Tiêu chí không có trong bộ tiêu chí của phiếu."
            return
        if line.criterion in seen:
            yield "criterion", f"«{criterion.code}» được ghi hai lần."
        if not self.criteria.tree.is_leaf(criterion):
            yield "criterion", f"«{criterion.code}» là nhóm: điểm là tổng, không ghi trực tiếp."
        for name in ("self_score", "review1", "review2", "final_score"):
            if words := _range_problem(criterion, getattr(line, name)):
                yield name, words

    def warnings(self) -> tuple[str, ...]:
        """What is unusual: figures below zero, and leaves without any figure."""
        tree = self.criteria.tree
        lines = self.by_criterion
        below = [c.code for c in tree.leaves if (line := lines.get(c.id)) and _negative(line)]
        assigned = (c for c in tree.leaves if self.criteria.is_assigned(c, self.unit))
        open_ones = [c.code for c in assigned if c.id not in lines or not has_figures(lines[c.id])]
        found = []
        if below:
            found.append("Kết quả âm được tính như 0: " + "; ".join(below) + ".")
        if open_ones:
            codes = "; ".join(open_ones)
            found.append(f"Còn {len(open_ones)} tiêu chí chưa có số liệu: {codes}.")
        return tuple(found)

    # --- its way ----------------------------------------------------------------------

    def refusal(self, step: SheetStep) -> str:
        """Why a step cannot be taken now; empty when it can."""
        following = NEXT_STATES[self.state]
        if step.state not in following:
            return _order_refusal(self.state, step.state, following)
        if not step.who:
            return "Cần ghi người thực hiện."
        if self.steps and step.day < self.steps[-1].day:
            return "Ngày thực hiện đứng trước ngày của bước trước."
        if step.state is SheetState.RETURNED and not step.reason:
            return "Cần có lý do trả lại phiếu."
        if step.state in OWN_STEPS:
            return self._own_step_refusal(step)
        return self._reviewer_refusal(step)

    def moved(self, step: SheetStep) -> ScoreSheet:
        """The sheet after a step. Raises UserFacingError with the reason when it is refused."""
        if words := self.refusal(step):
            raise UserFacingError(words, kept="Phiếu chấm không thay đổi.")
        return self.replace(state=step.state, steps=(*self.steps, step))

    def _own_step_refusal(self, step: SheetStep) -> str:
        if step.state is SheetState.DRAFT:
            return ""
        if step.unit is None or step.unit.id != self.unit.id:
            return f"Bước «{step.state}» do chính đơn vị {self.unit.short_name} thực hiện."
        if self.criteria.state is CriteriaState.DRAFT:
            return "Bộ tiêu chí chưa được thông qua nên chưa nộp được phiếu."
        if problems := self.problems():
            return "Phiếu còn chỗ phải sửa: " + " ".join(problems.values())
        return ""

    def _reviewer_refusal(self, step: SheetStep) -> str:
        own = (step.unit, step.person.unit if step.person else None)
        if any(unit and unit.id == self.unit.id for unit in own):
            return f"{self.unit.short_name} không thẩm định phiếu của chính mình."
        if words := self._lead_refusal(step):
            return words
        problems = {} if step.state is SheetState.RETURNED else self.problems()
        return "Phiếu còn chỗ phải sửa: " + " ".join(problems.values()) if problems else ""

    def _lead_refusal(self, step: SheetStep) -> str:
        """The lead unit's sheet goes to the deputy or to the standing body, as the set says."""
        lead, deputy = self.period.lead_on(step.day), self.period.deputy_on(step.day)
        if lead is None or lead.unit.id != self.unit.id:
            return ""
        if self.criteria.lead_reviewer is LeadReviewer.STANDING_BODY or deputy is None:
            allowed, whom = step.unit is None, "cơ quan thường trực"
        else:
            allowed = step.unit is not None and step.unit.id == deputy.unit.id
            whom = f"đơn vị Cụm phó ({deputy.unit.short_name})"
        return "" if allowed else f"Phiếu của đơn vị Cụm trưởng do {whom} thẩm định."


def has_figures(line: ScoreLine) -> bool:
    """Whether anything is filled in that points can come from."""
    names = ("actual", "count", "passed", "bonus_count", "penalty_count", "self_score")
    return any(getattr(line, name) is not None for name in names)


def neighbour_problems(sheet: ScoreSheet, others: Iterable[ScoreSheet]) -> dict[str, str]:
    """The sentence beside the unit when it already has a sheet of that round."""
    key = (sheet.period.id, sheet.round, sheet.unit.id)
    for other in others:
        if other.id != sheet.id and (other.period.id, other.round, other.unit.id) == key:
            return {"unit": f"{sheet.unit.short_name} đã có phiếu chấm của đợt này."}
    return {}


def _range_problem(criterion: Criterion, score: Decimal | None) -> str:
    if score is None or criterion.least <= score <= criterion.most:
        return ""
    return f"«{criterion.code}»: điểm từ {number(criterion.least)} đến {number(criterion.most)}."


def _negative(line: ScoreLine) -> bool:
    return line.actual is not None and line.actual < 0


def _order_refusal(now: SheetState, wanted: SheetState, following: tuple[SheetState, ...]) -> str:
    if not following:
        return f"Phiếu đã ở «{now}», không chuyển tiếp được nữa."
    allowed = " hoặc ".join(f"«{state}»" for state in following)
    return f"Sau «{now}» là {allowed}, không phải «{wanted}»."
