"""The form of a compact: what it says, and who has signed it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.compact import Compact, CompactItem, CompactState, Signature
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.records.fields import (
    ChoiceField,
    DateField,
    LineField,
    LinesField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    CompactState.DRAFT: Tone.AMBER,
    CompactState.IN_COMMENT: Tone.BLUE,
    CompactState.AGREED: Tone.BLUE,
    CompactState.SIGNED: Tone.GREEN,
    CompactState.REVIEWED: Tone.GREEN,
    CompactState.SUMMED_UP: Tone.GREEN,
    CompactState.CANCELLED: Tone.GREY,
}
ITEM_COLUMNS = (
    PartColumn("group", "Nhóm", width=130, placeholder="Xây dựng lực lượng"),
    PartColumn("text", "Nội dung giao ước", "typed", stretch=True, multiline=True),
    PartColumn("target", "Chỉ tiêu", width=110),
)


class CompactForm(RecordForm):
    """The text, its items, and the signature of each unit."""

    empty_text = "Kỳ này chưa có giao ước. Bấm «Tạo giao ước» để soạn bản dự thảo."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._build_text()
        self._build_items()
        self._build_signatures()

    def _build_text(self) -> None:
        page = self.add_page("Nội dung")
        page.row(name=TextField("Tên giao ước", rows=2))
        page.row(
            state=ChoiceField("Trạng thái", CompactState), version=NumberField("Phiên bản", empty=1)
        )
        page.row(grounds=LinesField("Căn cứ", tip="Mỗi dòng một căn cứ."))
        page.row(slogan=TextField("Khẩu hiệu", rows=2))
        page.row(opening=TextField("Mở đầu", rows=4))
        page.row(closing=TextField("Phần kết", rows=4))

    def _build_items(self) -> None:
        page = self.add_page("Cam kết && chỉ tiêu")
        page.row(
            items=PartsTable(
                "Các nội dung giao ước",
                ITEM_COLUMNS,
                self._next_item,
                rows=10,
                add_text="Thêm nội dung",
                tip="Các dòng cùng nhóm đứng liền nhau và được đánh số khi in.",
            )
        )

    def _build_signatures(self) -> None:
        columns = (
            PartColumn("unit", "Đơn vị", "record", choices=lambda: self._units, stretch=True),
            PartColumn("signer_rank", "Cấp bậc", width=90),
            PartColumn("signer_name", "Người ký", width=130),
            PartColumn("signer_post", "Chức vụ", width=110),
            PartColumn("signed_on", "Ngày ký", "date", width=96),
        )
        self.signature_page = self.add_page("Chữ ký")
        self.signature_page.row(signed_on=DateField("Ngày ký"), place=LineField("Nơi ký"))
        self.signature_page.row(
            signatures=PartsTable(
                "Mỗi đơn vị một chữ ký", columns, self._next_signature, rows=7, add_text="Thêm"
            )
        )

    def set_choices(self, units: Sequence[Unit]) -> None:
        """The units that can sign."""
        self._units = units

    def fill(self, record: Compact) -> None:
        total = len(record.signatures)
        self.set_page_title(self.signature_page, f"Chữ ký ({record.signed_count}/{total})")

    def chip_of(self, record: Compact) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _next_item(self) -> CompactItem:
        """A new commitment in the group of the current one."""
        current = self.fields["items"].current_part()  # type: ignore[attr-defined]
        return CompactItem(group=current.group if current else "")

    def _next_signature(self) -> Signature | None:
        taken = {signature.unit.id for signature in self.fields["signatures"].value()}
        free = next((unit for unit in self._units if unit.id not in taken), None)
        return Signature(unit=free) if free else None
