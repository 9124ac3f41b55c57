"""The criteria set (bộ tiêu chí) of a period: its tree, its targets and its rules of counting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property

from desktop_app.domain.record import Choice, Record, new_id, part_problems, required
from desktop_app.domain.scores.criteria_tree import CriteriaTree
from desktop_app.domain.scores.criterion import ZERO, Criterion, Direction, Kind, Target
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period


class CriteriaState(Choice):
    """A set is locked once the first score is handed in (procedure, section 8.1)."""

    DRAFT = "nhap", "Nháp"
    ADOPTED = "thong_qua", "Đã thông qua"
    LOCKED = "khoa", "Khóa"


class FinalRule(Choice):
    """Which of the scores side by side is the final one."""

    LATEST = "moi_nhat", "Lần thẩm định mới nhất"
    HIGHEST = "cao_nhat", "Điểm cao nhất trong các lần"


class LeadReviewer(Choice):
    """Who reviews the sheet of the lead unit, which cannot review its own."""

    DEPUTY = "cum_pho", "Đơn vị Cụm phó"
    STANDING_BODY = "thuong_truc", "Cơ quan thường trực"


class RankedBy(Choice):
    """What places are given by."""

    TOTAL = "tong", "Tổng điểm"
    COMPLETION = "ti_le", "Tỷ lệ trên điểm được giao"


class KnockOutBars(Choice):
    """What a unit with a knock-out criterion is no longer considered for."""

    FLAGS = "co", "Cờ thi đua"
    TITLES = "danh_hieu", "Mọi danh hiệu thi đua"

    @property
    def in_a_sentence(self) -> str:
        """«Cờ» keeps its capital, other words do not."""
        return "mọi danh hiệu thi đua" if self is KnockOutBars.TITLES else self.label


class TieRule(Choice):
    """What decides between equal scores; the order of the rules is a setting of the set."""

    FIRST_SECTION = "phan_1", "Điểm phần thứ nhất cao hơn"
    PENALTIES = "diem_tru", "Ít điểm trừ hơn"
    THIRD_SECTION = "phan_3", "Điểm phần thứ ba cao hơn"
    NOT_HONOURED = "chua_co", "Chưa được tặng Cờ năm trước"
    VOTE = "bieu_quyet", "Biểu quyết của hội nghị"
    STANDING_BODY = "thuong_truc", "Quyết định của cơ quan thường trực"


@dataclass(frozen=True, kw_only=True)
class CriteriaSet(Record):
    """One version of the table of criteria. All numbers and rules in it are the cluster's own."""

    period: Period
    name: str = ""
    version: int = 1
    grounds: tuple[str, ...] = ()
    """The plan, guidance or regulation it rests on, a line each."""
    adopted_on: dt.date | None = None
    state: CriteriaState = CriteriaState.DRAFT
    rounding_places: int = 2
    final_rule: FinalRule = FinalRule.LATEST
    lead_reviewer: LeadReviewer = LeadReviewer.DEPUTY
    ranked_by: RankedBy = RankedBy.TOTAL
    knock_out_bars: KnockOutBars = KnockOutBars.TITLES
    tie_rules: tuple[str, ...] = tuple(rule.value for rule in TieRule)
    """Codes of the rules in the order in which they are tried."""
    criteria: tuple[Criterion, ...] = ()
    targets: tuple[Target, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return f"{self.name} (bản {self.version})" if self.version > 1 else self.name

    @property
    def is_locked(self) -> bool:
        return self.state is CriteriaState.LOCKED

    @cached_property
    def tree(self) -> CriteriaTree:
        return CriteriaTree(self.criteria)

    @property
    def max_total(self) -> Decimal:
        """What all sections are worth together."""
        return sum((self.tree.worth(section) for section in self.tree.roots), ZERO)

    @property
    def tie_chain(self) -> tuple[TieRule, ...]:
        """The rules between equal scores, in order; an unknown code is left out."""
        known = {rule.value: rule for rule in TieRule}
        return tuple(known[code] for code in self.tie_rules if code in known)

    @cached_property
    def _targets_by_place(self) -> dict[tuple[str, str], Target]:
        return {(target.criterion, target.unit.id): target for target in self.targets}

    def target(self, criterion: Criterion, unit: Unit) -> Decimal | None:
        """The figure a unit is to reach; None without one."""
        found = self._targets_by_place.get((criterion.id, unit.id))
        return found.value if found else None

    def is_assigned(self, criterion: Criterion, unit: Unit) -> bool:
        """Whether neither the criterion nor a group above it is taken from the unit."""
        if not self._targets_by_place:
            return True
        places = ((above.id, unit.id) for above in self.tree.path(criterion))
        found = (self._targets_by_place.get(place) for place in places)
        return all(target is None or target.assigned for target in found)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên bộ tiêu chí.")
        found |= part_problems(self, "criteria", "targets")
        if self.state is not CriteriaState.DRAFT and self.adopted_on is None:
            found["adopted_on"] = "Bộ tiêu chí đã thông qua phải có ngày."
        if not 0 <= self.rounding_places <= 4:
            found["rounding_places"] = "Làm tròn từ 0 đến 4 chữ số thập phân."
        if len(self.tie_chain) < len(self.tie_rules) or len(set(self.tie_rules)) < len(
            self.tie_rules
        ):
            found["tie_rules"] = "Một quy tắc phụ bị lặp hoặc không có trong danh mục."
        return found | self._tree_problems() | self._target_problems()

    def _tree_problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        first: dict[str, int] = {}
        circular = {criterion.id for criterion in self.tree.circular}
        for row, criterion in enumerate(self.criteria):
            place = f"criteria.{row}"
            earlier = first.setdefault(criterion.code.casefold(), row)
            if criterion.code and earlier != row:
                words = f"Mã «{criterion.code}» đã dùng ở dòng {earlier + 1}."
                found[f"{place}.code"] = f"Dòng {row + 1}: {words}"
            for field, words in self._node_problems(criterion, criterion.id in circular):
                found[f"{place}.{field}"] = f"Dòng {row + 1}: {words}"
        return found

    def _node_problems(self, criterion: Criterion, circular: bool) -> Iterator[tuple[str, str]]:
        if criterion.parent and self.tree.parent(criterion) is None:
            yield "parent", f"Không có tiêu chí cấp trên «{criterion.parent}»."
        elif circular:
            yield "parent", "Tiêu chí cấp trên lại thuộc chính tiêu chí này."
        elif not self.tree.is_leaf(criterion):
            if criterion.kind is not Kind.GROUP:
                yield "kind", "Tiêu chí có tiêu chí con phải là «Nhóm»."
        elif criterion.kind is Kind.GROUP:
            yield "kind", "Nhóm chưa có tiêu chí con."
        elif criterion.max_points is None:
            yield "max_points", "Cần có điểm tối đa."

    def _target_problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        ids = {criterion.id: criterion for criterion in self.criteria}
        seen: set[tuple[str, str]] = set()
        for row, target in enumerate(self.targets):
            criterion = ids.get(target.criterion)
            if criterion is None:
                words = "Tiêu chí không có trong bộ."
            elif (target.criterion, target.unit.id) in seen:
                words = f"«{criterion.code}» được giao hai lần cho {target.unit.short_name}."
            elif target.value is not None and criterion.kind is not Kind.QUANTITATIVE:
                words = "Chỉ tiêu bằng số chỉ dành cho tiêu chí định lượng."
            else:
                words = ""
            seen.add((target.criterion, target.unit.id))
            if words:
                found[f"targets.{row}.criterion"] = f"Dòng {row + 1}: {words}"
        return found

    def warnings(self) -> tuple[str, ...]:
        """What is unusual but may be meant: sums, targets of zero, what nobody is assigned."""
        groups = (criterion for criterion in self.tree.in_order if not self.tree.is_leaf(criterion))
        sums = tuple(words for group in groups if (words := self._sum_warning(group)))
        return (*sums, *self._zero_warnings(), *self._idle_warnings())

    def _zero_warnings(self) -> Iterator[str]:
        """A target of zero cannot be exceeded (see `scoring`); a limit of zero can be kept."""
        for target in self.targets:
            criterion = self.tree.find(target.criterion)
            if criterion and target.value == 0 and criterion.direction is Direction.MORE:
                unit = target.unit.short_name
                yield f"{criterion.code}: chỉ tiêu của {unit} bằng 0, được xét như không có."

    def _idle_warnings(self) -> Iterator[str]:
        """What is taken from every member; below a group only the group is spoken of."""
        units = [member.unit for member in self.period.members_on(self.adopted_on)]
        idle: set[str] = set()
        for criterion in self.tree.in_order if units and self.targets else ():
            if any(self.is_assigned(criterion, unit) for unit in units):
                continue
            above = self.tree.parent(criterion)
            if above is None or above.id not in idle:
                yield f"{criterion.code}: không giao cho đơn vị nào."
            idle.add(criterion.id)

    def _sum_warning(self, group: Criterion) -> str:
        below = self.tree.sum_below(group)
        if group.max_points is None or below == group.max_points:
            return ""
        gap = below - group.max_points
        how = f"{'thừa' if gap > 0 else 'thiếu'} {number(abs(gap))}"
        most = number(group.max_points)
        return f"{group.code}: các tiêu chí con cộng lại {number(below)} điểm, mục {most} ({how})."

    def locked(self) -> CriteriaSet:
        """The set as it stands once the first score is handed in."""
        return self.replace(state=CriteriaState.LOCKED)

    def copied_for(self, period: Period) -> CriteriaSet:
        """A draft for another period: new ids, no figures of the old year.

        What is not assigned to a unit stays so while the unit is a member; targets are agreed
        anew every year and are left open. For its own period it is the next version instead,
        with all its targets.
        """
        ids = {criterion.id: new_id() for criterion in self.criteria}
        is_next_version = period.id == self.period.id
        return self.replace(
            id=new_id(),
            period=period,
            version=self.version + 1 if is_next_version else 1,
            adopted_on=None,
            state=CriteriaState.DRAFT,
            criteria=tuple(
                criterion.replace(
                    id=ids[criterion.id], parent=ids.get(criterion.parent, criterion.parent)
                )
                for criterion in self.criteria
            ),
            targets=tuple(
                target.replace(id=new_id(), criterion=ids[target.criterion])
                for target in (self.targets if is_next_version else self._lasting(period))
                if target.criterion in ids
            ),
        )

    def _lasting(self, period: Period) -> tuple[Target, ...]:
        """What is not assigned to the units that are still members."""
        members = {member.unit.id for member in period.members}
        return tuple(t for t in self.targets if not t.assigned and t.unit.id in members)


def lock_problems(before: CriteriaSet | None, after: CriteriaSet) -> dict[str, str]:
    """The sentence beside what may not change any more: sheets have been handed in by it."""
    if before is None or not before.is_locked:
        return {}
    words = "Bộ tiêu chí đã khóa vì đã có phiếu chấm nộp; hãy lập bản mới."
    free = ("id", "note", "tie_rules", "final_rule", "lead_reviewer", "knock_out_bars")
    names = (field.name for field in fields(before) if field.name not in free)
    return {name: words for name in names if getattr(before, name) != getattr(after, name)}
