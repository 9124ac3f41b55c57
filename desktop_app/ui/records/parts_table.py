"""The field for a tuple of parts: an editable grid with its own row buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop_app.domain.record import Record
from desktop_app.ui import icons
from desktop_app.ui.records.field import Field
from desktop_app.ui.records.parts_delegate import PartsDelegate
from desktop_app.ui.records.parts_grid import PartsGrid
from desktop_app.ui.records.parts_model import PartColumn, PartsModel
from desktop_app.ui.records.record_table import column_width
from desktop_app.ui.theme import theme

__all__ = ["PartColumn", "PartsTable"]


class PartsTable(Field):
    """Parts of a record, one a row.

    `new` makes an empty part, or None when the person cancelled a question it asked;
    without `new` the rows are fixed. Rows pasted from a sheet fill the columns in order.
    """

    heading = True
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
        super().__init__(label, tip=tip, parent=parent)
        self.label.setProperty("role", "h2")
        self._new = new
        self._ordered = ordered
        self._rows = rows
        self._read_only = False
        self.model = PartsModel(columns, self)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._build_tools(add_text))
        self._build_table()
        self._add_editors(self.table)
        self._layout.setStretchFactor(self.table, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.model.dataChanged.connect(lambda *_: self.settle())
        self._show_buttons()

    def value(self) -> tuple[Any, ...]:
        return self.model.parts

    def own_problem(self) -> str:
        return " ".join(self.model.unreadable()[:3])

    def set_cell_problems(self, problems: dict[tuple[int, str], str]) -> None:
        """Sentences by row and field, painted in the cells and said below."""
        self.model.set_problems(problems)
        self.set_problem(" ".join(list(problems.values())[:3]))

    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        self.model.read_only = on
        self._show_buttons()

    def current_part(self) -> Any:
        """The part of the current row, or None."""
        row = self.table.currentIndex().row()
        return self.model.parts[row] if 0 <= row < len(self.model.parts) else None

    def current_row(self) -> int:
        return self.table.currentIndex().row()

    def set_parts(self, parts: Sequence[Record]) -> None:
        """Other parts by the program (imported, drawn up …), as if the person had typed them."""
        self.model.set_parts(parts)
        self.settle()
        self._show_buttons()

    def add_row(self) -> None:
        """A new row under the current one, ready to be typed in."""
        part = self._new() if self._new and not self._read_only else None
        if part is None:
            return
        row = self.table.currentIndex().row() + 1 or self.model.rowCount()
        self.model.insert(row, [part])
        self.settle()
        self._go(row, self._first_editable())
        self._edit_current()

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
        current = self.table.currentIndex()
        to = current.row() + step
        if not self._read_only and current.isValid() and 0 <= to < self.model.rowCount():
            self.model.move(current.row(), to)
            self._go(to, current.column())

    def paste(self) -> None:
        """Rows from the clipboard: a line a row, cells parted by tabs."""
        text = QGuiApplication.clipboard().text()
        made = self.model.made_from(text, self._new) if self._new and not self._read_only else []
        if not made:
            return
        row = self.table.currentIndex().row() + 1 or self.model.rowCount()
        self.model.insert(row, made)
        self._go(row + len(made) - 1, self._first_editable())
        self.settle()

    def next_cell(self, *, add: bool) -> None:
        """Go to the next cell that can be typed in, in a new row after the last one."""
        current = self.table.currentIndex()
        places = self.model.typed_columns()
        later = [column for column in places if column > current.column()]
        if later:
            self._go(current.row(), later[0])
        elif current.row() + 1 < self.model.rowCount():
            self._go(current.row() + 1, places[0])
        elif add and self._new:
            self.add_row()
            return
        else:
            self.table.setFocus()
            return
        self._edit_current()

    def _put(self, value: Sequence[Record]) -> None:
        self.model.set_parts(value or ())
        self._show_buttons()

    def _first_editable(self) -> int:
        return next(iter(self.model.typed_columns()), 0)

    def _go(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        self.table.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _edit_current(self) -> None:
        index = self.table.currentIndex()
        self.table.setFocus()
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(index)

    def _build_tools(self, add_text: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        layout.addWidget(self._note)
        layout.addStretch()
        self.add_button = icons.icon_button("plus", add_text, shortcut="Ctrl+Enter")
        self.remove_button = icons.icon_button("trash-2", "Xoá dòng", shortcut="Ctrl+Del")
        self.up_button = icons.icon_button("arrow-up", "Lên", shortcut="Alt+↑")
        self.down_button = icons.icon_button("arrow-down", "Xuống", shortcut="Alt+↓")
        for button in self._buttons():
            layout.addWidget(button)
            button.setAccessibleName(f"{button.accessibleName()}: {self.label.text()}")
        self.add_button.setText(add_text)
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.clicked.connect(self.add_row)
        self.remove_button.clicked.connect(self.remove_row)
        self.up_button.clicked.connect(lambda: self.move_row(-1))
        self.down_button.clicked.connect(lambda: self.move_row(1))
        return row

    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.add_button, self.remove_button, self.up_button, self.down_button

    def _build_table(self) -> None:
        self.table = PartsGrid()
        self.table.left_cell.connect(lambda add: self.next_cell(add=add))
        self.table.setModel(self.model)
        self.table.setItemDelegate(PartsDelegate(self.table))
        self.table.setAccessibleName(self.label.text())
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)
        stretched = any(column.stretch for column in self.model.columns)
        for place, column in enumerate(self.model.columns):
            header.resizeSection(place, column_width(column.width, column.head))
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(not stretched)
        self.table.selectionModel().currentRowChanged.connect(self._row_moved)

    def _row_moved(self, _current: QModelIndex) -> None:
        self._show_buttons()
        self.row_changed.emit(self.current_part())

    def _show_buttons(self) -> None:
        row, count = self.table.currentIndex().row(), self.model.rowCount()
        free = not self._read_only
        for button in (self.add_button, self.remove_button):
            button.setVisible(self._new is not None)
        for button in (self.up_button, self.down_button):
            button.setVisible(self._ordered)
        self.add_button.setEnabled(free)
        self.remove_button.setEnabled(free and 0 <= row < count)
        self.up_button.setEnabled(free and 0 < row < count)
        self.down_button.setEnabled(free and 0 <= row < count - 1)
        self._note.setText(f"({count})" if count else "")

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "table"):
            metrics = theme.metrics
            self.table.verticalHeader().setDefaultSectionSize(metrics.row)
            self.table.horizontalHeader().setFixedHeight(metrics.list_head)
            self.table.setMinimumHeight(metrics.list_head + metrics.row * self._rows + 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._is_own_key(event):
                # else the window would delete the whole record on Ctrl+Del
                event.accept()
                return True
            # Enter in an open cell comes here too, but there it belongs to the cell
            free = not self.table.is_typing()
            if event.type() is QEvent.Type.KeyPress and free and self._handle_key(event):
                return True
        return super().eventFilter(watched, event)

    def _is_own_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_V)
        return control and event.key() in own

    def _handle_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif enter and (control or not self.model.rowCount()):
            self.add_row()
        elif enter:
            self._edit_current()
        elif control and key == Qt.Key.Key_Delete:
            self.remove_row()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and not self._read_only:
            self._empty_cell()
        else:
            return False
        return True

    def _empty_cell(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            column = self.model.columns[index.column()]
            if column.kind != "choice":
                self.model.setData(index, None if column.kind == "record" else "")
