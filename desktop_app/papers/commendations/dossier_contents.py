"""Mục lục hồ sơ: the page before a bound dossier, with the page each paper begins on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
    Title,
)
from desktop_app.papers.wording import capital, closed

_COLUMNS = (
    Column("STT", 0.07, "center"),
    Column("Tên tài liệu", 0.45),
    Column("Trang", 0.1, "center"),
    Column("Số trang", 0.1, "center"),
    Column("Ghi chú", 0.28),
)


@dataclass(frozen=True)
class ContentsLine:
    """One paper of the dossier."""

    name: str
    group: str = ""
    first: int | None = None
    """Its first page in the whole; None for what is sent apart."""
    pages: int = 0
    note: str = ""


def contents_page(
    about: str,
    lines: Sequence[ContentsLine],
    missing: Sequence[str] = (),
    waived: Sequence[str] = (),
) -> Document:
    """What is missing stands before the table: it is asked for first."""
    blocks: list[Block] = [Title("MỤC LỤC HỒ SƠ", capital(about))]
    blocks += _missing(missing, is_one=not any(line.group for line in lines))
    blocks.append(Table(_COLUMNS, tuple(_rows(lines))))
    if waived:
        blocks.append(Paragraph(closed("Không cần: " + "; ".join(waived)), Style.NOTE))
    return Document(f"Mục lục hồ sơ: {about}", (Section(tuple(blocks)),))


def _missing(missing: Sequence[str], *, is_one: bool) -> tuple[Block, ...]:
    """One sentence for one dossier, a line for each of several."""
    if not missing:
        return ()
    if is_one:
        words = "Còn thiếu: " + "; ".join(missing)
        return (Paragraph(closed(words), Style.SUBSECTION),)
    return (
        Paragraph("Còn thiếu:", Style.SUBSECTION),
        *(Paragraph(closed(words)) for words in missing),
    )


def _rows(lines: Sequence[ContentsLine]) -> list[Row]:
    rows: list[Row] = []
    group = ""
    for place, line in enumerate(lines, start=1):
        if line.group != group:
            group = line.group
            rows.append(Row((group,), is_group=True))
        first = str(line.first) if line.first else "–"
        pages = str(line.pages) if line.pages else "–"
        rows.append(Row((str(place), line.name, first, pages, line.note)))
    return rows
