"""The form of a conclusion in the register: what was concluded, and what has become of it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.domain.meetings.conclusion import TaskState
from desktop_app.domain.meetings.follow_up import FollowUp
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.records.forms.fields import ChoiceField, DateField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    TaskState.NEW: Tone.BLUE,
    TaskState.RUNNING: Tone.AMBER,
    TaskState.DONE: Tone.GREEN,
}


class TasksForm(RecordForm):
    """Only the follow-up can be changed here; the words belong to the minutes."""

    empty_text = "Chưa có kết luận nào. Kết luận được ghi ở trang «Nghị quyết» của hội nghị."

    def build(self) -> None:
        page = self.add_page("Theo dõi")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        page.widget(self.said)
        page.title("Tình hình thực hiện")
        page.row(state=ChoiceField("Tình trạng", TaskState), done_on=DateField("Ngày xong"))
        page.row(result=TextField("Kết quả", rows=5))

    def fill(self, record: FollowUp) -> None:
        self.said.setText("\n\n".join(_said(record)))

    def title_of(self, record: FollowUp) -> str:
        return record.unit.short_name if record.unit else "Kết luận chung"

    def chip_of(self, record: FollowUp) -> tuple[str, Tone]:
        today = dt.date.today()
        return record.told(today), tone_of(record, today)


def tone_of(record: FollowUp, today: dt.date) -> Tone:
    """Red where it is overdue, grey where nothing is to be done."""
    if record.days_late(today):
        return Tone.RED
    if not record.is_task and record.state is TaskState.NEW:
        return Tone.GREY
    return STATE_TONES[record.state]


def _said(record: FollowUp) -> list[str]:
    day = record.meeting.day
    unit = record.unit.name_on(day) if record.unit else "không giao riêng đơn vị nào"
    lines = [
        record.text,
        f"Kết luận tại: {record.meeting.name}",
        f"Đơn vị thực hiện: {unit}",
        f"Thời hạn: {short_date(record.due) or 'không định'}",
        f"Ngày họp: {short_date(day)} ({record.meeting.period.title})",
    ]
    return [*lines, "Nội dung không phổ biến."] if record.is_confidential else lines
