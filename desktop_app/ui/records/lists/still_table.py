"""How a table looks that is only read: whole rows are chosen and no cell opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTableWidget

from desktop_app.ui.records.lists.stretched import Fitting


def still_table(heads: Sequence[str], name: str, *, stretched: Sequence[int] = ()) -> QTableWidget:
    """A new one with these heads; `name` is what a screen reader calls it."""
    table = QTableWidget(0, len(heads))
    dress_still(table, heads, name, stretched=stretched)
    return table


def dress_still(
    table: QTableWidget, heads: Sequence[str], name: str, *, stretched: Sequence[int] = ()
) -> None:
    """The same for a table that is there already; its class may be one of its own."""
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(name)
    rows_are_chosen(table)
    for column in stretched:
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    if stretched:
        Fitting(table, stretched)


def rows_are_chosen(table: QTableView) -> None:
    """One row is in hand, and none of its cells can be typed into."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
