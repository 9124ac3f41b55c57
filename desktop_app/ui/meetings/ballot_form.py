"""The form of a round of voting: its rules, who stands, the two counts and their result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.meetings.ballot import Ballot, BallotState
from desktop_app.domain.meetings.counting_team import CountingMember, CountingRole
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.voting import Base, TieWay
from desktop_app.ui.meetings.counting import Counting
from desktop_app.ui.records.forms.fields import (
    CheckField,
    ChoiceField,
    NumberField,
    RecordField,
    TextField,
    TimeField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    BallotState.PREPARING: Tone.AMBER,
    BallotState.VOTING: Tone.BLUE,
    BallotState.COUNTED: Tone.BLUE,
    BallotState.CONFIRMED: Tone.GREEN,
    BallotState.CANCELLED: Tone.GREY,
}


@dataclass(frozen=True)
class BallotChoices:
    """What can be chosen in the form."""

    meetings: Sequence[Meeting] = ()
    awards: Sequence[Award] = ()
    units: Sequence[Unit] = ()
    people: Sequence[Person] = ()


class BallotForm(RecordForm):
    """Three pages in the order of the work; the result is told while the figures are typed."""

    empty_text = "Chọn một vòng bỏ phiếu trong danh sách, hoặc bấm «Thêm vòng»."
    take_candidates: Callable[[], object] = staticmethod(lambda: None)
    take_present: Callable[[], object] = staticmethod(lambda: None)

    def build(self) -> None:
        self._choices = BallotChoices()
        self._build_rules()
        self._build_counting()
        self._build_team()

    def _build_rules(self) -> None:
        page = self.add_page("Quy tắc")
        self.meeting = RecordField("Hội nghị")
        self.award = RecordField("Danh hiệu", text=lambda award: award.name)
        page.row(meeting=self.meeting)
        page.row(award=self.award)
        page.row(
            number=NumberField("Vòng", minimum=1, empty=1),
            seats=NumberField("Số được chọn", minimum=1, tip="Để trống: không giới hạn."),
        )
        page.row(is_secret=CheckField("Bỏ phiếu kín"), self_vote=CheckField("Được tự bỏ phiếu"))
        page.row(base=ChoiceField("Tính tỷ lệ trên", Base))
        page.row(
            threshold=NumberField("Ngưỡng", decimals=2, suffix="%"),
            is_more_than=CheckField("Phải trên ngưỡng", tip="Không chọn: bằng ngưỡng là đạt."),
        )
        page.row(
            quorum=NumberField(
                "Tối thiểu có mặt", decimals=2, suffix="%", tip="Để trống: hai phần ba số đơn vị."
            ),
            taken_at=TimeField("Giờ bỏ phiếu"),
        )
        page.row(tie_way=ChoiceField("Khi bằng phiếu", TieWay))
        page.row(members=NumberField("Số đơn vị", empty=0), present=NumberField("Có mặt", empty=0))
        page.buttons(("Lấy số có mặt từ hội nghị", "users", lambda: self.take_present()))
        self.reason = TextField("Lý do hủy", rows=2)
        page.row(reason=self.reason)
        page.row(note=TextField("Ghi chú", rows=2))

    def _build_counting(self) -> None:
        page = self.add_page("Kiểm phiếu")
        self.counting = Counting(page, lambda: self.take_candidates())
        self.candidates = self.counting.candidates

    def _build_team(self) -> None:
        page = self.add_page("Tổ kiểm phiếu")
        columns = (
            PartColumn(
                "person", "Cán bộ", "record", choices=lambda: self._choices.people, width=150
            ),
            PartColumn("name", "Họ và tên", width=140),
            PartColumn("role", "Vai trò", "choice", choices=CountingRole, width=100),
            PartColumn("post", "Chức vụ", width=110),
            PartColumn(
                "unit",
                "Đơn vị",
                "record",
                choices=lambda: self._choices.units,
                width=140,
                multiline=True,
            ),
        )
        page.row(
            team=PartsTable(
                "Tổ kiểm phiếu", columns, lambda: CountingMember(), rows=5, add_text="Thêm người"
            )
        )

    def set_choices(self, choices: BallotChoices) -> None:
        """What can be chosen in fields and grids."""
        self._choices = choices
        self.counting.set_choices(choices.units, choices.people)
        self.meeting.set_records(choices.meetings)
        self.award.set_records(choices.awards)

    def fill(self, record: Ballot) -> None:
        is_cancelled = record.state is BallotState.CANCELLED
        for part in (self.reason, self.reason.label):
            part.setVisible(is_cancelled)
        self.counting.show(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self.counting.tell(self.record())

    def chip_of(self, record: Ballot) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]
