"""Bảng tổng hợp điểm và xếp hạng: units by place, sections across, ties and bars told under it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.scores.criteria import RankedBy
from desktop_app.domain.scores.ranking import Standing
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
)
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.scores.ranking_chart import ranking_chart
from desktop_app.papers.scores.score_words import (
    NOTHING,
    NOTHING_YET,
    bold,
    percent_of,
    remarks,
    section_name,
)
from desktop_app.papers.wording import closed

_UPRIGHT = 4
"""So many sections fit on an upright page beside names of units."""


class RankingTable(Paper):
    """One table and one chart; landscape where there are many sections."""

    key = "ranking-table"
    name = "Bảng tổng hợp điểm và xếp hạng"
    record = ScoreRound

    def compose(self, record: ScoreRound, only: str | None = None) -> Document:
        sections = record.criteria.tree.roots
        kind = "BẢNG TỔNG HỢP ĐIỂM VÀ XẾP HẠNG"
        subject = f"{record.in_a_sentence} của {record.period.cluster.name}"
        blocks: tuple[Block, ...] = (
            *plain_head(record.period, None, kind, subject[:1].upper() + subject[1:]),
            *(_body(record) if record.has_scores else (Paragraph(_nothing(record)),)),
            official_closing(record.period, None, None),
        )
        title = f"Bảng tổng hợp điểm và xếp hạng {record.in_a_sentence}"
        return Document(title, (Section(blocks, landscape=len(sections) > _UPRIGHT),))


def _nothing(record: ScoreRound) -> str:
    """Why there are no places: all of them first with 0 points would be a false table."""
    return NOTHING_YET if record.sheets else NOTHING


def _body(record: ScoreRound) -> tuple[Block, ...]:
    by_share = record.criteria.ranked_by is RankedBy.COMPLETION
    measure = "tỷ lệ điểm trên điểm được giao" if by_share else "tổng điểm"
    names = "; ".join(
        f"{section_name(root)}: {root.text} ({number(record.criteria.tree.worth(root))} điểm)"
        for root in record.criteria.tree.roots
    )
    return (
        Paragraph(f"Theo {closed(record.criteria.title, '')}; xếp hạng theo {measure}."),
        Table(_columns(record), tuple(_row(record, standing) for standing in record.standings)),
        *((Paragraph(closed(names), Style.NOTE),) if names else ()),
        ranking_chart(record),
        *_list("Trường hợp bằng điểm:", tie_notes(record.standings)),
        *_list("Điểm liệt:", bars(record.standings)),
        *_list("Ghi chú:", remarks(record)),
    )


def _columns(record: ScoreRound) -> tuple[Column, ...]:
    roots = record.criteria.tree.roots
    own = 0.09
    last = (Column("Năm trước", 0.10, "center"),) if record.last_year else ()
    taken = 0.08 + own * len(roots) + 0.11 + 0.10 + 0.10 * len(last)
    return (
        Column("Hạng", 0.08, "center"),
        Column("Đơn vị", max(0.25, 1 - taken)),
        *(Column(section_name(root), own, "center") for root in roots),
        Column("Tổng điểm", 0.11, "center"),
        Column("Tỷ lệ", 0.10, "center"),
        *last,
    )


def _row(record: ScoreRound, standing: Standing) -> Row:
    out = " (điểm liệt)" if standing.knocked_out else ""
    before = (record.last_year_in_words(standing.unit),) if record.last_year else ()
    return Row(
        (
            str(standing.place),
            standing.unit.name + out,
            *(number(score.final) for score in standing.sections),
            bold(number(standing.score.final)),
            percent_of(standing.score),
            *before,
        )
    )


def tie_notes(standings: tuple[Standing, ...]) -> tuple[str, ...]:
    """Each sentence once, in the order of the places."""
    return tuple(dict.fromkeys(note for standing in standings for note in standing.tie_notes))


def bars(standings: tuple[Standing, ...]) -> tuple[str, ...]:
    """Unit by unit what it is barred from, and by which criterion."""
    return tuple(f"{s.unit.name}: {s.bar[:1].lower()}{s.bar[1:]}" for s in standings if s.bar)


def _list(heading: str, lines: tuple[str, ...] | Iterator[str]) -> tuple[Block, ...]:
    items = tuple(ListItem("-", closed(line)) for line in lines)
    return (Paragraph(heading, Style.SUBSECTION), *items) if items else ()
