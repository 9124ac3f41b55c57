"""A form with a page of signatures, one a unit: of the compact and of its annexes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.compact import Compact, Signature
from desktop_app.domain.compacts.new_compact import all_signed, with_missing_places
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.records.forms.fields import DateField, LineField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable

Signed = Compact | CompactAnnex


class SignedForm(RecordForm):
    """Forms of this sort call `build_signatures` where the page is to stand."""

    _units: Sequence[Unit] = ()
    """Those that can sign."""

    def build_signatures(self) -> None:
        """Day and place, a row a unit, and the buttons that fill them."""
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

    def count_signatures(self, record: Signed) -> None:
        """How many have signed, in the title of the page."""
        total = len(record.signatures)
        self.set_page_title(self.signature_page, f"Chữ ký ({record.signed_count}/{total})")

    def _next_signature(self) -> Signature | None:
        taken = {signature.unit.id for signature in self.signatures.value()}
        free = next((unit for unit in self._units if unit.id not in taken), None)
        return Signature(unit=free) if free else None

    def _add_missing(self) -> None:
        """Places of the members of the day of signing, for those who speak for them then."""
        record = self.record()
        if self._has_day(record):
            self.signatures.set_parts(with_missing_places(record).signatures)

    def _sign_all(self) -> None:
        """Every place signed on the day of the record; without a day nothing is guessed."""
        record = self.record()
        if self._has_day(record):
            self.signatures.set_parts(all_signed(record).signatures)

    def _has_day(self, record: Signed) -> bool:
        if record.signed_on is None:
            self.fields["signed_on"].set_problem("Hãy ghi ngày ký trước.")
            self.focus_field("signed_on")
        return record.signed_on is not None
