"""The form of an entry of the award catalogue: dated data with its source."""

from __future__ import annotations

from desktop_app.domain.commendations.award import AwardGroup, AwardLevel
from desktop_app.ui.records.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.form import RecordForm


class AwardForm(RecordForm):
    """What an award is, for whom, from when to when, and where that is written."""

    empty_text = "Chọn một danh hiệu hoặc hình thức, hoặc bấm «Thêm» để bổ sung danh mục."

    def build(self) -> None:
        page = self.add_page("Danh hiệu, hình thức")
        page.row(name=TextField("Tên", rows=2))
        page.row(code=LineField("Mã"), place_in_list=NumberField("Thứ tự", empty=0))
        page.row(group=ChoiceField("Nhóm", AwardGroup), level=ChoiceField("Cấp", AwardLevel))
        page.row(
            for_collective=CheckField("Dành cho tập thể"),
            for_individual=CheckField("Dành cho cá nhân"),
        )
        page.row(decided_by=LineField("Cấp quyết định"))
        page.row(
            bonus_collective=NumberField("Hệ số tập thể", decimals=2),
            bonus_individual=NumberField("Hệ số cá nhân", decimals=2),
        )
        page.row(valid_from=DateField("Hiệu lực từ"), valid_until=DateField("Đến hết"))
        page.row(source=TextField("Nguồn", rows=4))
        page.row(verified=CheckField("Đã kiểm chứng với văn bản gốc"))
