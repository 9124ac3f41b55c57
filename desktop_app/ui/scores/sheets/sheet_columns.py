"""The columns of a score sheet: what each of them shows, and in which state it can be written."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.scores.reviewing import OPEN_FIELDS, REVIEWS, before_review
from desktop_app.domain.scores.scoreboard import Score, Source
from desktop_app.domain.scores.self_scoring import target_of
from desktop_app.domain.scores.sheet import ScoreLine, ScoreSheet, SheetState
from desktop_app.domain.vietnamese import clean_line, number
from desktop_app.ui.scores.sheets.score_cells import figure_hint, figure_text, has_figure


class SheetColumn(NamedTuple):
    """A column by its key, its head and its width in pixels."""

    key: str
    head: str
    width: int
    is_number: bool = False
    tip: str = ""


COLUMNS = (
    SheetColumn("code", "Mã", 62),
    SheetColumn("text", "Tiêu chí", 240),
    SheetColumn("most", "Tối đa", 66, True),
    SheetColumn("target", "Chỉ tiêu", 66, True, "Bỏ trống: theo bộ tiêu chí"),
    SheetColumn("figure", "Số liệu", 92, True, "Kết quả, số lượng, đạt / không đạt, cộng / trừ"),
    SheetColumn("self_score", "Tự chấm", 68, True, "Chữ nhạt: tính theo công thức"),
    SheetColumn("review1", "Thẩm định 1", 74, True),
    SheetColumn("review2", "Thẩm định 2", 74, True),
    SheetColumn("final_score", "Chính thức", 76, True),
    SheetColumn("source", "Lấy từ", 92, False, "Điểm chính thức lấy từ đâu"),
    SheetColumn("reason", "Lý do", 180),
    SheetColumn("evidence", "Minh chứng", 130),
    SheetColumn("files", "Tệp", 48, True, "Tệp minh chứng: F4 hoặc bấm đúp để mở"),
)
PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
SCORES = ("self_score", "review1", "review2", "final_score")
WORDS = ("reason", "evidence")
"""Columns of words: letters typed there are words, never keys."""
REASON_FIELDS = {
    SheetState.SUBMITTED: "reason1",
    SheetState.REVIEWED: "explanation",
    SheetState.EXPLAINED: "reason2",
    SheetState.REVIEWED_AGAIN: "final_reason",
}
"""What the column «Lý do» writes in each state."""
_REASON_HEADS = {
    SheetState.SUBMITTED: "Lý do lần 1",
    SheetState.REVIEWED: "Giải trình",
    SheetState.EXPLAINED: "Lý do lần 2",
    SheetState.REVIEWED_AGAIN: "Lý do chốt riêng",
}
_NOT_BEGUN = {
    "review1": (SheetState.DRAFT, SheetState.RETURNED),
    "review2": (
        SheetState.DRAFT,
        SheetState.RETURNED,
        SheetState.SUBMITTED,
        SheetState.REVIEWED,
    ),
}
_SOURCES = {
    Source.MISSING: "chưa có",
    Source.NOT_ASSIGNED: "không giao",
    Source.SELF: "tự chấm",
    Source.COMPUTED: "công thức",
    Source.REVIEW_1: "thẩm định 1",
    Source.REVIEW_2: "thẩm định 2",
    Source.SET: "chốt riêng",
}


def head_of(column: SheetColumn, sheet: ScoreSheet | None) -> str:
    """The head; that of the reasons says whose words are written now."""
    if column.key == "reason" and sheet is not None:
        return _REASON_HEADS.get(sheet.state, column.head)
    return column.head


def field_of(key: str, sheet: ScoreSheet) -> str:
    """The field of a line that a column writes now; empty when it writes none."""
    if key == "reason":
        return REASON_FIELDS.get(sheet.state, "")
    return key if key in OPEN_FIELDS.get(sheet.state, ()) else ""


def is_open(key: str, sheet: ScoreSheet, criterion: Criterion) -> bool:
    """Whether a cell of an assigned leaf can be written in the sheet's state."""
    if key == "figure":
        return sheet.state is SheetState.DRAFT and has_figure(criterion)
    if key == "target":
        return sheet.state is SheetState.DRAFT and criterion.kind is Kind.QUANTITATIVE
    return bool(field_of(key, sheet))


def first_column(sheet: ScoreSheet) -> str:
    """Where work begins in the sheet's state."""
    begins = {
        SheetState.DRAFT: "figure",
        SheetState.REVIEWED: "reason",
        SheetState.REVIEWED_AGAIN: "final_score",
    }
    return begins.get(sheet.state) or REVIEWS.get(sheet.state, "text")


# --- what stands in a cell --------------------------------------------------------------------


def leaf_text(
    key: str, sheet: ScoreSheet, criterion: Criterion, line: ScoreLine, score: Score
) -> str:
    """What was typed or follows from it; empty where nothing was."""
    if key == "most":
        return number(criterion.most)
    if key == "source":
        return _SOURCES[score.source] if score.source else ""
    if not score.is_assigned:
        return ""
    if key == "figure":
        return figure_text(criterion, line)
    if key == "target":
        target = target_of(sheet, criterion)
        return "" if target is None else number(target)
    if key == "final_score":
        return "" if score.missing else number(score.final)
    if key in SCORES:
        value = getattr(line, key)
        return "" if value is None else number(value)
    if key == "reason":
        return _reasons(line)
    return clean_line(line.evidence) if key == "evidence" else ""


def edit_text(key: str, sheet: ScoreSheet, criterion: Criterion, line: ScoreLine) -> str:
    """What an editor begins with: what the person wrote, without the words of others."""
    if key == "figure":
        return figure_text(criterion, line)
    field = field_of(key, sheet)
    value = getattr(line, field) if field else None
    return "" if value is None else value if isinstance(value, str) else number(value)


def hint_text(
    key: str, sheet: ScoreSheet, criterion: Criterion, line: ScoreLine, score: Score
) -> str:
    """The pale words of an empty cell: what holds, what Enter takes over, or what to type."""
    if not score.is_assigned:
        return ""
    if key == "figure" and sheet.state is SheetState.DRAFT:
        return figure_hint(criterion)
    if key == "self_score" and score.explanation:
        return number(score.own)
    if key == REVIEWS.get(sheet.state):
        value = before_review(score, line, key)
        return "" if value is None else number(value)
    return ""


def group_text(key: str, sheet: ScoreSheet, score: Score) -> str:
    """Sums of what stands below; they are never typed. Reviews are summed once they begin."""
    if sheet.state in _NOT_BEGUN.get(key, ()):
        return ""
    sums = {
        "most": score.worth,
        "self_score": score.own,
        "review1": score.first,
        "review2": score.second,
        "final_score": score.final,
    }
    return number(sums[key]) if key in sums else ""


def _reasons(line: ScoreLine) -> str:
    """All words said about the scores of a line, in order."""
    said = (
        ("L1", line.reason1),
        ("Giải trình", line.explanation),
        ("L2", line.reason2),
        ("Chốt", line.final_reason),
    )
    return " · ".join(f"{who}: {clean_line(words)}" for who, words in said if words)
