"""The page «Kế hoạch» of a meeting: what, when, where, the invitation and the agenda."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import MeetingForm, MeetingKind, MeetingState
from desktop_app.domain.years.numbering import INVITATIONS
from desktop_app.ui.meetings import meeting_parts
from desktop_app.ui.meetings.choices import CurrentChoices
from desktop_app.ui.records.fields import (
    ChoiceField,
    DateField,
    DateTimeField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartsTable


class PlanPage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.page = form.add_page("Kế hoạch")
        self._build_frame()
        self._build_invitation()
        self._build_agenda()

    def _build_frame(self) -> None:
        page = self.page
        page.row(name=TextField("Tên hội nghị", rows=2))
        page.row(
            kind=ChoiceField("Loại", MeetingKind), state=ChoiceField("Trạng thái", MeetingState)
        )
        page.row(starts=DateTimeField("Bắt đầu"))
        page.row(ends=DateTimeField("Kết thúc"))
        page.row(place=TextField("Địa điểm", rows=2))
        page.row(form=ChoiceField("Hình thức", MeetingForm))

    def _build_invitation(self) -> None:
        self.page.title("Giấy mời")
        number = NumberField("Số giấy mời", offer=self._next_number)
        self.page.row(invitation_number=number, invitation_date=DateField("Ngày gửi"))
        self.page.row(invitation_note=TextField("Lưu ý", rows=4))
        self.page.row(grounds=TextField("Căn cứ họp", rows=2))

    def _build_agenda(self) -> None:
        self.agenda = PartsTable(
            "Chương trình",
            meeting_parts.AGENDA_COLUMNS,
            meeting_parts.new_agenda_item,
            rows=5,
            add_text="Thêm mục",
        )
        self.page.row(agenda=self.agenda)

    def _next_number(self) -> int:
        return INVITATIONS.next_number(self._form.record(), self._choices().numbered)
