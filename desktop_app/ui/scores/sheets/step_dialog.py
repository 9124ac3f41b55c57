"""The next step of one sheet or of many: which sheets, who, in whose name, on which day."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.scores.reviewing import Order
from desktop_app.domain.scores.sheet import OWN_STEPS, ScoreSheet, SheetState
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.records.forms.choice_fields import RecordPicker
from desktop_app.ui.records.forms.date_fields import DateField
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.field import CalmCombo, restyle
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.records.memory import settings
from desktop_app.ui.scores.sheets.sheet_states import FOR_ALL, VERBS
from desktop_app.ui.scores.sheets.step_notes import Notes

_BY_RULE = "Theo quy định: Cụm trưởng; phiếu của Cụm trưởng do bên được giao"
_STANDING_BODY = "Cơ quan thường trực"
_OWN = "Chính đơn vị có phiếu"
_WHO = "Gõ họ tên, hoặc chọn trong danh sách cán bộ"
_REPRESENTATIVE = "Để trống: người đại diện của đơn vị trong kỳ"
_REVIEWER = "scores/reviewer"
"""The setting that remembers who reviewed last."""


class StepDialog(QDialog):
    """`order` and `chosen()` are what to do once it is accepted; refused sheets are not chosen."""

    def __init__(
        self,
        sheets: Sequence[ScoreSheet],
        states: Sequence[SheetState],
        people: Sequence[Person],
        notes: Notes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheets, self._notes = tuple(sheets), notes
        self._units = sheets[0].period.units_of_the_year
        self.states = CalmCombo()
        self.who = RecordPicker(Person.name_and_post)
        self.in_name = CalmCombo()
        self.day = DateField("Ngày")
        self.reason = QPlainTextEdit()
        self.also_final = QCheckBox("Chốt luôn các phiếu này")
        self.list = QListWidget()
        self.said = plain_label()
        self.button = QPushButton()
        self._build(states, people)
        self._show_step()

    @property
    def is_for_many(self) -> bool:
        return len(self._sheets) > 1

    @property
    def order(self) -> Order:
        """The step as it is filled in."""
        typed = clean_line(self.who.line.text())
        person = self.who.record()
        unit = self.in_name.currentData()
        state: SheetState = self.states.currentData()
        return Order(
            state=state,
            day=self.day.value() or dt.date.today(),
            name="" if person else typed,
            person=person if isinstance(person, Person) else None,
            by_rule=self.in_name.currentIndex() == 0,
            unit=unit if isinstance(unit, Unit) else None,
            reason=self.reason.toPlainText() if state is SheetState.RETURNED else "",
        )

    @property
    def orders(self) -> tuple[Order, ...]:
        """The step, and after it the last one where that is wanted too."""
        order = self.order
        if order.state is not SheetState.REVIEWED_AGAIN or not self.also_final.isChecked():
            return (order,)
        return order, dataclasses.replace(order, state=SheetState.FINAL)

    def chosen(self) -> tuple[ScoreSheet, ...]:
        """The sheets that take the step."""
        if not self.is_for_many:
            return () if self._sheets[0].refusal(self.order.step(self._sheets[0])) else self._sheets
        return tuple(
            sheet
            for row, sheet in enumerate(self._sheets)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        )

    def accept(self) -> None:
        if self.button.isEnabled():
            if not self._is_own:
                settings().setValue(_REVIEWER, clean_line(self.who.line.text()))
            super().accept()

    # --- what is shown ----------------------------------------------------------------------

    def _show_step(self) -> None:
        """Another step: who takes it as a rule, and in whose name."""
        state: SheetState = self.states.currentData()
        is_own = self._is_own
        self.who.line.setText("" if is_own else str(settings().value(_REVIEWER) or ""))
        self.who.line.setPlaceholderText(_REPRESENTATIVE if is_own else _WHO)
        self.who.line.setToolTip(self.who.line.placeholderText())
        self.also_final.setVisible(state is SheetState.REVIEWED_AGAIN)
        self.in_name.clear()
        self.in_name.addItem(_OWN if is_own else _BY_RULE)
        for unit in () if is_own else self._units:
            self.in_name.addItem(unit.name, unit)
        if not is_own:
            self.in_name.addItem(_STANDING_BODY, _STANDING_BODY)
        self.in_name.setEnabled(not is_own)
        self._form.setRowVisible(self.reason, state is SheetState.RETURNED)
        self.button.setText(VERBS[state])
        self._fill()

    def _fill(self) -> None:
        """The sheets with what speaks against the step or should be known before it."""
        self.list.blockSignals(True)
        self.list.clear()
        for sheet in self._sheets:
            self.list.addItem(self._item(sheet))
        self.list.blockSignals(False)
        self._show_count()

    def _refill(self) -> None:
        """Who or in whose name is different: what the person ticked stays where it can."""
        ticks = [self.list.item(row).checkState() for row in range(self.list.count())]
        self.list.blockSignals(True)
        for row, sheet in enumerate(self._sheets):
            item = self._item(sheet)
            was_free = bool(self.list.item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable)
            if was_free and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(ticks[row])
            self.list.takeItem(row)
            self.list.insertItem(row, item)
        self.list.blockSignals(False)
        self._show_count()

    def _item(self, sheet: ScoreSheet) -> QListWidgetItem:
        state: SheetState = self.states.currentData()
        step = self.order.step(sheet)
        # A reviewer who is still to be named speaks against no sheet: it is asked for below.
        why = sheet.refusal(step if step.who or self._is_own else step.replace(name="?"))
        why = why or self._notes.against(sheet, state)
        note = why or self._beside(sheet)
        item = QListWidgetItem(f"{sheet.unit.name}\n{note}" if note else sheet.unit.name)
        item.setToolTip(item.text())
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if why:
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        else:
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        ready = not why and self._notes.is_ready(sheet, state)
        item.setCheckState(Qt.CheckState.Checked if ready else Qt.CheckState.Unchecked)
        return item

    def _beside(self, sheet: ScoreSheet) -> str:
        """Who takes the step for the unit, and what is worth knowing before it."""
        order = self.order
        who = order.step(sheet).who if self._is_own else ""
        by = f"Người thực hiện: {who}." if who else ""
        return " ".join(part for part in (by, self._notes.beside(sheet, order.state)) if part)

    def _show_count(self) -> None:
        count, order = len(self.chosen()), self.order
        undated = "" if self.day.value() else "Cần có ngày thực hiện."
        if not self.is_for_many:
            sheet = self._sheets[0]
            why = sheet.refusal(order.step(sheet)) or self._notes.against(sheet, order.state)
            why = why or undated
            self._say(why, self._beside(sheet))
            self.button.setEnabled(not why)
            return
        is_named = self._is_own or order.step(self._sheets[0]).who
        lacks = undated if is_named else "Cần ghi người thực hiện."
        out = len(self._sheets) - count
        self._say(lacks, f"{count} phiếu chuyển bước, {out} phiếu giữ nguyên.")
        self.button.setText(f"{VERBS[order.state]} ({count})")
        self.button.setEnabled(count > 0 and not lacks)

    def _say(self, wrong: str, otherwise: str) -> None:
        self.said.setProperty("role", "problem" if wrong else "muted")
        restyle(self.said)
        self.said.setText(wrong or otherwise)

    @property
    def _is_own(self) -> bool:
        """Whether the units themselves take the step: each has a representative of its own."""
        return self.states.currentData() in OWN_STEPS

    # --- building ---------------------------------------------------------------------------

    def _build(self, states: Sequence[SheetState], people: Sequence[Person]) -> None:
        words = FOR_ALL if self.is_for_many else VERBS
        for state in states:
            self.states.addItem(words[state], state)
        self.setWindowTitle(words[states[0]])
        title = words[states[0]] if self.is_for_many else self._sheets[0].title
        self.who.set_records(people)
        self.day.set_value(dt.date.today())
        self._form = QFormLayout()
        self._form.addRow("Bước", self.states)
        self._form.setRowVisible(self.states, len(states) > 1)
        self._form.addRow("Người thực hiện", self.who)
        self._form.addRow("Nhân danh", self.in_name)
        self._form.addRow("Ngày", self.day)
        self._form.addRow("Lý do", self.reason)
        self.reason.setMaximumHeight(80)
        self.list.setProperty("role", "grid")
        self.list.setAccessibleName("Các phiếu")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setVisible(self.is_for_many)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(title, "h2"))
        layout.addLayout(self._form)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.also_final, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.said)
        layout.addWidget(dialog_foot(self, self.button))
        self.resize(640, 560 if self.is_for_many else 330)
        self._name_fields()
        self._wire()

    def _name_fields(self) -> None:
        for widget, name in (
            (self.states, "Bước"),
            (self.who.line, "Người thực hiện"),
            (self.in_name, "Nhân danh"),
            (self.reason, "Lý do trả lại"),
        ):
            widget.setAccessibleName(name)

    def _wire(self) -> None:
        self.states.activated.connect(self._show_step)
        self.who.line.textEdited.connect(self._refill)
        self.who.picked.connect(self._refill)
        self.in_name.activated.connect(self._refill)
        self.day.edited.connect(self._refill)
        self.reason.textChanged.connect(self._show_count)
        self.list.itemChanged.connect(self._show_count)
