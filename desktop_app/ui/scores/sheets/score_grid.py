"""The grid of a score sheet, worked by keyboard alone: accept, change, give the reason, go on."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from desktop_app.domain.letters.doctor import Finding
from desktop_app.domain.scores.reviewing import REVIEWS
from desktop_app.ui.later import later
from desktop_app.ui.records.forms.paste_offer import PasteOffer
from desktop_app.ui.records.parts.parts_grid import PartsGrid
from desktop_app.ui.records.parts.pasted_cells import pasted_cells
from desktop_app.ui.records.parts.pasted_letters import offer_for_block, offer_for_open_cell
from desktop_app.ui.scores.sheets.score_delegate import ScoreDelegate
from desktop_app.ui.scores.sheets.score_paste import Pasted, paste
from desktop_app.ui.scores.sheets.sheet_columns import COLUMNS, PLACES, WORDS, first_column
from desktop_app.ui.scores.sheets.sheet_model import SheetModel
from desktop_app.ui.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreGrid(PartsGrid):
    """Enter and Space accept the row in a column of reviews; A accepts all that are left.

    One press is one row: a key that is held down accepts nothing more.
    """

    rest_wanted = Signal()
    files_wanted = Signal(int)
    """The files of this row are to be shown."""
    unit_wanted = Signal(int)
    """The sheet so many units further on is to be shown."""
    pasted = Signal(object)
    finished = Signal()
    """The row in hand was the last one that waited for its review or explanation."""
    said = Signal(str)
    """What a key did not do, and why."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("Phiếu chấm điểm")
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.verticalHeader().hide()
        self.cells = ScoreDelegate(self)
        self.cells.pasted.connect(self._cell_pasted)
        self.letters = PasteOffer()
        """Asks about old letters that were pasted; whoever shows the grid gives it a place."""
        model.modelReset.connect(self.letters.close_offer)
        self.setItemDelegate(self.cells)
        self.left_cell.connect(self._left)
        self.doubleClicked.connect(self._double_clicked)
        self.stretch(PLACES["text"])
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def sheet_model(self) -> SheetModel:
        return cast(SheetModel, self.model())

    def go(self, row: int, key: str) -> None:
        """To a cell, and nothing else is chosen."""
        index = self.sheet_model.index(row, PLACES[key])
        if not index.isValid():
            return
        top = self.rowViewportPosition(row)
        if top < 0 or top + self.rowHeight(row) > self.viewport().height():
            # To the middle: what comes next is in sight, and not every row scrolls the grid.
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def go_to_work(self) -> None:
        """To the first row and the column that is filled in in the sheet's state."""
        model = self.sheet_model
        if model.sheet is not None:
            row = model.next_waiting(-1)
            self.go(row if row >= 0 else max(model.next_leaf(-1), 0), first_column(model.sheet))

    def differs(self) -> bool:
        """Whether something is typed in the open cell that is not in the sheet yet."""
        editor = self.open_editor()
        return editor is not None and self.cells.differs(editor, self.currentIndex())

    # --- what keys do -----------------------------------------------------------------------

    def accept_row(self) -> None:
        """Take over the row in hand and go to the next; a row with a review is only left."""
        model, row = self.sheet_model, self.currentIndex().row()
        review = REVIEWS[model.sheet.state] if model.sheet else ""
        if model.accept(row):
            if not self._ask_reason(row):
                self._next_waiting(row, review)
            return
        here = model.index(row, PLACES[review])
        if model.is_open(here) and not model.copied(here):
            self.said.emit(f"{model.rows[row].code}: chưa có số liệu nên không có gì để chấp nhận.")
        self._next_row(row, review)

    def copy(self) -> None:
        """The chosen block, as a sheet takes it."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        rows, columns = {i.row() for i in chosen}, {i.column() for i in chosen}
        model = self.sheet_model
        lines = (
            "\t".join(model.copied(model.index(row, column)) for column in sorted(columns))
            for row in sorted(rows)
        )
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> Pasted | None:
        """Cells from a sheet, from the current cell on to the right and down."""
        lines = pasted_cells(QGuiApplication.clipboard().text(), keep_empty=True)
        start = self.currentIndex()
        if not lines or not start.isValid() or self.sheet_model.read_only:
            return None
        found = paste(self.sheet_model, start, lines)
        self.pasted.emit(found)
        offer_for_block(self.letters, start, lines, self._put)
        return found

    def _cell_pasted(self, finding: Finding) -> None:
        index = self.currentIndex()
        offer_for_open_cell(self.letters, index, finding, self.commit_open, self._put)

    def _put(self, index: QModelIndex | QPersistentModelIndex, text: str) -> None:
        if self.sheet_model.is_open(index):
            self.sheet_model.put(index, text)

    def empty_cells(self) -> None:
        """Take out what stands in the chosen cells that are open."""
        for index in self.selectedIndexes():
            if self.sheet_model.is_open(index):
                self.sheet_model.put(index, "")

    def _left(self, down: bool) -> None:
        """An editor was closed by Enter (down) or by Tab."""
        model, index = self.sheet_model, self.currentIndex()
        row, key = index.row(), COLUMNS[index.column()].key
        if not model.holds(index) or model.is_unreadable(index):
            return
        if key != "reason" and self._ask_reason(row):
            return
        if not down:
            self._next_open(index)
        elif key in WORDS and model.problem_at(index):
            return
        else:
            first = first_column(model.sheet) if model.sheet else ""
            if key in ("reason", first) and model.is_waited_for:
                self._next_waiting(row, first)
            else:
                self._next_row(row, first if key == "reason" else key)

    def _ask_reason(self, row: int) -> bool:
        """Go to the reason that a changed score lacks, and open it."""
        model = self.sheet_model
        place = model.index(row, PLACES["reason"])
        if not model.is_open(place) or not model.problem_at(place):
            return False
        self.go(row, "reason")
        # Only once the editor that is being closed is gone: Qt opens one at a time.
        later(self, self._open_reason)
        return True

    def _open_reason(self) -> None:
        """Unless the person has gone elsewhere meanwhile, or another sheet is shown."""
        index = self.currentIndex()
        if index.isValid() and COLUMNS[index.column()].key == "reason":
            self.open_current()

    def _next_row(self, row: int, key: str) -> None:
        following = self.sheet_model.next_leaf(row)
        if following >= 0:
            self.go(following, key)
        else:
            self.said.emit("Đã đến dòng cuối. Ctrl+PageDown: phiếu của đơn vị sau.")

    def _next_waiting(self, row: int, key: str) -> None:
        following = self.sheet_model.next_waiting(row)
        if following >= 0:
            self.go(following, key)
        else:
            self.finished.emit()

    def _next_open(self, index: QModelIndex) -> None:
        model = self.sheet_model
        columns = model.columnCount()
        for place in range(index.row() * columns + index.column() + 1, model.rowCount() * columns):
            found = model.index(*divmod(place, columns))
            if model.is_open(found):
                self.go(found.row(), COLUMNS[found.column()].key)
                return

    def _handle(self, event: QKeyEvent) -> bool:
        """Whether a key was the grid's own, while no cell is open."""
        model, index = self.sheet_model, self.currentIndex()
        key = COLUMNS[index.column()].key if index.isValid() else ""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pressed = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif self._takes_back(event):
            self.letters.take_back()
        elif control and pressed in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.unit_wanted.emit(1 if pressed == Qt.Key.Key_PageDown else -1)
        elif not index.isValid() or control:
            return False
        elif pressed == Qt.Key.Key_F4 or (key == "files" and pressed in _ENTER):
            self.files_wanted.emit(index.row())
        elif pressed == Qt.Key.Key_Delete:
            self.empty_cells()
        elif pressed == Qt.Key.Key_Escape:
            return model.give_up(index)
        elif pressed == Qt.Key.Key_A and not (key in WORDS and model.is_open(index)):
            self.rest_wanted.emit()
        else:
            return self._handle_enter(event, key)
        return True

    def _handle_enter(self, event: QKeyEvent, key: str) -> bool:
        model, row, pressed = self.sheet_model, self.currentIndex().row(), event.key()
        if pressed not in (*_ENTER, Qt.Key.Key_Space):
            return False
        if model.sheet and key == REVIEWS.get(model.sheet.state) and not model.read_only:
            if not event.isAutoRepeat():
                self.accept_row()
        elif pressed == Qt.Key.Key_Space:
            return model.turn_passed(row) if key == "figure" else True
        elif key in WORDS and model.is_open(self.currentIndex()):
            self.open_current()
        else:
            self._next_row(row, key)
        return True

    def _takes_back(self, event: QKeyEvent) -> bool:
        """Whether Ctrl+Z is about letters that were put right after pasting."""
        return event.matches(QKeySequence.StandardKey.Undo) and self.letters.can_take_back

    def _double_clicked(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()].key == "files":
            self.files_wanted.emit(index.row())

    # --- Qt ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and not self.is_typing():
            key = cast(QKeyEvent, event)
            own = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)
            if any(map(key.matches, own)) or self._takes_back(key):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_typing() or not self._handle(event):
            super().keyPressEvent(event)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self._paint_row(previous.row())
            self._paint_row(current.row())
        # In cells of numbers letters are keys: an input method would keep them for a word.
        words = current.isValid() and COLUMNS[current.column()].key in WORDS
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, words)

    def _paint_row(self, row: int) -> None:
        """The row in hand is tinted; the others need no paint when it changes."""
        if row >= 0:
            top, width = self.rowViewportPosition(row), self.viewport().width()
            self.viewport().update(0, top, width, self.rowHeight(row))

    def _measure(self) -> None:
        metrics, header = theme.metrics, self.horizontalHeader()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(metrics.row - 2)
        line = header.fontMetrics().lineSpacing()
        header.setFixedHeight(max(metrics.list_head, 2 * line + 10))
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width * theme.text_size // 100)
        self.fit()
