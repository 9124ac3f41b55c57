"""The form of a movement or campaign: its launch, phases, units, and what its report says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.compacts.campaign import (
    Campaign,
    CampaignKind,
    CampaignPhase,
    CampaignState,
    CampaignUnit,
)
from desktop_app.domain.record import Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.numbering import REPORTS
from desktop_app.domain.years.period import Period
from desktop_app.ui.records.forms.choice_fields import Records
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    RecordField,
    RichTextField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    CampaignState.PLANNED: Tone.AMBER,
    CampaignState.RUNNING: Tone.BLUE,
    CampaignState.ENDED: Tone.AMBER,
    CampaignState.SUMMED_UP: Tone.GREEN,
}


class CampaignForm(RecordForm):
    """Five pages in the order of the work."""

    empty_text = "Chọn một phong trào, đợt thi đua trong danh sách, hoặc bấm «Thêm phong trào»."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._period: Period | None = None
        self._numbered: Callable[[], Sequence[Record]] = tuple
        self._build_plan()
        self._build_phases()
        self._build_launch()
        self._build_units()
        self._build_report()

    def _build_plan(self) -> None:
        page = self.add_page("Thông tin")
        page.row(name=TextField("Tên", rows=2))
        page.row(
            kind=ChoiceField("Loại", CampaignKind), state=ChoiceField("Trạng thái", CampaignState)
        )
        page.row(since=DateField("Từ ngày"), until=DateField("Đến ngày"))
        page.row(goal=TextField("Mục tiêu", rows=6))

    def _build_phases(self) -> None:
        columns = (
            PartColumn("name", "Giai đoạn", width=96, multiline=True),
            PartColumn("since", "Từ ngày", "date", width=94),
            PartColumn("until", "Đến ngày", "date", width=94),
            PartColumn("content", "Nội dung", width=104, multiline=True),
            PartColumn("result", "Kết quả", width=100, multiline=True),
        )
        self.phases = PartsTable(
            "Các giai đoạn", columns, CampaignPhase, rows=9, add_text="Thêm giai đoạn"
        )
        self.add_page("Giai đoạn").row(phases=self.phases)

    def _build_launch(self) -> None:
        self.speaker = RecordField("Người đọc")
        page = self.add_page("Phát động")
        page.row(launched_by=LineField("Đơn vị phát động"))
        page.row(speaker=self.speaker)
        page.row(launched_on=DateField("Ngày"), launch_place=LineField("Địa điểm"))
        page.row(launch_text=RichTextField("Bài phát động"))

    def _build_units(self) -> None:
        columns = (
            PartColumn("unit", "Đơn vị", "record", choices=lambda: self._units, width=230),
            PartColumn("is_pilot", "Làm điểm", "check", width=84),
            PartColumn("result", "Kết quả", stretch=True, multiline=True),
        )
        self.units_page = self.add_page("Đơn vị")
        self.unit_table = PartsTable(
            "Đơn vị và kết quả", columns, self._next_unit, rows=9, add_text="Thêm đơn vị"
        )
        self.units_page.buttons(("Thêm tất cả đơn vị", "users", self._add_all_units))
        self.units_page.row(units=self.unit_table)

    def _build_report(self) -> None:
        page = self.add_page("Báo cáo")
        number = NumberField("Số báo cáo", offer=self._next_number)
        page.row(report_number=number, report_date=DateField("Ngày"))
        page.row(report_text=RichTextField("Đánh giá, kiến nghị"))

    def set_choices(
        self,
        period: Period | None,
        units: Sequence[Unit],
        people: Records[Person],
        numbered: Callable[[], Sequence[Record]],
    ) -> None:
        """The period, whom units and the speaker are chosen from, and all numbered papers."""
        self._numbered = numbered
        self._period, self._units = period, units
        self.speaker.set_records(people)

    def fill(self, record: Campaign) -> None:
        self._show_counts(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._show_counts(self.record())

    def chip_of(self, record: Campaign) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _show_counts(self, campaign: Campaign) -> None:
        self.set_page_title(self.units_page, f"Đơn vị ({campaign.reported}/{len(campaign.units)})")

    def _next_number(self) -> int:
        return REPORTS.next_number(self.record(), self._numbered())

    def _missing_units(self) -> list[Unit]:
        """The members of the day it is launched, in the cluster's order, not in the grid yet."""
        campaign: Campaign = self.record()
        taken = {part.unit.id for part in campaign.units}
        day = campaign.launched_on or campaign.since
        members = self._period.members_on(day) if self._period else ()
        return [member.unit for member in members if member.unit.id not in taken]

    def _next_unit(self) -> CampaignUnit | None:
        missing = self._missing_units()
        return CampaignUnit(unit=missing[0]) if missing else None

    def _add_all_units(self) -> None:
        new = tuple(CampaignUnit(unit=unit) for unit in self._missing_units())
        self.unit_table.set_parts((*self.unit_table.value(), *new))
