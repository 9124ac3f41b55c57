"""The sample sheets of the year: six units, each at another place of the way, made-up figures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.scores.reviewing import Order, all_accepted
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import NEXT_STATES, Passed, ScoreLine, ScoreSheet, SheetState
from desktop_app.domain.units.unit import Unit

_WAYS = (
    SheetState.REVIEWED,
    SheetState.FINAL,
    SheetState.EXPLAINED,
    SheetState.SUBMITTED,
    SheetState.RETURNED,
    SheetState.DRAFT,
)
"""Where the sheet of each member stands, in the cluster's order."""
_DAYS = {
    SheetState.SUBMITTED: dt.date(2018, 11, 5),
    SheetState.REVIEWED: dt.date(2018, 11, 12),
    SheetState.RETURNED: dt.date(2018, 11, 12),
    SheetState.EXPLAINED: dt.date(2018, 11, 16),
    SheetState.REVIEWED_AGAIN: dt.date(2018, 11, 20),
    SheetState.FINAL: dt.date(2018, 11, 23),
}
_ACTUALS = {
    "I.1.a": (30, 12, 9, 20, 36, 4),
    "I.1.b": (1, 1, 2, 3, 2, 0),
    "I.2": (97, 92, 96, 81, 95, 70),
    "II.3": (0, 0, 2, 0, 1, 0),
    "III.3": (26, 9, 12, 18, 20, 3),
}
_TYPED = {"I.4": ("9", "8.5", "9", "8", "9.5", "8"), "II.4": ("5", "4.5", "5", "4", "4.5", "4")}
_COUNTS = {"I.3": (2, 1, 2, 1, 2, 0), "III.1": (3, 2, 1, 2, 2, 0)}
_CHANGED = "II.4"
"""The row whose score the first review changed in the sheets that have come so far."""
_CHANGED_TO = Decimal(4)
_REASON = "Chậm nộp báo cáo tài chính quý III (mẫu)"
_ANSWER = "Đã nộp bổ sung ngày 10/11/2018 (mẫu)"
_DRAFT_ROWS = 4


def year_sheets(criteria: CriteriaSet) -> tuple[ScoreSheet, ...]:
    """One sheet a member; its people and figures are samples like all the rest."""
    members = enumerate(criteria.period.members_on(None))
    drafts = [_draft(criteria, member.unit, place, _WAYS[place]) for place, member in members]
    board = Scoreboard(criteria, drafts)
    return tuple(
        _gone(draft, board, place, goal)
        for place, (draft, goal) in enumerate(zip(drafts, _WAYS, strict=True))
    )


def _draft(criteria: CriteriaSet, unit: Unit, place: int, goal: SheetState) -> ScoreSheet:
    sheet = ScoreSheet(id=f"phieu-{unit.id}", period=criteria.period, criteria=criteria, unit=unit)
    leaves = [leaf for leaf in criteria.tree.leaves if criteria.is_assigned(leaf, unit)]
    for leaf in leaves[:_DRAFT_ROWS] if goal is SheetState.DRAFT else leaves:
        sheet = sheet.with_line(_line(leaf, unit, place))
    return sheet


def _gone(sheet: ScoreSheet, board: Scoreboard, place: int, goal: SheetState) -> ScoreSheet:
    """The draft after every step to its goal; what the first review does not change it accepts."""
    for state in _way(goal):
        sheet = _worked(sheet, state)
        if state is SheetState.REVIEWED:
            sheet = all_accepted(board, sheet, _DAYS[state]).sheet
        sheet = _moved(sheet, state, place)
    return sheet


def _way(goal: SheetState) -> tuple[SheetState, ...]:
    """The steps from the draft to the goal."""
    if goal is SheetState.RETURNED:
        return SheetState.SUBMITTED, SheetState.RETURNED
    steps, state = [], SheetState.DRAFT
    while state is not goal:
        state = NEXT_STATES[state][0]
        steps.append(state)
    return tuple(steps)


def _line(leaf: Criterion, unit: Unit, place: int) -> ScoreLine:
    figures: dict[str, Any] = {}
    if leaf.code in _ACTUALS:
        figures["actual"] = Decimal(_ACTUALS[leaf.code][place])
    elif leaf.code in _TYPED:
        figures["self_score"] = Decimal(_TYPED[leaf.code][place])
    elif leaf.code in _COUNTS:
        figures["count"] = _COUNTS[leaf.code][place]
    elif leaf.kind is Kind.PASS_FAIL:
        figures["passed"] = Passed.YES
    else:
        figures |= {"bonus_count": place % 3, "penalty_count": place % 2}
    if leaf.code == "I.1.a":
        figures["evidence"] = f"Báo cáo kết quả công tác năm của {unit.short_name} (mẫu)"
    return ScoreLine(id=f"dong-nam-{unit.id}-{leaf.id}", criterion=leaf.id, **figures)


def _worked(sheet: ScoreSheet, state: SheetState) -> ScoreSheet:
    """What is written into the sheet before it takes the step."""
    changed = sheet.criteria.tree.find(_CHANGED)
    line = sheet.by_criterion.get(changed.id) if changed else None
    if line is None or line.self_score == _CHANGED_TO:
        return sheet
    changes: dict[SheetState, dict[str, Any]] = {
        SheetState.REVIEWED: {
            "review1": _CHANGED_TO,
            "reason1": _REASON,
            "reviewed1_on": _DAYS[SheetState.REVIEWED],
        },
        SheetState.EXPLAINED: {"explanation": _ANSWER},
        SheetState.REVIEWED_AGAIN: {
            "review2": line.self_score,
            "reason2": "Giải trình đúng, có xác nhận (mẫu)",
            "reviewed2_on": _DAYS[SheetState.REVIEWED_AGAIN],
        },
    }
    return sheet.with_line(line.replace(**changes[state])) if state in changes else sheet


def _moved(sheet: ScoreSheet, state: SheetState, place: int) -> ScoreSheet:
    own = state in (SheetState.SUBMITTED, SheetState.EXPLAINED)
    reason = "Thiếu số liệu sáng kiến (mẫu)" if state is SheetState.RETURNED else ""
    name = f"Cán bộ mẫu {place + 1:02d}" if own else "Tổ thẩm định (mẫu)"
    moved = Order(state=state, day=_DAYS[state], name=name, reason=reason).moved(sheet)
    step = moved.steps[-1].replace(id=f"buoc-{sheet.unit.id}-{state.value}")
    return moved.replace(steps=(*moved.steps[:-1], step))
