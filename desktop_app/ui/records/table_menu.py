"""The menu of the table in which the cursor stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from desktop_app.ui.records import rich_table


def add_table_actions(menu: QMenu, cursor: QTextCursor) -> None:
    """Rows, columns, head and widths of the cursor's table."""
    table = cursor.currentTable()
    row, rows, column, columns = _chosen(cursor)
    under_head = row == 0 and rich_table.has_header(table)

    def add(words: str, do: Callable[[], object], to: QMenu = menu) -> None:
        to.addAction(words).triggered.connect(lambda: do())

    if not under_head:
        add("Thêm hàng phía trên", lambda: rich_table.add_rows(table, row))
    add("Thêm hàng phía dưới", lambda: rich_table.add_rows(table, row + rows))
    add("Thêm cột bên trái", lambda: rich_table.add_columns(table, column))
    add("Thêm cột bên phải", lambda: rich_table.add_columns(table, column + columns))
    menu.addSeparator()
    add(
        "Xoá hàng" if rows == 1 else f"Xoá {rows} hàng",
        lambda: rich_table.remove_rows(table, row, rows),
    )
    add(
        "Xoá cột" if columns == 1 else f"Xoá {columns} cột",
        lambda: rich_table.remove_columns(table, column, columns),
    )
    add("Xoá cả bảng", lambda: rich_table.remove(table))
    menu.addSeparator()
    head = menu.addAction("Hàng đầu là tiêu đề")
    head.setCheckable(True)
    head.setChecked(rich_table.has_header(table))
    head.toggled.connect(lambda on: rich_table.set_header(table, on))
    widths = menu.addMenu("Độ rộng cột")
    if table.columns() > 1:
        add("Cột này rộng hơn", lambda: rich_table.widen(table, column), widths)
        narrower = 1 / rich_table.WIDER
        add("Cột này hẹp hơn", lambda: rich_table.widen(table, column, narrower), widths)
    add("Các cột đều nhau", lambda: rich_table.set_even(table), widths)
    add("Theo nội dung", lambda: rich_table.set_shares(table, ()), widths)


def _chosen(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """First row, rows, first column and columns of the selected cells, or of the cursor's."""
    selected = cast(tuple[int, int, int, int], cursor.selectedTableCells())
    row, rows, column, columns = selected
    if rows > 0 and columns > 0:
        return row, rows, column, columns
    cell = cursor.currentTable().cellAt(cursor)
    return cell.row(), 1, cell.column(), 1
