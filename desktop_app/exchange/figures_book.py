"""The workbook of a table of figures: true numbers, the notes, and a chart that Excel draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.domain.statistics.figures import Figures, Line, Value
from desktop_app.exchange import writing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Thống kê"
HEAD_ROW = 4
_NAME_WIDTH, _FIGURE_WIDTH, _WORDS_WIDTH = 52, 14, 30
_LIST_NAME_WIDTH = 16
_WIDE = 6
"""More columns than this print across the long side of the sheet."""


def write_figures(figures: Figures) -> bytes:
    """The table as it is on the screen. Raises PaperNotWritten for a text too long for a cell."""
    book = writing.new_book(SHEET)
    sheet = book[SHEET]
    writing.put(sheet, 1, 1, figures.name, bold=True, wrap=False)
    words = f"{figures.period.cluster.name}, {figures.period.in_a_sentence}"
    writing.put(sheet, 2, 1, words, wrap=False)
    _put_heads(sheet, figures)
    for row, line in enumerate(figures.lines, HEAD_ROW + 1):
        _put_line(sheet, row, line)
    last = HEAD_ROW + len(figures.lines)
    for row, note in enumerate(figures.notes, last + 2):
        writing.put(sheet, row, 1, note, wrap=False)
    if figures.drawing is not None and figures.has_figures:
        _draw(sheet, figures, last + 3 + len(figures.notes))
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 2)
    writing.set_for_print(sheet, landscape=figures.is_list or len(figures.heads) > _WIDE)
    return writing.to_bytes(book)


def _put_heads(sheet: Worksheet, figures: Figures) -> None:
    heads = (figures.first, *(head.words for head in figures.heads))
    first = _LIST_NAME_WIDTH if figures.is_list else _NAME_WIDTH
    rest = _WORDS_WIDTH if figures.is_list else _FIGURE_WIDTH
    writing.put_head(sheet, HEAD_ROW, heads, (first, *(rest for _ in figures.heads)))


def _put_line(sheet: Worksheet, row: int, line: Line) -> None:
    cells: tuple[Value, ...] = (line.name, *line.values)
    for column, value in enumerate(cells, 1):
        cell: Any = writing.put(sheet, row, column, value, bold=line.is_total, framed=True)
        if not isinstance(value, str) and value is not None:
            cell.number_format = "#,##0.##" if value % 1 else "#,##0"


def _draw(sheet: Worksheet, figures: Figures, row: int) -> None:
    """Bars of the main column over the lines that are no sums, with their figures beside them."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList

    lines = sum(not line.is_total for line in figures.lines)
    column = 2 + figures.place_of(figures.main)
    chart = BarChart()
    chart.type, chart.legend = "bar", None
    chart.title = f"{figures.name}: {figures.heads[column - 2].words}"
    chart.title.overlay = False
    first, last = HEAD_ROW + 1, HEAD_ROW + lines
    values = Reference(sheet, min_col=column, min_row=first, max_row=last)
    chart.add_data(values)
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    chart.dataLabels = DataLabelList(showVal=True)
    # Excel draws the first bar at the bottom otherwise, and hides both axes
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.height, chart.width = max(7.0, 0.9 * lines + 3), 24
    sheet.add_chart(chart, f"A{row}")
