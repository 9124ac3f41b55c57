"""The field for a tuple of parts: an editable grid whose rows are added, moved and pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.record import Record
from desktop_app.ui import messages
from desktop_app.ui.later import later
from desktop_app.ui.records.parts.part_column import PartColumn
from desktop_app.ui.records.parts.parts_cells import PartsCells
from desktop_app.ui.records.parts.parts_keys import PartsKeys
from desktop_app.ui.records.parts.parts_tools import PartsTools
from desktop_app.ui.records.parts.pasted_cells import filled_width, pasted_cells
from desktop_app.ui.records.parts.pasted_letters import offer_for_cells

__all__ = ["PartColumn", "PartsTable"]


class PartsTable(PartsCells):
    """Parts of a record, one a row.

    `new` makes an empty part, or None when the person cancelled a question it asked;
    without `new` the rows are fixed. Rows pasted from a sheet fill the columns in order,
    from the current one on. An added row that nobody fills is forgotten on leaving.
    """

    keys_class = PartsKeys
    row_changed = Signal(object)
    """The part now in hand, or None."""

    def __init__(
        self,
        label: str,
        columns: Sequence[PartColumn],
        new: Callable[[], Any] | None = None,
        *,
        rows: int = 5,
        ordered: bool = True,
        add_text: str = "Thêm dòng",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, columns, rows=rows, tip=tip, parent=parent)
        self._new = new
        self._ordered = ordered
        self._read_only = False
        self._layout.setSpacing(4)
        self._build_tools(add_text)
        self._wire_table()
        body = self._build_body()
        self._add_editors(self.table, row=body)
        self._layout.setStretchFactor(body, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.model.dataChanged.connect(lambda *_: self.settle())
        self._show_buttons()

    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        self.model.read_only = on
        self._show_buttons()

    def set_parts(self, parts: Sequence[Record]) -> None:
        """Other parts by the program (imported, drawn up …), as if the person had typed them."""
        self._put(parts)
        self.settle()

    def add_row(self) -> None:
        """A new row under the current one, ready to be typed in."""
        self.finish()
        part = self._new() if self._new and not self._read_only else None
        if part is None:
            return
        row = self.table.currentIndex().row() + 1 or self.model.rowCount()
        self.model.insert_fresh(row, part)
        self.settle()
        self._go(row, self._first_editable())
        self.edit_current()

    def remove_row(self) -> None:
        """Take the current row out; undo is «Bỏ thay đổi» or Ctrl+Z after saving."""
        row = self.table.currentIndex().row()
        if row >= 0 and self._new and not self._read_only:
            column = self.table.currentIndex().column()
            self.model.remove(row)
            self._go(min(row, self.model.rowCount() - 1), column)
            self.settle()
            self._show_buttons()

    def move_row(self, step: int) -> None:
        """Let the current row change places with the one above (-1) or below (1)."""
        self.finish()
        current = self.table.currentIndex()
        to = current.row() + step
        if not self._read_only and current.isValid() and 0 <= to < self.model.rowCount():
            self.model.move(current.row(), to)
            self._go(to, current.column())

    def paste(self) -> None:
        """Rows from the clipboard, whose first cells belong to the current column."""
        if self._new is None or self._read_only:
            return
        lines = pasted_cells(QGuiApplication.clipboard().text())
        first = max(self.table.currentIndex().column(), 0)
        if self._is_too_wide(lines, first):
            return
        made = self.model.made_from(lines, self._new, first)
        if len(made) < len(lines):
            self._refuse_paste(
                f"Chỉ thêm được {len(made)} dòng nữa, vùng chép có {len(lines)} dòng."
            )
            return
        if not made:
            return
        self._place_pasted(made, first)
        self._drop_untouched()
        self.settle()
        self._ask_about_cells(made, lines, first)

    def _ask_about_cells(
        self, made: Sequence[Record], lines: Sequence[Sequence[str]], first: int
    ) -> None:
        """Offer to put old letters of pasted rows right."""
        rows = {part.id: row for row, part in enumerate(self.model.parts)}
        columns = [column for column in self.model.typed_columns() if column >= first]
        cells = {
            (rows[part.id], column): text
            for part, line in zip(made, lines, strict=True)
            if part.id in rows
            for column, text in zip(columns, line, strict=False)
        }
        offer_for_cells(self.paste_offer, self.model, cells, self.model.setData)

    def _place_pasted(self, made: Sequence[Record], first: int) -> None:
        """Put new parts under the current row and stand on the last of them."""
        row = self.table.currentIndex().row() + 1 or self.model.rowCount()
        self.model.insert(row, made)
        self._go(row + len(made) - 1, max(first, self._first_editable()))

    def _is_too_wide(self, lines: Sequence[Sequence[str]], first: int) -> bool:
        """Whether cells would find no column: they are not dropped without a word."""
        room, wide = self.model.room_from(first), filled_width(lines)
        if wide <= room:
            return False
        self._refuse_paste(f"Vùng chép có {wide} cột, từ ô đang chọn chỉ còn {room} cột.")
        return True

    def _refuse_paste(self, why: str) -> None:
        messages.show_note(self, "Chưa dán gì vào bảng.", why)

    def next_cell(self, *, add: bool) -> None:
        """Go to the next cell that can be typed in, in a new row after the last one."""
        current = self.table.currentIndex()
        places = self.model.typed_columns()
        later = [column for column in places if column > current.column()]
        if later:
            self._go(current.row(), later[0])
        elif current.row() + 1 < self.model.rowCount():
            self._go(current.row() + 1, places[0])
        elif add and self._new and not self.model.is_untouched(current.row()):
            self.add_row()
            return
        else:
            self.table.setFocus()
            return
        self.edit_current()

    def give_up_row(self) -> bool:
        """Forget the current row if it was added and never filled."""
        row = self.table.currentIndex().row()
        if row < 0 or not self.model.is_untouched(row):
            return False
        self.model.remove(row)
        self._go(min(row, self.model.rowCount() - 1), self._first_editable())
        self.table.setFocus()
        self._show_buttons()
        return True

    def _cell_left(self, add: bool) -> None:
        self._was_typed = False
        self.next_cell(add=add)

    def _put(self, value: Sequence[Record]) -> None:
        self._was_typed = False
        self.model.set_parts(value or ())
        self._show_buttons()

    def _drop_untouched(self) -> None:
        """Forget the rows that were added and never filled."""
        for row in reversed(range(self.model.rowCount())):
            if self.model.is_untouched(row):
                self.model.remove(row)
        self._show_buttons()

    def _cell_closed(self, given_up: bool) -> None:
        was_typed, self._was_typed = self._was_typed, False
        if was_typed:
            self.typing.emit()
        elif given_up:
            self.give_up_row()
        later(self, self._maybe_left)

    def _tidy(self) -> None:
        self._drop_untouched()

    def _build_tools(self, add_text: str) -> None:
        adds = self._new is not None
        tools = PartsTools(self.label, add_text, adds=adds, ordered=self._ordered)
        self.tools = tools
        self.add_button, self.remove_button = tools.add, tools.remove
        self.up_button, self.down_button = tools.up, tools.down
        tools.add.clicked.connect(self.add_row)
        tools.remove.clicked.connect(self.remove_row)
        tools.up.clicked.connect(lambda: self.move_row(-1))
        tools.down.clicked.connect(lambda: self.move_row(1))
        self._layout.addWidget(tools)

    def _wire_table(self) -> None:
        self.table.installEventFilter(self.keys_class(self))
        self.table.left_cell.connect(self._cell_left)
        self.table.closed.connect(self._cell_closed)
        self.table.selectionModel().currentRowChanged.connect(self._row_moved)

    def _build_body(self) -> QWidget:
        """What stands under the tools: the grid, or the grid with something beside it."""
        return self.table

    def _row_moved(self, _current: QModelIndex) -> None:
        self._show_buttons()
        self.row_changed.emit(self.current_part())

    def _show_buttons(self) -> None:
        row, count = self.table.currentIndex().row(), self.model.rowCount()
        self.tools.show_state(row, count, free=not self._read_only)
