"""Phiếu chấm điểm of each unit: self, first and second review and final score side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.scoreboard import Score, Source
from desktop_app.domain.scores.sheet import ScoreLine, ScoreSheet
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Paragraph,
    Row,
    Style,
    Table,
)
from desktop_app.papers.framing import plain_head
from desktop_app.papers.scores.score_words import (
    SIGNS,
    bold,
    by_hand,
    percent_of,
    shown,
    side_by_side,
)
from desktop_app.papers.scores.unit_paper import UnitPaper
from desktop_app.papers.wording import closed

_COLUMNS = (
    Column("Mã", 0.07),
    Column("Nội dung tiêu chí", 0.29),
    Column("Điểm tối đa", 0.07, "center"),
    Column("Tự chấm", 0.07, "center"),
    Column("Thẩm định lần 1", 0.08, "center"),
    Column("Thẩm định lần 2", 0.08, "center"),
    Column("Điểm cuối", 0.07, "center"),
    Column("Lý do, giải trình, minh chứng", 0.27),
)
_STEPS = (
    Column("TT", 0.06, "center"),
    Column("Bước", 0.18),
    Column("Ngày", 0.13, "center"),
    Column("Người thực hiện", 0.22),
    Column("Thay mặt", 0.21),
    Column("Lý do", 0.20),
)


class ScoreSheetPaper(UnitPaper):
    """A section a unit, landscape, so that each can be signed and filed alone."""

    key = "score-sheet"
    name = "Phiếu chấm điểm từng đơn vị"
    title = "Phiếu chấm điểm"
    landscape = True

    def section_of(self, record: ScoreRound, sheet: ScoreSheet) -> tuple[Block, ...]:
        return _blocks(record, sheet)


def _blocks(record: ScoreRound, sheet: ScoreSheet) -> tuple[Block, ...]:
    day = sheet.steps[-1].day if sheet.steps else None
    subject = f"{sheet.unit.name}, {record.in_a_sentence}"
    return (
        *plain_head(record.period, day, "PHIẾU CHẤM ĐIỂM THI ĐUA", subject),
        Paragraph(f"Theo {closed(record.criteria.title, '')}. Trạng thái phiếu: {sheet.state}."),
        Table(_COLUMNS, tuple(_rows(record, sheet))),
        Paragraph(SIGNS, Style.NOTE),
        *_way(sheet),
        Closing(
            left=by_hand("Thủ trưởng đơn vị"),
            right=by_hand("TM. Tổ thẩm định"),
        ),
    )


def _rows(record: ScoreRound, sheet: ScoreSheet) -> Iterator[Row]:
    tree, board = record.criteria.tree, record.board
    for criterion in tree.in_order:
        score = board.score(criterion, sheet.unit)
        if tree.is_leaf(criterion):
            yield _leaf_row(criterion, score, sheet, board.line(criterion, sheet.unit))
        else:
            figures = (number(score.worth), *side_by_side(sheet, score))
            cells = (criterion.code, criterion.text, *figures, "")
            yield Row(tuple(bold(cell) for cell in cells))
    total = board.total(sheet.unit)
    figures = (number(total.worth), *side_by_side(sheet, total))
    told = f"Đạt {percent_of(total)} số điểm được giao" if total.worth else ""
    cells = ("", "Tổng cộng", *figures, told)
    yield Row(tuple(bold(cell) for cell in cells))


def _leaf_row(criterion: Criterion, score: Score, sheet: ScoreSheet, line: ScoreLine) -> Row:
    is_assigned = score.source is not Source.NOT_ASSIGNED
    return Row(
        (
            criterion.code,
            criterion.text,
            number(criterion.most) if is_assigned else shown(score),
            *side_by_side(sheet, score, line),
            "\n".join(_words(line)),
        )
    )


def _words(line: ScoreLine) -> Iterator[str]:
    """Who changed the score, when and why, what the unit answered, and its evidence."""
    reviews = (
        ("Lần 1", line.review1, line.reason1, line.reviewer1, line.reviewed1_on),
        ("Lần 2", line.review2, line.reason2, line.reviewer2, line.reviewed2_on),
    )
    for name, score, reason, who, day in reviews:
        if score is not None and (reason or who or day):
            yield closed(f"{name}: {reason or 'đồng ý'}{_by(who, day)}")
    if line.explanation:
        yield closed(f"Giải trình: {line.explanation}")
    if line.final_score is not None:
        yield closed(f"Chốt riêng: {line.final_reason}")
    if line.evidence:
        yield closed(f"Minh chứng: {line.evidence}")


def _by(who: str, day: dt.date | None) -> str:
    told = ", ".join(part for part in (who, short_date(day)) if part)
    return f" ({told})" if told else ""


def _way(sheet: ScoreSheet) -> tuple[Block, ...]:
    if not sheet.steps:
        return (Paragraph("Phiếu chưa nộp: chưa có bước nào được ghi."),)
    rows = tuple(
        Row(
            (
                str(place),
                step.state.label,
                short_date(step.day),
                step.who,
                step.unit.name_on(step.day) if step.unit else "Cơ quan thường trực",
                step.reason,
            )
        )
        for place, step in enumerate(sheet.steps, start=1)
    )
    return Paragraph("Quá trình chấm, thẩm định:"), Table(_STEPS, rows)
