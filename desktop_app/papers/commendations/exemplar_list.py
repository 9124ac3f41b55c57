"""Danh sách điển hình tiên tiến of a period, by kind, with counts of models and of points."""

from __future__ import annotations

from desktop_app.domain.compacts.exemplar import (
    Exemplar,
    ExemplarBook,
    ExemplarKind,
    Replication,
)
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import count

_COLUMNS = (
    Column("TT", 0.05, "center"),
    Column("Điển hình", 0.22),
    Column("Đơn vị", 0.16),
    Column("Kết quả, thành tích", 0.25),
    Column("Bước hiện nay", 0.12),
    Column("Điểm nhân rộng", 0.20),
)


class ExemplarList(Paper):
    """Landscape: achievements and places of replication need the width."""

    key = "exemplar-list"
    name = "Danh sách điển hình tiên tiến"
    record = ExemplarBook

    def compose(self, record: ExemplarBook, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}"
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN", subject),
            Paragraph(_summary(record)),
            *_table(record),
            official_closing(period, None, None),
        )
        return Document(record.title, (Section(blocks, landscape=True),))


def _summary(book: ExemplarBook) -> str:
    if not book.exemplars:
        return "Trong kỳ chưa ghi nhận điển hình tiên tiến."
    kinds = (f"{count(len(book.of_kind(k)))} {k.label.lower()}" for k in ExemplarKind)
    return (
        f"Tổng số {count(len(book.exemplars))} điển hình ({', '.join(kinds)}), "
        f"{count(book.points)} điểm nhân rộng."
    )


def _table(book: ExemplarBook) -> tuple[Block, ...]:
    rows: list[Row] = []
    place = 0
    for kind in ExemplarKind:
        found = book.of_kind(kind)
        if found:
            rows.append(Row((kind.label,), is_group=True))
        for exemplar in found:
            place += 1
            rows.append(_row(book, place, exemplar))
    return (Table(_COLUMNS, tuple(rows)),) if rows else ()


def _row(book: ExemplarBook, place: int, exemplar: Exemplar) -> Row:
    day = book.period.until
    field = f" ({exemplar.field})" if exemplar.field else ""
    reached = [part for part in exemplar.stages if part.day and part.stage is exemplar.stage]
    stage = f"{exemplar.stage.label}, {short_date(reached[0].day)}" if exemplar.stage else ""
    return Row(
        (
            str(place),
            exemplar.name + field,
            exemplar.unit.name_on(day) if exemplar.unit else "",
            exemplar.achievement,
            "Đã dừng" if exemplar.is_stopped else stage,
            "\n".join(_point(book, point) for point in exemplar.replications),
        )
    )


def _point(book: ExemplarBook, point: Replication) -> str:
    unit = point.unit.name_on(book.period.until) if point.unit else ""
    where = ", ".join(part for part in (unit, point.place) if part)
    when = f" ({short_date(point.day)})" if point.day else ""
    return f"- {where}{when}"
