"""What is pasted into typed text: of all that Word or a sheet offers, what the page can print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument, QTextLength, QTextTable

from desktop_app.domain.rich_text import (
    AnyBlock,
    Block,
    Cell,
    RichText,
    Run,
    TableBlock,
    cell_words,
)
from desktop_app.ui.records.parts.pasted_cells import pasted_cells
from desktop_app.ui.records.rich_text import rich_document, rich_table

_STYLES = re.compile(r"(<style[^>]*>)(.*?)(</style>)", re.IGNORECASE | re.DOTALL)
_OFFICE = "urn:schemas-microsoft-com:office"

MOST_ROWS = 200
MOST_COLUMNS = 20
"""A larger table fits no page of ours and would make typing slow: it comes in as lines."""


def pasted_text(source: QMimeData) -> RichText:
    """The clipboard as our own text; empty where it holds no words."""
    if source.hasHtml():
        document = QTextDocument()
        document.setHtml(_with_styles_bare(source.html()))
        found = rich_document.read(document, _table)
    else:
        sheet = _sheet(source.text())
        found = RichText.of((sheet,)) if sheet else RichText.plain(source.text())
    return RichText(tuple(block for given in found.blocks for block in _printable(given)))


def _with_styles_bare(html: str) -> str:
    """Word and Excel hide their styles in comments, where Qt does not look for what is bold."""
    if _OFFICE not in html:
        return html
    bare = _STYLES.sub(lambda m: m[1] + m[2].replace("<!--", "").replace("-->", "") + m[3], html)
    return bare.replace("<!--StartFragment-->", "").replace("<!--EndFragment-->", "")


def _sheet(text: str) -> TableBlock | None:
    """Lines of equally many cells parted by tabs; a tab that only indents makes no table."""
    lines = pasted_cells(text)
    widths = {len(line) for line in lines}
    if len(widths) != 1 or max(widths) < 2:
        return None
    if not any(sum(bool(cell.strip()) for cell in line) > 1 for line in lines):
        return None
    return TableBlock(tuple(tuple((Run(cell.strip()),) for cell in line) for line in lines))


def _printable(block: AnyBlock) -> Iterator[AnyBlock]:
    if isinstance(block, Block):
        yield block
        return
    table = _without_blank_edges(block) if _is_too_large(block) else block
    if _is_too_large(table):
        for line in RichText.plain(table.text).blocks:
            yield replace(line, is_confidential=block.is_confidential)
    else:
        yield table


def _is_too_large(table: TableBlock) -> bool:
    return len(table.rows) > MOST_ROWS or table.columns > MOST_COLUMNS


def _without_blank_edges(table: TableBlock) -> TableBlock:
    """Whole columns and rows of a sheet bring their empty rest along."""
    rows = list(table.rows)
    while rows and not any(map(_has_words, rows[-1])):
        rows.pop()
    filled = (place + 1 for row in rows for place, c in enumerate(row) if _has_words(c))
    columns = max(filled, default=0)
    return replace(table, rows=tuple(row[:columns] for row in rows), shares=())


def _table(table: QTextTable) -> TableBlock | None:
    """A table of Word or of a sheet; one cell alone is its words, not a table."""
    if table.rows() == table.columns() == 1:
        return None
    rows = rich_table.rows_of(table, has_header=False)
    heads = _head_rows(table, rows)
    if heads > 1:
        rows = (tuple(map(_one_head, zip(*rows[:heads], strict=True))), *rows[heads:])
    return TableBlock(rows, heads > 0, rich_table.shares_of(table) or _widths(table))


def _head_rows(table: QTextTable, rows: tuple[tuple[Cell, ...], ...]) -> int:
    """How many rows name the columns: those marked so, or a bold first row with what it spans."""
    most = table.rows() - 1
    marked = table.format().headerRowCount()
    if marked or not most or not _is_bold(rows[0]):
        return min(marked, most)
    first = [table.cellAt(0, column) for column in range(table.columns())]
    is_title = first[0].columnSpan() == table.columns()
    if is_title or all(map(_is_bold, rows)):
        return 0
    return min(max(cell.rowSpan() for cell in first), most)


def _is_bold(row: tuple[Cell, ...]) -> bool:
    runs = [run for cell in row for run in cell if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _one_head(cells: tuple[Cell, ...]) -> Cell:
    """The heads of a column that stand under each other; merged ones say their words once."""
    by_words = {cell_words(cell).strip(): cell for cell in cells if _has_words(cell)}
    return tuple(run for cell in by_words.values() for run in (*cell, Run("\n")))


def _has_words(cell: Cell) -> bool:
    return bool(cell_words(cell).strip())


def _widths(table: QTextTable) -> tuple[int, ...]:
    """Widths the source set itself; equal ones are a sheet's default and say nothing."""
    lengths = table.format().columnWidthConstraints()
    if any(length.type() is not QTextLength.Type.FixedLength for length in lengths):
        return ()
    widths = tuple(round(length.rawValue()) for length in lengths)
    return widths if len(set(widths)) > 1 else ()
