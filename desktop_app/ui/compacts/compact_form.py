"""The form of a compact: what it says, its commitments and targets, and who has signed it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.compact import Compact, CompactItem, CompactState, Signature
from desktop_app.domain.compacts.new_compact import with_missing_places
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.compacts.items_field import ItemsField
from desktop_app.ui.compacts.unit_targets_field import UnitTargetsField
from desktop_app.ui.records.fields import (
    DateField,
    LineField,
    LinesField,
    RichTextField,
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


class CompactForm(RecordForm):
    """Five pages in the order of the paper; the state moves by the buttons in the foot."""

    empty_text = "Kỳ này chưa có giao ước. Bấm «Tạo giao ước» để soạn bản dự thảo."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._members: Sequence[Unit] = ()
        self._shown_units: Sequence[Unit] = ()
        self._build_text()
        self._build_items()
        self._build_targets()
        self._build_measures()
        self._build_signatures()

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

    def _build_signatures(self) -> None:
        columns = (
            # whole names, on several lines: units of a cluster often differ in the last words
            PartColumn(
                "unit",
                "Đơn vị",
                "record",
                choices=lambda: self._units,
                stretch=True,
                multiline=True,
            ),
            PartColumn("signed_on", "Ngày ký", "date", width=92),
            PartColumn("signer_rank", "Cấp bậc", width=76),
            PartColumn("signer_name", "Người ký", width=120),
            PartColumn("signer_post", "Chức vụ", width=104),
        )
        self.signature_page = self.add_page("Chữ ký")
        self.signature_page.row(signed_on=DateField("Ngày ký"), place=LineField("Nơi ký"))
        self.signature_page.buttons(
            ("Thêm đơn vị còn thiếu", "users", self._add_missing),
            ("Ghi tất cả đã ký", "check", self._sign_all),
        )
        self.signatures = PartsTable(
            "Mỗi đơn vị một chữ ký", columns, self._next_signature, rows=7, add_text="Thêm"
        )
        self.signature_page.row(signatures=self.signatures)

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
        total = len(record.signatures)
        self.set_page_title(self.signature_page, f"Chữ ký ({record.signed_count}/{total})")

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

    def _next_signature(self) -> Signature | None:
        taken = {signature.unit.id for signature in self.signatures.value()}
        free = next((unit for unit in self._units if unit.id not in taken), None)
        return Signature(unit=free) if free else None

    def _sign_all(self) -> None:
        """Every place signed on the day of the compact; without a day nothing is guessed."""
        record = self.record()
        if self._has_day(record):
            self.signatures.set_parts(record.all_signed().signatures)

    def _add_missing(self) -> None:
        """Places of the members of the day of signing, for those who speak for them then."""
        record = self.record()
        if self._has_day(record):
            self.signatures.set_parts(with_missing_places(record).signatures)

    def _has_day(self, record: Compact) -> bool:
        if record.signed_on is None:
            self.fields["signed_on"].set_problem("Hãy ghi ngày ký trước.")
            self.focus_field("signed_on")
        return record.signed_on is not None


def _with_given(members: Sequence[Unit], compact: Compact) -> tuple[Unit, ...]:
    """The members, and units that are none but were given a number: it is not to be lost."""
    units = {unit.id: unit for unit in members}
    for target in compact.targets:
        units.setdefault(target.unit.id, target.unit)
    return tuple(units.values())
