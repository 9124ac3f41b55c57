"""Phiếu tự chấm (để điền tay): the table of criteria with empty boxes, for units without a PC."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.scores.self_scoring import fields_of, form_title, rule_of, target_of
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from desktop_app.papers.framing import HAND_NOTE, place_and_date, year_of
from desktop_app.papers.paper import Paper

_COLUMNS = (
    Column("Mã", 0.07),
    Column("Nội dung tiêu chí", 0.26),
    Column("Điểm tối đa", 0.06, "center"),
    Column("Cách tính điểm", 0.15),
    Column("Đơn vị tính", 0.07, "center"),
    Column("Chỉ tiêu", 0.07, "center"),
    Column("Số liệu", 0.11),
    Column("Điểm tự chấm", 0.07, "center"),
    Column("Minh chứng, ghi chú", 0.14),
)
_BOX = 11.0
"""Millimetres: a line of handwriting."""
_TWO_LINES = 15.0
_ASKED = {Kind.PASS_FAIL: "Đạt / Không đạt", Kind.PLUS_MINUS: "Cộng:\nTrừ:"}
"""What is crossed out or completed by hand; other boxes are empty."""


class SelfScoringForm(Paper):
    """One unit's form of one round, landscape, its head repeated on every page."""

    key = "self-scoring"
    name = "Phiếu tự chấm (để điền tay)"
    record = ScoreSheet

    def compose(self, record: ScoreSheet, only: str | None = None) -> Document:
        period = record.period
        name = record.unit.name_on(period.until)
        day = place_and_date(period.cluster.place, None, year_of(period))
        title = form_title(record)
        blocks: tuple[Block, ...] = (
            Letterhead(
                parent=period.cluster.organising_body.upper(),
                body=(name.upper(),),
                place_and_date=day,
            ),
            Title("PHIẾU TỰ CHẤM ĐIỂM", title.removeprefix("Phiếu tự chấm ").capitalize()),
            Paragraph(
                f"Theo {record.criteria.title}. “Số liệu”: kết quả hoặc số lượng theo đơn vị "
                "tính; ở tiêu chí đạt hoặc không đạt, gạch bỏ chữ không dùng."
            ),
            Table(_COLUMNS, tuple(_rows(record))),
            _closing(record),
        )
        return Document(f"{title} {name}", (Section(blocks, landscape=True),))


def _rows(sheet: ScoreSheet) -> Iterator[Row]:
    tree = sheet.criteria.tree
    total = Decimal(0)
    for criterion in tree.in_order:
        if not tree.is_leaf(criterion):
            worth = number(tree.worth(criterion))
            yield Row((f"{criterion.title} ({worth} điểm)",), is_group=True)
            continue
        is_open = bool(fields_of(sheet.criteria, criterion, sheet.unit))
        total += criterion.most if is_open else 0
        yield _row(sheet, criterion, is_open)
    yield Row(("", "Tổng cộng", number(total), "", "", "", "", "", ""), height=_BOX)


def _row(sheet: ScoreSheet, criterion: Criterion, is_open: bool) -> Row:
    target = target_of(sheet, criterion)
    asked = _ASKED.get(criterion.kind, "") if is_open else "Không giao"
    cells = (
        criterion.code,
        criterion.text,
        number(criterion.most),
        rule_of(criterion),
        criterion.unit_of_measure,
        "" if target is None or not is_open else number(target),
        asked,
        "" if is_open else "–",
        "",
    )
    return Row(cells, height=_TWO_LINES if "\n" in asked else _BOX)


def _closing(sheet: ScoreSheet) -> Closing:
    post = sheet.unit.head_post or "Thủ trưởng đơn vị"
    return Closing(
        right=Signature((post.upper(),), note=HAND_NOTE),
        left=Signature(("NGƯỜI LẬP",), note=HAND_NOTE),
    )
