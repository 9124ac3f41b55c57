"""What a person should know before a sheet goes on: what is missing, unread, or unexplained."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.reviewing import Accepted, to_do
from desktop_app.domain.scores.sheet import ScoreSheet, SheetState, has_figures
from desktop_app.ui.scores.sheets.round_sheets import RoundSheets

_NAMED = 8
_ENDS_REVIEW = (SheetState.REVIEWED, SheetState.REVIEWED_AGAIN)


class Notes:
    """Sentences about the sheets of a round before a step."""

    def __init__(self, sheets: RoundSheets) -> None:
        self._sheets = sheets

    def against(self, sheet: ScoreSheet, state: SheetState) -> str:
        """Why it makes no sense to take the step; the sheet itself says what it refuses."""
        empty = not any(has_figures(line) for line in sheet.lines)
        if state is SheetState.SUBMITTED and empty:
            return "Phiếu chưa có số liệu nào."
        return ""

    def beside(self, sheet: ScoreSheet, state: SheetState) -> str:
        """What is worth knowing, in a sentence or more; empty when nothing is."""
        if state is SheetState.SUBMITTED:
            return " ".join(sheet.warnings())
        if state in _ENDS_REVIEW:
            left = self._to_do(sheet)
            return f"Chưa thẩm định {_listed(left)}: giữ điểm trước đó." if left else ""
        if state is SheetState.EXPLAINED:
            silent = self._to_do(sheet)
            return f"Bị sửa điểm mà chưa giải trình: {_listed(silent)}." if silent else ""
        if state is SheetState.FINAL:
            board = self._sheets.board_of(sheet)
            leaves = board.criteria.tree.leaves
            moved = [leaf for leaf in leaves if board.differs(leaf, sheet.unit)]
            return f"Điểm khác công thức hiện nay: {_listed(moved)}." if moved else ""
        return ""

    def is_ready(self, sheet: ScoreSheet, state: SheetState) -> bool:
        """Whether nothing is left to do before the step: such sheets are ticked from the start."""
        if state is SheetState.SUBMITTED:
            done, every = self._sheets.progress(sheet)
            return done == every
        return state not in _ENDS_REVIEW or not self._to_do(sheet)

    def _to_do(self, sheet: ScoreSheet) -> tuple[Criterion, ...]:
        return to_do(self._sheets.board_of(sheet), sheet)


def left_over(rest: Accepted) -> list[str]:
    """The rows that accepting the rest does not touch, a sentence for each reason."""
    named = (
        (rest.without_figures, "chưa có số liệu"),
        (rest.against_formula, "tự chấm khác công thức, cần xem từng dòng"),
    )
    return [f"{_listed(rows)} {why}." for rows, why in named if rows]


def _listed(criteria: Sequence[Criterion]) -> str:
    codes = ", ".join(criterion.code for criterion in criteria[:_NAMED])
    more = len(criteria) - _NAMED
    return f"{len(criteria)} dòng ({codes}{f' và {more} dòng nữa' if more > 0 else ''})"
