"""The form of an inspection: who inspects whom, what was found, what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.inspection import (
    Finding,
    Inspection,
    InspectionKind,
    InspectionState,
    TeamMember,
    TeamRole,
)
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    InspectionState.PLANNED: Tone.AMBER,
    InspectionState.RUNNING: Tone.BLUE,
    InspectionState.CONCLUDED: Tone.GREEN,
    InspectionState.MENDED: Tone.GREEN,
}


class InspectionForm(RecordForm):
    """Three pages; the state is moved by the button in the foot, step by step."""

    empty_text = (
        "Chọn một cuộc kiểm tra trong danh sách, bấm «Thêm cuộc kiểm tra», "
        "hoặc «Lập kiểm tra chéo»."
    )

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._people: Sequence[Person] = ()
        self._build_team()
        self._build_findings()
        self._build_conclusion()

    def _build_team(self) -> None:
        self.unit, self.leader = RecordField("Đơn vị được kiểm tra"), RecordField("Đơn vị chủ trì")
        page = self.add_page("Đoàn kiểm tra")
        page.row(unit=self.unit)
        page.row(leader_unit=self.leader)
        page.row(kind=ChoiceField("Loại", InspectionKind), day=DateField("Ngày"))
        page.row(team_name=LineField("Tên tổ"))
        columns = (
            PartColumn(
                "person",
                "Cán bộ",
                "record",
                choices=lambda: self._people,
                width=150,
                nullable=True,
            ),
            PartColumn("role", "Vai trò", "choice", choices=TeamRole, width=96),
            PartColumn("name", "Tên khác", width=110),
            PartColumn("post", "Chức vụ", width=90),
            PartColumn(
                "unit", "Đơn vị", "record", choices=lambda: self._units, width=130, nullable=True
            ),
        )
        self.members = PartsTable(
            "Thành viên tổ", columns, self._next_member, rows=5, add_text="Thêm người"
        )
        page.row(members=self.members)

    def _build_findings(self) -> None:
        self.criteria = RecordField("Bộ tiêu chí")
        self.findings_page = self.add_page("Phát hiện")
        self.findings_page.row(criteria=self.criteria)
        columns = (
            PartColumn("text", "Nội dung", width=160, multiline=True, stretch=True),
            PartColumn(
                "criterion",
                "Tiêu chí",
                "record",
                choices=self._leaves,
                width=150,
                nullable=True,
                by_id=True,
            ),
            PartColumn("points_effect", "Cộng, trừ", "number", width=80, decimals=2, minimum=None),
            PartColumn("mended_on", "Khắc phục", "date", width=94),
        )
        self.findings = PartsTable("Phát hiện", columns, Finding, rows=8, add_text="Thêm phát hiện")
        self.findings_page.row(findings=self.findings)

    def _build_conclusion(self) -> None:
        page = self.add_page("Kết luận")
        page.row(conclusion=TextField("Kết luận", rows=4))
        page.row(recommendations=TextField("Kiến nghị", rows=4))
        page.row(follow_up=TextField("Khắc phục", rows=3, tip="Đơn vị đã làm gì, đến khi nào."))
        page.row(note=TextField("Ghi chú", rows=2))

    def set_choices(
        self, units: Sequence[Unit], people: Sequence[Person], sets: Sequence[CriteriaSet]
    ) -> None:
        """Whom, by whom, and the criteria that findings name."""
        self._units, self._people = units, people
        self.unit.set_records(units)
        self.leader.set_records(units)
        self.criteria.set_records(sets)

    def fill(self, record: Inspection) -> None:
        self._show_counts(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._show_counts(self.record())

    def title_of(self, record: Inspection) -> str:
        return record.title

    def chip_of(self, record: Inspection) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _show_counts(self, record: Inspection) -> None:
        told = str(len(record.findings))
        if effect := record.points_effect:
            told += f"; {'+' if effect > 0 else '−'}{number(abs(effect))} điểm"
        self.set_page_title(self.findings_page, f"Phát hiện ({told})")

    def _next_member(self) -> TeamMember:
        """The first one leads the team."""
        is_first = not self.members.value()
        return TeamMember(role=TeamRole.HEAD if is_first else TeamRole.MEMBER)

    def _leaves(self) -> Sequence[Criterion]:
        criteria = self.criteria.value()
        return criteria.tree.leaves if criteria else ()
