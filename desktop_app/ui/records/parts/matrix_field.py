"""The field for one value a pair of row and column: a grid that is filled as in a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui import messages
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.parts.matrix_model import CellRule, MatrixModel, Place
from desktop_app.ui.records.parts.parts_grid import PartsGrid
from desktop_app.ui.records.parts.pasted_cells import filled_width, pasted_cells
from desktop_app.ui.theme import theme

_TITLE_SHARE = 0.42
"""How much of the grid's width the titles of the rows may take."""


class MatrixField(Field):
    """Rows and columns are given by `set_lines`; the value maps places to values.

    Enter and Tab go on to the next cell, Del empties the chosen cells, Ctrl+C and Ctrl+V take
    and put a block of cells as sheets do. A block that does not fit is refused as a whole.
    """

    heading = True
    typing = Signal()
    """Something is typed in an open cell, or no longer."""

    def __init__(
        self,
        label: str,
        rule: CellRule,
        *,
        rows: int = 8,
        column_width: int = 108,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.label.setProperty("role", "h2")
        self._rows, self._column_width = rows, column_width
        self._was_typed = False
        self.model = MatrixModel(rule, self)
        self._layout.addWidget(self.label)
        self._build_grid()
        self._add_editors(self.table)
        self._layout.setStretchFactor(self.table, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.model.dataChanged.connect(lambda *_: self.settle())

    def value(self) -> dict[Place, Any]:
        return self.model.values()

    def own_problem(self) -> str:
        return " ".join(self.model.unreadable()[:3])

    def finish(self) -> None:
        self.table.commit_open()

    def is_being_typed(self) -> bool:
        editor = self.table.open_editor()
        index = self.table.currentIndex()
        return isinstance(editor, QLineEdit) and editor.text() != (
            index.data(Qt.ItemDataRole.EditRole) or ""
        )

    def set_read_only(self, on: bool) -> None:
        self.model.read_only = on

    def set_cell_problems(self, problems: dict[tuple[int, str], str]) -> None:
        """Sentences by row of the value and field; a subclass knows which place that is."""
        self.set_problem(" ".join(list(problems.values())[:3]))

    def set_place_problems(self, problems: Mapping[Place, str]) -> None:
        """Sentences by place, painted in the cells and said below."""
        self.model.set_problems(problems)
        self.set_problem(" ".join(list(problems.values())[:3]))

    def fit_lines(self) -> None:
        """Room for the titles of the rows after other rows and columns were set."""
        header = self.table.verticalHeader()
        widest = max(
            (header.fontMetrics().horizontalAdvance(row.title) for row in self.model.rows),
            default=0,
        )
        header.setFixedWidth(min(widest + 24, round(max(self.width(), 480) * _TITLE_SHARE)))
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(column, self._column_width * theme.text_size // 100)

    def copy(self) -> None:
        """The block of chosen cells, as a sheet takes it."""
        top, left, bottom, right = self._block()
        lines = (
            "\t".join(self.model.text(self.model.index(row, column)) for column in _to(left, right))
            for row in _to(top, bottom)
        )
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Cells from a sheet, from the current cell on to the right and down."""
        lines = pasted_cells(QGuiApplication.clipboard().text(), keep_empty=True)
        start = self.table.currentIndex()
        if self.model.read_only or not start.isValid() or not lines:
            return
        room = self.model.rowCount() - start.row(), self.model.columnCount() - start.column()
        size = len(lines), filled_width(lines)
        if size[0] > room[0] or size[1] > room[1]:
            self._refuse(
                f"Vùng chép có {size[0]} dòng × {size[1]} cột, từ ô đang chọn chỉ còn "
                f"{room[0]} dòng × {room[1]} cột."
            )
            return
        cells = [
            (self.model.index(start.row() + down, start.column() + across), text)
            for down, line in enumerate(lines)
            for across, text in enumerate(line[: size[1]])
        ]
        closed = [index for index, text in cells if text.strip() and self.model.is_closed(index)]
        if any(self.model.text(index) != text.strip() for index, text in cells if index in closed):
            row = self.model.rows[closed[0].row()].title
            self._refuse(f"Vùng chép có giá trị ở ô không nhận giá trị, dòng «{row}».")
            return
        for index, text in cells:
            if index not in closed:
                self.model.put(index, text)
        self.model.say_changed()

    def empty_cells(self) -> None:
        """Take out what stands in the chosen cells."""
        if not self.model.read_only:
            for index in self.table.selectedIndexes():
                self.model.put(index, "")
            self.model.say_changed()

    def next_cell(self, *, down: bool) -> None:
        """Go to the next cell that takes a value: below with Enter, to the right with Tab."""
        at = self.table.currentIndex()
        rows, columns = self.model.rowCount(), self.model.columnCount()
        first = at.column() * rows + at.row() if down else at.row() * columns + at.column()
        for step in range(first + 1, rows * columns):
            row, column = (step % rows, step // rows) if down else divmod(step, columns)
            index = self.model.index(row, column)
            if not self.model.is_closed(index):
                choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.table.selectionModel().setCurrentIndex(index, choose)
                return

    def _refuse(self, why: str) -> None:
        messages.show_note(self, "Chưa dán gì vào bảng.", why)

    def _block(self) -> tuple[int, int, int, int]:
        chosen = self.table.selectedIndexes() or [self.table.currentIndex()]
        rows, columns = [i.row() for i in chosen], [i.column() for i in chosen]
        return min(rows), min(columns), max(rows), max(columns)

    def _put(self, value: Mapping[Place, Any]) -> None:
        self._was_typed = False
        at = self.table.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), 0)
        self.model.set_values(value or {})
        # After a save the person goes on where they were.
        if row < self.model.rowCount() and column < self.model.columnCount():
            self.table.setCurrentIndex(self.model.index(row, column))

    def _build_grid(self) -> None:
        self.table = PartsGrid()
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.table.installEventFilter(_MatrixKeys(self))
        self.table.left_cell.connect(lambda down: self.next_cell(down=down))
        self.table.closed.connect(lambda _: self._tell_typing(False))
        delegate = _NumberDelegate(self.table)
        delegate.typed.connect(lambda: self._tell_typing(self.is_being_typed()))
        self.table.setItemDelegate(delegate)
        self.table.setAccessibleName(self.label.text())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.table.verticalHeader().setDefaultAlignment(side)
        self.table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_lines()

    def _tell_typing(self, now: bool) -> None:
        if now != self._was_typed:
            self._was_typed = now
            self.typing.emit()

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "table"):
            metrics = theme.metrics
            self.table.verticalHeader().setDefaultSectionSize(metrics.row)
            line = self.table.horizontalHeader().fontMetrics().lineSpacing()
            self.table.horizontalHeader().setFixedHeight(max(metrics.list_head, 3 * line + 8))
            self.table.setMinimumHeight(metrics.list_head + metrics.row * self._rows + 4)
            self.fit_lines()


class _NumberDelegate(QStyledItemDelegate):
    typed = Signal()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.textEdited.connect(self.typed)
        return line


class _MatrixKeys(QObject):
    """Enter, Del, Ctrl+C and Ctrl+V while no cell is open."""

    def __init__(self, field: MatrixField) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not self._field.table.is_typing():
            handle = self._action(event)
            if handle and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if handle and event.type() is QEvent.Type.KeyPress:
                handle()
                return True
        return super().eventFilter(watched, event)

    def _action(self, event: QKeyEvent) -> Any:
        field = self._field
        if event.matches(QKeySequence.StandardKey.Copy):
            return field.copy
        if event.matches(QKeySequence.StandardKey.Paste):
            return field.paste
        if event.key() == Qt.Key.Key_Delete:
            return field.empty_cells
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: field.next_cell(down=True)
        return None


def _to(first: int, last: int) -> range:
    return range(first, last + 1)
