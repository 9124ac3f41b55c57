"""A line of the minutes becomes a task: what, by which unit, until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.fields import DateField, RecordField, TextField
from desktop_app.ui.records.forms.form_page import FormPage


class TaskDialog(QDialog):
    """Enter in the day takes it; a task has a unit or a day, otherwise it is a conclusion."""

    def __init__(self, words: str, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giao nhiệm vụ")
        self.text = TextField("Nội dung", rows=3)
        self.unit = RecordField("Đơn vị thực hiện")
        self.due = DateField("Thời hạn")
        self.text.set_value(words)
        self.unit.set_records(units)
        page = FormPage()
        page.row(text=self.text)
        page.row(unit=self.unit)
        page.row(due=self.due)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(dialog_foot(self, QPushButton("Giao nhiệm vụ"), act=self._give))
        self.resize(520, 280)
        self.unit.focus_editor()

    def conclusion(self) -> Conclusion:
        """What stands in the fields."""
        return Conclusion(text=self.text.value(), unit=self.unit.value(), due=self.due.value())

    def _give(self) -> None:
        for field in (self.text, self.unit, self.due):
            field.finish()
            field.set_problem(field.own_problem())
        if not self.text.value():
            self.text.set_problem("Cần có nội dung nhiệm vụ.")
        elif not self.conclusion().is_task:
            self.unit.set_problem("Nhiệm vụ cần có đơn vị thực hiện hoặc thời hạn.")
        elif not (self.unit.own_problem() or self.due.own_problem()):
            self.accept()
