"""The bars of a ranking: on paper and on the screen from the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.ranking import Standing
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import Bar, BarChart


def ranking_chart(record: ScoreRound, section: Criterion | None = None) -> BarChart:
    """A bar a unit by place; the year before under it where its final scores are known."""
    standings = record.standings_in(section)
    last_most = record.last_year_most if section is None else None
    most = _most(record, section, standings)
    bars: list[Bar] = []
    for standing in standings:
        own = standing.score.final
        out = ", điểm liệt" if standing.knocked_out else ""
        label = f"{standing.place}. {standing.unit.short_name}"
        bars.append(Bar(label, float(max(own, Decimal(0))), f"{number(own)}{out}"))
        last = record.last_year.get(standing.unit.id)
        if last is not None and last_most:
            # another table of criteria may have another sum: the bar shows the share of it
            length = float(max(last, Decimal(0)) / last_most * most)
            words = f"năm trước {number(last)}/{number(last_most)}"
            bars.append(Bar("", length, words, is_pale=True))
    where = f"phần {section.code}" if section else "tổng điểm"
    caption = f"Biểu đồ xếp hạng theo {where}, {record.in_a_sentence} (tối đa {number(most)} điểm)"
    return BarChart(caption, tuple(bars), float(most))


def _most(record: ScoreRound, section: Criterion | None, standings: Sequence[Standing]) -> Decimal:
    """What can be reached; bonuses may lead beyond it."""
    tree = record.criteria.tree
    worth = tree.worth(section) if section else record.criteria.max_total
    return max([worth, *(standing.score.final for standing in standings), Decimal(1)])
