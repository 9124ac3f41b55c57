"""Mục lục gói bàn giao: what a pack holds, a line a paper, with the sum that proves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.vietnamese import long_date, number
from desktop_app.papers.blocks import Column, Document, Paragraph, Row, Section, Style, Table, Title

_COLUMNS = (
    Column("TT", 0.06, "center"),
    Column("Giấy tờ", 0.40),
    Column("Tệp trong gói", 0.27),
    Column("Byte", 0.10, "right"),
    Column("SHA-256 (12 chữ đầu)", 0.17),
)
_SHOWN = 12


@dataclass(frozen=True)
class IndexLine:
    """One paper of a pack."""

    title: str
    name: str
    size: int
    sha256: str


def pack_index(
    cluster: str, period: str, made_at: dt.datetime, who: str, lines: Sequence[IndexLine]
) -> Document:
    """The index as a paper of its own."""
    rows = tuple(
        Row((str(place), line.title, line.name, number(line.size), line.sha256[:_SHOWN]))
        for place, line in enumerate(lines, 1)
    )
    head = Title("MỤC LỤC", f"Hồ sơ bàn giao của {cluster}, {period}")
    told = Paragraph(
        f"Lập lúc {made_at:%H:%M}, {long_date(made_at.date())}; người lập: {who}. "
        f"Có {len(rows)} giấy tờ, ngoài tệp dữ liệu.",
        Style.CENTRED_ITALIC,
    )
    table = (Table(_COLUMNS, rows),) if rows else ()
    return Document(f"Mục lục gói bàn giao {period}", (Section((head, told, *table)),))
