"""Annexes by which a signed compact is changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.compacts.annex import AnnexState, CompactAnnex
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.new_compact import new_compact
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.reopening import with_reason
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui import messages
from desktop_app.ui.compacts.signed_form import SignedForm
from desktop_app.ui.records.forms.fields import (
    LinesField,
    NumberField,
    RichTextField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone

STATE_TONES = {AnnexState.DRAFT: Tone.AMBER, AnnexState.SIGNED: Tone.GREEN}


class AnnexForm(SignedForm):
    """Two pages: what changes, and who has signed it."""

    empty_text = "Chọn một phụ lục trong danh sách, hoặc bấm «Lập phụ lục»."

    def build(self) -> None:
        page = self.add_page("Nội dung")
        page.row(ordinal=NumberField("Phụ lục số", empty=1))
        page.row(name=TextField("Tên phụ lục", rows=2))
        page.row(grounds=LinesField("Căn cứ", tip="Mỗi dòng một căn cứ."))
        page.row(body=RichTextField("Nội dung sửa đổi, bổ sung"))
        page.row(note=TextField("Ghi chú", rows=2))
        self.build_signatures()

    def set_choices(self, units: Sequence[Unit]) -> None:
        """The units that can sign."""
        self._units = units

    def fill(self, record: CompactAnnex) -> None:
        self.count_signatures(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self.count_signatures(self.record())

    def chip_of(self, record: CompactAnnex) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]


class AnnexView(StoredTab[CompactAnnex]):
    """A signed annex is frozen like its compact."""

    key = "annexes"
    noun = "phụ lục"
    record_type = CompactAnnex
    form_class = AnnexForm
    attachments = True
    add_text = "Lập phụ lục"
    empty_text = "Chưa có phụ lục. Giao ước đã ký muốn sửa đổi, bổ sung thì bấm «Lập phụ lục»."
    papers = ("annex",)
    help_page = "gop-y"
    columns = (
        Column("Phụ lục", lambda a: a.title, stretch=True),
        Column("Ngày ký", lambda a: short_date(a.signed_on), width=92),
        Column(
            "Trạng thái", lambda a: a.state.label, chip=lambda a: STATE_TONES[a.state], width=96
        ),
    )

    def make_form(self) -> RecordForm:
        form = AnnexForm()
        self._sign = form.add_action("Ghi là đã ký", self.sign, icon="stamp")
        self._reopen = form.add_action("Mở lại…", self.reopen, icon="lock-open")
        return form

    def load(self) -> Sequence[CompactAnnex]:
        assert self.file is not None
        assert isinstance(self.form, AnnexForm)
        self.form.set_choices(self.file.units.all())
        return super().load()

    def new_record(self) -> CompactAnnex | None:
        signed = self._signed_compact()
        if signed is None:
            messages.show_note(
                self,
                "Chưa có giao ước đã ký.",
                "Bản dự thảo thì sửa trực tiếp ở mục «Giao ước»; phụ lục chỉ dành cho bản đã ký.",
            )
            return None
        return CompactAnnex(
            period=signed.period,
            compact=signed,
            ordinal=self._next_ordinal(),
            place=signed.place,
            signatures=new_compact(signed.period).signatures,
        )

    def copy_record(self, record: CompactAnnex) -> CompactAnnex:
        """The text again as a draft of its own number, which nobody has signed."""
        copied: CompactAnnex = super().copy_record(record)
        return copied.replace(
            ordinal=self._next_ordinal(),
            state=AnnexState.DRAFT,
            signed_on=None,
            note="",
            signatures=new_compact(record.period).signatures,
        )

    def read_only_reason(self, record: CompactAnnex) -> str:
        closed = super().read_only_reason(record)
        saved = self.file.annexes.find(record.id) if self.file else None
        if not closed and saved is not None and saved.is_signed:
            return f"Phụ lục đã ký ngày {short_date(saved.signed_on)}: chỉ xem."
        return closed

    def sign(self) -> None:
        """Signed by all members of its day, or the gap is named."""
        if self.form.shown is None or (self.can_save and not self.save()):
            return
        try:
            self.save_record(self.form.shown.replace(state=AnnexState.SIGNED))
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.look_again("Đã ghi phụ lục là đã ký.")

    def reopen(self) -> None:
        """Opened again with a reason that is kept."""
        annex = self.form.shown
        if annex is None:
            return
        reason = messages.ask_text(self, "Mở lại phụ lục đã ký?", "Lý do mở lại:", "Mở lại")
        if reason:
            note = with_reason(annex.note, dt.date.today(), reason)
            self.save_record(annex.replace(state=AnnexState.DRAFT, note=note))
            self.look_again("Đã mở lại phụ lục.")

    def _next_ordinal(self) -> int:
        assert self.file is not None
        assert self.period is not None
        known = (annex.ordinal for annex in self.file.annexes.of_period(self.period))
        return max(known, default=0) + 1

    def _signed_compact(self) -> Compact | None:
        assert self.file is not None
        assert self.period is not None
        signed = (c for c in self.file.compacts.of_period(self.period) if c.is_frozen)
        return next(signed, None)

    def _show_state(self) -> None:
        super()._show_state()
        annex = self.current_record()
        saved = isinstance(annex, CompactAnnex) and not self.is_closed
        self._sign.setVisible(saved and not annex.is_signed)  # type: ignore[union-attr]
        self._reopen.setVisible(saved and annex.is_signed)  # type: ignore[union-attr]
