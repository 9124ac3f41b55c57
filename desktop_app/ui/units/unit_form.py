"""The form of a unit: its names over time and how to reach it."""

from __future__ import annotations

from desktop_app.domain.unit import Unit, UnitKind, UnitName
from desktop_app.ui.records.fields import ChoiceField, LineField, NumberField, TextField
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartColumn, PartsTable

NAME_COLUMNS = (
    PartColumn("full", "Tên đầy đủ", stretch=True, placeholder="Tên ghi trên văn bản"),
    PartColumn("short", "Tên viết tắt", width=120),
    PartColumn("since", "Từ ngày", "date", width=100),
    PartColumn("until", "Đến ngày", "date", width=100),
)


class UnitForm(RecordForm):
    """Information, then the names with the days they hold."""

    empty_text = "Chọn một đơn vị trong danh sách, hoặc bấm «Thêm» để tạo mới."

    def build(self) -> None:
        page = self.add_page("Thông tin")
        page.row(
            names=PartsTable(
                "Tên theo thời gian",
                NAME_COLUMNS,
                lambda: UnitName(full=""),
                rows=3,
                add_text="Thêm tên",
                tip="Khi đơn vị đổi tên, ghi ngày hết dùng tên cũ rồi thêm tên mới: giấy tờ của "
                "năm nào in tên của năm đó.",
            )
        )
        page.row(code=LineField("Mã"), kind=ChoiceField("Loại", UnitKind))
        page.row(
            head_post=LineField("Chức danh thủ trưởng", placeholder="Cục trưởng"),
            level=NumberField("Cấp (1–3)", empty=0),
        )
        page.row(phone=LineField("Điện thoại"), address=LineField("Địa chỉ"))
        page.row(note=TextField("Ghi chú", rows=3))


def new_unit() -> Unit:
    return Unit(names=(UnitName(full=""),))
