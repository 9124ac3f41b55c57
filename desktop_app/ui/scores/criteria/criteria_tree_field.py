"""The tree editor: criteria of any depth in a grid, moved and filled by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.record import Record
from desktop_app.domain.scores import criteria_editing as editing
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.ui import icons, messages
from desktop_app.ui.records.parts.part_column import PartColumn
from desktop_app.ui.records.parts.parts_keys import PartsKeys
from desktop_app.ui.records.parts.parts_table import PartsTable
from desktop_app.ui.scores.criteria.criteria_delegate import CriteriaDelegate
from desktop_app.ui.scores.criteria.criteria_model import SUM, CriteriaModel
from desktop_app.ui.scores.criteria.criterion_panel import CriterionPanel

TEXT = 1
"""The column of the words: a new criterion has its code already."""
_ALT = Qt.KeyboardModifier.AltModifier
_SIDEWAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class CriteriaKeys(PartsKeys):
    """Also Ins, Alt+Ins, Alt+arrows sideways, Del for a branch, and the space bar to fold."""

    def _is_own(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & _ALT)
        own = (Qt.Key.Key_Insert, Qt.Key.Key_Delete)
        return super()._is_own(event) or event.key() in own or (alt and event.key() in _SIDEWAYS)

    def _handle(self, event: QKeyEvent) -> bool:
        field, key = cast(CriteriaTreeField, self._field), event.key()
        alt = bool(event.modifiers() & _ALT)
        if key == Qt.Key.Key_Insert and event.modifiers() in (_ALT, Qt.KeyboardModifier(0)):
            field.add_child() if alt else field.add_row()
        elif alt and key in _SIDEWAYS:
            field.shift_row(_SIDEWAYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            field.remove_row()
        elif key == Qt.Key.Key_Space and field.can_fold():
            field.fold(field.current_row())
        else:
            return super()._handle(event)
        return True


class CriteriaTreeField(PartsTable):
    """The criteria of a set; its value stands in the order of the tree."""

    model_class = CriteriaModel
    delegate_class = CriteriaDelegate
    keys_class = CriteriaKeys
    model: CriteriaModel

    def __init__(self, label: str) -> None:
        self._given: tuple[Criterion, ...] = ()
        self._in_order: tuple[Criterion, ...] = ()
        columns = (
            PartColumn("code", "Mã", width=106),
            PartColumn("text", "Nội dung tiêu chí", stretch=True, multiline=True),
            PartColumn("kind", "Cách tính", "choice", choices=Kind, width=172),
            PartColumn("max_points", "Tối đa", "number", decimals=2, width=72),
            PartColumn(SUM, "Cộng các con", show=self._sum_text, width=100),
        )
        super().__init__(label, columns, self._new_brother, rows=9, add_text="Thêm tiêu chí")
        delegate = cast(CriteriaDelegate, self._delegate)
        delegate.folding.connect(self.fold)
        self.row_changed.connect(lambda _: self._show_figures())
        self.model.dataChanged.connect(self._show_figures)
        self.panel.changed.connect(self._take_figure)
        self.panel.unreadable.connect(self._take_unreadable)

    # --- what the form asks -----------------------------------------------------------------

    def value(self) -> tuple[Any, ...]:
        """The criteria in the order of the tree; as they were given while nothing is changed."""
        found = super().value()
        return self._given if found == self._in_order else found

    def finish(self) -> None:
        super().finish()
        self.panel.finish()

    def is_being_typed(self) -> bool:
        return super().is_being_typed() or self.panel.is_being_typed()

    def set_read_only(self, on: bool) -> None:
        super().set_read_only(on)
        self.panel.set_read_only(on)

    def set_cell_problems(self, problems: dict[tuple[int, str], str]) -> None:
        super().set_cell_problems(problems)
        self._show_figures()

    # --- changes of the tree ----------------------------------------------------------------

    def add_row(self) -> None:
        """A new brother under the criterion in hand and all that is below it."""
        self.finish()
        if not self._read_only:
            at, new = self._current_id(), self._new_brother()
            self._put_new(editing.with_brother(self.model.criteria, at, new), new)

    def add_child(self) -> None:
        """A new criterion one level below the one in hand."""
        self.finish()
        at, part = self._current_id(), self.current_part()
        if self._read_only or part is None:
            return
        self.model.folded.discard(at)
        new = _new(editing.next_code(self.model.criteria, at))
        made = editing.with_child(self.model.criteria, at, new)
        # It stays what it is until the child is filled: an empty row may yet be given up.
        self._put_new(tuple(part if one.id == at else one for one in made), new)

    def remove_row(self) -> None:
        """Take out the criterion in hand and everything below it, after a question."""
        part = self.current_part()
        if part is None or self._read_only:
            return
        row, column = self.current_row(), self.table.currentIndex().column()
        if not self.model.is_untouched(row) and not self._wants_to_remove(part):
            return
        self._change(editing.without(self.model.criteria, part.id))
        self._go(min(row, self.model.rowCount() - 1), column)

    def move_row(self, step: int) -> None:
        """Let the branch in hand change places with its neighbour."""
        self._rearrange_at_hand(lambda criteria, at: editing.moved(criteria, at, step))

    def shift_row(self, step: int) -> None:
        """One level deeper (1) or up (-1), with everything below it."""
        self._rearrange_at_hand(editing.indented if step > 0 else editing.outdented)

    def can_fold(self) -> bool:
        """Whether the criterion in hand has a branch to fold."""
        part = self.current_part()
        return part is not None and not self.model.tree.is_leaf(part)

    def fold(self, row: int) -> None:
        """Hide or show what is below a row."""
        self.finish()
        self.model.folded ^= {self.model.criteria[row].id}
        self._show_rows()
        self.table.viewport().update()

    def _rearrange_at_hand(
        self, change: Callable[[editing.Criteria, str], editing.Criteria]
    ) -> None:
        self.finish()
        part = self.current_part()
        if part is None or self._read_only:
            return
        column = self.table.currentIndex().column()
        self._change(change(self.model.criteria, part.id))
        self._go(self.model.row_of(part.id), column)

    def _wants_to_remove(self, part: Criterion) -> bool:
        below = len(editing.branch(self.model.criteria, part.id)) - 1
        with_it = f"{below} tiêu chí con và các chỉ tiêu" if below else "Các chỉ tiêu"
        body = f"{with_it} đã giao cũng bị xoá khỏi bộ này khi lưu."
        return messages.ask_delete(self, f"Xoá tiêu chí “{part.title}”?", body)

    def _put_new(self, criteria: editing.Criteria, new: Criterion) -> None:
        self.model.rearrange(criteria, new)
        self._show_rows()
        self.settle()
        self._go(self.model.row_of(new.id), TEXT)
        self.edit_current()

    def _change(self, criteria: editing.Criteria) -> None:
        self.model.rearrange(criteria)
        self._show_rows()
        self.settle()

    def _new_brother(self) -> Criterion:
        part = self.current_part()
        parent = part.parent if part else ""
        return _new(editing.next_code(self.model.criteria, parent)).replace(parent=parent)

    # --- rows -------------------------------------------------------------------------------

    def _put(self, value: Sequence[Record]) -> None:
        at, column = self._current_id(), max(self.table.currentIndex().column(), TEXT)
        self._given = cast(tuple[Criterion, ...], tuple(value or ()))
        self._in_order = editing.in_tree_order(self._given)
        super()._put(self._in_order)
        self.model.folded &= {criterion.id for criterion in self.model.criteria}
        self._show_rows()
        # After a save the person goes on where they were.
        self._go(max(self.model.row_of(at), 0), column)
        self._show_figures()

    def _place_pasted(self, made: Sequence[Record], first: int) -> None:
        """Pasted rows find their parents by their codes, else they are brothers."""
        criteria = self.model.criteria
        lines = cast(Sequence[Criterion], made)
        if first > 0:
            lines = self._with_codes(lines)
        ids = {one.code: one.id for one in (*criteria, *lines)}
        placed = [
            one.replace(parent=ids.get(one.code.rpartition(".")[0], one.parent)) for one in lines
        ]
        above = {one.parent for one in placed}
        every = (
            one.replace(kind=Kind.GROUP) if one.id in above else one for one in (*criteria, *placed)
        )
        self._change(editing.in_tree_order(every))
        self._go(self.model.row_of(placed[-1].id), TEXT)

    def _with_codes(self, lines: Sequence[Criterion]) -> Sequence[Criterion]:
        """Rows that were pasted without their codes, numbered one after the other."""
        found: list[Criterion] = []
        for line in lines:
            code = editing.next_code((*self.model.criteria, *found), line.parent)
            found.append(line.replace(code=code))
        return found

    def _show_rows(self) -> None:
        for row, criterion in enumerate(self.model.criteria):
            hidden = bool(self.model.folded) and self.model.is_hidden(criterion)
            if self.table.isRowHidden(row) != hidden:
                self.table.setRowHidden(row, hidden)
        self._show_buttons()

    def _go(self, row: int, column: int) -> None:
        if 0 <= row < self.model.rowCount() and self.table.isRowHidden(row):
            path = self.model.tree.path(self.model.criteria[row])
            self.model.folded -= {one.id for one in path[:-1]}
            self._show_rows()
        super()._go(row, column)

    def _current_id(self) -> str:
        part = self.current_part()
        return part.id if part else ""

    def _sum_text(self, part: Any) -> str:
        return self.model.sum_text(part)

    # --- figures beside the grid ------------------------------------------------------------

    def _show_figures(self, *_: object) -> None:
        row = self.current_row()
        if not 0 <= row < self.model.rowCount():
            self.panel.show_criterion(None)
            return
        self.panel.show_criterion(
            self.model.criteria[row],
            self.model.figure_problems(row),
            self.model.unreadable_figures(row),
        )

    def _take_figure(self, name: str, value: object) -> None:
        row = self.current_row()
        if row >= 0 and not self._read_only:
            self.model.put_figure(row, name, value)

    def _take_unreadable(self, name: str, text: str, why: str) -> None:
        row = self.current_row()
        if row >= 0 and not self._read_only:
            self.model.put_unreadable(row, name, text, why)

    def _build_body(self) -> QWidget:
        self.panel = CriterionPanel()
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.panel)
        return body

    def _build_tools(self, add_text: str) -> None:
        super()._build_tools(add_text)
        self.tools.add.setToolTip(f"{add_text} (Ins)")
        self.tools.remove.setToolTip("Xoá tiêu chí và các con (Del)")
        self.child_button = icons.icon_button("list", "Thêm tiêu chí con", shortcut="Alt+Ins")
        self.deeper_button = icons.icon_button("chevron-right", "Xuống một cấp", shortcut="Alt+→")
        self.upper_button = icons.icon_button("chevron-left", "Lên một cấp", shortcut="Alt+←")
        self.child_button.clicked.connect(self.add_child)
        self.deeper_button.clicked.connect(lambda: self.shift_row(1))
        self.upper_button.clicked.connect(lambda: self.shift_row(-1))
        layout = self.tools.layout()
        assert layout is not None
        for button in (self.child_button, self.upper_button, self.deeper_button):
            layout.addWidget(button)

    def _show_buttons(self) -> None:
        super()._show_buttons()
        free = not self._read_only and self.current_part() is not None
        for button in (self.child_button, self.upper_button, self.deeper_button):
            button.setEnabled(free)


def _new(code: str) -> Criterion:
    return Criterion(code=code)
