"""The form of a person, with where they served and whether they still do."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.units.person import Person, Posting, ServiceState
from desktop_app.domain.units.unit import Unit
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

SERVICE_TONES = {
    ServiceState.SERVING: Tone.GREEN,
    ServiceState.MOVED: Tone.AMBER,
    ServiceState.RETIRED: Tone.GREY,
}


class PersonForm(RecordForm):
    """Name, rank, post and unit: what papers print of a person; then the way there."""

    empty_text = "Chọn một cán bộ trong danh sách, hoặc bấm «Thêm» để tạo mới."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        page = self.add_page("Thông tin")
        self.unit = RecordField("Đơn vị")
        page.row(full_name=LineField("Họ và tên"))
        page.row(rank=LineField("Cấp bậc"), post=LineField("Chức vụ"))
        page.row(unit=self.unit)
        page.row(service_number=LineField("Số hiệu"), birth_date=DateField("Ngày sinh"))
        page.row(phone=LineField("Điện thoại"))
        page.row(
            service_state=ChoiceField("Tình trạng", ServiceState),
            service_state_since=DateField("Từ ngày"),
        )
        page.row(note=TextField("Ghi chú", rows=3))
        columns = (
            PartColumn(
                "unit",
                "Đơn vị",
                "record",
                choices=lambda: self._units,
                stretch=True,
                nullable=True,
            ),
            PartColumn("post", "Chức vụ", width=140),
            PartColumn("since", "Từ ngày", "date", width=100),
            PartColumn("until", "Đến ngày", "date", width=100),
        )
        self.add_page("Quá trình công tác").row(
            postings=PartsTable("Đơn vị và chức vụ", columns, Posting, rows=6, add_text="Thêm dòng")
        )

    def set_choices(self, units: Sequence[Unit]) -> None:
        """The units a person can belong to."""
        self._units = units
        self.unit.set_records(units)

    def chip_of(self, record: Person) -> tuple[str, Tone] | None:
        state = record.service_state
        return None if state is ServiceState.SERVING else (state.label, SERVICE_TONES[state])
