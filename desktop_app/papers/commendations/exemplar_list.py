"""Danh sách điển hình tiên tiến of a period, by kind, with counts of models and of points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from desktop_app.domain.compacts.exemplar import (
    Exemplar,
    ExemplarBook,
    ExemplarKind,
    Replication,
    points_of,
)
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import capital, count, person_named

_COLUMNS = (
    Column("TT", 0.05, "center"),
    Column("Điển hình", 0.19),
    Column("Đơn vị", 0.15),
    Column("Kết quả, thành tích", 0.19),
    Column("Bước hiện nay", 0.11),
    Column("Điểm nhân rộng", 0.16),
    Column("Tuyên truyền, khen thưởng", 0.15),
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
    stopped = sum(exemplar.is_stopped for exemplar in book.exemplars)
    given_up = f", trong đó {count(stopped)} điển hình đã dừng" if stopped else ""
    return (
        f"Tổng số {count(len(book.exemplars))} điển hình ({', '.join(kinds)}){given_up}; "
        f"{count(book.points)} điểm nhân rộng."
    )


def _table(book: ExemplarBook) -> tuple[Block, ...]:
    rows: list[Row] = []
    place = 0
    for kind in ExemplarKind:
        found = book.of_kind(kind)
        if found:
            figures = f"{count(len(found))} điển hình, {count(points_of(found))} điểm nhân rộng"
            rows.append(Row((f"{kind.label} ({figures})",), is_group=True))
        for exemplar in found:
            place += 1
            rows.append(_row(book, place, exemplar))
    return (Table(_COLUMNS, tuple(rows)),) if rows else ()


def _row(book: ExemplarBook, place: int, exemplar: Exemplar) -> Row:
    day = book.period.until
    return Row(
        (
            str(place),
            "\n".join(_named(exemplar, day)),
            exemplar.unit.name_on(day) if exemplar.unit else "",
            exemplar.achievement,
            _stage(exemplar),
            "\n".join(_point(book, point) for point in exemplar.replications),
            "\n".join(_fame(exemplar)),
        )
    )


def _named(exemplar: Exemplar, day: dt.date | None) -> Iterator[str]:
    """What it is called, who it is where it is a person, and its field."""
    yield exemplar.name
    if exemplar.person:
        yield capital(person_named(exemplar.person, day))
    if exemplar.field:
        yield f"Lĩnh vực: {exemplar.field}"


def _stage(exemplar: Exemplar) -> str:
    """The furthest stage with its day, and that it was given up there."""
    reached = [part for part in exemplar.stages if part.day and part.stage is exemplar.stage]
    words = f"{exemplar.stage.label}, {short_date(reached[0].day)}" if exemplar.stage else ""
    return "\n".join(part for part in (words, "Đã dừng" if exemplar.is_stopped else "") if part)


def _fame(exemplar: Exemplar) -> Iterator[str]:
    """Where it was told about, and what it received for it."""
    for told in exemplar.publicity:
        text = f": “{told.text}”" if told.text else ""
        yield f"- {told.organ}{text}{_when(told.day)}"
    for linked in exemplar.awards:
        decision = f" ({linked.decision})" if linked.decision else ""
        yield f"- {linked.award.name}{decision}"


def _point(book: ExemplarBook, point: Replication) -> str:
    unit = point.unit.name_on(book.period.until) if point.unit else ""
    where = ", ".join(part for part in (unit, point.place) if part)
    result = f": {point.result}" if point.result else ""
    return f"- {where}{_when(point.day)}{result}"


def _when(day: dt.date | None) -> str:
    return f" ({short_date(day)})" if day else ""
