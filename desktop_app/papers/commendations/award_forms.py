"""Biểu thống kê thi đua, khen thưởng: the figures that the yearly forms of statistics ask for."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel, SubjectKind
from desktop_app.domain.commendations.award_book import AwardBook
from desktop_app.domain.commendations.award_count import AwardCount, of_award, of_kind, total
from desktop_app.domain.compacts.campaign import Campaign, CampaignKind, CampaignState
from desktop_app.domain.rich_text import Run
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
from desktop_app.papers.sections import numbered_sections

_MOVEMENTS = (
    Column("STT", 0.08, "center"),
    Column("Loại", 0.44),
    Column("Số lượng", 0.16, "center"),
    Column("Đã tổng kết", 0.16, "center"),
    Column("Lượt đơn vị tham gia", 0.16, "center"),
)
_AWARDS = (
    Column("STT", 0.08, "center"),
    Column("Danh hiệu, hình thức", 0.53),
    Column("Tổng số", 0.13, "center"),
    *(Column(kind.label, 0.13, "center") for kind in SubjectKind),
)
_LEVELS = (
    ("Khen thưởng cấp Nhà nước", (AwardLevel.STATE, AwardLevel.GOVERNMENT)),
    ("Khen thưởng cấp Bộ", (AwardLevel.MINISTRY,)),
    ("Khen thưởng cấp cơ sở", (AwardLevel.BASE,)),
)
"""What Thủ tướng and Chủ tịch nước grant is counted as one level."""
_UNNAMED = (
    "Biểu số: ……………… (ghi ký hiệu biểu theo chế độ báo cáo thống kê đang áp dụng). Đơn vị tính: "
    "lượt, theo quyết định trong năm; lượt bị hủy bỏ, thu hồi không tính."
)


class AwardForms(Paper):
    """Every award of the year's catalogue has its row, with or without grants.

    The numbers of the forms change with the circular on statistics, so the pen writes them.
    """

    key = "award-forms"
    name = "Biểu thống kê thi đua, khen thưởng"
    record = AwardBook

    def compose(self, record: AwardBook, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}"
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "BIỂU THỐNG KÊ THI ĐUA, KHEN THƯỞNG", subject),
            Paragraph(_UNNAMED, Style.NOTE),
            *numbered_sections(
                ("Phong trào thi đua", _movements(record.campaigns)),
                *((head, _awards(record, levels)) for head, levels in _LEVELS),
            ),
            official_closing(period, None, None),
        )
        return Document(f"{self.name} {period.in_a_sentence}", (Section(blocks),))


def _movements(campaigns: tuple[Campaign, ...]) -> tuple[Block, ...]:
    """What was begun in the year: a plan alone is no movement yet."""
    begun = [each for each in campaigns if each.state is not CampaignState.PLANNED]
    rows = [
        Row((str(place), kind.label, *_movement_figures(c for c in begun if c.kind is kind)))
        for place, kind in enumerate(CampaignKind, start=1)
    ]
    rows.append(_sum_row(_movement_figures(begun)))
    return (Table(_MOVEMENTS, tuple(rows)),)


def _movement_figures(campaigns: Iterable[Campaign]) -> tuple[str, ...]:
    found = tuple(campaigns)
    ended = sum(each.state is CampaignState.SUMMED_UP for each in found)
    return str(len(found)), str(ended), str(sum(len(each.units) for each in found))


def _awards(book: AwardBook, levels: tuple[AwardLevel, ...]) -> tuple[Block, ...]:
    awards = book.at_levels(levels)
    rows: list[Row] = []
    for group in AwardGroup:
        own = [award for award in awards if award.group is group]
        if own:
            rows.append(Row((group.label,), is_group=True))
        rows += (_award_row(place, each, book) for place, each in enumerate(own, start=1))
    if not rows:
        return ()
    counted = tuple(each for each in book.own if each.award.level in levels)
    rows.append(_sum_row(_award_figures(counted)))
    return (Table(_AWARDS, tuple(rows)),)


def _award_row(place: int, award: Award, book: AwardBook) -> Row:
    return Row((str(place), award.name, *_award_figures(of_award(book.own, award))))


def _award_figures(found: tuple[AwardCount, ...]) -> tuple[str, ...]:
    return str(total(found)), *(str(total(of_kind(found, kind))) for kind in SubjectKind)


def _sum_row(figures: tuple[str, ...]) -> Row:
    return Row(("", *((Run(words, bold=True),) for words in ("Cộng", *figures))))
