"""Thống kê khen thưởng: tables by unit and level, by award, and over the years, in occurrences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel, SubjectKind
from desktop_app.domain.commendations.award_book import AwardBook, in_period
from desktop_app.domain.commendations.award_count import (
    AwardCount,
    awards_of,
    of_award,
    of_kind,
    of_level,
    total,
)
from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import count

_BY_UNIT = (
    Column("STT", 0.06, "center"),
    Column("Đơn vị", 0.38),
    *(Column(kind.label, 0.08, "center") for kind in SubjectKind),
    *(Column(level.label, 0.08, "center") for level in AwardLevel),
    Column("Tổng", 0.08, "center"),
)
_BY_AWARD = (
    Column("STT", 0.06, "center"),
    Column("Danh hiệu, hình thức", 0.48),
    Column("Cấp", 0.13, "center"),
    *(Column(kind.label, 0.11, "center") for kind in SubjectKind),
    Column("Tổng", 0.11, "center"),
)
_YEARS_SHARE = 0.45


class AwardStatistics(Paper):
    """Grants are counted, not those who received them; each table adds up to the same total."""

    key = "award-statistics"
    name = "Thống kê khen thưởng năm"
    record = AwardBook

    def compose(self, record: AwardBook, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}"
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "THỐNG KÊ KHEN THƯỞNG", subject),
            Paragraph(_summary(record)),
            *numbered_sections(
                ("Theo đơn vị và cấp khen thưởng", _by_unit(record)),
                ("Theo danh hiệu, hình thức", _by_award(record)),
                ("Qua các năm", _by_year(record)),
            ),
            official_closing(period, None, None),
        )
        return Document(record.title, (Section(blocks, landscape=True),))


def _summary(book: AwardBook) -> str:
    if not book.own:
        return "Chưa có quyết định khen thưởng."
    kinds = (f"{count(total(of_kind(book.own, k)))} lượt {k.label.lower()}" for k in SubjectKind)
    return (
        f"Có {count(total(book.own))} lượt khen thưởng ({', '.join(kinds)}), tính theo quyết định "
        f"trong năm; lượt bị hủy bỏ, thu hồi không tính.{_provisional(book)}"
    )


def _provisional(book: AwardBook) -> str:
    """What a reader must know of a year that is not closed."""
    if book.period.is_closed:
        return ""
    return f" Số liệu {book.period.in_a_sentence} là tạm tính: năm chưa đóng."


def _by_unit(book: AwardBook) -> tuple[Block, ...]:
    """Every member, with or without grants; others only where there are any."""
    until = book.period.until
    rows = [
        Row((str(place), unit.name_on(until), *_levels(book.of_unit(unit))))
        for place, unit in enumerate(book.units, start=1)
    ]
    if others := book.of_unit(None):
        rows.append(Row(("", "Ngoài các đơn vị thành viên", *_levels(others))))
    rows.append(_sum_row(*_levels(book.own)))
    return (Table(_BY_UNIT, tuple(rows)),)


def _levels(found: tuple[AwardCount, ...]) -> Iterator[str]:
    yield from _kinds(found)
    yield from (str(total(of_level(found, level))) for level in AwardLevel)
    yield str(total(found))


def _kinds(found: tuple[AwardCount, ...]) -> Iterator[str]:
    return (str(total(of_kind(found, kind))) for kind in SubjectKind)


def _by_award(book: AwardBook) -> tuple[Block, ...]:
    if not book.own:
        return ()
    rows: list[Row] = []
    for place, award in _numbered(book.own, rows):
        own = of_award(book.own, award)
        rows.append(Row((place, award.name, award.level.label, *_kinds(own), str(total(own)))))
    rows.append(_sum_row("", *_kinds(book.own), str(total(book.own))))
    return (Table(_BY_AWARD, tuple(rows)),)


def _by_year(book: AwardBook) -> tuple[Block, ...]:
    """Awards down, the last years across."""
    periods = book.periods
    years = [in_period(book.counts, period) for period in periods]
    everything = tuple(each for year in years for each in year)
    if not everything:
        return ()
    share = _YEARS_SHARE / (len(periods) + 1)
    heads = (*(period.name for period in periods), "Tổng")
    columns = (*_BY_AWARD[:2], *(Column(head, share, "center") for head in heads))
    rows: list[Row] = []
    for place, award in _numbered(everything, rows):
        numbers = [total(of_award(year, award)) for year in years]
        rows.append(Row((place, award.name, *map(str, (*numbers, sum(numbers))))))
    totals = [total(year) for year in years]
    rows.append(_sum_row(*map(str, (*totals, sum(totals)))))
    return (Table(columns, tuple(rows)),)


def _numbered(found: Iterable[AwardCount], rows: list[Row]) -> Iterator[tuple[str, Award]]:
    """The awards of both lists with their places, each list under its head."""
    known = tuple(found)
    for group in AwardGroup:
        awards = awards_of(known, group)
        if awards:
            rows.append(Row((group.label,), is_group=True))
        yield from ((str(place), award) for place, award in enumerate(awards, start=1))


def _sum_row(*cells: str) -> Row:
    bold = tuple((Run(cell, bold=True),) if cell else "" for cell in cells)
    return Row(("", (Run("Cộng", bold=True),), *bold))
