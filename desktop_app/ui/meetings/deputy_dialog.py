"""Who stands in for a delegate, and by which paper."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.meetings.meeting import Attendance
from desktop_app.domain.meetings.presence import standing_in
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.fields import LineField
from desktop_app.ui.records.forms.form_page import FormPage


class DeputyDialog(QDialog):
    """The name must be there; the paper is asked for, since a deputy votes by it."""

    def __init__(self, part: Attendance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Dự thay {part.name}")
        self._part = part
        self.name = LineField("Họ và tên")
        self.rank = LineField("Cấp bậc")
        self.post = LineField("Chức vụ")
        self.paper = LineField("Giấy ủy quyền", placeholder="Giấy ủy quyền số 12/GUQ ngày …")
        page = FormPage()
        for field, value in (
            (self.name, part.deputy_name),
            (self.rank, part.deputy_rank),
            (self.post, part.deputy_post),
            (self.paper, part.authorisation),
        ):
            field.set_value(value)
            page.place(field)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(dialog_foot(self, QPushButton("Ghi dự thay"), act=self._note))
        self.resize(520, 330)
        self.name.focus_editor()

    def attendance(self) -> Attendance:
        """The delegate with who came instead."""
        return standing_in(
            self._part,
            self.name.value(),
            self.rank.value(),
            self.post.value(),
            self.paper.value(),
        )

    def _note(self) -> None:
        self.name.set_problem("" if self.name.value() else "Cần có họ và tên người dự thay.")
        is_open = self._part.votes and not self.paper.value()
        self.paper.set_problem(
            "Người dự thay để biểu quyết cần có giấy ủy quyền." if is_open else ""
        )
        if self.name.value() and not is_open:
            self.accept()
