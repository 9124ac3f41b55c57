"""The menu of the table in which the cursor stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from desktop_app.ui.records.rich_text import rich_table

Place = tuple[int, int]
"""Row and column of the cell where the cursor stands afterwards."""


class TableActions:
    """Adds to a menu what can be done with the table of a cursor."""

    def __init__(self, editor: QTextEdit, cursor: QTextCursor) -> None:
        self._editor = editor
        self._table = cursor.currentTable()
        self._row, self._rows, self._column, self._columns = _chosen(cursor)

    def add_to(self, menu: QMenu) -> None:
        """Rows, columns, head and widths."""
        self._add_more(menu)
        menu.addSeparator()
        self._add_less(menu)
        menu.addSeparator()
        self._add_head(menu)
        self._add_widths(menu.addMenu("Độ rộng cột"))

    def _add_more(self, menu: QMenu) -> None:
        table, row, column = self._table, self._row, self._column
        below, beside = row + self._rows, column + self._columns
        if not rich_table.is_header(table, row):
            above = (row, column)
            self._add(menu, "Thêm hàng phía trên", lambda: rich_table.add_rows(table, row), above)
        under = (below, column)
        self._add(menu, "Thêm hàng phía dưới", lambda: rich_table.add_rows(table, below), under)
        left = (row, column)
        self._add(menu, "Thêm cột bên trái", lambda: rich_table.add_columns(table, column), left)
        right = (row, beside)
        self._add(menu, "Thêm cột bên phải", lambda: rich_table.add_columns(table, beside), right)

    def _add_less(self, menu: QMenu) -> None:
        table, row, rows = self._table, self._row, self._rows
        column, columns = self._column, self._columns
        stay = (row, column)
        words = "Xoá hàng" if rows == 1 else f"Xoá {rows} hàng"
        kept = stay if rows < table.rows() else None
        self._add(menu, words, lambda: rich_table.remove_rows(table, row, rows), kept)
        words = "Xoá cột" if columns == 1 else f"Xoá {columns} cột"
        kept = stay if columns < table.columns() else None
        self._add(menu, words, lambda: rich_table.remove_columns(table, column, columns), kept)
        self._add(menu, "Xoá cả bảng", lambda: rich_table.remove(table), None)

    def _add_head(self, menu: QMenu) -> None:
        table = self._table
        head = menu.addAction("Hàng đầu là tiêu đề")
        head.setCheckable(True)
        head.setChecked(rich_table.has_header(table))
        head.toggled.connect(lambda on: rich_table.set_header(table, on))

    def _add_widths(self, menu: QMenu) -> None:
        table, column, stay = self._table, self._column, (self._row, self._column)
        narrower = 1 / rich_table.WIDER
        if table.columns() > 1:
            self._add(menu, "Cột này rộng hơn", lambda: rich_table.widen(table, column), stay)
            self._add(
                menu, "Cột này hẹp hơn", lambda: rich_table.widen(table, column, narrower), stay
            )
        self._add(menu, "Các cột đều nhau", lambda: rich_table.set_even(table), stay)
        self._add(menu, "Theo nội dung", lambda: rich_table.set_shares(table, ()), stay)

    def _add(self, menu: QMenu, words: str, do: Callable[[], object], after: Place | None) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda: self._act(do, after))

    def _act(self, do: Callable[[], object], after: Place | None) -> None:
        do()
        if after is None:
            return
        row = min(after[0], self._table.rows() - 1)
        column = min(after[1], self._table.columns() - 1)
        cell = self._table.cellAt(row, column)
        self._editor.setTextCursor(cell.lastCursorPosition())


def _chosen(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """First row, rows, first column and columns of the selected cells, or of the cursor's."""
    selected = cast(tuple[int, int, int, int], cursor.selectedTableCells())
    row, rows, column, columns = selected
    if rows > 0 and columns > 0:
        return row, rows, column, columns
    cell = cursor.currentTable().cellAt(cursor)
    return cell.row(), 1, cell.column(), 1
