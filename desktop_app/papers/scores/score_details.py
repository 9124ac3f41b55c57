"""Bảng chi tiết điểm: criteria down, units across, one section of the criteria at a time."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
)
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.scores.score_words import (
    NOTHING,
    SIGNS,
    bold,
    heads,
    legend,
    section_name,
    shown,
)
from desktop_app.papers.wording import closed


class ScoreDetails(Paper):
    """Landscape; each section begins a new page and can be printed alone."""

    key = "score-details"
    name = "Bảng chi tiết điểm"
    record = ScoreRound

    def parts(self, record: ScoreRound) -> tuple[tuple[str, str], ...]:
        return tuple((root.id, root.title) for root in record.criteria.tree.roots)

    def compose(self, record: ScoreRound, only: str | None = None) -> Document:
        roots = [root for root in record.criteria.tree.roots if only in (None, root.id)]
        sections = [_blocks(record, root) for root in roots] if record.sheets else []
        if not sections:
            head = plain_head(record.period, None, "BẢNG CHI TIẾT ĐIỂM", record.title)
            nothing = NOTHING if not record.sheets else "Bộ tiêu chí chưa có tiêu chí nào."
            sections = [(*head, Paragraph(nothing))]
        sections[-1] = (*sections[-1], official_closing(record.period, None, None))
        title = f"Bảng chi tiết điểm {record.in_a_sentence}"
        return Document(title, tuple(Section(blocks, landscape=True) for blocks in sections))


def _blocks(record: ScoreRound, root: Criterion) -> tuple[Block, ...]:
    units = record.board.units
    share = 0.62 / max(len(units), 5)
    columns = (
        Column("Mã", 0.06),
        Column("Nội dung tiêu chí", 1 - 0.12 - share * len(units)),
        Column("Tối đa", 0.06, "center"),
        *(Column(head, share, "center") for head in heads(units)),
    )
    subject = f"{section_name(root)}. {root.text}, {record.in_a_sentence}"
    return (
        *plain_head(record.period, None, "BẢNG CHI TIẾT ĐIỂM", subject),
        Paragraph(f"Theo {closed(record.criteria.title, '')}. {record.standing_sentence}"),
        Table(columns, tuple(_rows(record, root))),
        Paragraph(SIGNS, Style.NOTE),
        *legend(units),
    )


def _rows(record: ScoreRound, root: Criterion) -> Iterator[Row]:
    tree, board = record.criteria.tree, record.board
    for criterion in tree.in_order:
        if root not in tree.path(criterion):
            continue
        scores = [board.score(criterion, unit) for unit in board.units]
        cells = (
            criterion.code,
            criterion.text,
            number(tree.worth(criterion)),
            *(shown(score) for score in scores),
        )
        yield Row(cells if tree.is_leaf(criterion) else tuple(bold(cell) for cell in cells))
