"""Phiếu giải trình điểm: each computed score with its figures put in, and every change of it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.explanation import MEANINGS, Formula
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.self_scoring import band_in_words
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import (
    Block,
    Column,
    Paragraph,
    Row,
    Style,
    Table,
)
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.scores.score_words import percent_of, side_by_side
from desktop_app.papers.scores.unit_paper import UnitPaper
from desktop_app.papers.wording import closed, count

_COMPUTED = (
    Column("Mã", 0.09),
    Column("Tiêu chí", 0.30),
    Column("Số liệu và cách tính", 0.47),
    Column("Điểm", 0.14, "center"),
)
_CHANGES = (
    Column("Mã", 0.10),
    Column("Tự chấm", 0.10, "center"),
    Column("Lần 1", 0.10, "center"),
    Column("Lần 2", 0.10, "center"),
    Column("Điểm cuối", 0.10, "center"),
    Column("Lý do thay đổi, giải trình của đơn vị", 0.50),
)


class ScoreExplanation(UnitPaper):
    """A section a unit: what anybody needs to compute its scores again by hand."""

    key = "score-explanation"
    name = "Phiếu giải trình điểm"
    title = "Phiếu giải trình điểm"

    def section_of(self, record: ScoreRound, sheet: ScoreSheet) -> tuple[Block, ...]:
        return _blocks(record, sheet)


def _blocks(record: ScoreRound, sheet: ScoreSheet) -> tuple[Block, ...]:
    unit = sheet.unit
    total = record.board.total(unit)
    subject = f"{unit.name}, {record.in_a_sentence}"
    return (
        *plain_head(record.period, None, "PHIẾU GIẢI TRÌNH ĐIỂM", subject),
        Paragraph(record.standing_sentence),
        Paragraph(
            f"Tổng điểm: {number(total.final)} trên {number(total.worth)} điểm được giao "
            f"({percent_of(total)})."
        ),
        Paragraph("I. ĐIỂM TÍNH THEO CÔNG THỨC", Style.SECTION),
        *_computed(record.board, unit),
        Paragraph("II. ĐIỂM THAY ĐỔI QUA THẨM ĐỊNH", Style.SECTION),
        *_changed(record.board, sheet),
        official_closing(record.period, None, None),
    )


def _computed(board: Scoreboard, unit: Unit) -> tuple[Block, ...]:
    rows = tuple(_computed_rows(board, unit))
    if not rows:
        return (Paragraph("Chưa có điểm nào tính theo công thức."),)
    meanings = "; ".join(f"{symbol}: {meaning}" for symbol, meaning in MEANINGS.items())
    return (
        Table(_COMPUTED, rows),
        Paragraph(f"{meanings}. Tiêu chí đạt hoặc không đạt xem ở phiếu chấm.", Style.NOTE),
    )


def _computed_rows(board: Scoreboard, unit: Unit) -> Iterator[Row]:
    for leaf in board.criteria.tree.leaves:
        score = board.score(leaf, unit)
        explained = score.explanation
        if explained is None or explained.formula in (Formula.PASSED, Formula.FAILED):
            continue
        figures = f"{explained.input_figures}.\n" if explained.inputs else ""
        # a band is cited as it was typed, with signs that are not read aloud
        steps = " ".join(band_in_words(step) for step in explained.steps)
        typed = "".join(f"\n{closed(words)}" for words in _typed(board, leaf, unit))
        final = f"{number(score.final)}/{number(leaf.most)}"
        yield Row((leaf.code, leaf.text, f"{figures}{steps}{typed}", final))


def _typed(board: Scoreboard, leaf: Criterion, unit: Unit) -> tuple[str, ...]:
    """What a person scored beside the formula; the final score has a column of its own."""
    explained = board.score(leaf, unit).explanation
    known = explained.steps if explained else ()
    return board.why(leaf, unit)[len(known) : -1]


def _changed(board: Scoreboard, sheet: ScoreSheet) -> tuple[Block, ...]:
    rows, unit = [], sheet.unit
    for leaf in board.criteria.tree.leaves:
        score, line = board.score(leaf, unit), board.line(leaf, unit)
        if len({score.own, score.first, score.second, score.final}) < 2 and not line.explanation:
            continue
        told = (
            ("Lần 1", line.reason1),
            ("Giải trình", line.explanation),
            ("Lần 2", line.reason2),
            ("Chốt riêng", line.final_reason),
        )
        words = [closed(f"{name}: {reason}") for name, reason in told if reason]
        if not words and score.explanation and line.self_score is not None:
            words = ["Đơn vị tự chấm khác điểm tính theo công thức; công thức được lấy."]
        cells = (leaf.code, *side_by_side(sheet, score, line), "\n".join(words))
        rows.append(Row(cells))
    if not rows:
        return (Paragraph("Không có điểm nào thay đổi qua thẩm định."),)
    return (
        Paragraph(f"Có {count(len(rows))} tiêu chí thay đổi điểm:"),
        Table(_CHANGES, tuple(rows)),
    )
