"""The form of a person."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.unit import Unit
from desktop_app.ui.records.fields import DateField, LineField, RecordField, TextField
from desktop_app.ui.records.form import RecordForm


class PersonForm(RecordForm):
    """Name, rank, post and unit: what papers print of a person."""

    empty_text = "Chọn một cán bộ trong danh sách, hoặc bấm «Thêm» để tạo mới."

    def build(self) -> None:
        page = self.add_page("Thông tin")
        self.unit = RecordField("Đơn vị")
        page.row(full_name=LineField("Họ và tên"))
        page.row(rank=LineField("Cấp bậc"), post=LineField("Chức vụ"))
        page.row(unit=self.unit)
        page.row(service_number=LineField("Số hiệu"), birth_date=DateField("Ngày sinh"))
        page.row(phone=LineField("Điện thoại"))
        page.row(note=TextField("Ghi chú", rows=3))

    def set_choices(self, units: Sequence[Unit]) -> None:
        """The units a person can belong to."""
        self.unit.set_records(units)
