"""The form of a meeting: plan, people, minutes, votes and conclusions."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.meetings.meeting import (
    Attendance,
    Meeting,
    MeetingForm,
    MeetingKind,
    MeetingState,
    Vote,
)
from desktop_app.domain.record import Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.numbering import INVITATIONS, MINUTES, Series
from desktop_app.domain.years.period import Period
from desktop_app.ui.meetings import attendance, meeting_parts
from desktop_app.ui.records.fields import (
    ChoiceField,
    DateField,
    DateTimeField,
    LineField,
    LinesField,
    NumberField,
    RecordField,
    RichTextField,
    TextField,
)
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.form_page import FormPage
from desktop_app.ui.records.parts_table import PartsTable
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

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._people: Sequence[Person] = ()
        self._period: Period | None = None
        self._numbered: Sequence[Record] = ()
        self._build_plan()
        self._build_people()
        self._build_minutes()
        self._build_resolutions()

    def set_choices(
        self,
        period: Period | None,
        units: Sequence[Unit],
        people: Sequence[Person],
        numbered: Sequence[Record],
    ) -> None:
        """The period, whom people are chosen from, and all numbered papers."""
        self._period, self._units, self._people = period, units, people
        self._numbered = numbered
        self.chair.set_records(people)
        self.secretary.set_records(people)

    # --- pages ----------------------------------------------------------------------------

    def _build_plan(self) -> None:
        page = self.add_page("Kế hoạch")
        page.row(name=TextField("Tên hội nghị", rows=2))
        page.row(
            kind=ChoiceField("Loại", MeetingKind), state=ChoiceField("Trạng thái", MeetingState)
        )
        page.row(starts=DateTimeField("Bắt đầu"))
        page.row(ends=DateTimeField("Kết thúc"))
        page.row(place=TextField("Địa điểm", rows=2))
        page.row(form=ChoiceField("Hình thức", MeetingForm))
        self._build_invitation(page)
        page.row(
            agenda=PartsTable(
                "Chương trình",
                meeting_parts.AGENDA_COLUMNS,
                meeting_parts.new_agenda_item,
                rows=5,
                add_text="Thêm mục",
            )
        )

    def _build_people(self) -> None:
        self.people_page = self.add_page("Thành phần")
        self.delegates = PartsTable(
            "Đại biểu",
            meeting_parts.attendance_columns(lambda: self._units, self._filled_delegate),
            lambda: Attendance(),
            rows=12,
            add_text="Thêm đại biểu",
        )
        self.people_page.buttons(
            ("Mời các đơn vị", "user-plus", self._invite_members),
            ("Tất cả có mặt", "check", self._all_present),
        )
        self.people_page.row(attendance=self.delegates)

    def _build_minutes(self) -> None:
        self.chair, self.secretary = RecordField("Chủ trì"), RecordField("Thư ký")
        page = self.add_page("Biên bản")
        number = NumberField("Số biên bản", offer=lambda: self._next_number(MINUTES))
        page.row(minutes_number=number, minutes_copies=NumberField("Số bản", empty=0))
        page.row(chair=self.chair, secretary=self.secretary)
        page.row(
            chair_role=LineField(
                "Vai trò chủ trì", placeholder="Cụm trưởng", tip="Ghi khi không phải Cụm trưởng."
            )
        )
        page.row(course=RichTextField("Diễn biến hội nghị"))
        page.row(adopted_share=LineField("Thông qua", placeholder="100% đại biểu nhất trí"))
        page.row(minutes_receivers=LinesField("Nơi nhận", tip="Mỗi dòng một nơi nhận."))

    def _build_resolutions(self) -> None:
        self.resolution_page = self.add_page("Nghị quyết")
        self.resolution_page.row(
            votes=PartsTable(
                "Biểu quyết (giơ tay)",
                meeting_parts.VOTE_COLUMNS,
                self._next_vote,
                rows=4,
                add_text="Thêm biểu quyết",
            )
        )
        self.resolution_page.row(
            conclusions=PartsTable(
                "Kết luận",
                meeting_parts.conclusion_columns(lambda: self._units),
                meeting_parts.new_conclusion,
                rows=5,
                add_text="Thêm kết luận",
            )
        )

    def _build_invitation(self, page: FormPage) -> None:
        page.title("Giấy mời")
        number = NumberField("Số giấy mời", offer=lambda: self._next_number(INVITATIONS))
        page.row(invitation_number=number, invitation_date=DateField("Ngày gửi"))
        page.row(invitation_note=TextField("Lưu ý", rows=4))
        page.row(grounds=TextField("Căn cứ họp", rows=2))

    # --- what stands in the pages ---------------------------------------------------------

    def fill(self, record: Meeting) -> None:
        self._count(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._count(self.record())

    def chip_of(self, record: Meeting) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _count(self, meeting: Meeting) -> None:
        present, invited = len(meeting.present), len(meeting.attendance)
        self.set_page_title(self.people_page, f"Thành phần ({present}/{invited})")
        resolutions = len(meeting.votes) + len(meeting.conclusions)
        self.set_page_title(self.resolution_page, f"Nghị quyết ({resolutions})")

    def _next_number(self, series: Series) -> int:
        return series.next_number(self.record(), self._numbered)

    # --- what saves typing ----------------------------------------------------------------

    def _invite_members(self) -> None:
        if self._period is not None:
            self.delegates.set_parts(attendance.with_members(self.record(), self._period))

    def _all_present(self) -> None:
        self.delegates.set_parts(attendance.all_present(self.delegates.value()))

    def _filled_delegate(self, part: Attendance) -> Attendance:
        day = self.record().day if self.shown is not None else None
        return attendance.filled(part, self._period, day)

    def _next_vote(self) -> Vote:
        """A vote of those who are in the room, all in favour until counted."""
        voters = self.record().voters_present
        return Vote(voters=voters, agreed=voters)
