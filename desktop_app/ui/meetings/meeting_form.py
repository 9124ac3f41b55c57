"""The form of a meeting: plan, people, minutes, votes and conclusions."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.domain.meetings.meeting import Meeting, MeetingState
from desktop_app.domain.record import Record
from desktop_app.ui.meetings.choices import Choices
from desktop_app.ui.meetings.minutes_page import MinutesPage
from desktop_app.ui.meetings.people_page import PeoplePage
from desktop_app.ui.meetings.plan_page import PlanPage
from desktop_app.ui.meetings.resolutions_page import ResolutionsPage
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    MeetingState.PLANNED: Tone.AMBER,
    MeetingState.INVITED: Tone.BLUE,
    MeetingState.RUNNING: Tone.BLUE,
    MeetingState.ENDED: Tone.AMBER,
    MeetingState.ADOPTED: Tone.GREEN,
    MeetingState.POSTPONED: Tone.GREY,
    MeetingState.CANCELLED: Tone.GREY,
}


class MeetingFormWidget(RecordForm):
    """Four pages in the order of the work: plan, people, minutes, resolutions."""

    empty_text = "Chọn một hội nghị trong danh sách, hoặc bấm «Thêm» để lên kế hoạch."

    emptied = Signal()
    """No meeting is shown any more: of another period, or the last one was deleted."""
    told = Signal(object)
    """The meeting as it stands in the fields, after each change."""

    def build(self) -> None:
        self._choices = Choices()
        self.plan = PlanPage(self, lambda: self._choices)
        self.people = PeoplePage(self, lambda: self._choices)
        self.plan.invite_button.clicked.connect(self.people.invite)
        self.minutes = MinutesPage(self, lambda: self._choices)
        self.resolutions = ResolutionsPage(self, lambda: self._choices)
        self.minutes.resolutions = self.resolutions

    def set_choices(self, choices: Choices) -> None:
        """What can be chosen from in the file as it stands."""
        self._choices = choices
        self.minutes.set_choices(choices)

    def show_record(self, record: Record | None, *, is_new: bool = False) -> None:
        super().show_record(record, is_new=is_new)
        if record is None:
            self.emptied.emit()

    def fill(self, record: Meeting) -> None:
        self._follow(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._follow(self.record())

    def chip_of(self, record: Meeting) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _follow(self, meeting: Meeting) -> None:
        self.plan.follow(meeting)
        self.people.follow(meeting)
        self.resolutions.count(meeting)
        self.minutes.show_meeting(meeting)
        self.told.emit(meeting)
