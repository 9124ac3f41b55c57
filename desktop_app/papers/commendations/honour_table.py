"""Earlier honours as papers tell them: the two tables of a report, the lines of one cell."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.commendations.honour import Honour
from desktop_app.domain.vietnamese import long_date, short_date
from desktop_app.papers.blocks import Block, Column, Paragraph, Row, Style, Table
from desktop_app.papers.wording import OPEN

_WIDTHS = (0.14, 0.40, 0.46)


def honour_table(heading: str, what: str, found: Iterable[Honour]) -> tuple[Block, ...]:
    """A heading and its table; without honours one row is left to the pen."""
    heads = ("Năm", what, "Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định")
    aligned = ("center", "left", "left")
    columns = tuple(map(Column, heads, _WIDTHS, aligned))
    rows = tuple(
        Row((honour.grant.achievement_year, honour.title, cited(honour))) for honour in found
    )
    return Paragraph(heading, Style.SUBSECTION), Table(columns, rows or (Row(("", OPEN, OPEN)),))


def cited(honour: Honour) -> str:
    """«Quyết định số 03/QĐ-… ngày 08 tháng 3 năm 2018 của …»."""
    decision = honour.decision
    parts = (
        f"Quyết định số {decision.number or OPEN}",
        long_date(decision.date),
        f"của {decision.body}" if decision.body else "",
    )
    return " ".join(part for part in parts if part)


def in_short(honour: Honour) -> str:
    """«2017: Giấy chứng nhận (03/QĐ-…, 08/03/2018)», a line of a cell."""
    decision = honour.decision
    paper = ", ".join(part for part in (decision.number, short_date(decision.date)) if part)
    year = f"{honour.grant.achievement_year}: " if honour.grant.achievement_year else ""
    return f"- {year}{honour.title}" + (f" ({paper})" if paper else "")
