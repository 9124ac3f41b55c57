"""Tables in Word: those people see, and the invisible ones that put things side by side."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from desktop_app.papers.blocks import Row, Table
from desktop_app.printing import page, word_text
from desktop_app.printing.table_widths import column_widths


class Grid:
    """A table built row by row; python-docx's own way reads the whole table for every cell."""

    def __init__(self, document: Any, widths: list[float], lines: bool, padding: float) -> None:
        self.widths = widths
        self._table = _new_table(document, len(widths))
        self._table.style = "Table Grid" if lines else None
        self._table.autofit = False
        for column, width in zip(self._table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = Pt(width)
        margins = _margins(padding, upright=padding if lines else 0.0)
        self._table._tbl.tblPr.insert_element_before(margins, "w:tblLook")

    def row(self, spans: tuple[int, ...] = ()) -> list[Any]:
        """A row that is never torn over two pages; its cells, each over so many columns."""
        line = self._table._tbl.add_tr()
        line.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        cells = []
        start = 0
        for span in spans or (1,) * len(self.widths):
            cell = line.add_tc()
            cell.width = Pt(sum(self.widths[start : start + span]))
            if span > 1:
                cell.grid_span = span
            start += span
            cells.append(_Cell(cell, self._table))
        return cells

    def repeat_last_row(self) -> None:
        """Show the row just made at the head of every page."""
        self._table._tbl.tr_lst[-1].get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def dash(self) -> None:
        """Dashed lines instead of drawn ones, to cut along."""
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(word_text.border(f"w:{side}", 4, "dashed"))
        self._table._tbl.tblPr.insert_element_before(
            borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
        )

    def set_height(self, millimetres: float, exactly: bool = False) -> None:
        """The height of the row just made, or its least height."""
        row = _Row(self._table._tbl.tr_lst[-1], self._table)
        row.height = Pt(millimetres * page.MM)
        row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY if exactly else WD_ROW_HEIGHT_RULE.AT_LEAST


def add_table(document: Any, block: Table, width: float) -> None:
    """A table with lines whose head is repeated on every page."""
    if not block.columns or not (block.has_head or block.rows):
        return
    is_tied = _ends_with_a_head(document)
    spacer(document, page.TABLE_GAP)
    document.paragraphs[-1].paragraph_format.keep_with_next = is_tied or None
    grid = Grid(document, column_widths(block, width), lines=True, padding=page.TABLE_PADDING)
    if block.has_head:
        _add_head(grid, block)
    for row in block.rows:
        _add_row(grid, row, block)
    spacer(document, page.TABLE_GAP)


def _ends_with_a_head(document: Any) -> bool:
    """Whether the last paragraph holds on to what comes: no head stays behind at a page's foot.

    A cell, as a ballot of a sheet of four is, has no foot of a page.
    """
    if isinstance(document, _Cell):
        return False
    last = document.element.body[-2:-1]
    if not last or last[0].tag != qn("w:p"):
        return False
    return bool(Paragraph(last[0], document).paragraph_format.keep_with_next)


def spacer(document: Any, points: float) -> None:
    """Room between blocks."""
    word_text.hair(document).paragraph_format.space_before = Pt(max(points - 1, 0.0))


def middle(cell: Any) -> None:
    """Let the words stand in the middle of the cell's height."""
    align = OxmlElement("w:vAlign")
    align.set(qn("w:val"), "center")
    cell._tc.get_or_add_tcPr().append(align)


def _new_table(container: Any, columns: int) -> Any:
    """An empty table at the end of a document, or of a cell of another table."""
    if isinstance(container, _Cell):
        return container.add_table(0, columns)
    body = container.element.body
    if len(body) > 1 and body[-2].tag == qn("w:tbl"):
        # two tables that touch become one
        word_text.hair(container)
    return container.add_table(0, columns)


def _add_head(grid: Grid, block: Table) -> None:
    for cell, column in zip(grid.row(), block.columns, strict=True):
        word_text.add(cell, column.head, page.TABLE_HEAD)
        middle(cell)
        _keep_with_next_row(cell)
    grid.repeat_last_row()


def _add_row(grid: Grid, row: Row, block: Table) -> None:
    if row.is_group:
        (cell,) = grid.row((len(block.columns),))
        word_text.add(cell, row.cells[0] if row.cells else "", page.TABLE_GROUP)
        _keep_with_next_row(cell)
    else:
        given = [*row.cells[: len(block.columns)], *[""] * (len(block.columns) - len(row.cells))]
        for cell, words, column in zip(grid.row(), given, block.columns, strict=True):
            word_text.add(cell, words, page.TABLE_CELL, align=column.align)
            middle(cell)
    if row.height:
        grid.set_height(row.height)


def _keep_with_next_row(cell: Any) -> None:
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _margins(side: float, upright: float) -> Any:
    made = OxmlElement("w:tblCellMar")
    for name, points in (("top", upright), ("left", side), ("bottom", upright), ("right", side)):
        edge = OxmlElement(f"w:{name}")
        # Word counts in twentieths of a point
        edge.set(qn("w:w"), str(round(points * 20)))
        edge.set(qn("w:type"), "dxa")
        made.append(edge)
    return made
