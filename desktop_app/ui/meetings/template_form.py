"""The form of a template of meetings: its frame, agenda, stock phrases and papers."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import MeetingKind
from desktop_app.domain.meetings.schedule import in_words
from desktop_app.domain.meetings.template import (
    MeetingPaper,
    MeetingTemplate,
    TemplateItem,
    TextBlock,
)
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    LineField,
    LinesField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.order_field import OrderField
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

FIELDS_TIP = (
    "Được thay khi lập hội nghị: {năm}, {kỳ} (năm 2026), {cụm}, {cơ quan tổ chức}, {phong trào}."
)
ITEM_COLUMNS = (
    PartColumn("text", "Nội dung", stretch=True, multiline=True, width=150),
    PartColumn("presenter", "Người thực hiện", width=120),
    PartColumn("minutes", "Phút", "number", width=56, minimum=None),
    PartColumn("chair_words", "Lời dẫn của chủ trì", multiline=True, width=300),
)
BLOCK_COLUMNS = (
    PartColumn("name", "Tên đoạn", width=120),
    PartColumn("text", "Nội dung", stretch=True, multiline=True),
)


class TemplateForm(RecordForm):
    """Three pages; a meeting that was made from the template keeps its own text."""

    empty_text = (
        "Chọn một mẫu trong danh sách, bấm «Thêm mẫu», hoặc «Lấy mẫu của chương trình» "
        "ở dưới danh sách."
    )

    def build(self) -> None:
        page = self.add_page("Mẫu")
        page.row(name=LineField("Tên mẫu"))
        page.row(
            kind=ChoiceField("Loại", MeetingKind), place_in_list=NumberField("Thứ tự", empty=0)
        )
        page.row(meeting_name=TextField("Tên hội nghị", rows=2, tip=FIELDS_TIP))
        page.row(grounds=TextField("Căn cứ họp", rows=2, tip=FIELDS_TIP))
        page.row(guests=LinesField("Khách mời", tip=f"Mỗi dòng một cơ quan. {FIELDS_TIP}"))
        tip = "Thứ tự in trong «In bộ giấy tờ…» của hội nghị lập từ mẫu."
        page.row(papers=OrderField("Giấy tờ trước hội nghị", MeetingPaper, tip=tip))
        self.items_page = self.add_page("Chương trình")
        self.items = PartsTable(
            "Chương trình", ITEM_COLUMNS, TemplateItem, rows=9, add_text="Thêm mục"
        )
        self.items_page.row(items=self.items)
        blocks = PartsTable(
            "Đoạn mẫu của biên bản", BLOCK_COLUMNS, TextBlock, rows=6, add_text="Thêm đoạn"
        )
        self.add_page("Đoạn mẫu").row(text_blocks=blocks)

    def fill(self, record: MeetingTemplate) -> None:
        self._count(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._count(self.record())

    def chip_of(self, record: MeetingTemplate) -> tuple[str, Tone]:
        return record.kind.label, Tone.GREY

    def _count(self, template: MeetingTemplate) -> None:
        minutes = sum(item.minutes or 0 for item in template.items)
        told = f"{len(template.items)} mục, {in_words(minutes)}"
        self.set_page_title(self.items_page, f"Chương trình ({told})")
