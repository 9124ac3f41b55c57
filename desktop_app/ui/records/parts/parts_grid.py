"""The grid itself: how its cells are opened, and where Enter and Tab lead."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)


class PartsGrid(QTableView):
    """A table whose Enter goes on to the next cell and, at the end, to a new row."""

    least_wide = 180
    """Pixels a stretched column keeps: a name cut to «Cục …» would tell no unit from another."""

    left_cell = Signal(bool)
    """An editor was closed to go on; True when a new row may follow the last one."""

    closed = Signal(bool)
    """An editor was closed and none opened; True when what was typed is given up (Esc)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "grid")
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setHighlightSections(False)
        self._stretched: int | None = None

    def stretch(self, column: int) -> None:
        """Give a column the room that the others leave; where that is little, the grid scrolls."""
        self._stretched = column

    def grow_with_texts(self) -> None:
        """Let rows be as tall as their long texts, at every width of the columns."""
        rows = self.verticalHeader()
        self.setWordWrap(True)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(
            lambda: rows.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        )
        self.horizontalHeader().sectionResized.connect(lambda *_: self._growing.start())

    def open_current(self) -> None:
        """Open the current cell, where it may be edited."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._end_waiting()
            self.edit(index)

    def open_editor(self) -> QWidget | None:
        """The editor of the open cell."""
        return self.indexWidget(self.currentIndex()) if self.is_typing() else None

    def commit_open(self) -> None:
        """Take over what stands in the open cell, and close it."""
        editor = self.open_editor()
        if editor is not None:
            QGuiApplication.inputMethod().commit()
            self.commitData(editor)
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.closed.emit(False)

    def is_typing(self) -> bool:
        """Whether a cell is open."""
        return self.state() is QAbstractItemView.State.EditingState

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        goes_on = hint in (hints.SubmitModelCache, hints.EditNextItem)
        super().closeEditor(editor, hints.NoHint if goes_on else hint)
        if goes_on:
            self.left_cell.emit(hint is hints.SubmitModelCache)
        else:
            self.closed.emit(hint is hints.RevertModelCache)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._end_waiting()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._end_waiting()
        super().inputMethodEvent(event)

    def _end_waiting(self) -> None:
        """After a click on the chosen cell Qt waits for a second one and opens no cell meanwhile.

        A first letter that was typed quickly was lost. Asked for this trigger, which is none of
        the grid's, Qt stops waiting and opens nothing.
        """
        index, trigger = self.currentIndex(), QAbstractItemView.EditTrigger.CurrentChanged
        if index.isValid() and not self.is_typing():
            self.edit(index, trigger, None)  # type: ignore[call-overload] # the stubs forget None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the stretched column what the others leave, after their widths have changed."""
        if self._stretched is None:
            return
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(self._stretched)
        room = self.viewport().width() - others
        header.resizeSection(self._stretched, max(self.least_wide, room))
