"""The form of a period: days, movement, in whose name papers go out, and the members."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.issuing import IssuedBy
from desktop_app.domain.years.period import (
    Membership,
    Period,
    PeriodState,
    RegistrationRule,
    Role,
    RoleSource,
)
from desktop_app.domain.years.voting import Base, TieWay
from desktop_app.ui.records.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    PeriodState.PREPARING: Tone.AMBER,
    PeriodState.RUNNING: Tone.BLUE,
    PeriodState.SUMMING_UP: Tone.AMBER,
    PeriodState.CLOSED: Tone.GREY,
}


class PeriodForm(RecordForm):
    """The members with their roles, the period itself, and the rules the cluster has settled."""

    empty_text = "Chọn một kỳ thi đua trong danh sách, hoặc bấm «Thêm» để mở kỳ mới."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._people: Sequence[Person] = ()
        self._build_members()
        page = self.add_page("Thông tin kỳ")
        page.row(
            name=LineField("Tên kỳ", placeholder="2026"),
            state=ChoiceField("Trạng thái", PeriodState),
        )
        page.row(since=DateField("Từ ngày"), until=DateField("Đến ngày"))
        page.row(movement=LineField("Phong trào"))
        page.row(slogan=TextField("Khẩu hiệu", rows=2))
        page.row(
            issued_by=ChoiceField(
                "Văn bản đứng tên",
                IssuedBy,
                tip="Giấy tờ mang tên, ký hiệu và chữ ký của cụm, hay của đơn vị Cụm trưởng.",
            )
        )
        page.row(note=TextField("Ghi chú", rows=3))
        self._build_rules()

    def _build_rules(self) -> None:
        """What no act prescribes and every cluster settles for itself."""
        page = self.add_page("Quy tắc của cụm")
        page.title("Đăng ký thi đua")
        page.row(
            registration_rule=ChoiceField(
                "Khi đề nghị",
                RegistrationRule,
                tip="Từ năm 2024 luật không bắt buộc đăng ký: đây là quy ước của cụm.",
            )
        )
        page.row(registration_due=DateField("Hạn đăng ký"))
        page.title("Bỏ phiếu suy tôn")
        page.row(vote_base=ChoiceField("Tính tỷ lệ trên", Base))
        page.row(
            vote_threshold=NumberField("Ngưỡng", decimals=2, suffix="%"),
            vote_more_than=CheckField("Phải trên ngưỡng", tip="Không chọn: bằng ngưỡng là đạt."),
        )
        page.row(
            vote_quorum=NumberField(
                "Tối thiểu có mặt", decimals=2, suffix="%", tip="Để trống: hai phần ba số đơn vị."
            ),
            vote_self=CheckField("Được bỏ phiếu cho đơn vị mình"),
        )
        page.row(vote_ties=ChoiceField("Khi bằng phiếu", TieWay))

    def _build_members(self) -> None:
        columns = (
            PartColumn("unit", "Đơn vị", "record", choices=lambda: self._units, stretch=True),
            PartColumn("role", "Vai trò", "choice", choices=Role, width=100),
            PartColumn(
                "representative",
                "Người đại diện",
                "record",
                choices=lambda: self._people,
                width=140,
                nullable=True,
            ),
            PartColumn(
                "contact",
                "Cán bộ đầu mối",
                "record",
                choices=lambda: self._people,
                width=140,
                nullable=True,
            ),
            PartColumn("source", "Bầu / phân công", "choice", choices=RoleSource, width=110),
            PartColumn("since", "Từ ngày", "date", width=96),
            PartColumn("until", "Đến ngày", "date", width=96),
        )
        page = self.add_page("Đơn vị thành viên")
        page.row(
            members=PartsTable(
                "Thành viên theo thứ tự của cụm",
                columns,
                self._next_member,
                rows=8,
                add_text="Thêm đơn vị",
            )
        )

    def set_choices(self, units: Sequence[Unit], people: Sequence[Person]) -> None:
        """Whom the members and their people are chosen from."""
        self._units, self._people = units, people

    def chip_of(self, record: Period) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _next_member(self) -> Membership | None:
        """The first unit that is no member yet."""
        taken = {member.unit.id for member in self.fields["members"].value()}
        free = next((unit for unit in self._units if unit.id not in taken), None)
        return Membership(unit=free) if free else None
