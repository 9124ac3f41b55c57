"""Bảng chỉ tiêu giao từng đơn vị: commitments with a number down, member units across."""

from __future__ import annotations

import math
from itertools import pairwise

from desktop_app.domain.compacts.compact import Compact, CompactItem
from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Gap,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.papers.compacts.numbering import groups, marks
from desktop_app.papers.framing import day_of, official_closing, plain_head
from desktop_app.papers.paper import Paper

_LONG = 40
"""Letters from which a name makes a head so high that it is not repeated on the next page."""
_MOST, _MOST_LONG = 7, 4
"""So many units stand in one table, with heads of common and of long names."""


class UnitTargets(Paper):
    """The whole table in landscape, or the list of one unit."""

    key = "unit-targets"
    name = "Bảng chỉ tiêu giao các đơn vị"
    record = Compact

    def parts(self, record: Compact) -> tuple[tuple[str, str], ...]:
        return tuple((unit.id, unit.name) for unit in _units(record))

    def compose(self, record: Compact, only: str | None = None) -> Document:
        units = [unit for unit in _units(record) if only in (None, unit.id)]
        day = day_of(record.period, record.signed_on)
        subject = f"Kèm theo {record.name[:1].lower()}{record.name[1:]}"
        title = "BẢNG CHỈ TIÊU GIAO CÁC ĐƠN VỊ"
        if only is not None and units:
            title, subject = "CHỈ TIÊU GIAO ĐƠN VỊ", units[0].name_on(day)
        blocks: tuple[Block, ...] = (
            *plain_head(record.period, record.signed_on, title, subject),
            *_tables(record, units),
            official_closing(record.period, None, record.signed_on),
        )
        return Document(f"{title.capitalize()} {subject}", (Section(blocks, only is None),))


def _units(compact: Compact) -> list[Unit]:
    day = day_of(compact.period, compact.signed_on)
    return [member.unit for member in compact.period.members_on(day)]


def _tables(compact: Compact, units: list[Unit]) -> tuple[Block, ...]:
    """One table, or several of nearly as many units each, the commitments repeated."""
    if not compact.numbered_items:
        return (Paragraph("Giao ước không có chỉ tiêu bằng số."),)
    is_long = any(len(head) > _LONG for head in _heads(compact, units))
    found: list[Block] = []
    for part in _evenly(units, _MOST_LONG if is_long else _MOST):
        found += [Gap(6)] if found else []
        found.append(_table(compact, part))
    return tuple(found)


def _evenly(units: list[Unit], most: int) -> list[list[Unit]]:
    """Parts of at most so many units, none smaller than another by more than one."""
    parts = max(1, math.ceil(len(units) / most))
    edges = [place * len(units) // parts for place in range(parts + 1)]
    return [units[first:last] for first, last in pairwise(edges)]


def _table(compact: Compact, units: list[Unit]) -> Table:
    share = 0.62 / max(1, len(units)) if len(units) > 1 else 0.3
    columns = (
        Column("TT", 0.06, "center"),
        Column("Nội dung", 1 - 0.06 - 0.12 - share * len(units)),
        Column("Chỉ tiêu chung", 0.12, "center"),
        *(Column(head, share, "center") for head in _heads(compact, units)),
    )
    return Table(columns, _rows(compact, units))


def _heads(compact: Compact, units: list[Unit]) -> list[str]:
    """Full names, or short ones where a full one would be too long for a head."""
    day = day_of(compact.period, compact.signed_on)
    names = [unit.name_on(day) for unit in units]
    if len(units) > 1 and any(len(name) > _LONG for name in names):
        return [unit.short_name_on(day) for unit in units]
    return names


def _rows(compact: Compact, units: list[Unit]) -> tuple[Row, ...]:
    numbers = marks(compact)
    return tuple(
        Row(
            (
                numbers[item.id],
                item.text.text,
                target_words(item),
                *(_cell(compact, item, unit) for unit in units),
            )
        )
        for _, items in groups(compact)
        for item in items
        if item in compact.numbered_items
    )


def _cell(compact: Compact, item: CompactItem, unit: Unit) -> str:
    value = compact.target_of(item, unit)
    return "–" if value is None else number(value)
