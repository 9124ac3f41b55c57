"""Kết quả thực hiện giao ước: each commitment beside its results; an annex of the year's report."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.compacts.compact import CompactItem
from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.compacts.mirror import Mirror, MirrorEntry, Verdict
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import day_of, official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import closed, count, paragraphs

_COLUMNS = (
    Column("TT", 0.05, "center"),
    Column("Nội dung, đơn vị", 0.29),
    Column("Chỉ tiêu", 0.11, "center"),
    Column("6 tháng", 0.14),
    Column("Cả năm", 0.14),
    Column("Đánh giá", 0.11, "center"),
    Column("Minh chứng", 0.16),
)


class MirrorPaper(Paper):
    """Landscape; a commitment with a number has one row a unit under it."""

    key = "mirror"
    name = "Kết quả thực hiện giao ước"
    record = Mirror

    def compose(self, record: Mirror, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}"
        rows = [
            row
            for place, item in enumerate(record.compact.items, start=1)
            for row in _rows(record, place, item)
        ]
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA", subject),
            *(Paragraph(closed(line)) for line in paragraphs(record.note)),
            Paragraph(_summary(record)),
            *((Table(_COLUMNS, tuple(rows)),) if rows else ()),
            official_closing(period, None, None),
        )
        return Document(record.title, (Section(blocks, landscape=True),))


def _summary(mirror: Mirror) -> str:
    counts = mirror.counts()
    told = "; ".join(f"{verdict.label.lower()} {count(counts[verdict])}" for verdict in Verdict)
    return f"Tổng hợp {count(counts.total())} kết quả: {told}."


def _rows(mirror: Mirror, place: int, item: CompactItem) -> list[Row]:
    entries = [entry for entry in mirror.entries if entry.item == item.id]
    goal = target_words(item) or item.target
    if len(entries) == 1 and entries[0].unit is None:
        return [_row(mirror, str(place), item.text.text, goal, entries[0])]
    head = Row((str(place), item.text.text, goal, "", "", "", ""))
    return [head, *(_unit_row(mirror, item, entry) for entry in entries)]


def _unit_row(mirror: Mirror, item: CompactItem, entry: MirrorEntry) -> Row:
    day = day_of(mirror.period, None)
    name = entry.unit.name_on(day) if entry.unit else "Toàn cụm"
    own = mirror.compact.target_of(item, entry.unit) if entry.unit else item.value
    return _row(mirror, "", f"- {name}", target_words(item.replace(value=own)), entry)


def _row(mirror: Mirror, place: str, text: str, goal: str, entry: MirrorEntry) -> Row:
    return Row(
        (
            place,
            text,
            goal,
            _result(entry.mid_value, entry.mid_result),
            _result(entry.end_value, entry.end_result),
            mirror.verdict_of(entry).label,
            entry.evidence,
        )
    )


def _result(value: Decimal | None, words: str) -> str:
    figure = number(value) if value is not None else ""
    return "; ".join(part for part in (figure, words) if part)
