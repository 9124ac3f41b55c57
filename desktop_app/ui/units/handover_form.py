"""The form of a handover: both sides, the list of what changes hands, the work that goes over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.handover import Handover, HandoverItem, HandoverState
from desktop_app.ui.records.forms.choice_fields import Records
from desktop_app.ui.records.forms.fields import DateField, LineField, RecordField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {HandoverState.DRAFT: Tone.AMBER, HandoverState.SIGNED: Tone.GREEN}
_COLUMNS = (
    PartColumn("text", "Hồ sơ, tài liệu, hiện vật", stretch=True, multiline=True),
    PartColumn("count", "Số lượng", "number", width=72),
    PartColumn("measure", "Đơn vị tính", width=84, placeholder="bản, tập, chiếc"),
    PartColumn("condition", "Tình trạng", width=92, placeholder="Bản chính…", multiline=True),
    PartColumn("note", "Ghi chú", width=84, multiline=True),
)


class HandoverForm(RecordForm):
    """Two pages: who gives to whom, and what."""

    empty_text = (
        "Kỳ này chưa có biên bản bàn giao.\n\nBấm «Lập biên bản»: bên giao là Cụm trưởng của kỳ,"
        " bên nhận là Cụm trưởng kỳ sau hoặc đơn vị được đề xuất trong sổ luân phiên."
    )

    def build(self) -> None:
        self.draw_up: Callable[[], object] = lambda: None
        """Proposes items and open work; the view knows the records they come from."""
        self._units = (RecordField("Bên giao"), RecordField("Bên nhận"))
        self._persons = (RecordField("Đại diện"), RecordField("Đại diện"))
        page = self.add_page("Hai bên")
        page.row(giver=self._units[0])
        page.row(giver_person=self._persons[0])
        page.row(receiver=self._units[1])
        page.row(receiver_person=self._persons[1])
        page.row(witness=LineField("Người chứng kiến", placeholder="Cấp bậc, họ tên, chức vụ"))
        page.row(day=DateField("Ngày bàn giao"), place=LineField("Địa điểm"))
        page.row(note=TextField("Ghi chú", rows=3, tip="Không in ra; giữ cả lý do mở lại."))
        listed = self.add_page("Danh mục")
        listed.buttons(("Lập danh mục", "list-ordered", lambda: self.draw_up()))
        listed.row(
            items=PartsTable(
                "Danh mục bàn giao",
                _COLUMNS,
                HandoverItem,
                rows=7,
                add_text="Thêm mục",
            )
        )
        listed.row(
            unfinished=TextField("Việc chuyển tiếp", rows=5, placeholder="Mỗi dòng một việc")
        )

    def set_choices(self, units: Sequence[Unit], people: Records[Person]) -> None:
        """The units and people of both sides."""
        for field in self._units:
            field.set_records(units)
        for field in self._persons:
            field.set_records(people)

    def chip_of(self, record: Handover) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]
