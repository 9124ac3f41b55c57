"""The page «Thành phần» of a meeting: who is invited, who came."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Attendance, Meeting
from desktop_app.ui.meetings import attendance, meeting_parts
from desktop_app.ui.meetings.choices import CurrentChoices
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartsTable


class PeoplePage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.page = form.add_page("Thành phần")
        self.delegates = PartsTable(
            "Đại biểu",
            meeting_parts.attendance_columns(lambda: self._choices().units, self._filled),
            lambda: Attendance(),
            rows=12,
            add_text="Thêm đại biểu",
        )
        self.page.buttons(
            ("Mời các đơn vị", "user-plus", self._invite_members),
            ("Tất cả có mặt", "check", self._all_present),
        )
        self.page.row(attendance=self.delegates)

    def count(self, meeting: Meeting) -> None:
        """How many of the invited came, in the title of the page."""
        present, invited = len(meeting.present), len(meeting.attendance)
        self._form.set_page_title(self.page, f"Thành phần ({present}/{invited})")

    def _invite_members(self) -> None:
        period = self._choices().period
        if period is not None:
            self.delegates.set_parts(attendance.with_members(self._form.record(), period))

    def _all_present(self) -> None:
        self.delegates.set_parts(attendance.all_present(self.delegates.value()))

    def _filled(self, part: Attendance) -> Attendance:
        day = self._form.record().day if self._form.shown is not None else None
        return attendance.filled(part, self._choices().period, day)
