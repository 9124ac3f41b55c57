"""The cells of a grid of parts: what stands in them, and what is being typed into one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.letters.doctor import Finding
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.lists.record_table import column_width
from desktop_app.ui.records.parts.part_column import PartColumn
from desktop_app.ui.records.parts.parts_delegate import PartsDelegate
from desktop_app.ui.records.parts.parts_grid import PartsGrid
from desktop_app.ui.records.parts.parts_model import PartsModel
from desktop_app.ui.records.parts.pasted_letters import offer_for_open_cell
from desktop_app.ui.theme import theme


class PartsCells(Field):
    """A field whose value is read out of a grid; how rows come and go is the subclass's."""

    heading = True
    model_class = PartsModel
    delegate_class = PartsDelegate
    typing = Signal()
    """Something is typed in an open cell, or no longer."""

    def __init__(
        self,
        label: str,
        columns: Sequence[PartColumn],
        *,
        rows: int,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.label.setProperty("role", "h2")
        self._rows = rows
        self._was_typed = False
        self.model = self.model_class(columns, self)
        self._build_table()

    def value(self) -> tuple[Any, ...]:
        return tuple(self.model.parts[row] for row in self.model.meant_rows())

    def finish(self) -> None:
        self.table.commit_open()

    def is_being_typed(self) -> bool:
        editor = self.table.open_editor()
        return editor is not None and self._delegate.differs(editor, self.table.currentIndex())

    def value_as_typed(self) -> tuple[Any, ...]:
        editor, index = self.table.open_editor(), self.table.currentIndex()
        text = self._delegate.plain_text(editor, index) if editor else None
        if text is None:
            return self.value()
        rows = self.model.meant_rows()
        typed = self.model.parts[index.row()].replace(
            **{self.model.columns[index.column()].field: text}
        )
        return tuple(
            typed if row == index.row() else self.model.parts[row]
            for row in sorted({*rows, index.row()})
        )

    def own_problem(self) -> str:
        return " ".join(self.model.unreadable()[:3])

    def set_cell_problems(self, problems: dict[tuple[int, str], str]) -> None:
        """Sentences by row of the value and field, painted in the cells and said below."""
        rows = self.model.meant_rows()
        placed = {(rows[row], name): said for (row, name), said in problems.items()}
        self.model.set_problems(placed)
        self.set_problem(" ".join(list(problems.values())[:3]))

    def current_part(self) -> Any:
        """The part of the current row, or None."""
        row = self.table.currentIndex().row()
        return self.model.parts[row] if 0 <= row < len(self.model.parts) else None

    def current_row(self) -> int:
        return self.table.currentIndex().row()

    def show_columns(self, columns: Sequence[PartColumn]) -> None:
        """Other columns of the same parts."""
        self.finish()
        self.model.set_columns(columns)
        self._measure_columns()

    def edit_current(self) -> None:
        """Open the current cell."""
        self.table.setFocus()
        self.table.open_current()

    def empty_cell(self) -> None:
        """Take out what stands in the current cell."""
        index = self.table.currentIndex()
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            picked = self.model.columns[index.column()].kind in ("choice", "record")
            self.model.setData(index, None if picked else "")

    def _cell_typed(self) -> None:
        """Tell once that something is typed, and once that it is gone again."""
        self.keyed.emit()
        now = self.is_being_typed()
        if now != self._was_typed:
            self._was_typed = now
            self.typing.emit()

    def _cell_pasted(self, finding: Finding) -> None:
        index = self.table.currentIndex()
        offer_for_open_cell(self.paste_offer, index, finding, self.finish, self.model.setData)

    def _maybe_left(self) -> None:
        now = QApplication.focusWidget()
        inside = now is None or now is self.table or self.isAncestorOf(now)
        if not inside and not self.table.is_typing():
            super()._maybe_left()

    def _first_editable(self) -> int:
        return next(iter(self.model.typed_columns()), 0)

    def _go(self, row: int, column: int) -> None:
        # an open cell that is left by Qt itself goes on from there, as after Enter
        self.table.commit_open()
        index = self.model.index(row, column)
        self.table.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _build_table(self) -> None:
        self.table = PartsGrid()
        self.table.setModel(self.model)
        self._delegate = self.delegate_class(self.table)
        self._delegate.typed.connect(self._cell_typed)
        self._delegate.pasted.connect(self._cell_pasted)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName(self.label.text())
        self._measure_columns()
        if any(column.multiline for column in self.model.columns):
            self.table.grow_with_texts()

    def _measure_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)
        stretched = any(column.stretch for column in self.model.columns)
        for place, column in enumerate(self.model.columns):
            header.resizeSection(place, column_width(column.width, column.head))
            if column.stretch:
                self.table.stretch(place)
        header.setStretchLastSection(not stretched)

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "table"):
            metrics = theme.metrics
            self.table.verticalHeader().setDefaultSectionSize(metrics.row)
            self.table.horizontalHeader().setFixedHeight(metrics.list_head)
            self.table.setMinimumHeight(metrics.list_head + metrics.row * self._rows + 4)
