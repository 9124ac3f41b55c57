"""Bảng chỉ tiêu giao từng đơn vị: commitments with a number down, member units across."""

from __future__ import annotations

from desktop_app.domain.compacts.compact import Compact, CompactItem
from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import day_of, official_closing, plain_head
from desktop_app.papers.paper import Paper

_MANY = 7
"""From so many units on, columns carry short names."""


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
            *_table(record, units),
            official_closing(record.period, None, record.signed_on),
        )
        return Document(f"{title.capitalize()} {subject}", (Section(blocks, only is None),))


def _units(compact: Compact) -> list[Unit]:
    day = day_of(compact.period, compact.signed_on)
    return [member.unit for member in compact.period.members_on(day)]


def _table(compact: Compact, units: list[Unit]) -> tuple[Block, ...]:
    rows = tuple(
        _row(compact, place, item, units)
        for place, item in enumerate(compact.items, start=1)
        if item.value is not None
    )
    if not rows:
        return (Paragraph("Giao ước không có chỉ tiêu bằng số."),)
    day = day_of(compact.period, compact.signed_on)
    share = 0.62 / max(1, len(units)) if len(units) > 1 else 0.3
    text = 1 - 0.06 - 0.12 - share * len(units)
    short = len(units) >= _MANY
    heads = (unit.short_name_on(day) if short else unit.name_on(day) for unit in units)
    columns = (
        Column("TT", 0.06, "center"),
        Column("Nội dung", text),
        Column("Chỉ tiêu chung", 0.12, "center"),
        *(Column(head, share, "center") for head in heads),
    )
    return (Table(columns, rows),)


def _row(compact: Compact, place: int, item: CompactItem, units: list[Unit]) -> Row:
    cells = (_cell(compact, item, unit) for unit in units)
    return Row((str(place), item.text.text, target_words(item), *cells))


def _cell(compact: Compact, item: CompactItem, unit: Unit) -> str:
    value = compact.target_of(item, unit)
    return "–" if value is None else number(value)
