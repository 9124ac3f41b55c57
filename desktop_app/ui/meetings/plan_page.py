"""The page «Kế hoạch» of a meeting: what, when, where, the invitation and the agenda."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.domain.meetings.inviting import sending_note
from desktop_app.domain.meetings.meeting import WITH_REASON, Meeting, MeetingForm, MeetingKind
from desktop_app.domain.meetings.schedule import schedule_notes
from desktop_app.domain.years.numbering import INVITATIONS
from desktop_app.ui import icons
from desktop_app.ui.meetings.agenda_table import AgendaTable
from desktop_app.ui.meetings.choices import CurrentChoices
from desktop_app.ui.meetings.people_page import INVITE
from desktop_app.ui.meetings.state_field import StateField
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    DateTimeField,
    LineField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.note_line import NoteLine


class PlanPage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.page = form.add_page("Kế hoạch")
        self._build_frame()
        self._build_agenda()
        self._build_invitation()

    def follow(self, meeting: Meeting) -> None:
        """Clock and notes of the meeting as it stands in the form; the reason where one is due."""
        self.agenda.follow(meeting)
        self.agenda_notes.show_notes(schedule_notes(meeting))
        self.sending_note.show_notes([sending_note(meeting)])
        wanted = meeting.state in WITH_REASON or bool(meeting.state_reason)
        self._reason.setVisible(wanted)
        self._reason.label.setVisible(wanted)

    def _build_frame(self) -> None:
        page = self.page
        self._reason = LineField("Lý do", placeholder="Vì sao hoãn, hủy")
        page.row(name=TextField("Tên hội nghị", rows=2))
        page.row(kind=ChoiceField("Loại", MeetingKind), state=StateField("Trạng thái"))
        page.row(state_reason=self._reason)
        page.row(starts=DateTimeField("Bắt đầu"))
        page.row(ends=DateTimeField("Kết thúc"))
        page.row(place=TextField("Địa điểm", rows=2))
        page.row(form=ChoiceField("Hình thức", MeetingForm))
        self.invite_button, self.print_button = QPushButton(INVITE), QPushButton("In bộ giấy tờ…")
        self.print_button.setToolTip("Lưu, rồi in một lượt giấy mời, chương trình, danh sách…")
        icons.wear(self.invite_button, "user-plus")
        icons.wear(self.print_button, "printer")
        page.bar(self.invite_button, always=(self.print_button,))

    def _build_agenda(self) -> None:
        self.agenda = AgendaTable()
        self.agenda_notes = NoteLine("Lưu ý về chương trình")
        self.page.row(agenda=self.agenda)
        self.page.widget(self.agenda_notes)
        self.carry_button = QPushButton("Chuyển mục chưa xong sang hội nghị")
        self.carry_button.setToolTip("Các mục chưa đánh dấu «Xong» được chép sang hội nghị sau")
        icons.wear(self.carry_button, "log-out")
        self.carry_menu = QMenu(self.carry_button)
        self.carry_button.setMenu(self.carry_menu)
        self.page.bar(always=(self.carry_button,))

    def _build_invitation(self) -> None:
        self.page.title("Giấy mời")
        number = NumberField("Số giấy mời", offer=self._next_number)
        self.page.row(invitation_number=number, invitation_date=DateField("Ngày gửi"))
        self.sending_note = NoteLine("Lưu ý về ngày gửi giấy mời")
        self.page.widget(self.sending_note)
        self.page.row(invitation_note=TextField("Lưu ý", rows=4))
        self.page.row(grounds=TextField("Căn cứ họp", rows=2))

    def _next_number(self) -> int:
        return INVITATIONS.next_number(self._form.record(), self._choices().numbered())
