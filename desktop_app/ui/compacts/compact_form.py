"""The form of a compact: what it says, its commitments and targets, and who has signed it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.compact import Compact, CompactItem, CompactState
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.compacts.items_field import ItemsField
from desktop_app.ui.compacts.signed_form import SignedForm
from desktop_app.ui.compacts.unit_targets_field import UnitTargetsField
from desktop_app.ui.records.forms.fields import (
    LinesField,
    RichTextField,
    TextField,
)
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


class CompactForm(SignedForm):
    """Five pages in the order of the paper; the state moves by the buttons in the foot."""

    empty_text = "Kỳ này chưa có giao ước. Bấm «Tạo giao ước» để soạn bản dự thảo."

    def build(self) -> None:
        self._members: Sequence[Unit] = ()
        self._shown_units: Sequence[Unit] = ()
        self._build_text()
        self._build_items()
        self._build_targets()
        self._build_measures()
        self.build_signatures()

    def _build_text(self) -> None:
        page = self.add_page("Nội dung")
        page.row(name=TextField("Tên giao ước", rows=2))
        page.row(grounds=LinesField("Căn cứ", tip="Mỗi dòng một căn cứ."))
        page.row(slogan=TextField("Khẩu hiệu", rows=2))
        page.row(opening=TextField("Mở đầu", rows=4))
        page.row(closing=TextField("Phần kết", rows=4))
        page.row(note=TextField("Ghi chú", rows=2))

    def _build_items(self) -> None:
        self.items = ItemsField("Các nội dung giao ước", self._next_item)
        self.add_page("Cam kết").row(items=self.items)
        self.items.edited.connect(self._follow_items)

    def _build_targets(self) -> None:
        self.targets = UnitTargetsField("Chỉ tiêu giao từng đơn vị")
        self.targets_page = self.add_page("Chỉ tiêu")
        self.targets_page.row(targets=self.targets)

    def _build_measures(self) -> None:
        page = self.add_page("Biện pháp")
        page.row(measures=RichTextField("Biện pháp thực hiện"))
        page.row(responsibilities=RichTextField("Trách nhiệm"))

    def set_choices(self, units: Sequence[Unit], members: Sequence[Unit]) -> None:
        """The units that can sign, and those of the period, for the targets."""
        self._units, self._members = units, members

    def show_record(self, record: Compact | None, *, is_new: bool = False) -> None:  # type: ignore[override]
        if record is not None:
            # before the targets are put in: they need their rows and columns
            self._shown_units = _with_given(self._members, record)
            self.targets.follow(record.items, self._shown_units)
        super().show_record(record, is_new=is_new)

    def fill(self, record: Compact) -> None:
        self.count_signatures(record)

    def title_of(self, record: Compact) -> str:
        return f"{record.name} (phiên bản {record.version})" if record.version > 1 else record.name

    def chip_of(self, record: Compact) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _follow_items(self) -> None:
        self.targets.follow(self.items.value(), self._shown_units)

    def _next_item(self) -> CompactItem:
        """A new commitment in the group of the current one."""
        current = self.items.current_part()
        return CompactItem(group=current.group if current else "")


def _with_given(members: Sequence[Unit], compact: Compact) -> tuple[Unit, ...]:
    """The members, and units that are none but were given a number: it is not to be lost."""
    units = {unit.id: unit for unit in members}
    for target in compact.targets:
        units.setdefault(target.unit.id, target.unit)
    return tuple(units.values())
